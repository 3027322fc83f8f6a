using TableOrder.Core.Storage;

namespace TableOrder.Core.Ordering;

/// <summary>Finds which orders a list holds: ids only, from indexes.</summary>
internal static class OrderListSql
{
    private const string OpenStatuses = "('placed', 'preparing', 'ready')";

    /// <summary>The ids of a page and, to know whether there is another page, of one order more.</summary>
    public static List<Guid> Ids(Session session, OrderQuery query)
    {
        var where = new List<string>();
        var values = new List<Value>();
        string Add(Value value)
        {
            values.Add(value);
            return $"${values.Count}";
        }

        if (query.Open is { } open)
        {
            where.Add(open ? $"status IN {OpenStatuses}" : "status IN ('served', 'cancelled')");
        }

        if (query.Status is { } status)
        {
            where.Add($"status = {Add(Columns.ToName(status))}");
        }

        if (query.Day is { } day)
        {
            where.Add($"business_day = {Add(day)}");
        }

        if (query.SeatingId is { } seating)
        {
            where.Add($"seating_id = {Add(seating)}");
        }

        if (query.Station is { } station)
        {
            where.Add($"EXISTS (SELECT 1 FROM tickets t WHERE t.order_id = orders.id AND t.station = {Add(station)})");
        }

        if (query.After is { } after)
        {
            where.Add($"(business_day, number) {(query.OldestFirst ? ">" : "<")} ({Add(after.Day)}, {Add(after.Number)})");
        }

        var filter = where.Count == 0 ? "" : $"WHERE {string.Join(" AND ", where)}";
        var direction = query.OldestFirst ? "" : " DESC";
        var sql = $"SELECT id FROM orders {filter} ORDER BY business_day{direction}, number{direction} LIMIT {Add(query.Limit + 1)}";
        return session.Query(sql, row => row.Id(0), values.ToArray());
    }

    /// <summary>The ids of all orders that still need somebody.</summary>
    public static List<Guid> Open(Session session) =>
        session.Query($"SELECT id FROM orders WHERE status IN {OpenStatuses} ORDER BY business_day, number", row => row.Id(0));

    /// <summary>The ids of the orders that a station's screen shows, or any station's, oldest first.</summary>
    public static List<Guid> Shown(Session session, string? station)
    {
        const string Start = "SELECT id FROM orders WHERE id IN (SELECT order_id FROM tickets WHERE shown = 1";
        const string End = ") ORDER BY business_day, number";
        return station is null
            ? session.Query(Start + End, row => row.Id(0))
            : session.Query($"{Start} AND station = $1{End}", row => row.Id(0), station);
    }
}
