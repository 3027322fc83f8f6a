using TableOrder.Core.Feed;
using TableOrder.Core.Storage;

namespace TableOrder.Core.Ordering;

/// <summary>An order that left a screen and may be called back to it.</summary>
/// <param name="Order">As it is now.</param>
/// <param name="Stations">Whose tickets left together; a recall calls back these alone. Empty at the pass: it calls back the whole order.</param>
/// <param name="At">When it left.</param>
public sealed record Recall(Order Order, IReadOnlyList<string> Stations, DateTimeOffset At)
{
    /// <summary>The most that a screen offers.</summary>
    public const int Most = 50;

    /// <summary>For so long.</summary>
    public static readonly TimeSpan Within = TimeSpan.FromMinutes(15);
}

/// <summary>Finds what left a screen lately through the log's newest end: so no index has to be kept for a question that is asked now and then.</summary>
internal static class RecallSql
{
    /// <summary>A house whose log is longer than this for a quarter of an hour finds the newest of it.</summary>
    public const int MostEvents = 20_000;

    /// <summary>Walks the log backwards to the first event that is too old, and no further than it may.</summary>
    public const string SelectFloor = "SELECT sequence FROM order_events WHERE sequence > $1 AND created_at < $2 ORDER BY sequence DESC LIMIT 1";

    /// <summary>
    /// What a recall would bring back: a ticket whose lines were all cancelled since has nothing to call back. Two bumps at one moment are told apart by the log.
    /// </summary>
    public const string SelectBumped = """
        SELECT t.order_id, t.station, t.bumped_at,
            (SELECT MAX(e.sequence) FROM order_events e WHERE e.order_id = t.order_id AND e.created_at = t.bumped_at)
        FROM tickets t
        WHERE t.order_id IN (SELECT order_id FROM order_events WHERE sequence > $1) AND t.bumped_at >= $2
            AND EXISTS (SELECT 1 FROM order_lines l WHERE l.order_id = t.order_id AND l.station = t.station AND l.status IN ('ready', 'served'))
        """;

    /// <summary>An order that is served became so with the last change of its status: backwards, the first that is met. Grouped, it would walk the index of all events there ever were.</summary>
    public const string SelectServed = """
        SELECT e.order_id, e.created_at FROM order_events e JOIN orders o ON o.id = e.order_id
        WHERE e.sequence > $1 AND e.event_type = 'order_status_updated' AND o.status = 'served' ORDER BY e.sequence DESC
        """;

    public static List<Recall> Bumped(Session session, string? station, DateTimeOffset now)
    {
        var since = now - Recall.Within;
        var tickets = session.Query(
            SelectBumped,
            row => (OrderId: row.Id(0), Station: row.Text(1), At: row.Time(2), Sequence: row.Long(3)),
            Floor(session, since),
            since
        );

        // The screen of all stations bumps an order's tickets together: at one moment they are one bump.
        var bumps = tickets
            .Where(ticket => station is null || string.Equals(ticket.Station, station, StringComparison.Ordinal))
            .GroupBy(ticket => (ticket.OrderId, ticket.At, ticket.Sequence))
            .OrderByDescending(bump => bump.Key.Sequence)
            .Take(Recall.Most)
            .ToList();
        var orders = OrderSql.Fetch(session, [.. bumps.Select(bump => bump.Key.OrderId).Distinct()]).ToDictionary(order => order.Id);
        return
        [
            .. bumps.Select(bump => new Recall(
                orders[bump.Key.OrderId],
                [.. bump.Select(ticket => ticket.Station).Order(StringComparer.Ordinal)],
                bump.Key.At
            )),
        ];
    }

    public static List<Recall> Served(Session session, DateTimeOffset now)
    {
        var served = new OrderedDictionary<Guid, DateTimeOffset>(Recall.Most);
        session.Read(
            SelectServed,
            row =>
            {
                served.TryAdd(row.Id(0), row.Time(1));
                return served.Count < Recall.Most;
            },
            Floor(session, now - Recall.Within)
        );
        return [.. OrderSql.Fetch(session, [.. served.Keys]).Select(order => new Recall(order, [], served[order.Id]))];
    }

    /// <summary>After this position stands whatever happened since.</summary>
    private static long Floor(Session session, DateTimeOffset since)
    {
        var most = EventSql.Head(session) - MostEvents;
        return Math.Max(most, session.First(SelectFloor, row => row.Long(0), most, since));
    }
}
