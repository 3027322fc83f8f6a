using TableOrder.Core.Checking;
using TableOrder.Core.Ordering;

namespace TableOrder.Tests.Support;

/// <summary>Counts everything from the lines up and compares it with what is kept, as <c>check</c> does.</summary>
internal static class Recount
{
    /// <summary>Gives all orders, so that a test can say what it has seen.</summary>
    public static List<Order> ShouldAgree(TestHouse house)
    {
        var orders = house.Read(session => OrderSql.Fetch(session, session.Query("SELECT id FROM orders", row => row.Id(0))));
        var report = Check(house);
        report.Disagreements.Should().BeEmpty();
        report.Count.Should().Be(0);
        report.Orders.Should().Be(orders.Count);
        report.Events.Should().Be(orders.Sum(order => (long)order.Version));
        return orders;
    }

    /// <summary>What a check finds in the running house.</summary>
    public static CheckReport Check(TestHouse house) => house.Read(session => HouseCheck.Run(session));
}
