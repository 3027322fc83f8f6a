using TableOrder.Core.Access;
using TableOrder.Core.Ordering;
using TableOrder.Tests.Support;
using static TableOrder.Core.Ordering.LineStatus;

namespace TableOrder.Tests.Ordering;

/// <summary>What a receipt changes, since when the kitchen has an order, and when somebody must be told that no screen holds a ticket.</summary>
public sealed class ReceiveRuleTests
{
    private static readonly DateTimeOffset Now = Orders.PlacedAt.AddSeconds(3);
    private static readonly DateTimeOffset Later = Now.AddSeconds(5);
    private static readonly DateTimeOffset Alarm = Orders.PlacedAt.AddSeconds(20);

    [Fact]
    public void A_receipt_is_an_event_of_its_own_that_moves_no_line()
    {
        var order = Orders.Of(Orders.Line(Placed, "grill"), Orders.Line(Placed, "bar"));

        var change = ReceiveRule.Decide(order, ["grill"], Now);

        change.Event.Should().Be(OrderEventType.Received);
        change.Detail.Received.Should().Equal("grill");
        change.Detail.Lines.Should().BeEmpty();
        (change.After.Version, change.After.Status).Should().Be((11, OrderStatus.Placed));
        change.After.Lines.Should().Equal(order.Lines);
        change.After.Ticket("grill").Should().Be(order.Ticket("grill") with { ReceivedAt = Now });
        change.After.Ticket("bar").Should().Be(order.Ticket("bar"));
    }

    [Fact]
    public void The_first_screen_counts_and_the_second_changes_nothing()
    {
        var received = Received(Orders.Of(Orders.Line(Placed)), Now, "grill");

        var again = ReceiveRule.Decide(received, ["grill"], Later);

        again.Event.Should().BeNull();
        again.After.Should().BeSameAs(received);
    }

    [Fact]
    public void The_screen_of_all_stations_receives_only_what_is_news()
    {
        var received = Received(Orders.Of(Orders.Line(Placed, "grill"), Orders.Line(Placed, "bar")), Now, "grill");

        var change = ReceiveRule.Decide(received, ["grill", "bar", "oven"], Later);

        change.Detail.Received.Should().Equal("bar");
        change.After.Tickets.Select(ticket => ticket.ReceivedAt).Should().Equal(Now, Later);
    }

    [Fact]
    public void A_ticket_with_held_lines_alone_is_on_no_screen_and_its_receipt_comes_with_the_first_fire()
    {
        var order = Orders.Of(Orders.Line(Placed, "grill"), Orders.Line(Held, "bar"));
        ReceiveRule.Decide(order, ["bar"], Now).Event.Should().BeNull();

        var fired = StepRule.Decide(order, new StepOrder(order.Id, Placed), Now).Value.After;

        ReceiveRule.AlarmAt(fired, fired.Ticket("bar")).Should().Be(Now.AddSeconds(20));
        ReceiveRule.Decide(fired, ["bar"], Later).After.Ticket("bar").ReceivedAt.Should().Be(Later);
    }

    [Fact]
    public void A_later_fire_on_a_ticket_that_a_screen_holds_needs_no_second_receipt()
    {
        var received = Received(Orders.Of(Orders.Line(Placed), Orders.Line(Held)), Now, "grill");

        var fired = StepRule.Decide(received, new StepOrder(received.Id, Placed), Later).Value.After;

        fired.Ticket("grill").ReceivedAt.Should().Be(Now);
        ReceiveRule.AlarmAt(fired, fired.Ticket("grill")).Should().BeNull();
    }

    [Fact]
    public void A_receipt_never_spoils_a_guests_cancel()
    {
        var order = Orders.Of(Orders.Line(Placed));

        var received = Received(order, Now, "grill");

        CancelRule.Decide(received, new CancelOrder(order.Id, null) { Version = order.Version }, Role.Guest, Later).Refusal.Should().BeNull();
        StepRule.Decide(received, new StepOrder(order.Id, Preparing) { Version = order.Version }, Later).Refusal.Should().BeNull();
    }

    [Fact]
    public void A_ticket_that_no_screen_holds_alarms_twenty_seconds_after_its_fire()
    {
        var order = Orders.Of(Orders.Line(Placed));

        ReceiveRule.AlarmAt(order, order.Ticket("grill")).Should().Be(Alarm);
        var received = Received(order, Now, "grill");
        ReceiveRule.AlarmAt(received, received.Ticket("grill")).Should().BeNull();
    }

    [Theory]
    [InlineData(Preparing)]
    [InlineData(Ready)]
    public void What_a_human_has_in_hand_alarms_nobody_even_if_a_cancellation_takes_the_touch_back(LineStatus to)
    {
        var order = Orders.Of(Orders.Line(Placed), Orders.Line(Placed));
        var begun = StepRule.Decide(order, new StepOrder(order.Id, to) { LineId = order.Lines[0].Id }, Now).Value.After;
        ReceiveRule.AlarmAt(begun, begun.Ticket("grill")).Should().BeNull();

        var less = new CancelOrder(order.Id, "no oil") { Lines = [new CancelLine(order.Lines[1].Id)] };
        var cancelled = CancelRule.Decide(begun, less, Role.Floor, Later).Value.After;

        cancelled.Ticket("grill").TouchedAt.Should().BeNull();
        ReceiveRule.AlarmAt(cancelled, cancelled.Ticket("grill")).Should().BeNull();
    }

    [Fact]
    public void What_was_wholly_cancelled_alarms_nobody_and_can_still_be_received()
    {
        var order = Orders.Of(Orders.Line(Placed, "grill"), Orders.Line(Placed, "bar"));
        var bar = new CancelOrder(order.Id, "no ice") { Lines = [new CancelLine(order.Lines[1].Id)] };

        var partly = CancelRule.Decide(order, bar, Role.Floor, Now).Value.After;
        var wholly = CancelRule.Decide(order, new CancelOrder(order.Id, null), Role.Guest, Now).Value.After;

        partly.Tickets.Select(ticket => ReceiveRule.AlarmAt(partly, ticket)).Should().Equal(Alarm, null);
        wholly.Tickets.Select(ticket => ReceiveRule.AlarmAt(wholly, ticket)).Should().OnlyContain(at => at == null);
        ReceiveRule.Decide(wholly, ["bar"], Later).After.Status.Should().Be(OrderStatus.Cancelled);
    }

    [Fact]
    public void An_order_is_received_when_every_station_with_something_to_do_holds_it()
    {
        var order = Orders.Of(
            Orders.Line(Placed, "grill"),
            Orders.Line(Placed, "bar"),
            Orders.Line(Held, "stews"),
            Orders.Line(Cancelled, "noodles"),
            Orders.Line(Ready, station: null)
        );
        order.ReceivedAt.Should().BeNull();

        var grill = Received(order, Now, "grill");
        grill.ReceivedAt.Should().BeNull("the bar does not hold it");
        var both = Received(grill, Later, "bar");

        both.ReceivedAt.Should().Be(Later);
    }

    [Fact]
    public void What_no_station_makes_is_never_received()
    {
        Orders.Of(Orders.Line(Ready, station: null)).ReceivedAt.Should().BeNull();
        Orders.Of(Orders.Line(Ready, station: null), Orders.Line(Held)).ReceivedAt.Should().BeNull();
    }

    private static Order Received(Order order, DateTimeOffset at, params string[] stations) => ReceiveRule.Decide(order, stations, at).After;
}
