using TableOrder.Core.Storage;

namespace TableOrder.Core.Ordering;

/// <summary>
/// The statement of a page of orders. What stands in WHERE is what one index holds in the list's order; what is looked at order by order stands in the answer,
/// where it cannot lure the planner into another index. A first page is a page after the end of time: one shape for all pages.
/// </summary>
internal sealed class OrderListStatement
{
    /// <summary>Literal, as in the filter of the index that holds open orders alone: a parameter would not find it.</summary>
    public const string OpenStatuses = "('placed', 'preparing', 'ready')";

    private static readonly OrderCursor Newest = new(DateOnly.MaxValue, int.MaxValue);
    private static readonly OrderCursor Oldest = new(DateOnly.MinValue, 0);
    private readonly OrderQuery query;
    private readonly List<string> keys = [];
    private readonly List<string> looks = [];
    private readonly List<Value> values = [];

    /// <param name="query">What is asked; no contradiction.</param>
    /// <param name="mostLooked">So many orders are looked at where an index alone does not tell.</param>
    public OrderListStatement(OrderQuery query, int mostLooked)
    {
        this.query = query;
        ChooseIndex();
        if (query.Station is { } station)
        {
            looks.Add($"EXISTS (SELECT 1 FROM tickets t WHERE t.order_id = orders.id AND t.station = {Add(station)})");
        }

        GoOnAfter(query.After ?? (query.OldestFirst ? Oldest : Newest));
        var look = looks.Count == 0 ? "1" : string.Join(" AND ", looks);
        var direction = query.OldestFirst ? "" : " DESC";
        Sql =
            $"SELECT id, business_day, number, {look} FROM orders WHERE {string.Join(" AND ", keys)} "
            + $"ORDER BY business_day{direction}, number{direction} LIMIT {Add(looks.Count == 0 ? query.Limit + 1 : mostLooked)}";
    }

    /// <summary>Gives id, business_day, number, and whether the order is one of those asked for.</summary>
    public string Sql { get; }

    /// <summary>Its parameters.</summary>
    public Value[] Values => [.. values];

    private void ChooseIndex()
    {
        var open = query.Open == true || query.Status?.IsOpen() == true;
        var cancelled = query.Status == OrderStatus.Cancelled;
        if (query.SeatingId is { } seating)
        {
            // A party's orders are few.
            keys.Add($"seating_id = {Add(seating)}");
            (open, cancelled) = (false, false);
        }
        else if (open || cancelled)
        {
            keys.Add(open ? $"status IN {OpenStatuses}" : "status = 'cancelled'");
        }

        if (!cancelled && query.Status is { } status)
        {
            looks.Add($"status = '{Columns.ToName(status)}'");
        }
        else if (!open && !cancelled && query.Open is { } asked)
        {
            looks.Add(asked ? $"status IN {OpenStatuses}" : "status IN ('served', 'cancelled')");
        }

        if (query.TableId is { } table)
        {
            // All open orders are few, too: an index of each table's would be written by every step.
            (open || query.SeatingId is not null ? looks : keys).Add($"table_id = {Add(table)}");
        }
    }

    private void GoOnAfter(OrderCursor after)
    {
        var beyond = query.OldestFirst ? ">" : "<";
        keys.Add(
            query.Day is { } day
                ? $"business_day = {Add(day)} AND number {beyond} {Add(after.Number)}"
                : $"(business_day, number) {beyond} ({Add(after.Day)}, {Add(after.Number)})"
        );
    }

    private string Add(Value value)
    {
        values.Add(value);
        return $"${values.Count}";
    }
}
