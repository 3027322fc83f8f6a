using TableOrder.Core;
using TableOrder.Core.Menu;
using TableOrder.Core.Ordering;
using TableOrder.Tests.Support;

namespace TableOrder.Tests.Menu;

public sealed class PortionsTests : HouseTests
{
    [Fact]
    public async Task The_last_portion_is_sold_once()
    {
        await LeaveAsync(1);
        var guests = await Task.WhenAll(Enumerable.Range(1, 20).Select(table => House.SeatAsync(table)));

        var answers = await Task.WhenAll(
            guests.Select(guest => Task.Run(() => House.Orders.PlaceAsync(guest, TestHouse.Cart(House.Line(Dishes.Shrimp)))))
        );

        answers.Should().ContainSingle(answer => answer.Refusal == null);
        var refused = answers.Where(answer => answer.Refusal is not null).Select(answer => (OrderRefusal)answer.Refusal!).ToList();
        refused.Should().OnlyContain(refusal => refusal.Code == "sold_out" && refusal.Lines.Single().PortionsLeft == 0);
        Left().Should().Be(0);
        House.Ask("SELECT count(*) FROM order_events").Should().Be(1);
    }

    [Fact]
    public async Task An_order_takes_all_its_portions_or_none()
    {
        var guest = await House.SeatAsync(7);

        var refusal = (await House.Orders.PlaceAsync(guest, TestHouse.Cart(House.Line(Dishes.Shrimp, 4), House.Line(Dishes.Shrimp, 3)))).Refusal;

        ((OrderRefusal)refusal!).Lines.Should().Equal(new RefusedLine(1, House.Dish(Dishes.Shrimp).Id, PortionsLeft: 2));
        Left().Should().Be(6);
    }

    [Fact]
    public async Task Portions_come_back_from_lines_that_nobody_has_begun()
    {
        var order = await OrderAsync(5);
        Left().Should().Be(1);

        await CancelAsync(order, 2);
        Left().Should().Be(3);

        await House.Orders.StepAsync(House.Kitchen, new StepOrder(order.Id, LineStatus.Preparing));
        await CancelAsync(order, 3);
        Left().Should().Be(3, "what somebody has begun to make is gone");
    }

    [Fact]
    public async Task Portions_come_back_from_a_held_line()
    {
        var guest = await House.SeatAsync(7);
        var cart = TestHouse.Cart(House.Line(Dishes.Pancake), House.Line(Dishes.Shrimp, 2) with { Course = 1 }) with { SeatingId = guest.SeatingId };
        var order = (await House.Orders.PlaceAsync(House.Floor, cart)).Value.Order;
        order.Statuses().Should().Equal(LineStatus.Placed, LineStatus.Held);
        Left().Should().Be(4);

        await House.Orders.CancelAsync(House.Floor, new CancelOrder(order.Id, "left early"));

        Left().Should().Be(6);
    }

    [Fact]
    public async Task The_menu_says_what_is_left_without_a_new_version()
    {
        var before = (await House.MenuReader.GetAsync(House.Kitchen)).Value;
        await OrderAsync(6);
        var after = (await House.MenuReader.GetAsync(House.Kitchen)).Value;

        var shrimp = House.Dish(Dishes.Shrimp);
        (before.PortionsLeft(shrimp.Id), before.IsOut(shrimp)).Should().Be((6, false));
        (after.PortionsLeft(shrimp.Id), after.IsOut(shrimp)).Should().Be((0, true));
        after.Menu.Should().BeSameAs(before.Menu);
    }

    private long Left() => House.Ask("SELECT portions_left FROM menu_items WHERE id = $1", House.Dish(Dishes.Shrimp).Id);

    private Task<Outcome<int>> LeaveAsync(int portions) =>
        House.MenuDesk.ChangeAsync(House.Kitchen, new ChangeMenuItem(House.Dish(Dishes.Shrimp).Id) { PortionsLeft = portions });

    private async Task<Order> OrderAsync(int portions) =>
        (await House.Orders.PlaceAsync(await House.SeatAsync(7), TestHouse.Cart(House.Line(Dishes.Shrimp, portions)))).Value.Order;

    private async Task CancelAsync(Order order, int portions) =>
        (await House.Orders.CancelAsync(House.Floor, new CancelOrder(order.Id, "x") { Lines = [new CancelLine(order.Lines[0].Id, portions)] }))
            .Refusal.Should()
            .BeNull();
}
