namespace TableOrder.Core.Ordering;

/// <summary>A ticket that a live kitchen screen holds: its browser said so.</summary>
/// <param name="OrderId">Which order.</param>
/// <param name="Station">As which station sees it.</param>
public readonly record struct HeldTicket(Guid OrderId, string Station);

/// <summary>The rule of receipts. Pure. Received is not noticed: a chime goes on until a human touches the ticket.</summary>
public static class ReceiveRule
{
    /// <summary>So long a ticket may be without a screen that holds it; then somebody must be told.</summary>
    public static readonly TimeSpan ScreensMayTake = TimeSpan.FromSeconds(20);

    /// <summary>The order with its receipt; the first screen counts, and a ticket of which nothing is fired yet is on none.</summary>
    public static OrderChange Decide(Order order, IReadOnlyCollection<string> stations, DateTimeOffset now)
    {
        var received = order
            .Tickets.Where(ticket => ticket is { ReceivedAt: null, FiredAt: not null } && stations.Contains(ticket.Station, StringComparer.Ordinal))
            .ToList();
        return received.Count == 0
            ? OrderChange.None(order)
            : OrderChange.Of(
                order with
                {
                    Tickets = [.. order.Tickets.Select(ticket => received.Contains(ticket) ? ticket with { ReceivedAt = now } : ticket)],
                },
                OrderEventType.Received,
                EventDetail.Empty with
                {
                    Received = [.. received.Select(ticket => ticket.Station)],
                }
            );
    }

    /// <summary>When somebody must be told that no screen holds a ticket; null where it is not <see cref="IsAwaited"/>.</summary>
    public static DateTimeOffset? AlarmAt(Order order, Ticket ticket) => IsAwaited(order, ticket) ? ticket.FiredAt + ScreensMayTake : null;

    /// <summary>Whether a ticket waits for a screen: something of it is to be made, no screen holds it, and no human has it in hand.</summary>
    public static bool IsAwaited(Order order, Ticket ticket)
    {
        if (ticket is not { ReceivedAt: null, TouchedAt: null, FiredAt: not null })
        {
            return false;
        }

        // A cancellation takes the touch back, not what was begun; and what was wholly cancelled nobody has to make.
        var fired = order.LinesOf(ticket.Station).Where(line => line.Status is not (LineStatus.Held or LineStatus.Cancelled)).ToList();
        return fired.Count > 0 && fired.TrueForAll(line => line.Status == LineStatus.Placed);
    }
}
