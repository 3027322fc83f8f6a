using TableOrder.Core;
using TableOrder.Core.Access;
using TableOrder.Core.Ordering;
using TableOrder.Tests.Support;
using static TableOrder.Core.Ordering.LineStatus;

namespace TableOrder.Tests.Ordering;

public sealed class CancelRuleTests
{
    private const string Illegal = "illegal_transition";
    private static readonly DateTimeOffset Soon = Orders.PlacedAt.AddSeconds(10);

    [Theory]
    [InlineData(Role.Manager, Held, null)]
    [InlineData(Role.Manager, Placed, null)]
    [InlineData(Role.Manager, Preparing, null)]
    [InlineData(Role.Manager, Ready, null)]
    [InlineData(Role.Manager, Served, null)]
    [InlineData(Role.Floor, Held, null)]
    [InlineData(Role.Floor, Placed, null)]
    [InlineData(Role.Floor, Preparing, null)]
    [InlineData(Role.Floor, Ready, Illegal)]
    [InlineData(Role.Floor, Served, Illegal)]
    [InlineData(Role.Guest, Held, null)]
    [InlineData(Role.Guest, Placed, null)]
    [InlineData(Role.Guest, Preparing, Illegal)]
    [InlineData(Role.Guest, Ready, Illegal)]
    [InlineData(Role.Guest, Served, Illegal)]
    [InlineData(Role.Kitchen, Placed, Illegal)]
    public void Each_role_may_take_back_only_so_much(Role role, LineStatus status, string? expected)
    {
        var order = Orders.Of(Orders.Line(status));

        var decided = CancelRule.Decide(order, new CancelOrder(order.Id, "wrong dish"), role, Soon);

        (decided.Refusal?.Code).Should().Be(expected);
    }

    [Theory]
    [InlineData(0, null)]
    [InlineData(59, null)]
    [InlineData(60, null)]
    [InlineData(61, Illegal)]
    public void Guests_may_cancel_for_sixty_seconds(int seconds, string? expected)
    {
        var order = Orders.Of(Orders.Line(Placed));

        var decided = CancelRule.Decide(order, new CancelOrder(order.Id, null), Role.Guest, order.PlacedAt.AddSeconds(seconds));

        (decided.Refusal?.Code).Should().Be(expected);
    }

    [Fact]
    public void Guests_may_take_back_a_bottled_drink_while_nobody_has_begun()
    {
        var order = Orders.Of(Orders.Line(Placed), Orders.Line(Ready, station: null));
        var drink = new CancelOrder(order.Id, null) { Lines = [new CancelLine(order.Lines[1].Id)] };

        CancelRule.Decide(order, drink, Role.Guest, Soon).Value.After.Statuses().Should().Equal(Placed, Cancelled);
        var begun = Orders.Of(Orders.Line(Preparing), order.Lines[1]);
        CancelRule.Decide(begun, drink, Role.Guest, Soon).Refusal!.Code.Should().Be(Illegal);
    }

    [Fact]
    public void A_part_cancelled_line_keeps_its_id_and_status_and_shrinks()
    {
        var order = Orders.Of(Orders.Line(Placed, quantity: 5));
        var two = new CancelOrder(order.Id, "two left") { Lines = [new CancelLine(order.Lines[0].Id, 2)] };

        var change = CancelRule.Decide(order, two, Role.Floor, Soon).Value;

        var line = change.After.Lines[0];
        (line.Id, line.Status, line.Quantity, line.CancelledQuantity).Should().Be((order.Lines[0].Id, Placed, 3, 2));
        (change.After.Total, change.After.Status, change.Event).Should().Be((new Money(3000), OrderStatus.Placed, OrderEventType.LinesUpdated));
        change.Detail.Lines.Should().Equal(new LineMove(line.Id, Placed, Placed, Cancelled: 2));
        change.Detail.Reason.Should().Be("two left");
    }

    [Fact]
    public void Taking_back_the_rest_cancels_the_line_and_the_order()
    {
        var order = Orders.Of(Orders.Line(Placed, quantity: 3) with { CancelledQuantity = 2 });

        var change = CancelRule.Decide(order, new CancelOrder(order.Id, "left"), Role.Floor, Soon).Value;

        var line = change.After.Lines[0];
        (line.Status, line.Quantity, line.CancelledQuantity).Should().Be((Cancelled, 0, 5));
        (change.After.Status, change.Event, change.After.Total).Should().Be((OrderStatus.Cancelled, OrderEventType.Cancelled, Money.Zero));
    }

    [Fact]
    public void All_named_lines_are_cancelled_or_none()
    {
        var order = Orders.Of(Orders.Line(Placed), Orders.Line(Served));

        CancelRule.Decide(order, new CancelOrder(order.Id, "wrong"), Role.Floor, Soon).Refusal!.Code.Should().Be(Illegal);
    }

    [Fact]
    public void More_than_is_left_cannot_be_cancelled()
    {
        var order = Orders.Of(Orders.Line(Placed, quantity: 2));
        var three = new CancelOrder(order.Id, "wrong") { Lines = [new CancelLine(order.Lines[0].Id, 3)] };

        CancelRule.Decide(order, three, Role.Manager, Soon).Refusal!.Code.Should().Be(Illegal);
    }

    [Fact]
    public void A_cancellation_wants_to_be_seen_again_by_the_stations_it_touches()
    {
        var touched = Orders.PlacedAt.AddSeconds(5);
        var order = Orders
            .Of(Orders.Line(Placed, "grill"), Orders.Line(Placed, "bar"))
            .With("grill", ticket => ticket with { TouchedAt = touched })
            .With("bar", ticket => ticket with { TouchedAt = touched });
        var grill = new CancelOrder(order.Id, "wrong") { Lines = [new CancelLine(order.Lines[0].Id)] };

        var after = CancelRule.Decide(order, grill, Role.Floor, Soon).Value.After;

        after.Ticket("grill").TouchedAt.Should().BeNull();
        after.Ticket("bar").TouchedAt.Should().Be(touched);
        after.Shows(after.Ticket("grill")).Should().BeTrue();
    }

    [Fact]
    public void Cancelling_what_is_cancelled_changes_nothing()
    {
        var order = Orders.Of(Orders.Line(Cancelled));

        CancelRule.Decide(order, new CancelOrder(order.Id, "again"), Role.Floor, Soon).Value.Event.Should().BeNull();
    }
}
