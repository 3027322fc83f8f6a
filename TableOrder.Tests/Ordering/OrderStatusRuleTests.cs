using TableOrder.Core.Ordering;
using TableOrder.Tests.Support;
using static TableOrder.Core.Ordering.LineStatus;

namespace TableOrder.Tests.Ordering;

public sealed class OrderStatusRuleTests
{
    [Theory]
    [InlineData(OrderStatus.Cancelled)]
    [InlineData(OrderStatus.Cancelled, Cancelled, Cancelled)]
    [InlineData(OrderStatus.Served, Served)]
    [InlineData(OrderStatus.Served, Served, Cancelled)]
    [InlineData(OrderStatus.Ready, Ready)]
    [InlineData(OrderStatus.Ready, Ready, Served, Cancelled)]
    [InlineData(OrderStatus.Preparing, Preparing)]
    [InlineData(OrderStatus.Preparing, Placed, Preparing)]
    [InlineData(OrderStatus.Preparing, Placed, Ready)]
    [InlineData(OrderStatus.Preparing, Placed, Served)]
    [InlineData(OrderStatus.Preparing, Held, Served)]
    [InlineData(OrderStatus.Preparing, Preparing, Ready, Served, Cancelled)]
    [InlineData(OrderStatus.Placed, Placed)]
    [InlineData(OrderStatus.Placed, Placed, Held)]
    [InlineData(OrderStatus.Placed, Held)]
    [InlineData(OrderStatus.Placed, Placed, Cancelled)]
    public void Status_follows_from_the_lines_that_are_not_cancelled(OrderStatus expected, params LineStatus[] lines)
    {
        OrderStatusRule.Derive(lines.Select(status => Orders.Line(status))).Should().Be(expected);
    }

    [Theory]
    [InlineData(OrderStatus.Placed, Placed, Ready)]
    [InlineData(OrderStatus.Placed, Placed, Served)]
    [InlineData(OrderStatus.Placed, Held, Served)]
    [InlineData(OrderStatus.Preparing, Preparing, Served)]
    [InlineData(OrderStatus.Ready, Ready, Ready)]
    [InlineData(OrderStatus.Ready, Served, Ready)]
    [InlineData(OrderStatus.Ready, Ready, Served)]
    [InlineData(OrderStatus.Served, Served, Served)]
    [InlineData(OrderStatus.Ready, Cancelled, Ready)]
    [InlineData(OrderStatus.Served, Cancelled, Served)]
    public void A_drink_that_is_only_carried_does_not_start_the_kitchen(OrderStatus expected, LineStatus dish, LineStatus drink)
    {
        OrderStatusRule.Derive([Orders.Line(dish), Orders.Line(drink, station: null)]).Should().Be(expected);
    }

    [Theory]
    [InlineData(OrderStatus.Placed, true)]
    [InlineData(OrderStatus.Preparing, true)]
    [InlineData(OrderStatus.Ready, true)]
    [InlineData(OrderStatus.Served, false)]
    [InlineData(OrderStatus.Cancelled, false)]
    public void Open_is_what_somebody_still_has_to_do_something_for(OrderStatus status, bool open)
    {
        (Orders.Of(Orders.Line(Placed)) with { Status = status }).IsOpen.Should().Be(open);
    }
}
