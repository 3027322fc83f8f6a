using TableOrder.Core.Ordering;
using TableOrder.Core.Statistics;
using TableOrder.Core.Storage;

namespace TableOrder.Tests.Support;

/// <summary>Counts everything from the lines up and compares it with what is kept.</summary>
internal static class Recount
{
    public static List<Order> ShouldAgree(TestHouse house)
    {
        var orders = house.Read(session => OrderSql.Fetch(session, session.Query("SELECT id FROM orders", row => row.Id(0))));
        foreach (var order in orders)
        {
            order.Status.Should().Be(OrderStatusRule.Derive(order.Lines));
        }

        Kept(house, "SELECT id, total FROM orders").Should().Equal(orders.ToDictionary(o => $"{o.Id}", o => o.Total.Minor, StringComparer.Ordinal));
        Kept(house, "SELECT s.id, s.total FROM seatings s WHERE EXISTS (SELECT 1 FROM orders o WHERE o.seating_id = s.id)")
            .Should()
            .Equal(
                orders.GroupBy(o => o.SeatingId).ToDictionary(mine => $"{mine.Key}", mine => mine.Sum(o => o.Total.Minor), StringComparer.Ordinal)
            );
        Kept(house, "SELECT order_id || station, shown FROM tickets")
            .Should()
            .Equal(
                orders
                    .SelectMany(o => o.Tickets.Select(t => (o, t)))
                    .ToDictionary(p => $"{p.o.Id}{p.t.Station}", p => p.o.Shows(p.t) ? 1L : 0L, StringComparer.Ordinal)
            );
        EventsShouldBeComplete(house, orders);
        foreach (var day in orders.GroupBy(o => o.BusinessDay))
        {
            house.Read(session => StatisticsSql.Day(session, day.Key)).Should().Be(Count(day));
        }

        return orders;
    }

    private static void EventsShouldBeComplete(TestHouse house, List<Order> orders)
    {
        var versions = house
            .Read(session => session.Query("SELECT order_id, order_version FROM order_events ORDER BY sequence", row => (row.Id(0), row.Int(1))))
            .ToLookup(happened => happened.Item1, happened => happened.Item2);
        foreach (var order in orders)
        {
            versions[order.Id].Should().Equal(Enumerable.Range(1, order.Version));
        }
    }

    private static DayFigures Count(IEnumerable<Order> orders)
    {
        var all = orders.ToList();
        int Of(OrderStatus status) => all.Count(order => order.Status == status);
        return new DayFigures(
            Of(OrderStatus.Placed),
            Of(OrderStatus.Preparing),
            Of(OrderStatus.Ready),
            Of(OrderStatus.Served),
            Of(OrderStatus.Cancelled),
            new(all.SelectMany(order => order.Lines).Sum(line => line.UnitPrice.Minor * line.Quantity))
        );
    }

    private static Dictionary<string, long> Kept(TestHouse house, string sql) =>
        house
            .Read(session => session.Query(sql, row => (row.Text(0), row.Long(1))))
            .ToDictionary(row => row.Item1, row => row.Item2, StringComparer.Ordinal);
}
