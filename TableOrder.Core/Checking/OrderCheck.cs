using TableOrder.Core.Ordering;

namespace TableOrder.Core.Checking;

/// <summary>Whether what is kept of one order agrees with its lines, tickets and events.</summary>
internal static class OrderCheck
{
    private static readonly HashSet<string> Types = [.. Enum.GetValues<OrderEventType>().Select(Signals.Name)];

    public static void Run(Order order, Money total, IEnumerable<TicketKey> tickets, IEnumerable<EventKey> events, Findings findings)
    {
        var name = Name(order.Id, order.Number, order.BusinessDay);
        if (OrderStatusRule.Derive(order.Lines) is var derived && derived != order.Status)
        {
            findings.Add($"{name}: status is {order.Status}, its lines say {derived}");
        }

        findings.Expect(total.Minor, order.Total.Minor, $"{name}: total");
        Lines(order, name, findings);
        Tickets(order, tickets, name, findings);
        Events(order, events, name, findings);
    }

    public static string Name(Guid id, int number, object day) => FormattableString.Invariant($"order {id} (#{number} of {day:yyyy-MM-dd})");

    private static void Lines(Order order, string name, Findings findings)
    {
        foreach (var line in order.Lines)
        {
            if (line.ChangedVersion < 1 || line.ChangedVersion > order.Version)
            {
                findings.Add($"{name}: line {line.Id} changed in version {line.ChangedVersion}, the order is at {order.Version}");
            }

            if (line.Quantity < 0 || line.CancelledQuantity < 0 || (line.Quantity == 0) != (line.Status == LineStatus.Cancelled))
            {
                findings.Add($"{name}: line {line.Id} is {line.Status} with a quantity of {line.Quantity}, {line.CancelledQuantity} cancelled");
            }
        }
    }

    private static void Tickets(Order order, IEnumerable<TicketKey> tickets, string name, Findings findings)
    {
        var kept = tickets.ToDictionary(ticket => ticket.Station, ticket => ticket.Shown, StringComparer.Ordinal);
        foreach (var ticket in order.Tickets)
        {
            if (kept.Remove(ticket.Station, out var shown) && shown != order.Shows(ticket))
            {
                findings.Add($"{name}: the ticket of {ticket.Station} is {(shown ? "shown" : "not shown")}, its lines say otherwise");
            }
        }

        foreach (var station in kept.Keys)
        {
            findings.Add($"{name}: a ticket of {station} without a line");
        }

        foreach (var station in order.Lines.Select(line => line.Station).OfType<string>().Distinct(StringComparer.Ordinal))
        {
            if (!order.Tickets.Any(ticket => string.Equals(ticket.Station, station, StringComparison.Ordinal)))
            {
                findings.Add($"{name}: lines of {station} without a ticket");
            }
        }
    }

    /// <summary>One event for each version from 1 to the order's, the first and no other its placing.</summary>
    private static void Events(Order order, IEnumerable<EventKey> events, string name, Findings findings)
    {
        var expected = 1;
        foreach (var (_, version, type) in events)
        {
            if (version != expected)
            {
                findings.Add($"{name}: the event after version {expected - 1} is of version {version}");
            }

            var placing = string.Equals(type, Signals.Name(OrderEventType.Placed), StringComparison.Ordinal);
            if (!Types.Contains(type) || placing != (version == 1))
            {
                findings.Add($"{name}: the event of version {version} is {type}");
            }

            expected = version + 1;
        }

        if (expected != order.Version + 1)
        {
            findings.Add($"{name}: version is {order.Version}, its events end at {expected - 1}");
        }
    }
}
