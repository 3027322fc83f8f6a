using TableOrder.Core.Access;
using TableOrder.Core.Ordering;
using TableOrder.Tests.Support;
using static TableOrder.Core.Ordering.LineStatus;

namespace TableOrder.Tests.Ordering;

/// <summary>A command is stale only if a line it addresses changed after the version named.</summary>
public sealed class StalenessTests
{
    private static readonly DateTimeOffset Now = Orders.PlacedAt.AddSeconds(30);

    [Fact]
    public void The_grill_and_the_bar_never_refuse_each_other()
    {
        var order = Orders.Of(Orders.Line(Placed, "grill"), Orders.Line(Placed, "bar"));

        var grill = Step(order, Ready, "grill", version: 10).Value.After;
        var bar = Step(grill, Ready, "bar", version: 10);

        bar.Value.After.Statuses().Should().Equal(Ready, Ready);
    }

    [Fact]
    public void A_step_over_a_line_that_changed_since_is_stale_and_shows_the_order_as_it_is()
    {
        var order = Orders.Of(Orders.Line(Placed));
        var started = Step(order, Preparing, "grill", version: 10).Value.After;

        var refusal = (OrderRefusal)Step(started, Ready, "grill", version: 10).Refusal!;

        refusal.Code.Should().Be("stale_version");
        refusal.Current.Should().BeSameAs(started);
        Step(started, Ready, "grill", version: 11).Value.After.Statuses().Should().Equal(Ready);
    }

    [Fact]
    public void Without_a_version_nothing_is_stale()
    {
        var order = Orders.Of(Orders.Line(Preparing, changed: 10));

        Step(order, Ready, "grill", version: null).Refusal.Should().BeNull();
    }

    [Fact]
    public void A_fire_is_not_stale_because_of_lines_that_were_fired_before()
    {
        var order = Orders.Of(Orders.Line(Placed, changed: 9), Orders.Line(Held, changed: 1));

        Step(order, Placed, null, version: 5).Value.After.Statuses().Should().Equal(Placed, Placed);
    }

    [Fact]
    public void A_touch_or_a_bump_that_moves_no_line_never_makes_a_cancel_stale()
    {
        var order = Orders.Of(Orders.Line(Ready));
        var bumped = Step(order, Ready, "grill", version: null).Value.After;
        bumped.Version.Should().Be(11);

        CancelRule.Decide(bumped, new CancelOrder(order.Id, "wrong") { Version = 10 }, Role.Manager, Now).Refusal.Should().BeNull();
    }

    [Fact]
    public void A_cancel_of_one_line_is_not_stale_because_another_changed()
    {
        var order = Orders.Of(Orders.Line(Placed, changed: 1), Orders.Line(Preparing, changed: 10));
        var one = new CancelOrder(order.Id, "wrong") { Version = 5, Lines = [new CancelLine(order.Lines[0].Id)] };

        CancelRule.Decide(order, one, Role.Floor, Now).Refusal.Should().BeNull();
        CancelRule.Decide(order, one with { Lines = null }, Role.Floor, Now).Refusal!.Code.Should().Be("stale_version");
    }

    [Fact]
    public void Bump_of_what_was_cancelled_a_moment_ago_is_refused_and_the_next_one_takes_it_away()
    {
        var order = Fired();
        var cancelled = CancelRule.Decide(order, new CancelOrder(order.Id, "left"), Role.Manager, Now).Value.After;
        var bump = new StepOrder(order.Id, Ready) { Station = "grill" };

        StepRule.Decide(cancelled, bump with { Seen = order.Version }, Now).Refusal!.Code.Should().Be("stale_version");

        var after = StepRule.Decide(cancelled, bump with { Seen = cancelled.Version }, Now).Value.After;
        var ticket = after.Tickets.Single(ticket => string.Equals(ticket.Station, "grill", StringComparison.Ordinal));
        ticket.TouchedAt.Should().Be(Now);
        after.Shows(ticket).Should().BeFalse();
    }

    [Fact]
    public void Bump_is_not_refused_because_of_anything_else_that_changed()
    {
        var order = Fired();
        var started = StepRule.Decide(order, new StepOrder(order.Id, Preparing), Now).Value.After;

        StepRule.Decide(started, new StepOrder(order.Id, Ready) { Station = "grill", Seen = order.Version }, Now).Refusal.Should().BeNull();
    }

    private static Order Fired()
    {
        var order = Orders.Of(Orders.Line(Placed, "grill"), Orders.Line(Placed, "bar"));
        return order with { Tickets = [.. order.Tickets.Select(ticket => ticket with { FiredAt = order.PlacedAt })] };
    }

    private static TableOrder.Core.Outcome<OrderChange> Step(Order order, LineStatus to, string? station, int? version) =>
        StepRule.Decide(order, new StepOrder(order.Id, to) { Station = station, Version = version }, Now);
}
