using TableOrder.Core.Storage;

namespace TableOrder.Core.Ordering;

/// <summary>On which days a dish was ordered: whoever looks for its orders passes all other days over.</summary>
internal static class OrderDaysSql
{
    /// <summary>So many days are walked for a page; where they do not fill it, the next one goes on from there.</summary>
    public const int MostDays = 100;

    public const string SelectNewest =
        "SELECT business_day FROM statistics_day_items WHERE menu_item_id = $1 AND business_day <= $2 ORDER BY business_day DESC LIMIT $3";

    public const string SelectOldest =
        "SELECT business_day FROM statistics_day_items WHERE menu_item_id = $1 AND business_day >= $2 ORDER BY business_day LIMIT $3";

    /// <summary>The days on which one of a query's dishes was ordered, in the list's order, from where its page begins.</summary>
    public static List<DateOnly> Days(Session session, OrderQuery query)
    {
        var from = (query.After ?? query.Begin()).Day;
        var sql = query.OldestFirst ? SelectOldest : SelectNewest;
        var days = query.MenuItemIds!.Distinct().SelectMany(item => session.Query(sql, row => row.Day(0), item, from, MostDays)).Distinct();
        return [.. (query.OldestFirst ? days.Order() : days.OrderDescending()).Take(MostDays)];
    }

    /// <summary>What is made again counts as sold once, on the day it was ordered. Where it is made on another day its order is to be found there all the same.</summary>
    public static void Keep(Tx tx, Order order)
    {
        foreach (var item in order.Lines.Select(line => line.MenuItemId).Distinct())
        {
            tx.Session.Execute(
                "INSERT INTO statistics_day_items (business_day, menu_item_id, quantity, sales) VALUES ($1, $2, 0, 0) ON CONFLICT (business_day, menu_item_id) DO NOTHING",
                order.BusinessDay,
                item
            );
        }
    }
}

/// <summary>How a query is walked: by what leaves the fewest orders to look at.</summary>
internal static class OrderWalks
{
    private static readonly OrderCursor Newest = new(DateOnly.MaxValue, int.MaxValue);
    private static readonly OrderCursor Oldest = new(DateOnly.MinValue, 0);

    /// <summary>The end of time that a first page begins after.</summary>
    public static OrderCursor Begin(this OrderQuery query) => query.OldestFirst ? Oldest : Newest;

    /// <summary>From day to day by one seek each; a party's orders and open ones are fewer than days.</summary>
    public static bool WalksNumbers(this OrderQuery query) => query is { Number: not null, SeatingId: null, IsOfOpen: false };

    /// <summary>From one day on which a dish was ordered to the next; where another index holds fewer orders it is walked, and their lines looked at.</summary>
    public static bool WalksDays(this OrderQuery query) =>
        query is { MenuItemIds: not null, Number: null, SeatingId: null, TableId: null, Day: null, IsOfOpen: false }
        && query.Status != OrderStatus.Cancelled;
}
