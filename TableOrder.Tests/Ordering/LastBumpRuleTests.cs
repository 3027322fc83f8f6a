using TableOrder.Core.Ordering;
using TableOrder.Tests.Support;
using static TableOrder.Core.Ordering.LineStatus;

namespace TableOrder.Tests.Ordering;

/// <summary>Where nobody stands at the pass, the last station's bump serves what was fired.</summary>
public sealed class LastBumpRuleTests
{
    private static readonly DateTimeOffset Now = Orders.PlacedAt.AddMinutes(5);
    private static readonly DateTimeOffset Earlier = Orders.PlacedAt.AddMinutes(2);

    [Fact]
    public void The_first_of_two_stations_makes_ready_and_the_last_serves_both_and_the_drinks()
    {
        var order = Orders.Of(Orders.Line(Placed, "grill"), Orders.Line(Preparing, "bar"), Orders.Line(Ready, station: null));

        var first = Bump(order, "grill").After;
        var last = Bump(first, "bar").After;

        first.Statuses().Should().Equal(Ready, Preparing, Ready);
        last.Statuses().Should().Equal(Served, Served, Served);
        (last.Status, last.Version).Should().Be((OrderStatus.Served, 12));
        last.Tickets.Should().OnlyContain(ticket => ticket.BumpedAt != null);
        last.Lines.Should().OnlyContain(line => line.ChangedVersion == 12);
    }

    [Fact]
    public void A_line_that_goes_two_steps_at_once_is_made_now_and_both_are_told()
    {
        var order = Orders.Of(Orders.Line(Placed), Orders.Line(Ready) with { ReadyAt = Earlier });

        var change = Bump(order, "grill");

        change.After.Lines.Select(line => line.ReadyAt).Should().Equal(Now, Earlier);
        change.Event.Should().Be(OrderEventType.StatusUpdated);
        change
            .Detail.Lines.Should()
            .Equal(
                new LineMove(order.Lines[0].Id, Placed, Ready),
                new LineMove(order.Lines[0].Id, Ready, Served),
                new LineMove(order.Lines[1].Id, Ready, Served)
            );
    }

    [Theory]
    [InlineData(null)]
    [InlineData(10)]
    public void A_bump_serves_even_if_every_line_was_ticked_before(int? version)
    {
        var change = Bump(Orders.Of(Orders.Line(Ready)), "grill", version);

        change.After.Statuses().Should().Equal(Served);
        change.After.Ticket("grill").BumpedAt.Should().Be(Now);
    }

    [Fact]
    public void Bump_of_every_ticket_at_once_is_the_last_bump()
    {
        Bump(Orders.Of(Orders.Line(Placed, "grill"), Orders.Line(Placed, "bar")), station: null).After.Status.Should().Be(OrderStatus.Served);
    }

    [Fact]
    public void A_ticked_line_is_no_bump()
    {
        var order = Orders.Of(Orders.Line(Placed));

        var ticked = StepRule.Decide(order, new StepOrder(order.Id, Ready) { LineId = order.Lines[0].Id }, Now, lastBumpServes: true).Value.After;

        ticked.Statuses().Should().Equal(Ready);
    }

    [Fact]
    public void What_is_held_waits_for_its_fire_and_the_next_last_bump()
    {
        var order = Orders.Of(Orders.Line(Placed, "grill"), Orders.Line(Held, "bar"), Orders.Line(Held, station: null));

        var first = Bump(order, "grill").After;
        first.Statuses().Should().Equal(Served, Held, Held);
        first.IsOpen.Should().BeTrue();

        var fired = Step(first, Placed).After;
        fired.Statuses().Should().Equal(Served, Placed, Ready);

        Bump(fired, "bar").After.Status.Should().Be(OrderStatus.Served);
    }

    [Fact]
    public void A_course_fired_for_the_same_station_is_served_by_its_next_bump()
    {
        var fired = Step(Bump(Orders.Of(Orders.Line(Placed), Orders.Line(Held)), "grill").After, Placed).After;
        fired.Ticket("grill").BumpedAt.Should().BeNull();

        Bump(fired, "grill").After.Statuses().Should().Equal(Served, Served);
    }

    [Fact]
    public void An_order_that_no_station_makes_is_served_from_the_floor()
    {
        var drinks = Orders.Of(Orders.Line(Ready, station: null));
        var heldFood = Orders.Of(Orders.Line(Ready, station: null), Orders.Line(Held));

        Bump(drinks, station: null).Event.Should().BeNull();
        Bump(heldFood, station: null).After.Statuses().Should().Equal(Ready, Held);
        Step(drinks, Served).After.Status.Should().Be(OrderStatus.Served);
    }

    [Fact]
    public void A_station_whose_lines_a_waiter_carried_before_its_bump_keeps_nothing_back()
    {
        var order = Orders.Of(Orders.Line(Served, "grill"), Orders.Line(Placed, "bar"));
        order.Ticket("grill").BumpedAt.Should().BeNull();

        Bump(order, "bar").After.Status.Should().Be(OrderStatus.Served);
    }

    [Fact]
    public void A_station_whose_lines_were_all_cancelled_keeps_nothing_back_and_touching_them_away_may_be_the_last()
    {
        var order = Orders.Of(Orders.Line(Placed, "grill"), Orders.Line(Cancelled, "bar"));
        Bump(order, "grill").After.Status.Should().Be(OrderStatus.Served);

        var ready = Orders.Of(Orders.Line(Ready, "grill"), Orders.Line(Cancelled, "bar")).With("grill", ticket => ticket with { BumpedAt = Earlier });
        Bump(ready, "bar").After.Status.Should().Be(OrderStatus.Served, "the bar's line was cancelled after the grill had bumped");
    }

    [Fact]
    public void A_recalled_ticket_comes_back_from_the_table_and_its_next_bump_serves_it_again()
    {
        var served = Bump(Orders.Of(Orders.Line(Placed, "grill"), Orders.Line(Ready, station: null)), "grill").After;

        var recalled = Step(served, Preparing, "grill", served.Version).After;
        recalled.Statuses().Should().Equal(Preparing, Served);
        recalled.Shows(recalled.Ticket("grill")).Should().BeTrue();
        recalled.Lines[0].ReadyAt.Should().BeNull();

        Bump(recalled, "grill").After.Status.Should().Be(OrderStatus.Served);
    }

    [Fact]
    public void A_whole_order_called_back_to_the_pass_is_served_by_the_last_bump_again()
    {
        var served = Bump(Orders.Of(Orders.Line(Placed, "grill"), Orders.Line(Placed, "bar")), station: null).After;

        var recalled = Step(served, Ready, station: null, served.Version).After;
        recalled.Statuses().Should().Equal(Ready, Ready);
        recalled.Tickets.Should().OnlyContain(ticket => ticket.BumpedAt == null && ticket.RecalledAt == Now);

        var grill = Bump(recalled, "grill").After;
        grill.Status.Should().Be(OrderStatus.Ready);
        Bump(grill, "bar", grill.Version).After.Status.Should().Be(OrderStatus.Served);
    }

    [Fact]
    public void A_repeated_bump_changes_nothing()
    {
        var served = Bump(Orders.Of(Orders.Line(Placed)), "grill").After;

        Bump(served, "grill").Event.Should().BeNull();
    }

    [Fact]
    public void What_was_bumped_while_somebody_stood_at_the_pass_is_served_by_whoever_bumps_again()
    {
        var order = Orders.Of(Orders.Line(Ready)).With("grill", ticket => ticket with { BumpedAt = Earlier, TouchedAt = Earlier });

        Bump(order, "grill").After.Status.Should().Be(OrderStatus.Served);
    }

    private static OrderChange Bump(Order order, string? station, int? version = null) => Step(order, Ready, station, version);

    private static OrderChange Step(Order order, LineStatus to, string? station = null, int? version = null) =>
        StepRule.Decide(order, new StepOrder(order.Id, to) { Station = station, Version = version }, Now, lastBumpServes: true).Value;
}
