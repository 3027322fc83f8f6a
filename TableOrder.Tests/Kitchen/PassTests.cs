using TableOrder.Core.Ordering;
using TableOrder.Core.Stations;
using TableOrder.Web.Kitchen;
using static TableOrder.Tests.Kitchen.KitchenOrders;

namespace TableOrder.Tests.Kitchen;

/// <summary>What the pass sees of an order: all of it, and when every station is done.</summary>
public class PassTests
{
    private static readonly KitchenView Pass = new(null, Stations) { IsExpo = true };

    [Fact]
    public void Whole_order_stands_at_the_pass_with_what_no_station_makes()
    {
        var order = Order(1, 0, Line("Mojito", "bar"), Line("Cola", station: null, status: LineStatus.Ready), Line("Pork belly"));

        var face = new TicketFace(order, Pass);

        face.Groups.Select(group => group.Station).Should().Equal("grill", "bar", null);
        face.Groups.Select(group => group.IsDone).Should().Equal(false, false, true);
    }

    [Fact]
    public void Order_can_be_served_only_when_every_station_is_done()
    {
        var order = Order(1, 0, Line("Pork belly"), Line("Mojito", "bar"));
        new TicketFace(order, Pass).Bump.Should().Be(BumpKind.Wait);

        var half = order.After(new StepOrder(order.Id, LineStatus.Ready) { Station = "grill" });
        new TicketFace(half, Pass).Waits.Should().Equal("bar");

        var all = half.After(new StepOrder(order.Id, LineStatus.Ready) { Station = "bar" });
        new TicketFace(all, Pass).Bump.Should().Be(BumpKind.Serve);
        Pass.Belongs(all).Should().BeTrue("bumped everywhere, it is not on its table yet");
        Pass.Belongs(all.After(new StepOrder(order.Id, LineStatus.Served))).Should().BeFalse();
    }

    [Fact]
    public void Held_course_is_fired_when_what_came_before_is_served()
    {
        var order = Order(
            1,
            0,
            Line("Soup"),
            Line("Steak", status: LineStatus.Held) with
            {
                Course = 1,
            },
            Line("Cake", "bar", LineStatus.Held) with
            {
                Course = 2,
            }
        );
        var served = order
            .After(new StepOrder(order.Id, LineStatus.Ready) { LineId = order.Lines[0].Id })
            .After(new StepOrder(order.Id, LineStatus.Served) { LineId = order.Lines[0].Id });
        var face = new TicketFace(served, Pass);

        (face.Bump, face.NextCourse).Should().Be((BumpKind.Fire, 1));

        var fired = served.After(new StepOrder(order.Id, LineStatus.Placed) { Course = 1 });
        fired.Lines.Select(line => line.Status).Should().Equal(LineStatus.Served, LineStatus.Placed, LineStatus.Held);
        new TicketFace(fired, Pass).NextCourse.Should().Be(2);
    }

    [Fact]
    public void Station_may_be_set_to_see_what_others_make_and_what_waits()
    {
        var order = Order(1, 0, Line("Pork belly"), Line("Steak", status: LineStatus.Held) with { Course = 1 }, Line("Mojito", "bar"));
        var all = new KitchenView("grill", Stations)
        {
            Screen = new Core.Stations.KitchenScreen("grill") { SeesOthers = true, SeesHeld = true },
        };

        new TicketFace(order, View()).Others.Should().BeEmpty();
        new TicketFace(order, View()).Groups.Single().Lines.Should().ContainSingle();
        new TicketFace(order, all).Others.Select(line => line.Name.ToString()).Should().Equal("Mojito");
        new TicketFace(order, all).Groups.Single().Lines.Should().HaveCount(2);
    }
}
