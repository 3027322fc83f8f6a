using TableOrder.Core;
using TableOrder.Core.Access;
using TableOrder.Core.Menu;
using TableOrder.Core.Ordering;
using TableOrder.Tests.Support;
using static TableOrder.Core.Ordering.LineStatus;

namespace TableOrder.Tests.Ordering;

/// <summary>A dish that went wrong is made again, once, and the guests pay for the first alone; after each test a check agrees.</summary>
public sealed class RemakeTests : HouseTests
{
    private Actor guest = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        guest = await House.SeatAsync(7);
    }

    public override async Task DisposeAsync()
    {
        Recount.ShouldAgree(House);
        await base.DisposeAsync();
    }

    [Fact]
    public async Task A_remake_is_another_order_of_the_party_that_names_the_line()
    {
        var order = await ReadyAsync(Dishes.Pancake, 3);

        var again = (await RemakeAsync(order, quantity: 2)).Value.Order;

        (await House.OrderReader.GetAsync(guest, again.Id)).Value.Should().BeEquivalentTo(again);
        (again.SeatingId, again.Round, again.Status, again.Total.Minor).Should().Be((order.SeatingId, 2, OrderStatus.Placed, 0));
        again.Number.Should().Be(order.Number + 1);
        again.Lines.Should().ContainSingle().Which.Should().Match<OrderLine>(line => line.Quantity == 2 && line.UnitPrice.Minor == 0);
        again.Remake.Should().Be(new Remake(order.Lines[0].Id, order.Id, order.Number, "burnt"));
        again.Tickets.Should().Equal(new Ticket("grill") { FiredAt = House.Clock.Now });
    }

    [Fact]
    public async Task A_remake_of_a_remake_is_linked_to_the_line_that_guests_ordered()
    {
        var order = await ReadyAsync(Dishes.Pancake, 3);
        var second = (await RemakeAsync(order, quantity: 2)).Value.Order;
        await House.StepAsync(second, Ready);

        (await RemakeAsync(second, quantity: 3)).Refusal!.Errors.Should().ContainKey("quantity", "two of it went out the second time");
        var third = (await RemakeAsync(second, quantity: 1)).Value.Order;

        third.Remake.Should().Be(second.Remake);
    }

    [Fact]
    public async Task However_often_a_wish_is_sent_it_becomes_one_order()
    {
        var order = await ReadyAsync(Dishes.Pancake, 2);
        var wish = new RemakeLine(Guid.NewGuid(), order.Id, order.Lines[0].Id, 1, "burnt");

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => House.Orders.RemakeAsync(House.Kitchen, wish))));

        answers.Should().ContainSingle(answer => answer.Value.Created);
        answers.Select(answer => answer.Value.Order.Id).Distinct().Should().ContainSingle();
        House.Ask("SELECT count(*) FROM orders").Should().Be(2);

        var other = (OrderRefusal)(await House.Orders.RemakeAsync(House.Kitchen, wish with { Quantity = 2 })).Refusal!;
        (other.Code, other.Current!.Id).Should().Be(("key_reused", answers[0].Value.Order.Id));
        (await House.Orders.RemakeAsync(House.Kitchen, wish with { RequestId = Guid.Empty })).Refusal!.Code.Should().Be("key_missing");
    }

    [Fact]
    public async Task A_retry_gets_its_order_even_after_the_party_has_left()
    {
        var order = await ReadyAsync(Dishes.Pancake, 1);
        var wish = new RemakeLine(Guid.NewGuid(), order.Id, order.Lines[0].Id, 1, "burnt");
        var made = (await House.Orders.RemakeAsync(House.Kitchen, wish)).Value.Order;
        await House.StepAsync(made, Ready);
        foreach (var one in new[] { order, made })
        {
            await House.Orders.StepAsync(House.Floor, new StepOrder(one.Id, Served));
        }

        (await House.CloseAsync(order.SeatingId)).Refusal.Should().BeNull();

        (await House.Orders.RemakeAsync(House.Kitchen, wish)).Value.Created.Should().BeFalse();
        (await RemakeAsync(order, quantity: 1)).Refusal!.Code.Should().Be("seating_closed");
    }

    [Fact]
    public async Task Sales_top_items_and_busy_half_hours_count_the_first_alone_and_the_kitchens_work_counts_twice()
    {
        var order = await ReadyAsync(Dishes.Pancake, 3);
        var before = (await House.Statistics.GetAsync(House.Manager)).Value;

        var again = (await RemakeAsync(order, quantity: 3)).Value.Order;
        House.Clock.Now += TimeSpan.FromMinutes(2);
        await House.StepAsync(again, Ready);

        var after = (await House.Statistics.GetAsync(House.Manager)).Value;
        after.Sum.Should().Be(before.Sum with { Ready = 2 });
        after.HalfHours.Should().Equal(before.HalfHours);
        after.TopItems.Should().BeEquivalentTo(before.TopItems);
        House.Ask("SELECT sum(lines) FROM statistics_dish_speed").Should().Be(2);
        House.Ask("SELECT sum(tickets) FROM statistics_prep_seconds").Should().Be(2);
        (await House.Orders.CancelAsync(House.Manager, new CancelOrder(again.Id, "not wanted"))).Refusal.Should().BeNull();
        (await House.Statistics.GetAsync(House.Manager)).Value.Sum.Sales.Should().Be(before.Sum.Sales);
    }

    [Theory]
    [InlineData(6, 2, 4)]
    [InlineData(1, 2, 0)]
    [InlineData(0, 2, 0)]
    public async Task A_remake_takes_what_portions_are_left_and_gives_back_no_more_than_it_took(int left, int quantity, int then)
    {
        var order = await ReadyAsync(Dishes.Shrimp, 3);
        await LeaveAsync(left);

        var again = (await RemakeAsync(order, quantity)).Value.Order;
        Left().Should().Be(then, "a cook knows what is in the pan");

        await CancelAsync(again, 1);
        Left().Should().Be(left >= quantity ? then + 1 : then, "the one that is left may be the one that took a portion");
        await CancelAsync(again, 1);
        Left().Should().Be(left);
    }

    [Fact]
    public async Task A_remake_that_somebody_has_begun_gives_nothing_back()
    {
        var order = await ReadyAsync(Dishes.Shrimp, 3);
        var again = (await RemakeAsync(order, 1)).Value.Order;
        await House.StepAsync(again, Preparing);

        await CancelAsync(again, 1);

        Left().Should().Be(2);
    }

    [Fact]
    public async Task A_dish_that_is_sold_out_or_not_counted_is_made_again_all_the_same()
    {
        var order = await ReadyAsync(Dishes.Pancake, 1);
        await House.MenuDesk.ChangeAsync(House.Kitchen, new ChangeMenuItem(House.Dish(Dishes.Pancake).Id) { SoldOut = true });

        var again = (await RemakeAsync(order, 1)).Value.Order;
        await House.MenuDesk.ChangeAsync(House.Kitchen, new ChangeMenuItem(House.Dish(Dishes.Pancake).Id) { PortionsLeft = 5 });
        await CancelAsync(again, 1);

        House.Ask("SELECT portions_left FROM menu_items WHERE id = $1", House.Dish(Dishes.Pancake).Id).Should().Be(5, "it took none");
    }

    [Fact]
    public async Task Staff_have_a_line_made_again_and_guests_do_not()
    {
        var order = await ReadyAsync(Dishes.Pancake, 1);

        foreach (var actor in new[] { House.Kitchen, House.Floor, House.Manager })
        {
            (await RemakeAsync(order, 1, actor)).Refusal.Should().BeNull();
        }

        foreach (var actor in new[] { guest, Actor.System, Actor.Nobody })
        {
            (await RemakeAsync(order, 1, actor)).Refusal!.Code.Should().Be("forbidden");
        }

        (await RemakeAsync(order with { Id = Guid.NewGuid() }, 1)).Refusal!.Code.Should().Be("not_found");
    }

    private async Task<Order> ReadyAsync(string dish, int quantity)
    {
        var order = (await House.Orders.PlaceAsync(guest, TestHouse.Cart(House.Line(dish, quantity)))).Value.Order;
        House.Clock.Now += TimeSpan.FromMinutes(1);
        return await House.StepAsync(order, Ready);
    }

    private Task<Outcome<PlacedOrder>> RemakeAsync(Order order, int quantity, Actor? actor = null) =>
        House.Orders.RemakeAsync(actor ?? House.Kitchen, new RemakeLine(Guid.NewGuid(), order.Id, order.Lines[0].Id, quantity, "burnt"));

    private async Task CancelAsync(Order order, int quantity) =>
        (await House.Orders.CancelAsync(House.Manager, new CancelOrder(order.Id, "x") { Lines = [new CancelLine(order.Lines[0].Id, quantity)] }))
            .Refusal.Should()
            .BeNull();

    private long Left() => House.Ask("SELECT portions_left FROM menu_items WHERE id = $1", House.Dish(Dishes.Shrimp).Id);

    private Task<Outcome<int>> LeaveAsync(int portions) =>
        House.MenuDesk.ChangeAsync(House.Kitchen, new ChangeMenuItem(House.Dish(Dishes.Shrimp).Id) { PortionsLeft = portions });
}
