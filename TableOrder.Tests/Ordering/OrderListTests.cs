using TableOrder.Core.Ordering;
using TableOrder.Tests.Support;

namespace TableOrder.Tests.Ordering;

public sealed class OrderListTests : HouseTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Pages_hold_every_order_once_across_days(bool oldestFirst)
    {
        var guest = await House.SeatAsync(7);
        for (var i = 0; i < 7; i++)
        {
            await House.OrderAsync(guest, Dishes.Rice);
            House.Clock.Now = House.Clock.Now.AddHours(i == 3 ? 24 : 0);
        }

        var seen = new List<int>();
        OrderCursor? next = null;
        do
        {
            var page = (
                await House.OrderReader.ListAsync(
                    House.Manager,
                    new OrderQuery
                    {
                        Limit = 3,
                        OldestFirst = oldestFirst,
                        After = next,
                    }
                )
            ).Value;
            seen.AddRange(page.Items.Select(order => order.Round));
            next = page.Next is { } cursor ? OrderCursor.Parse(cursor.ToString()) : null;
        } while (next is not null);

        seen.Should().Equal(oldestFirst ? [1, 2, 3, 4, 5, 6, 7] : [7, 6, 5, 4, 3, 2, 1]);
    }

    [Fact]
    public async Task A_list_narrows_by_status_day_station_and_whether_it_is_open()
    {
        var guest = await House.SeatAsync(7);
        var pancake = await House.OrderAsync(guest, Dishes.Pancake);
        var cola = await House.OrderAsync(guest, Dishes.Cola);
        await House.Orders.StepAsync(House.Floor, new StepOrder(cola.Id, LineStatus.Served));

        (await IdsAsync(new OrderQuery { Open = true })).Should().Equal(pancake.Id);
        (await IdsAsync(new OrderQuery { Open = false })).Should().Equal(cola.Id);
        (await IdsAsync(new OrderQuery { Status = OrderStatus.Served })).Should().Equal(cola.Id);
        (await IdsAsync(new OrderQuery { Station = "grill" })).Should().Equal(pancake.Id);
        (await IdsAsync(new OrderQuery { Station = "bar" })).Should().BeEmpty();
        (await IdsAsync(new OrderQuery { Day = pancake.BusinessDay })).Should().Equal(cola.Id, pancake.Id);
        (await IdsAsync(new OrderQuery { Day = pancake.BusinessDay.AddDays(1) })).Should().BeEmpty();
        (await IdsAsync(new OrderQuery { SeatingId = Guid.NewGuid() })).Should().BeEmpty();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(101)]
    public async Task A_page_holds_1_to_100_orders(int limit)
    {
        (await House.OrderReader.ListAsync(House.Manager, new OrderQuery { Limit = limit })).Refusal!.Errors.Should().ContainKey("limit");
    }

    [Fact]
    public async Task The_kitchen_sees_what_is_to_be_made_oldest_first_and_each_station_its_own()
    {
        var guest = await House.SeatAsync(7);
        var both = await House.OrderAsync(guest, Dishes.Pancake, Dishes.Sorbet);
        var bar = await House.OrderAsync(guest, Dishes.Sorbet);
        await House.OrderAsync(guest, Dishes.Cola);

        (await KitchenAsync(null)).Should().Equal(both.Id, bar.Id);
        (await KitchenAsync("grill")).Should().Equal(both.Id);
        (await KitchenAsync("bar")).Should().Equal(both.Id, bar.Id);

        await House.Orders.StepAsync(House.Kitchen, new StepOrder(both.Id, LineStatus.Ready) { Station = "bar" });

        (await KitchenAsync("bar")).Should().Equal(bar.Id);
        (await KitchenAsync(null)).Should().Equal(both.Id, bar.Id);
    }

    private async Task<IEnumerable<Guid>> IdsAsync(OrderQuery query) =>
        (await House.OrderReader.ListAsync(House.Manager, query)).Value.Items.Select(order => order.Id);

    private async Task<IEnumerable<Guid>> KitchenAsync(string? station) =>
        (await House.OrderReader.KitchenAsync(House.Kitchen, station)).Value.Items.Select(order => order.Id);
}
