using TableOrder.Core.Ordering;
using TableOrder.Tests.Support;
using static TableOrder.Core.Ordering.LineStatus;

namespace TableOrder.Tests.Ordering;

/// <summary>What a step addresses, and that it moves all of it or nothing.</summary>
public sealed class StepScopeTests
{
    private static readonly DateTimeOffset Now = Orders.PlacedAt.AddMinutes(5);

    [Fact]
    public void Lines_behind_the_target_move_and_the_others_stay()
    {
        var order = Orders.Of(
            Orders.Line(Placed),
            Orders.Line(Preparing),
            Orders.Line(Ready),
            Orders.Line(Served),
            Orders.Line(Held),
            Orders.Line(Cancelled)
        );

        var change = StepRule.Decide(order, new StepOrder(order.Id, Ready) { Version = 10 }, Now).Value;

        change.After.Statuses().Should().Equal(Ready, Ready, Ready, Served, Held, Cancelled);
        change.After.Version.Should().Be(11);
        change.After.Lines.Select(line => line.ChangedVersion).Should().Equal(11, 11, 1, 1, 1, 1);
        change.Detail.Lines.Should().Equal(new LineMove(order.Lines[0].Id, Placed, Ready), new LineMove(order.Lines[1].Id, Preparing, Ready));
    }

    [Fact]
    public void One_line_that_cannot_go_there_keeps_all_lines_back()
    {
        var order = Orders.Of(Orders.Line(Ready), Orders.Line(Preparing));

        var refusal = StepRule.Decide(order, new StepOrder(order.Id, Served), Now).Refusal;

        refusal!.Code.Should().Be("illegal_transition");
        ((OrderRefusal)refusal).Current.Should().BeSameAs(order);
    }

    [Fact]
    public void A_station_moves_its_own_lines_only()
    {
        var order = Orders.Of(Orders.Line(Placed, "grill"), Orders.Line(Placed, "bar"), Orders.Line(Ready, station: null));

        var after = StepRule.Decide(order, new StepOrder(order.Id, Preparing) { Station = "bar" }, Now).Value.After;

        after.Statuses().Should().Equal(Placed, Preparing, Ready);
    }

    [Fact]
    public void A_line_moves_alone()
    {
        var order = Orders.Of(Orders.Line(Placed), Orders.Line(Placed));

        var after = StepRule.Decide(order, new StepOrder(order.Id, Ready) { LineId = order.Lines[1].Id }, Now).Value.After;

        after.Statuses().Should().Equal(Placed, Ready);
        after.Ticket("grill").BumpedAt.Should().BeNull("a ticked line is not a bump");
    }

    [Fact]
    public void Nothing_is_recalled_while_a_line_is_still_behind()
    {
        var order = Orders.Of(Orders.Line(Placed), Orders.Line(Served));

        var after = StepRule.Decide(order, new StepOrder(order.Id, Preparing) { Version = 10 }, Now).Value.After;

        after.Statuses().Should().Equal(Preparing, Served);
    }

    [Fact]
    public void A_repeated_step_without_a_version_changes_nothing()
    {
        var order = Orders.Of(Orders.Line(Served));

        var change = StepRule.Decide(order, new StepOrder(order.Id, Served), Now).Value;

        change.Event.Should().BeNull();
        change.After.Should().BeSameAs(order);
    }

    [Fact]
    public void A_station_without_lines_in_the_order_is_bad_input()
    {
        var order = Orders.Of(Orders.Line(Placed));

        var refusal = StepRule.Decide(order, new StepOrder(order.Id, Ready) { Station = "bar" }, Now).Refusal;

        refusal!.Code.Should().Be("invalid");
        refusal.Errors.Should().ContainKey("station");
    }

    [Fact]
    public void A_line_of_another_order_or_station_is_not_found()
    {
        var order = Orders.Of(Orders.Line(Placed, "grill"), Orders.Line(Placed, "bar"));

        StepRule.Decide(order, new StepOrder(order.Id, Ready) { LineId = Guid.NewGuid() }, Now).Refusal!.Code.Should().Be("not_found");
        var elsewhere = new StepOrder(order.Id, Ready) { LineId = order.Lines[0].Id, Station = "bar" };
        StepRule.Decide(order, elsewhere, Now).Refusal!.Code.Should().Be("not_found");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void A_version_below_1_is_bad_input(int version)
    {
        var order = Orders.Of(Orders.Line(Placed));

        StepRule.Decide(order, new StepOrder(order.Id, Ready) { Version = version }, Now).Refusal!.Errors.Should().ContainKey("version");
    }

    [Theory]
    [InlineData(Placed, Preparing, OrderEventType.StatusUpdated)]
    [InlineData(Preparing, Ready, OrderEventType.LinesUpdated)]
    public void The_event_says_whether_the_orders_status_changed(LineStatus first, LineStatus to, OrderEventType expected)
    {
        var order = Orders.Of(Orders.Line(first, "grill"), Orders.Line(Placed, "bar"));

        StepRule.Decide(order, new StepOrder(order.Id, to) { Station = "grill" }, Now).Value.Event.Should().Be(expected);
    }
}
