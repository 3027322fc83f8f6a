using System.Text.Json.Serialization;
using TableOrder.Core.Storage;

namespace TableOrder.Core.Ordering;

/// <summary>What a rule decided: the order afterwards and the one event that tells of it.</summary>
/// <param name="After">The order as it is then.</param>
/// <param name="Event">What happened; null where nothing changed.</param>
/// <param name="Detail">For whoever reads the order's history.</param>
public sealed record OrderChange(Order After, OrderEventType? Event, EventDetail Detail)
{
    /// <summary>All is as it was: a double tap, a repeat.</summary>
    public static OrderChange None(Order order) => new(order, null, EventDetail.Empty);

    /// <summary>Derives status and event from lines and tickets that a rule changed.</summary>
    internal static OrderChange Of(Order before, IReadOnlyList<OrderLine> lines, IReadOnlyList<Ticket> tickets, string? reason)
    {
        var status = OrderStatusRule.Derive(lines);
        var after = before with { Lines = lines, Tickets = tickets, Status = status, Version = before.Version + 1 };
        var moved = before.Lines.Zip(lines).Where(pair => pair.First != pair.Second).SelectMany(pair => Moves(pair.First, pair.Second));
        return new OrderChange(
            after,
            EventOf(before.Status, status),
            new EventDetail([.. moved], reason)
            {
                Touched = Stations(before.Tickets, tickets, (was, ticket) => was.TouchedAt is null && ticket.TouchedAt is not null),
                Bumped = Stations(before.Tickets, tickets, (was, ticket) => was.BumpedAt is null && ticket.BumpedAt is not null),
                Recalled = Stations(before.Tickets, tickets, (was, ticket) => was.RecalledAt != ticket.RecalledAt),
            }
        );
    }

    /// <summary>A change that moves no line.</summary>
    internal static OrderChange Of(Order after, OrderEventType happened, EventDetail detail) =>
        new(after with { Version = after.Version + 1 }, happened, detail);

    /// <summary>Where the last bump serves, a line goes two steps at once: the log tells both.</summary>
    private static IEnumerable<LineMove> Moves(OrderLine before, OrderLine after)
    {
        var from = before.Status;
        if (after.Status == LineStatus.Served && from is LineStatus.Placed or LineStatus.Preparing)
        {
            yield return new LineMove(after.Id, from, LineStatus.Ready);
            from = LineStatus.Ready;
        }

        yield return new LineMove(after.Id, from, after.Status, after.CancelledQuantity - before.CancelledQuantity);
    }

    /// <summary>The stations whose tickets changed so; null where there are none.</summary>
    private static List<string>? Stations(IReadOnlyList<Ticket> before, IReadOnlyList<Ticket> after, Func<Ticket, Ticket, bool> isSo)
    {
        List<string>? stations = null;
        for (var i = 0; i < after.Count; i++)
        {
            if (!ReferenceEquals(before[i], after[i]) && isSo(before[i], after[i]))
            {
                (stations ??= []).Add(after[i].Station);
            }
        }

        return stations;
    }

    /// <summary>What a change of lines or tickets is called, by what it did to the order's status.</summary>
    internal static OrderEventType EventOf(OrderStatus before, OrderStatus after) =>
        after == before ? OrderEventType.LinesUpdated
        : after == OrderStatus.Cancelled ? OrderEventType.Cancelled
        : OrderEventType.StatusUpdated;
}

/// <summary>The part of an event that only its order's history shows.</summary>
/// <param name="Lines">Which lines went from where to where.</param>
/// <param name="Reason">Why, in somebody's words.</param>
public sealed record EventDetail(IReadOnlyList<LineMove> Lines, string? Reason = null)
{
    /// <summary>Which stations' screens hold their ticket now; only where that is what happened.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Received { get; init; }

    /// <summary>Whose tickets a cook touched first with this; only where that is what happened.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Touched { get; init; }

    /// <summary>From which stations' screens the ticket went with this; only where that is what happened.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Bumped { get; init; }

    /// <summary>To which stations' screens the ticket came back with this; only where that is what happened.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Recalled { get; init; }

    /// <summary>It goes before all others, or not any more; only where that is what happened.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? Priority { get; init; }

    /// <summary>The table that it left; only where that is what happened.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? FromTable { get; init; }

    /// <summary>Its bill is fully paid, or not any more; only where that is what happened.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? Paid { get; init; }

    /// <summary>Nothing to tell.</summary>
    public static EventDetail Empty { get; } = new([]);

    private static readonly string EmptyJson = Columns.ToJson(Empty);

    /// <summary>As the log keeps it. Most have nothing to tell; nothing is kept in the instance, or a copy with more to tell would say what the first said.</summary>
    internal string Json => ReferenceEquals(this, Empty) ? EmptyJson : Columns.ToJson(this);
}

/// <summary>A line's step.</summary>
/// <param name="Id">The line.</param>
/// <param name="From">Where it was.</param>
/// <param name="To">Where it is.</param>
/// <param name="Cancelled">How many were cancelled with it.</param>
public sealed record LineMove(Guid Id, LineStatus From, LineStatus To, int Cancelled = 0);
