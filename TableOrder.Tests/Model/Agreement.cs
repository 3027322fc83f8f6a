using TableOrder.Core.Ordering;
using TableOrder.Tests.Support;

namespace TableOrder.Tests.Model;

/// <summary>Whether the house and the model tell the same story.</summary>
internal static class Agreement
{
    public static async Task ShouldHoldAsync(TestHouse house, ModelHouse model)
    {
        var real = Recount.ShouldAgree(house).ToDictionary(order => order.Id);
        real.Should().HaveCount(model.Orders.Count);
        foreach (var order in model.Orders)
        {
            ModelOrder.Words(real[order.Id]).Should().Be(order.ToString());
            house
                .Read(session =>
                    session.Query("SELECT event_type FROM order_events WHERE order_id = $1 ORDER BY sequence", row => row.Text(0), order.Id)
                )
                .Should()
                .Equal(order.Events);
        }

        foreach (var day in model.Orders.Select(order => ModelHouse.Day(order.PlacedAt)).Distinct())
        {
            ModelHouse.Words((await house.Statistics.GetAsync(house.Manager, day, day)).Value).Should().Be(model.Figures(day));
        }

        foreach (var dish in model.Dishes)
        {
            house.Ask("SELECT coalesce(portions_left, -1) FROM menu_items WHERE id = $1", dish.Id).Should().Be(dish.Portions ?? -1);
        }
    }
}
