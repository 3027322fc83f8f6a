using TableOrder.Core.Ordering;

namespace TableOrder.Core.Checking;

/// <summary>Whether what is kept of one order agrees with its lines, tickets and events.</summary>
internal static class OrderCheck
{
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
        LogCheck.Run(order, events, name, findings);
    }

    public static string Name(Guid id, int number, object day) => FormattableString.Invariant($"order {id} (#{number} of {day:yyyy-MM-dd})");

    private static void Lines(Order order, string name, Findings findings)
    {
        var firstCourse = order.Lines.Min(line => line.Course);
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

            // What was cancelled may have been made before.
            var made = line.Station is not null && line.Status is LineStatus.Ready or LineStatus.Served;
            if (line.Status != LineStatus.Cancelled && made != line.ReadyAt is not null)
            {
                findings.Add($"{name}: line {line.Id} of {line.Station ?? "no station"} is {line.Status}, {(made ? "never" : "already")} made");
            }

            // Of a later course what was cancelled may have been held.
            var fired = line.Course > firstCourse && line.Status != LineStatus.Held;
            if (fired != line.FiredAt is not null && (line.Status != LineStatus.Cancelled || !fired))
            {
                findings.Add($"{name}: line {line.Id} of course {line.Course} is {line.Status}, {(fired ? "never" : "already")} fired");
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

            Fired(order, ticket, name, findings);
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

    /// <summary>A ticket's clock began with the fire of a line, and no screen shows one of which nothing was fired.</summary>
    private static void Fired(Order order, Ticket ticket, string name, Findings findings)
    {
        var firstCourse = order.Lines.Min(line => line.Course);
        var fired = order
            .LinesOf(ticket.Station)
            .Where(line => line.Status != LineStatus.Held && (line.Course == firstCourse || line.FiredAt is not null))
            .Select(order.FiredAt)
            .ToList();
        if (fired.Count > 0 != ticket.FiredAt is not null)
        {
            findings.Add($"{name}: the ticket of {ticket.Station} is {(fired.Count > 0 ? "not fired" : "fired")}, its lines say otherwise");
        }
        else if (ticket.FiredAt is { } began && !fired.Contains(began))
        {
            findings.Add($"{name}: the ticket of {ticket.Station} was fired at {began:u}, none of its lines was");
        }

        if (ticket is { FiredAt: null, ReceivedAt: not null })
        {
            findings.Add($"{name}: the ticket of {ticket.Station} is received, but not fired");
        }
    }
}
