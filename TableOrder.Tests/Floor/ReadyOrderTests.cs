using TableOrder.Core.Ordering;
using TableOrder.Tests.Support;
using TableOrder.Web.Floor;
using static TableOrder.Core.Ordering.LineStatus;

namespace TableOrder.Tests.Floor;

/// <summary>What waits to be carried.</summary>
public sealed class ReadyOrderTests
{
    [Fact]
    public void Only_what_is_ready_is_listed_those_that_wait_longest_first()
    {
        var late = Orders.Of(At(Orders.Line(Ready), minutes: 9), Orders.Line(Served), Orders.Line(Preparing));
        var early = Orders.Of(At(Orders.Line(Ready), minutes: 5), At(Orders.Line(Ready), minutes: 2));

        var ready = ReadyOrder.Of([late, Orders.Of(Orders.Line(Placed)), early, Orders.Of(Orders.Line(Served))]);

        ready.Select(one => one.Order.Id).Should().Equal(early.Id, late.Id);
        ready[0].Lines.Should().HaveCount(2);
        ready[1].Lines.Should().ContainSingle();
        ready[0].Since.Should().Be(Orders.PlacedAt.AddMinutes(2).ToUnixTimeMilliseconds());
    }

    [Fact]
    public void An_order_is_whole_when_the_kitchen_owes_nothing_of_it()
    {
        ReadyOrder.Of([Orders.Of(Orders.Line(Ready), Orders.Line(Served))])[0].IsWhole.Should().BeTrue();
        ReadyOrder.Of([Orders.Of(Orders.Line(Ready), Orders.Line(Placed))])[0].IsWhole.Should().BeFalse();
        ReadyOrder.Of([Orders.Of(Orders.Line(Ready), Orders.Line(Held))])[0].IsWhole.Should().BeFalse();
    }

    [Fact]
    public void A_drink_that_nobody_makes_waits_since_it_was_ordered() =>
        ReadyOrder.Of([Orders.Of(Orders.Line(Ready, station: null))])[0].Since.Should().Be(Orders.PlacedAt.ToUnixTimeMilliseconds());

    private static OrderLine At(OrderLine line, int minutes) => line with { ReadyAt = Orders.PlacedAt.AddMinutes(minutes) };
}
