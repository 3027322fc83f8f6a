using TableOrder.Core.Access;
using TableOrder.Core.Ordering;
using TableOrder.Core.Stations;
using TableOrder.Web.Kitchen;
using static TableOrder.Tests.Kitchen.KitchenOrders;

namespace TableOrder.Tests.Kitchen;

public class HeardTests
{
    private readonly Order order = Order(1, 0, Line("Pork belly", quantity: 2), Line("Mojito", "bar"));
    private static KitchenView Pass => new(null, Stations) { IsExpo = true };

    [Fact]
    public void New_order_is_heard_where_it_is_made()
    {
        Heard.Of(View(), null, order).Should().Be(KitchenSound.New);
        Heard.Of(View(null), null, order).Should().Be(KitchenSound.New);
        Heard.Of(Pass, null, order).Should().BeNull("the pass hears what is ready");
    }

    [Fact]
    public void Later_round_sounds_as_added_and_a_remake_as_new()
    {
        var later = order with { Round = 2 };

        Heard.Of(View(), null, later).Should().Be(KitchenSound.Added);
        Heard.Of(View(), null, later with { Remake = new Remake(Guid.NewGuid(), Guid.NewGuid(), 7, "burnt") }).Should().Be(KitchenSound.New);
    }

    [Fact]
    public void Ticket_that_is_called_back_is_not_announced_as_new()
    {
        var bumped = order.After(new StepOrder(order.Id, LineStatus.Ready) { Station = "grill" });
        var recalled = bumped.After(new StepOrder(order.Id, LineStatus.Preparing) { Station = "grill", Version = bumped.Version });

        Heard.Of(View(), null, recalled).Should().BeNull();
        Heard.Of(View(null), bumped, recalled).Should().BeNull();
    }

    [Fact]
    public void Cancellation_is_heard_at_its_station_alone_also_of_a_part()
    {
        var less = Cancelled(order, new CancelLine(order.Lines[0].Id, 1));

        Heard.Of(View(), order, less).Should().Be(KitchenSound.Cancelled);
        Heard.Of(View("bar"), order, less).Should().BeNull();
    }

    [Fact]
    public void Ticket_of_which_nothing_is_left_sounds_cancelled_also_where_it_comes_so()
    {
        var gone = Cancelled(order, null);

        Heard.Of(View(), null, gone).Should().Be(KitchenSound.Cancelled);
        Heard.Of(View(), order, gone).Should().Be(KitchenSound.Cancelled);
    }

    [Fact]
    public void Fired_course_and_priority_sound_as_a_change()
    {
        var held = Order(1, 0, Line("Soup"), Line("Steak", status: LineStatus.Held) with { Course = 1 });
        var fired = held.After(new StepOrder(held.Id, LineStatus.Placed));

        Heard.Of(View(), held, fired).Should().Be(KitchenSound.Added);
        Heard
            .Of(View(), order, PriorityRule.Decide(order, new PrioritizeOrder(order.Id, First: true), Noon).Value.After)
            .Should()
            .Be(KitchenSound.Added);
    }

    [Fact]
    public void Pass_hears_once_that_every_station_is_done()
    {
        var half = order.After(new StepOrder(order.Id, LineStatus.Ready) { Station = "grill" });
        var all = half.After(new StepOrder(order.Id, LineStatus.Ready) { Station = "bar" });

        Heard.Of(Pass, order, half).Should().BeNull();
        Heard.Of(Pass, half, all).Should().Be(KitchenSound.Ready);
        Heard.Of(Pass, all, all with { Version = 9 }).Should().BeNull();
        Heard.Of(Pass, all, null).Should().BeNull();
    }

    [Fact]
    public void Steps_of_cooks_are_seen_and_not_heard()
    {
        Heard.Of(View(), order, order.After(new StepOrder(order.Id, LineStatus.Preparing))).Should().BeNull();
        Heard.Of(View(), order, null).Should().BeNull();
    }

    private static Order Cancelled(Order order, CancelLine? line) =>
        CancelRule.Decide(order, new CancelOrder(order.Id, "left") { Lines = line is null ? null : [line] }, Role.Manager, Noon).Value.After;
}
