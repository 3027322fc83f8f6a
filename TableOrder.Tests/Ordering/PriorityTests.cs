using TableOrder.Core;
using TableOrder.Core.Access;
using TableOrder.Core.Ordering;
using TableOrder.Tests.Support;
using static TableOrder.Core.Ordering.LineStatus;

namespace TableOrder.Tests.Ordering;

/// <summary>An order goes before all others, or back in its turn.</summary>
public sealed class PriorityTests : HouseTests
{
    private static readonly DateTimeOffset Now = Orders.PlacedAt.AddMinutes(5);

    [Fact]
    public void An_order_with_priority_keeps_the_moment_it_got_it_and_nothing_else_changes()
    {
        var order = Orders.Of(Orders.Line(Preparing));

        var change = Decide(order, first: true);

        change.Event.Should().Be(OrderEventType.LinesUpdated);
        change.Detail.Priority.Should().BeTrue();
        change.Detail.Lines.Should().BeEmpty();
        change.After.Should().Be(order with { PrioritizedAt = Now, Version = 11 });
    }

    [Fact]
    public void Back_in_its_turn_an_order_has_no_such_moment()
    {
        var order = Orders.Of(Orders.Line(Placed)) with { PrioritizedAt = Orders.PlacedAt };

        var change = Decide(order, first: false);

        (change.After.PrioritizedAt, change.Detail.Priority).Should().Be((null, false));
    }

    [Fact]
    public void What_is_so_already_changes_nothing_even_where_the_order_is_over()
    {
        var first = Orders.Of(Orders.Line(Served)) with { PrioritizedAt = Orders.PlacedAt };

        Decide(first, first: true).Event.Should().BeNull();
        Decide(Orders.Of(Orders.Line(Placed)), first: false).Event.Should().BeNull();
    }

    [Theory]
    [InlineData(Served)]
    [InlineData(Cancelled)]
    public void An_order_that_is_over_goes_before_nobody(LineStatus status)
    {
        var order = Orders.Of(Orders.Line(status));

        var refusal = (OrderRefusal)PriorityRule.Decide(order, new PrioritizeOrder(order.Id, First: true), Now).Refusal!;

        (refusal.Code, refusal.Current).Should().Be(("illegal_transition", order));
    }

    [Fact]
    public async Task Priority_is_kept_told_and_replayed_and_makes_no_cancel_stale()
    {
        var guest = await House.SeatAsync(7);
        var order = await House.OrderAsync(guest, Dishes.Pancake);
        House.Clock.Now += TimeSpan.FromSeconds(5);

        (await PrioritizeAsync(House.Kitchen, order, first: true)).Value.Version.Should().Be(2);
        (await PrioritizeAsync(House.Manager, order, first: true)).Value.Version.Should().Be(2, "twice is once");
        var read = (await House.OrderReader.GetAsync(guest, order.Id)).Value;
        read.PrioritizedAt.Should().Be(House.Clock.Now);
        Recount.ShouldAgree(House);

        (await PrioritizeAsync(House.Kitchen, order, first: false)).Value.PrioritizedAt.Should().BeNull();
        (await House.OrderReader.GetAsync(guest, order.Id)).Value.PrioritizedAt.Should().BeNull();
        (await House.Orders.CancelAsync(guest, new CancelOrder(order.Id, null) { Version = 1 })).Refusal.Should().BeNull();
        (await PrioritizeAsync(House.Kitchen, order, first: true)).Refusal!.Code.Should().Be("illegal_transition");
        Recount.ShouldAgree(House);
    }

    [Fact]
    public async Task Only_the_kitchen_and_the_manager_set_it()
    {
        var guest = await House.SeatAsync(7);
        var order = await House.OrderAsync(guest, Dishes.Pancake);

        foreach (var actor in new[] { guest, House.Floor, Actor.System, Actor.Nobody })
        {
            (await PrioritizeAsync(actor, order, first: true)).Refusal!.Code.Should().Be("forbidden");
        }

        (await PrioritizeAsync(House.Kitchen, order with { Id = Guid.NewGuid() }, first: true)).Refusal!.Code.Should().Be("not_found");
    }

    private static OrderChange Decide(Order order, bool first) => PriorityRule.Decide(order, new PrioritizeOrder(order.Id, first), Now).Value;

    private Task<Outcome<Order>> PrioritizeAsync(Actor actor, Order order, bool first) =>
        House.Orders.PrioritizeAsync(actor, new PrioritizeOrder(order.Id, first));
}
