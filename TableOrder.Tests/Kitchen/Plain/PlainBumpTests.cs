using Microsoft.AspNetCore.Http;
using TableOrder.Core.Ordering;
using TableOrder.Web.Kitchen.Plain;
using static TableOrder.Tests.Kitchen.KitchenOrders;

namespace TableOrder.Tests.Kitchen.Plain;

/// <summary>A press on a page that may be as old as its last refresh.</summary>
public class PlainBumpTests
{
    private const int Seen = 5;

    [Theory]
    [InlineData(LineStatus.Placed)]
    [InlineData(LineStatus.Preparing)]
    [InlineData(LineStatus.Cancelled)]
    public void What_came_up_or_was_cancelled_since_then_does_not_leave_unseen(LineStatus status) =>
        IsStale(Line("Soup", status: status) with { ChangedVersion = Seen + 1 }).Should().BeTrue();

    [Fact]
    public void A_part_that_was_cancelled_since_then_has_to_be_seen() =>
        IsStale(Line("Soup", status: LineStatus.Ready) with { ChangedVersion = Seen + 1, CancelledQuantity = 1 }).Should().BeTrue();

    [Theory]
    [InlineData(LineStatus.Ready, Seen + 1)]
    [InlineData(LineStatus.Served, Seen + 1)]
    [InlineData(LineStatus.Placed, Seen)]
    public void What_only_went_on_or_stood_on_the_page_is_no_reason(LineStatus status, int changed) =>
        IsStale(Line("Soup", status: status) with { ChangedVersion = changed }).Should().BeFalse();

    [Fact]
    public void Another_station_s_change_is_no_reason() => IsStale(Line("Mojito", "bar") with { ChangedVersion = Seen + 1 }).Should().BeFalse();

    [Theory]
    [InlineData("", "5", "ready")]
    [InlineData("0197a000-0000-7000-8000-000000000000", "five", "ready")]
    [InlineData("0197a000-0000-7000-8000-000000000000", "5", "served")]
    [InlineData("0197a000-0000-7000-8000-000000000000", "5", "")]
    public void What_no_page_of_ours_sends_is_no_press(string order, string version, string to)
    {
        var form = new FormCollection(
            new Dictionary<string, Microsoft.Extensions.Primitives.StringValues>(StringComparer.Ordinal)
            {
                ["order"] = order,
                ["version"] = version,
                ["to"] = to,
            }
        );

        PlainBump.Of(form).Should().BeNull();
    }

    private static bool IsStale(OrderLine changed) =>
        new PlainBump(Guid.NewGuid(), Seen, LineStatus.Ready).IsStale(Order(1, 0, Line("Pork belly"), changed), View());
}
