using TableOrder.Core.Ordering;
using TableOrder.Tests.Support;
using static TableOrder.Core.Ordering.LineStatus;

namespace TableOrder.Tests.Ordering;

/// <summary>Bump, recall, fire and touch, and which tickets a kitchen screen shows.</summary>
public sealed class TicketTests
{
    private static readonly DateTimeOffset Now = Orders.PlacedAt.AddMinutes(5);
    private static readonly DateTimeOffset Earlier = Orders.PlacedAt.AddMinutes(2);

    [Fact]
    public void Bumped_ticket_leaves_the_kitchen_screen()
    {
        var order = Orders.Of(Orders.Line(Placed), Orders.Line(Preparing));
        order.Shows(order.Ticket("grill")).Should().BeTrue();

        var bumped = Step(order, Ready, station: "grill");

        bumped.Ticket("grill").BumpedAt.Should().Be(Now);
        bumped.Shows(bumped.Ticket("grill")).Should().BeFalse();
    }

    [Theory]
    [InlineData(null)]
    [InlineData(10)]
    public void Bump_takes_the_ticket_away_even_if_every_line_was_ticked_before(int? version)
    {
        var order = Orders.Of(Orders.Line(Ready));
        order.Shows(order.Ticket("grill")).Should().BeTrue("ready lines wait for their bump");

        var change = StepRule.Decide(order, new StepOrder(order.Id, Ready) { Station = "grill", Version = version }, Now).Value;

        change.After.Ticket("grill").BumpedAt.Should().Be(Now);
        change.Event.Should().Be(OrderEventType.LinesUpdated);
        change.After.Version.Should().Be(11);
    }

    [Fact]
    public void A_second_bump_changes_nothing()
    {
        var bumped = Step(Orders.Of(Orders.Line(Placed)), Ready, station: "grill");

        StepRule.Decide(bumped, new StepOrder(bumped.Id, Ready) { Station = "grill" }, Now.AddMinutes(1)).Value.Event.Should().BeNull();
    }

    [Fact]
    public void Bump_without_a_station_bumps_every_ticket()
    {
        var bumped = Step(Orders.Of(Orders.Line(Placed, "grill"), Orders.Line(Ready, "bar")), Ready);

        bumped.Tickets.Should().OnlyContain(ticket => ticket.BumpedAt == Now);
    }

    [Fact]
    public void Bump_of_one_station_leaves_the_other_stations_ticket_alone()
    {
        var order = Orders.Of(Orders.Line(Placed, "grill"), Orders.Line(Placed, "bar"));

        var bumped = Step(order, Ready, station: "bar");

        bumped.Ticket("grill").Should().Be(order.Ticket("grill"));
    }

    [Fact]
    public void Ticket_with_held_lines_alone_is_neither_shown_nor_bumped()
    {
        var order = Orders.Of(Orders.Line(Placed, "grill"), Orders.Line(Held, "bar"));
        order.Shows(order.Ticket("bar")).Should().BeFalse();

        var bumped = Step(order, Ready);

        bumped.Ticket("bar").Should().Be(new Ticket("bar"));
    }

    [Fact]
    public void The_first_fire_starts_a_held_tickets_clock()
    {
        var fired = Step(Orders.Of(Orders.Line(Placed, "grill"), Orders.Line(Held, "bar")), Placed);

        fired.Ticket("bar").FiredAt.Should().Be(Now);
        fired.Ticket("grill").FiredAt.Should().Be(Orders.PlacedAt);
        fired.Shows(fired.Ticket("bar")).Should().BeTrue();
    }

    [Fact]
    public void A_fired_line_brings_a_bumped_ticket_back()
    {
        var order = Orders.Of(Orders.Line(Ready), Orders.Line(Held)).With("grill", ticket => ticket with { BumpedAt = Earlier });

        var ticket = Step(order, Placed).Ticket("grill");

        ticket.BumpedAt.Should().BeNull();
        ticket.RecalledAt.Should().BeNull("a fire is no recall");
        ticket.FiredAt.Should().Be(Orders.PlacedAt, "the clock began at the first fire");
    }

    [Theory]
    [InlineData(Ready, Preparing)]
    [InlineData(Served, Preparing)]
    [InlineData(Served, Ready)]
    public void A_line_moved_back_after_a_bump_recalls_the_ticket_and_its_clock_runs_on(LineStatus from, LineStatus to)
    {
        var order = Orders.Of(Orders.Line(from)).With("grill", ticket => ticket with { BumpedAt = Earlier });

        var recalled = Step(order, to, version: 10);

        recalled.Ticket("grill").Should().Be(new Ticket("grill") { FiredAt = Orders.PlacedAt, RecalledAt = Now });
        recalled.Shows(recalled.Ticket("grill")).Should().BeTrue();
    }

    [Fact]
    public void A_line_moved_back_before_any_bump_is_no_recall_of_the_ticket()
    {
        Step(Orders.Of(Orders.Line(Ready)), Preparing, version: 10).Ticket("grill").RecalledAt.Should().BeNull();
    }

    [Theory]
    [InlineData(Preparing)]
    [InlineData(Ready)]
    public void Whoever_starts_or_bumps_has_touched_the_ticket(LineStatus to)
    {
        Step(Orders.Of(Orders.Line(Placed)), to).Ticket("grill").TouchedAt.Should().Be(Now);
    }

    [Fact]
    public void Serving_touches_nothing_in_the_kitchen()
    {
        Step(Orders.Of(Orders.Line(Ready)), Served).Ticket("grill").TouchedAt.Should().BeNull();
    }

    [Fact]
    public void Cancelled_lines_stay_on_the_screen_until_a_human_touches_the_ticket()
    {
        var order = Orders.Of(Orders.Line(Cancelled));
        order.Shows(order.Ticket("grill")).Should().BeTrue();

        var touched = Step(order, Ready, station: "grill");

        touched.Ticket("grill").TouchedAt.Should().Be(Now);
        touched.Ticket("grill").BumpedAt.Should().BeNull();
        touched.Shows(touched.Ticket("grill")).Should().BeFalse();
    }

    [Fact]
    public void Served_lines_need_no_ticket_any_more()
    {
        var order = Orders.Of(Orders.Line(Served));

        order.Shows(order.Ticket("grill")).Should().BeFalse();
    }

    private static Order Step(Order order, LineStatus to, string? station = null, int? version = null) =>
        StepRule.Decide(order, new StepOrder(order.Id, to) { Station = station, Version = version }, Now).Value.After;
}
