using TableOrder.Core.Storage;

namespace TableOrder.Core.Ordering;

/// <summary>
/// Finds which orders a list holds: ids only, one walk along the one index that fits best, in the list's own order. What that index does not know is looked at
/// order by order, and a page looks at so many and no more: its cost has a bound that neither the history's length nor a rare filter moves (docs/adr/0008).
/// </summary>
internal static class OrderListSql
{
    /// <summary>So many orders are looked at for a page; where they do not fill it, it ends early and the next one goes on from there.</summary>
    public const int MostLooked = 5000;

    private const string OpenStatuses = "('placed', 'preparing', 'ready')";
    private static readonly OrderCursor Newest = new(DateOnly.MaxValue, int.MaxValue);
    private static readonly OrderCursor Oldest = new(DateOnly.MinValue, 0);

    /// <summary>The ids of a page, and where the next one begins; null where nothing follows.</summary>
    public static (List<Guid> Ids, OrderCursor? Next) Page(Session session, OrderQuery query)
    {
        var ids = new List<Guid>(query.Limit);
        OrderCursor? next = null;
        if (query.IsContradiction)
        {
            return (ids, next);
        }

        var last = default(OrderCursor);
        var looked = 0;
        var (sql, values) = Statement(query);
        session.Read(
            sql,
            row =>
            {
                looked++;
                if (row.Flag(3))
                {
                    if (ids.Count == query.Limit)
                    {
                        next = last;
                        return false;
                    }

                    ids.Add(row.Id(0));
                    last = new OrderCursor(row.Day(1), row.Int(2));
                }

                next = looked == MostLooked ? new OrderCursor(row.Day(1), row.Int(2)) : null;
                return true;
            },
            values
        );
        return (ids, next);
    }

    /// <summary>
    /// What stands in WHERE is what an index holds in the list's order; what is looked at order by order stands in the answer, where it cannot lure the planner
    /// into another index. A first page is a page after the end of time: one shape for all pages.
    /// </summary>
    public static (string Sql, Value[] Values) Statement(OrderQuery query)
    {
        var (where, looks) = (new List<string>(), new List<string>());
        var values = new List<Value>();
        string Add(Value value)
        {
            values.Add(value);
            return $"${values.Count}";
        }

        var onlyOpen = query.Open == true || query.Status?.IsOpen() == true;
        var (byStatus, byTable) = (false, false);
        if (query.SeatingId is { } seating)
        {
            where.Add($"seating_id = {Add(seating)}");
        }
        else if (onlyOpen || query.Status == OrderStatus.Cancelled)
        {
            where.Add(onlyOpen ? $"status IN {OpenStatuses}" : "status = 'cancelled'");
            byStatus = !onlyOpen || query.Status is null;
        }
        else if (query.TableId is { } table)
        {
            where.Add($"table_id = {Add(table)}");
            byTable = true;
        }

        if (!byStatus && query.Status is { } status)
        {
            looks.Add($"status = '{Columns.ToName(status)}'");
        }
        else if (!byStatus && query.Open is { } open)
        {
            looks.Add(open ? $"status IN {OpenStatuses}" : "status IN ('served', 'cancelled')");
        }

        if (!byTable && query.TableId is { } at)
        {
            looks.Add($"table_id = {Add(at)}");
        }

        if (query.Station is { } station)
        {
            looks.Add($"EXISTS (SELECT 1 FROM tickets t WHERE t.order_id = orders.id AND t.station = {Add(station)})");
        }

        var after = query.After ?? (query.OldestFirst ? Oldest : Newest);
        var (beyond, direction) = query.OldestFirst ? (">", "") : ("<", " DESC");
        where.Add(
            query.Day is { } day
                ? $"business_day = {Add(day)} AND number {beyond} {Add(after.Number)}"
                : $"(business_day, number) {beyond} ({Add(after.Day)}, {Add(after.Number)})"
        );
        var look = looks.Count == 0 ? "1" : string.Join(" AND ", looks);
        var most = looks.Count == 0 ? query.Limit + 1 : MostLooked;
        return (
            $"SELECT id, business_day, number, {look} FROM orders WHERE {string.Join(" AND ", where)} "
                + $"ORDER BY business_day{direction}, number{direction} LIMIT {Add(most)}",
            [.. values]
        );
    }

    /// <summary>The ids of all orders that still need somebody, oldest first.</summary>
    public static List<Guid> Open(Session session) => session.Query(OpenSql, row => row.Id(0));

    /// <summary>The ids of the orders that a station's screen shows, or any station's, each once, about in the order in which they came.</summary>
    public static List<Guid> Shown(Session session, string? station) =>
        station is null ? session.Query(ShownSql, row => row.Id(0)) : session.Query(ShownAtSql, row => row.Id(0), station);

    /// <summary>Walks an index that holds open orders alone.</summary>
    public const string OpenSql = $"SELECT id FROM orders WHERE status IN {OpenStatuses} ORDER BY business_day, number";

    /// <summary>Walks an index that holds shown tickets alone.</summary>
    public const string ShownSql = "SELECT DISTINCT order_id FROM tickets WHERE shown = 1 ORDER BY order_id";

    /// <inheritdoc cref="ShownSql"/>
    public const string ShownAtSql = "SELECT order_id FROM tickets WHERE shown = 1 AND station = $1 ORDER BY order_id";
}
