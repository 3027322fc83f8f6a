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

    /// <summary>A list of dishes is filled up to one of these by repeating the last, so that so many statements are prepared and no more.</summary>
    private static readonly int[] Shapes = [1, 5, 20, OrderQuery.MostItems];
    private readonly OrderQuery query;
    private readonly OrderCursor after;
    private readonly List<string> keys = [];
    private readonly List<string> looks = [];
    private readonly List<Value> values = [];

    /// <param name="query">What is asked; no contradiction.</param>
    /// <param name="mostLooked">So many orders are looked at where an index alone does not tell.</param>
    public OrderListStatement(OrderQuery query, int mostLooked)
    {
        this.query = query;
        after = query.After ?? query.Begin();
        Sql = query.WalksNumbers() ? ByNumber(mostLooked) : Along(mostLooked);
    }

    /// <summary>Gives id, business_day, number, and whether the order is one of those asked for. Where it is not there may be no order at all: a day without that number.</summary>
    public string Sql { get; }

    /// <summary>Its parameters.</summary>
    public Value[] Values => [.. values];

    private string Direction => query.OldestFirst ? "" : " DESC";

    /// <summary>A walk over orders, along the one index that fits best.</summary>
    private string Along(int mostLooked)
    {
        ChooseIndex();
        if (query.Number is { } number)
        {
            looks.Add($"number = {Add(number)}");
        }

        LookAtTheRest();
        var beyond = query.OldestFirst ? ">" : "<";
        keys.Add(
            query.Day is { } day
                ? $"business_day = {Add(day)} AND number {beyond} {Add(after.Number)}"
                : $"(business_day, number) {beyond} ({Add(after.Day)}, {Add(after.Number)})"
        );
        var look = looks.Count == 0 ? "1" : string.Join(" AND ", looks);
        return $"SELECT id, business_day, number, {look} FROM orders WHERE {string.Join(" AND ", keys)} "
            + $"ORDER BY business_day{Direction}, number{Direction} LIMIT {Add(looks.Count == 0 ? query.Limit + 1 : mostLooked)}";
    }

    /// <summary>A walk over business days: each has at most one order of a number, found by one seek. A day without it is looked at, too.</summary>
    private string ByNumber(int mostLooked)
    {
        var number = Add(query.Number!.Value);
        looks.Add("orders.id IS NOT NULL");
        LookAtStatus(isKnown: false);
        if (query.TableId is { } table)
        {
            looks.Add($"table_id = {Add(table)}");
        }

        LookAtTheRest();
        var isOnThatDay = query.OldestFirst ? query.Number > after.Number : query.Number < after.Number;
        keys.Add($"days.day {(query.OldestFirst ? ">" : "<")}{(isOnThatDay ? "=" : "")} {Add(after.Day)}");
        if (query.Day is { } day)
        {
            keys.Add($"days.day = {Add(day)}");
        }

        return $"SELECT orders.id, days.day, {number}, {string.Join(" AND ", looks)} "
            + $"FROM business_days days LEFT JOIN orders ON orders.business_day = days.day AND orders.number = {number} "
            + $"WHERE {string.Join(" AND ", keys)} ORDER BY days.day{Direction} LIMIT {Add(mostLooked)}";
    }

    private void ChooseIndex()
    {
        var (open, cancelled) = (query.IsOfOpen, query.Status == OrderStatus.Cancelled);
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

        LookAtStatus(open || cancelled);
        if (query.TableId is { } table)
        {
            // All open orders are few, too: an index of each table's would be written by every step.
            (open || query.SeatingId is not null ? looks : keys).Add($"table_id = {Add(table)}");
        }
    }

    /// <param name="isKnown">The index holds no other orders than open ones, or than cancelled ones.</param>
    private void LookAtStatus(bool isKnown)
    {
        if (query.Status is { } status && !(isKnown && status == OrderStatus.Cancelled))
        {
            looks.Add($"status = '{Columns.ToName(status)}'");
        }
        else if (!isKnown && query.Open is { } asked)
        {
            looks.Add(asked ? $"status IN {OpenStatuses}" : "status IN ('served', 'cancelled')");
        }
    }

    private void LookAtTheRest()
    {
        if (query.Station is { } station)
        {
            looks.Add($"EXISTS (SELECT 1 FROM tickets t WHERE t.order_id = orders.id AND t.station = {Add(station)})");
        }

        if (query.MenuItemIds is { } items)
        {
            var size = Array.Find(Shapes, shape => shape >= items.Count);
            var dishes = string.Join(", ", Enumerable.Range(0, size).Select(i => Add(items[Math.Min(i, items.Count - 1)])));
            looks.Add($"EXISTS (SELECT 1 FROM order_lines l WHERE l.order_id = orders.id AND l.menu_item_id IN ({dishes}))");
        }

        if (query.MinTotal is { } least)
        {
            looks.Add($"total >= {Add(least)}");
        }

        if (query.MaxTotal is { } most)
        {
            looks.Add($"total <= {Add(most)}");
        }
    }

    private string Add(Value value)
    {
        values.Add(value);
        return $"${values.Count}";
    }
}
