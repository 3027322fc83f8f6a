using TableOrder.Core.Ordering;
using TableOrder.Tests.Support;

namespace TableOrder.Tests.Ordering;

public sealed class OrderNumberTests : HouseTests
{
    [Fact]
    public async Task Numbers_restart_at_five_in_the_morning_in_Seoul()
    {
        var guest = await House.SeatAsync(7);

        // 2 March in Seoul ends at 05:00 on 3 March, which is 20:00 UTC on 2 March.
        var lunch = await OrderAtAsync(guest, new(2026, 3, 2, 3, 0, 0, TimeSpan.Zero));
        var midnight = await OrderAtAsync(guest, new(2026, 3, 2, 15, 0, 0, TimeSpan.Zero));
        var lastCall = await OrderAtAsync(guest, new(2026, 3, 2, 19, 59, 59, 999, TimeSpan.Zero));
        var breakfast = await OrderAtAsync(guest, new(2026, 3, 2, 20, 0, 0, TimeSpan.Zero));

        (lunch.BusinessDay, lunch.Number).Should().Be((new DateOnly(2026, 3, 2), 1));
        (midnight.BusinessDay, midnight.Number).Should().Be((new DateOnly(2026, 3, 2), 2));
        (lastCall.BusinessDay, lastCall.Number).Should().Be((new DateOnly(2026, 3, 2), 3));
        (breakfast.BusinessDay, breakfast.Number).Should().Be((new DateOnly(2026, 3, 3), 1));
        breakfast.Round.Should().Be(4, "rounds are the seating's, not the day's");
    }

    [Fact]
    public async Task An_order_keeps_the_half_hour_it_was_placed_in()
    {
        var guest = await House.SeatAsync(7);

        (await OrderAtAsync(guest, new(2026, 3, 2, 3, 29, 59, TimeSpan.Zero))).HalfHour.Should().Be(new(2026, 3, 2, 3, 0, 0, TimeSpan.Zero));
        (await OrderAtAsync(guest, new(2026, 3, 2, 3, 30, 0, TimeSpan.Zero))).HalfHour.Should().Be(new(2026, 3, 2, 3, 30, 0, TimeSpan.Zero));
    }

    [Fact]
    public async Task Orders_placed_at_once_have_numbers_of_their_own()
    {
        var guests = await Task.WhenAll(Enumerable.Range(1, 10).Select(table => House.SeatAsync(table)));

        var orders = await Task.WhenAll(
            guests.SelectMany(guest => Enumerable.Range(0, 3).Select(_ => Task.Run(() => House.OrderAsync(guest, Dishes.Rice))))
        );

        orders.Select(order => order.Number).Should().BeEquivalentTo(Enumerable.Range(1, 30));
        orders
            .GroupBy(order => order.SeatingId)
            .Should()
            .OnlyContain(mine => mine.Select(order => order.Round).Order().SequenceEqual(Enumerable.Range(1, 3)));
    }

    private Task<Order> OrderAtAsync(TableOrder.Core.Access.Actor guest, DateTimeOffset moment)
    {
        House.Clock.Now = moment;
        return House.OrderAsync(guest, Dishes.Rice);
    }
}
