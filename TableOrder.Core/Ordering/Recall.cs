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
    private const int MostEvents = 20_000;

    /// <summary>The sequence walks backwards and stops at the first event that is too old.</summary>
    private const string Since = """
        SELECT COALESCE(MAX(floor), 0) FROM (
            SELECT (SELECT sequence FROM order_events WHERE created_at < $1 ORDER BY sequence DESC LIMIT 1) AS floor
            UNION ALL SELECT MAX(sequence) - $2 FROM order_events)
        """;

    public static List<Recall> Bumped(Session session, string? station, DateTimeOffset now)
    {
        var tickets = session.Query(
            """
            SELECT t.order_id, t.station, t.bumped_at FROM tickets t
            WHERE t.order_id IN (SELECT order_id FROM order_events WHERE sequence > $1) AND t.bumped_at >= $2 AND t.shown = 0
            """,
            row => (OrderId: row.Id(0), Station: row.Text(1), At: row.Time(2)),
            Floor(session, now),
            now - Recall.Within
        );

        // The screen of all stations bumps an order's tickets together: at one moment they are one bump.
        var bumps = tickets
            .Where(ticket => station is null || string.Equals(ticket.Station, station, StringComparison.Ordinal))
            .GroupBy(ticket => (ticket.OrderId, ticket.At))
            .OrderByDescending(bump => bump.Key.At)
            .ThenByDescending(bump => bump.Key.OrderId)
            .Take(Recall.Most)
            .ToList();
        var orders = OrderSql.Fetch(session, [.. bumps.Select(bump => bump.Key.OrderId).Distinct()]).ToDictionary(order => order.Id);
        return [.. bumps.Select(bump => new Recall(orders[bump.Key.OrderId], [.. bump.Select(ticket => ticket.Station)], bump.Key.At))];
    }

    public static List<Recall> Served(Session session, DateTimeOffset now)
    {
        var served = session.Query(
            """
            SELECT e.order_id, MAX(e.sequence), MAX(e.created_at) FROM order_events e JOIN orders o ON o.id = e.order_id
            WHERE e.sequence > $1 AND e.event_type = 'order_status_updated' AND o.status = 'served'
            GROUP BY e.order_id ORDER BY 2 DESC LIMIT $2
            """,
            row => (Id: row.Id(0), At: row.Time(2)),
            Floor(session, now),
            Recall.Most
        );
        var orders = OrderSql.Fetch(session, [.. served.Select(order => order.Id)]).ToDictionary(order => order.Id);
        return [.. served.Select(order => new Recall(orders[order.Id], [], order.At))];
    }

    private static long Floor(Session session, DateTimeOffset now) => session.First(Since, row => row.Long(0), now - Recall.Within, MostEvents);
}
