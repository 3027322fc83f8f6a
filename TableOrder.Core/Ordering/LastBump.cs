namespace TableOrder.Core.Ordering;

/// <summary>What the last station's bump does where nobody stands at the pass. Pure.</summary>
internal static class LastBump
{
    /// <summary>
    /// After the last bump no station has anything fired left to make or to bump: then all that is ready is served, also what no station made. Where no station bumped anything there was no bump.
    /// </summary>
    public static OrderChange Serve(Order before, OrderChange change)
    {
        var after = change.After;
        var isReady = after.Lines.Any(line => line.Status == LineStatus.Ready);
        var isBumped = after.Tickets.Any(ticket => ticket.BumpedAt is not null);
        if (!isReady || !isBumped || after.Tickets.Any(ticket => ticket.BumpedAt is null && Waits(after, ticket)))
        {
            return change;
        }

        // A bump that changes nothing else, too: the one before it may have come while there was an expo.
        var version = before.Version + 1;
        IReadOnlyList<OrderLine> served =
        [
            .. after.Lines.Select(line =>
                line.Status == LineStatus.Ready ? line with { Status = LineStatus.Served, ChangedVersion = version } : line
            ),
        ];
        return OrderChange.Of(before, served, after.Tickets, reason: null);
    }

    /// <summary>Something fired of a ticket is not on the table yet.</summary>
    private static bool Waits(Order order, Ticket ticket) =>
        order.LinesOf(ticket.Station).Any(line => line.Status is LineStatus.Placed or LineStatus.Preparing or LineStatus.Ready);
}
