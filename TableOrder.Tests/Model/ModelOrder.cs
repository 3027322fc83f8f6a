using TableOrder.Core.Ordering;

namespace TableOrder.Tests.Model;

/// <summary>An order as the public words describe it, kept plainly: the rules are written a second time here, from the contract.</summary>
internal sealed class ModelOrder
{
    /// <summary>Empty until the real answer is known.</summary>
    public Guid Id { get; set; }
    public required Guid Seating { get; init; }
    public required DateTimeOffset PlacedAt { get; init; }
    public required IReadOnlyList<ModelLine> Lines { get; init; }
    public required IReadOnlyList<ModelTicket> Tickets { get; init; }
    public DateTimeOffset? PrioritizedAt { get; set; }

    /// <summary>The line that guests ordered and that is made again here, at no price; null for what guests ordered.</summary>
    public ModelLine? RemakeOf { get; init; }

    /// <summary>So many portions a remake took.</summary>
    public int Taken { get; init; }

    /// <summary>The types of its events: one for each version.</summary>
    public List<string> Events { get; } = ["order_placed"];
    public int Version => Events.Count;
    public long Sales => Lines.Sum(line => line.Price * line.Quantity);

    public OrderStatus Status
    {
        get
        {
            var left = Lines.Where(line => line.Status != LineStatus.Cancelled).ToList();
            return left.Count == 0 ? OrderStatus.Cancelled
                : left.All(line => line.Status == LineStatus.Served) ? OrderStatus.Served
                : left.All(line => line.Status is LineStatus.Ready or LineStatus.Served) ? OrderStatus.Ready
                : left.Any(line => line.Station != null && line.Status is LineStatus.Preparing or LineStatus.Ready or LineStatus.Served)
                    ? OrderStatus.Preparing
                : OrderStatus.Placed;
        }
    }

    /// <summary>Says what happened, after it did.</summary>
    public void Tell(OrderStatus before) =>
        Events.Add(
            Status == before ? "order_lines_updated"
            : Status == OrderStatus.Cancelled ? "order_cancelled"
            : "order_status_updated"
        );

    public override string ToString() =>
        $"{Status} v{Version} {string.Join("; ", Lines.Select(line => line.ToString()))} | {string.Join("; ", Tickets.Select(ticket => ticket.ToString()))}"
        + $" | {Time(PrioritizedAt)} {RemakeOf?.Id} {Taken}";

    /// <summary>The real order in the same words.</summary>
    public static string Words(Order order) =>
        $"{order.Status} v{order.Version} {string.Join("; ", order.Lines.Select(l => Line(l.Station, l.Status, l.Quantity, l.CancelledQuantity, l.ChangedVersion, l.UnitPrice.Minor)))}"
        + $" | {string.Join("; ", order.Tickets.Select(t => Ticket(t.Station, t.FiredAt, t.ReceivedAt, t.TouchedAt, t.BumpedAt, t.RecalledAt)))}"
        + $" | {Time(order.PrioritizedAt)} {order.Remake?.LineId} {order.Remake?.Portions ?? 0}";

    public static string Line(string? station, LineStatus status, int quantity, int cancelled, int changed, long price) =>
        $"{station ?? "-"} {status} {quantity}-{cancelled} at {price}, v{changed}";

    public static string Ticket(string station, params DateTimeOffset?[] times) => $"{station} {string.Join(" ", times.Select(Time))}";

    private static string Time(DateTimeOffset? time) => time?.ToString("dd HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture) ?? "-";
}

internal sealed class ModelLine
{
    public Guid Id { get; set; }
    public required ModelDish Dish { get; init; }
    public required long Price { get; init; }
    public required LineStatus Status { get; set; }
    public required int Quantity { get; set; }
    public int Cancelled { get; set; }
    public int Changed { get; set; } = 1;
    public string? Station => Dish.Station;

    public override string ToString() => ModelOrder.Line(Station, Status, Quantity, Cancelled, Changed, Price);
}

internal sealed class ModelTicket(string station)
{
    public string Station => station;
    public DateTimeOffset? FiredAt { get; set; }
    public DateTimeOffset? ReceivedAt { get; set; }
    public DateTimeOffset? TouchedAt { get; set; }
    public DateTimeOffset? BumpedAt { get; set; }
    public DateTimeOffset? RecalledAt { get; set; }

    public override string ToString() => ModelOrder.Ticket(station, FiredAt, ReceivedAt, TouchedAt, BumpedAt, RecalledAt);
}

internal sealed class ModelDish(Guid id, string? station, long price, int version, int? portions)
{
    public Guid Id => id;
    public string? Station => station;
    public long FirstPrice { get; } = price;
    public long Price { get; set; } = price;
    public int Version { get; set; } = version;
    public int? Portions { get; set; } = portions;
    public bool SoldOut { get; set; }
}
