using TableOrder.Core.Access;
using TableOrder.Core.Ordering;
using TableOrder.Tests.Support;
using static TableOrder.Core.Ordering.LineStatus;

namespace TableOrder.Tests.Ordering;

/// <summary>What is made is the kitchen's; waiters fire, serve and take back to ready.</summary>
public sealed class StepRolesTests : HouseTests
{
    private Actor guest = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        guest = await House.SeatAsync(7);
    }

    [Fact]
    public async Task Waiters_fire_serve_and_take_back_to_ready()
    {
        var cart = TestHouse.Cart(House.Line(Dishes.Pancake), House.Line(Dishes.Sorbet) with { Course = 1 }) with { SeatingId = guest.SeatingId };
        var order = (await House.Orders.PlaceAsync(House.Floor, cart)).Value.Order;

        (await StepAsync(House.Floor, order, Placed)).Should().BeNull();
        (await StepAsync(House.Kitchen, order, Ready)).Should().BeNull();
        (await StepAsync(House.Floor, order, Served)).Should().BeNull();
        (await StepAsync(House.Floor, order, Ready, version: 4)).Should().BeNull();
        (await House.OrderReader.GetAsync(guest, order.Id)).Value.Statuses().Should().Equal(Ready, Ready);
    }

    [Fact]
    public async Task Waiters_neither_start_nor_tick_nor_bump_nor_send_back_to_the_stove()
    {
        var order = await House.OrderAsync(guest, Dishes.Pancake);
        (await StepAsync(House.Floor, order, Preparing)).Should().Be("forbidden");
        (await StepAsync(House.Floor, order, Ready)).Should().Be("forbidden");

        await House.Orders.StepAsync(House.Kitchen, new StepOrder(order.Id, Ready) { LineId = order.Lines[0].Id });
        (await StepAsync(House.Floor, order, Ready)).Should().Be("forbidden", "a bump is the kitchen's even if no line moves");
        (await StepAsync(House.Floor, order, Preparing, version: 2)).Should().Be("forbidden");
        House.Ask("SELECT count(*) FROM order_events").Should().Be(2);
    }

    [Fact]
    public async Task The_kitchen_and_the_manager_may_take_every_step_and_guests_none()
    {
        foreach (var actor in new[] { House.Kitchen, House.Manager })
        {
            var order = await House.OrderAsync(guest, Dishes.Pancake);
            (await StepAsync(guest, order, Preparing)).Should().Be("forbidden");
            (await StepAsync(actor, order, Preparing)).Should().BeNull();
            (await StepAsync(actor, order, Ready)).Should().BeNull();
            (await StepAsync(actor, order, Served)).Should().BeNull();
        }
    }

    private async Task<string?> StepAsync(Actor actor, Order order, LineStatus to, int? version = null) =>
        (await House.Orders.StepAsync(actor, new StepOrder(order.Id, to) { Version = version })).Refusal?.Code;
}
