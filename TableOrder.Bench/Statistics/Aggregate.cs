using System.Diagnostics;
using TableOrder.Core;
using TableOrder.Core.Statistics;
using TableOrder.Core.Storage;

namespace TableOrder.Bench.Statistics;

/// <summary>Orders by status, their sales and the best sold dish of all days: counted from orders and lines, or from what is kept.</summary>
/// <param name="Served">Orders that were served.</param>
/// <param name="Cancelled">Orders that were cancelled.</param>
/// <param name="Sales">Of all.</param>
/// <param name="Best">The dish sold most often.</param>
/// <param name="Quantity">How many of it.</param>
internal sealed record Aggregate(long Served, long Cancelled, Money Sales, Guid Best, long Quantity)
{
    private const string ByStatus = "SELECT SUM(status = 'served'), SUM(status = 'cancelled'), SUM(total) FROM orders";
    private const string ByDish =
        "SELECT menu_item_id, SUM(quantity), SUM(quantity * unit_price) FROM order_lines GROUP BY menu_item_id ORDER BY 2 DESC, 3 DESC, 1 LIMIT 10";

    public static (Aggregate Figures, TimeSpan Took) Counted(Session session)
    {
        var start = Stopwatch.GetTimestamp();
        var (served, cancelled, sales) = session.First(ByStatus, row => (row.Long(0), row.Long(1), row.Money(2)));
        var top = session.Query(ByDish, row => (Dish: row.Id(0), Quantity: row.Long(1)));
        return (new Aggregate(served, cancelled, sales, top[0].Dish, top[0].Quantity), Stopwatch.GetElapsedTime(start));
    }

    public static (Aggregate Figures, TimeSpan Took) Kept(Session session)
    {
        var start = Stopwatch.GetTimestamp();
        var sum = StatisticsSql.Sum(session, DateOnly.MinValue, DateOnly.MaxValue);
        var top = StatisticsSql.Top(session, DateOnly.MinValue, DateOnly.MaxValue);
        return (new Aggregate(sum.Served, sum.Cancelled, sum.Sales, top[0].MenuItemId, top[0].Quantity), Stopwatch.GetElapsedTime(start));
    }
}
