using TableOrder.Core;
using TableOrder.Core.Feed;
using TableOrder.Core.Menu;
using TableOrder.Tests.Support;

namespace TableOrder.Tests.Menu;

/// <summary>The menu that is kept for all is one that was committed.</summary>
public sealed class MenuInTransactionTests : HouseTests
{
    [Fact]
    public async Task A_menu_that_was_rolled_back_is_not_ordered_from()
    {
        var guest = await House.SeatAsync(1);
        var (pancake, rice) = (House.Dish(Dishes.Pancake), House.Dish(Dishes.Rice));
        await House.Writer.RunAsync<int>(tx =>
        {
            tx.Session.Execute("UPDATE menu_items SET price = 1 WHERE id = $1", pancake.Id);
            Topics.Raise(tx, MenuSql.MenuTopic);
            House.MenuReader.Current(tx).Item(pancake.Id)!.Price.Should().Be(new Money(1));
            return new Refusal("never mind");
        });

        // The next committed menu has the version that the other one had.
        await House.MenuDesk.ChangeAsync(House.Manager, new ChangeMenuItem(rice.Id) { SoldOut = true });

        (await House.OrderAsync(guest, Dishes.Pancake)).Total.Should().Be(pancake.Price);
        var refused = await House.Orders.PlaceAsync(guest, TestHouse.Cart(House.Line(Dishes.Rice)));
        refused.Refusal!.Code.Should().Be("sold_out");
    }

    [Fact]
    public async Task A_menu_that_a_transaction_found_changed_is_looked_at_again()
    {
        var guest = await House.SeatAsync(1);
        await House.OrderAsync(guest, Dishes.Pancake);
        var before = await House.MenuReader.LatelyAsync();
        await House.MenuDesk.ChangeAsync(House.Manager, new ChangeMenuItem(House.Dish(Dishes.Rice).Id) { SoldOut = true });

        await House.OrderAsync(guest, Dishes.Pancake);

        (await House.MenuReader.LatelyAsync()).Version.Should().BeGreaterThan(before.Version);
        (await House.MenuReader.LatelyAsync()).Should().BeSameAs(await House.MenuReader.LatelyAsync());
    }
}
