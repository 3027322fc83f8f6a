using TableOrder.Core.Access;

namespace TableOrder.Core.Ordering;

/// <summary>Takes back an order or some of its lines.</summary>
/// <param name="OrderId">Which order.</param>
/// <param name="Reason">Why, in at most 200 characters; staff must say.</param>
public sealed record CancelOrder(Guid OrderId, string? Reason)
{
    /// <summary>The version the sender saw; a line that changed since refuses. Null: nothing is stale.</summary>
    public int? Version { get; init; }

    /// <summary>Which lines; null: all that are left.</summary>
    public IReadOnlyList<CancelLine>? Lines { get; init; }
}

/// <summary>A line to cancel.</summary>
/// <param name="Id">The line.</param>
/// <param name="Quantity">How many of it; null: all that are left.</param>
public sealed record CancelLine(Guid Id, int? Quantity = null);

/// <summary>The rule of cancellations. Pure.</summary>
public static class CancelRule
{
    /// <summary>For so long guests may take an order back while nobody has begun.</summary>
    public static readonly TimeSpan GuestsMay = TimeSpan.FromSeconds(60);

    /// <summary>The order after the cancellation; all named lines, or none.</summary>
    public static Outcome<OrderChange> Decide(Order order, CancelOrder cancel, Role role, DateTimeOffset now)
    {
        if (Malformed(order, cancel, role) is { } refusal)
        {
            return refusal;
        }

        var asked = cancel.Lines?.ToDictionary(line => line.Id, line => line.Quantity);
        var addressed = order.Lines.Where(line => line.Status != LineStatus.Cancelled && (asked is null || asked.ContainsKey(line.Id))).ToList();
        if (cancel.Version is { } seen && addressed.Exists(line => line.ChangedVersion > seen))
        {
            return Refused(order, OrderRefusal.StaleVersion);
        }

        if (addressed.Count == 0)
        {
            return OrderChange.None(order);
        }

        var tooMany = addressed.Exists(line => asked?[line.Id] > line.Quantity);
        if (tooMany || !addressed.TrueForAll(line => Allowed(order, line, role, now)))
        {
            return Refused(order, OrderRefusal.IllegalTransition);
        }

        var version = order.Version + 1;
        var lines = order.Lines.Select(line => addressed.Contains(line) ? Less(line, asked?[line.Id] ?? line.Quantity, version) : line).ToList();
        var stations = addressed.Select(line => line.Station).ToHashSet(StringComparer.Ordinal);
        var tickets = order.Tickets.Select(ticket => stations.Contains(ticket.Station) ? ticket with { TouchedAt = null } : ticket).ToList();
        return OrderChange.Of(order, lines, tickets, cancel.Reason);
    }

    private static bool Allowed(Order order, OrderLine line, Role role, DateTimeOffset now) =>
        role == Role.Guest ? GuestMay(order, now) && line.Status != LineStatus.Served : StaffMay(role, line);

    /// <summary>Whether a member of staff may take a line off. Floor: what is not made yet, and drinks not yet carried. Managers: also what is ready or served.</summary>
    public static bool StaffMay(Role role, OrderLine line) =>
        role switch
        {
            Role.Manager => true,
            Role.Floor => line.Status is LineStatus.Held or LineStatus.Placed or LineStatus.Preparing
                || (line.Status == LineStatus.Ready && line.Station is null),
            _ => false,
        };

    /// <summary>Whether a guest may still take the order back.</summary>
    public static bool GuestMay(Order order, DateTimeOffset now) => order.Status == OrderStatus.Placed && now - order.PlacedAt <= GuestsMay;

    private static OrderLine Less(OrderLine line, int quantity, int version) =>
        line with
        {
            Quantity = line.Quantity - quantity,
            CancelledQuantity = line.CancelledQuantity + quantity,
            Status = quantity == line.Quantity ? LineStatus.Cancelled : line.Status,
            ChangedVersion = version,
        };

    private static Refusal? Malformed(Order order, CancelOrder cancel, Role role)
    {
        if (cancel.Reason?.Length > PlaceRule.LongestNote || (role != Role.Guest && string.IsNullOrWhiteSpace(cancel.Reason)))
        {
            return Refusal.Bad("reason", $"Say why, in at most {PlaceRule.LongestNote} characters.");
        }

        if (cancel.Version < 1)
        {
            return Refusal.Bad("version", "Send the order's version as you saw it, 1 or more.");
        }

        if (cancel.Lines is null)
        {
            return null;
        }

        if (cancel.Lines.Count == 0 || cancel.Lines.Select(line => line.Id).Distinct().Count() != cancel.Lines.Count)
        {
            return Refusal.Bad("lines", "Name each line once, or leave lines out to cancel all.");
        }

        return cancel.Lines.Any(line => line.Quantity < 1 || order.Lines.All(known => known.Id != line.Id))
            ? Refusal.Bad("lines", "Name lines of this order, each with a quantity of 1 or more.")
            : null;
    }

    private static OrderRefusal Refused(Order order, string code) => new(code) { Current = order };
}
