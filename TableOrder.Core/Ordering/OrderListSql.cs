using TableOrder.Core.Storage;

namespace TableOrder.Core.Ordering;

/// <summary>
/// Finds which orders a list holds: ids only, one walk along the one index that fits best, in the list's own order; for a number from day to day, for dishes along the
/// days on which they were ordered. What the index does not know is looked at order by order, and a page looks at so many and no more: its cost has a bound that neither the history's length nor a rare filter moves (docs/adr/0009).
/// </summary>
internal static class OrderListSql
{
    /// <summary>So many orders are looked at for a page; where they do not fill it, it ends early and the next one goes on from there.</summary>
    public const int MostLooked = 2000;

    /// <summary>Walks an index that holds open orders alone.</summary>
    public const string OpenSql = $"SELECT id FROM orders WHERE status IN {OrderListStatement.OpenStatuses} ORDER BY business_day, number";

    /// <inheritdoc cref="OpenSql"/>
    public const string OpenVersionsSql =
        $"SELECT id, version FROM orders WHERE status IN {OrderListStatement.OpenStatuses} ORDER BY business_day, number";

    /// <summary>Walks an index that holds shown tickets alone.</summary>
    public const string ShownSql = """
        SELECT o.id, o.version FROM (SELECT DISTINCT order_id FROM tickets WHERE shown = 1) t JOIN orders o ON o.id = t.order_id
        """;

    /// <inheritdoc cref="ShownSql"/>
    public const string ShownAtSql = "SELECT o.id, o.version FROM tickets t JOIN orders o ON o.id = t.order_id WHERE t.shown = 1 AND t.station = $1";

    /// <summary>The ids of a page, and where the next one begins; null where nothing follows.</summary>
    public static (List<Guid> Ids, OrderCursor? Next) Page(Session session, OrderQuery query, int mostLooked = MostLooked)
    {
        if (query.IsContradiction)
        {
            return ([], null);
        }

        var walk = new OrderWalk(session, query, mostLooked);
        if (query.WalksDays())
        {
            walk.AlongDays();
        }
        else
        {
            walk.Along();
        }

        return (walk.Ids, walk.Next);
    }

    /// <summary>The ids of all orders that still need somebody, oldest first.</summary>
    public static List<Guid> Open(Session session) => session.Query(OpenSql, row => row.Id(0));

    /// <summary>The ids of a seating's orders that still need somebody, oldest first.</summary>
    public static List<Guid> OpenOf(Session session, Guid seating) =>
        session.Query(
            $"SELECT id FROM orders WHERE seating_id = $1 AND status IN {OrderListStatement.OpenStatuses} ORDER BY business_day, number",
            row => row.Id(0),
            seating
        );

    /// <summary>The orders that a station's screen shows, or any station's, each once.</summary>
    public static List<OrderVersion> Shown(Session session, string? station) =>
        station is null ? session.Query(ShownSql, Version) : session.Query(ShownAtSql, Version, station);

    /// <summary>As <see cref="Open"/>, with their versions.</summary>
    public static List<OrderVersion> OpenVersions(Session session) => session.Query(OpenVersionsSql, Version);

    private static OrderVersion Version(Row row) => new(row.Id(0), row.Int(1));
}

/// <summary>An order as a list names it, before it is fetched.</summary>
internal readonly record struct OrderVersion(Guid Id, int Version);
