using TableOrder.Core.Ordering;
using TableOrder.Web.Manager;

namespace TableOrder.Tests.Manager;

public class HistoryFilterTests
{
    private static readonly Guid Table = Guid.Parse("0197f3a0-0000-7000-8000-000000000001");

    [Fact]
    public void An_address_says_all_that_is_narrowed_and_is_read_back()
    {
        var filter = new HistoryFilter(OrderStatus.Cancelled, Table, new DateOnly(2026, 3, 2));

        filter.Address.Should().Be($"/manager/orders?status=cancelled&table={Table}&day=2026-03-02");
        HistoryFilter.Of("cancelled", $"{Table}", "2026-03-02").Should().Be(filter);
        new HistoryFilter().Address.Should().Be("/manager/orders");
    }

    [Theory]
    [InlineData("burnt", "7", "yesterday")]
    [InlineData("1", "", "2026-02-30")]
    [InlineData(null, null, null)]
    public void What_an_address_cannot_mean_does_not_narrow(string? status, string? table, string? day)
    {
        HistoryFilter.Of(status, table, day).IsEmpty.Should().BeTrue();
    }

    [Fact]
    public void A_day_s_figures_belong_over_a_whole_day_only()
    {
        new HistoryFilter(Day: new DateOnly(2026, 3, 2)).ShowsWholeDays.Should().BeTrue();
        new HistoryFilter(OrderStatus.Served).ShowsWholeDays.Should().BeFalse();
        new HistoryFilter(TableId: Table).ShowsWholeDays.Should().BeFalse();
    }
}
