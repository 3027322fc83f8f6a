using TableOrder.Core;
using TableOrder.Core.Menu;
using TableOrder.Tests.Support;

namespace TableOrder.Tests.Menu;

public sealed class MenuDeskTests : HouseTests
{
    private Guid Pancake => House.Dish(Dishes.Pancake).Id;

    [Fact]
    public async Task The_kitchen_says_what_is_sold_out_and_the_next_order_knows()
    {
        var guest = await House.SeatAsync(7);
        await House.OrderAsync(guest, Dishes.Pancake);

        await House.MenuDesk.ChangeAsync(House.Kitchen, new ChangeMenuItem(Pancake) { SoldOut = true });

        (await House.Orders.PlaceAsync(guest, TestHouse.Cart(House.Line(Dishes.Pancake)))).Refusal!.Code.Should().Be("sold_out");
    }

    [Fact]
    public async Task A_new_price_is_for_new_orders_only()
    {
        var guest = await House.SeatAsync(7);
        var before = await House.OrderAsync(guest, Dishes.Pancake);
        await House.MenuDesk.ChangeAsync(House.Manager, new ChangeMenuItem(Pancake) { Price = new Money(20_000), Version = 1 });

        var stalePrice = House.Line(Dishes.Pancake) with { UnitPrice = new Money(19_000) };
        (await House.Orders.PlaceAsync(guest, TestHouse.Cart(stalePrice))).Refusal!.Code.Should().Be("price_changed");
        (await House.OrderAsync(guest, Dishes.Pancake)).Total.Should().Be(new Money(20_000));
        (await House.OrderReader.GetAsync(guest, before.Id)).Value.Total.Should().Be(new Money(19_000));
    }

    [Fact]
    public async Task Prices_are_the_managers_and_need_the_newest_version()
    {
        var price = new ChangeMenuItem(Pancake) { Price = new Money(1), Version = 1 };

        (await House.MenuDesk.ChangeAsync(House.Kitchen, price)).Refusal!.Code.Should().Be("forbidden");
        (await House.MenuDesk.ChangeAsync(House.Floor, price)).Refusal!.Code.Should().Be("forbidden");
        (await House.MenuDesk.ChangeAsync(House.Manager, price with { Version = null })).Refusal!.Errors.Should().ContainKey("version");
        (await House.MenuDesk.ChangeAsync(House.Manager, price with { Version = 2 })).Refusal!.Code.Should().Be("stale_version");
        (await House.MenuDesk.ChangeAsync(House.Manager, price)).Value.Should().Be(2);
    }

    [Theory]
    [InlineData(-2, null, "portionsLeft")]
    [InlineData(10_000, null, "portionsLeft")]
    [InlineData(null, -1L, "price")]
    [InlineData(null, 100_000_001L, "price")]
    [InlineData(null, null, "soldOut")]
    public async Task Bad_numbers_are_refused(int? portions, long? price, string field)
    {
        var change = new ChangeMenuItem(Pancake)
        {
            PortionsLeft = portions,
            Price = price is { } p ? new Money(p) : null,
            Version = 1,
        };

        (await House.MenuDesk.ChangeAsync(House.Manager, change)).Refusal!.Errors.Should().ContainKey(field);
    }

    [Fact]
    public async Task An_unknown_dish_is_not_found()
    {
        (await House.MenuDesk.ChangeAsync(House.Manager, new ChangeMenuItem(Guid.NewGuid()) { SoldOut = true }))
            .Refusal!.Code.Should()
            .Be("not_found");
    }

    [Fact]
    public async Task Portions_are_counted_until_they_are_not()
    {
        await House.MenuDesk.ChangeAsync(House.Kitchen, new ChangeMenuItem(Pancake) { PortionsLeft = 3 });
        (await House.MenuReader.GetAsync(House.Kitchen)).Value.PortionsLeft(Pancake).Should().Be(3);

        await House.MenuDesk.ChangeAsync(House.Kitchen, new ChangeMenuItem(Pancake) { PortionsLeft = -1 });
        (await House.MenuReader.GetAsync(House.Kitchen)).Value.PortionsLeft(Pancake).Should().BeNull();
    }
}
