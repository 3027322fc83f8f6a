using TableOrder.Core;
using TableOrder.Core.Ordering;
using TableOrder.Web.Manager.History;

namespace TableOrder.Tests.Manager.History;

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
    public void A_search_stands_in_the_address_beside_the_rest_and_is_read_back()
    {
        var (dish, other) = (Guid.Parse("0197f3a0-0000-7000-8000-000000000002"), Guid.Parse("0197f3a0-0000-7000-8000-000000000003"));
        var filter = new HistoryFilter(TableId: Table)
        {
            Open = false,
            Number = 128,
            Items = [dish, other],
            Amount = new AmountRange(new Money(40_000), new Money(45_000)),
        };

        filter.Address.Should().Be($"/manager/orders?table={Table}&open=false&number=128&item={dish}&item={other}&amount=40000-45000");
        HistoryFilter.Of(null, $"{Table}", null).With("false", "128", [$"{dish}", $"{other}"], "40000-45000").Address.Should().Be(filter.Address);
        (filter with { Amount = new AmountRange(new Money(42_500), new Money(42_500)) }).Address.Should().EndWith("&amount=42500");
    }

    [Theory]
    [InlineData("yes", "-1", "7", "1-")]
    [InlineData("", "0", "", "45000-40000")]
    [InlineData(null, "12a", null, "1-2-3")]
    public void What_a_search_in_an_address_cannot_mean_does_not_narrow(string? open, string? number, string? item, string? amount)
    {
        new HistoryFilter().With(open, number, item is null ? null : [item], amount).IsEmpty.Should().BeTrue();
    }

    [Fact]
    public void A_day_s_figures_belong_over_a_whole_day_only()
    {
        new HistoryFilter(Day: new DateOnly(2026, 3, 2)).ShowsWholeDays.Should().BeTrue();
        new HistoryFilter(OrderStatus.Served).ShowsWholeDays.Should().BeFalse();
        new HistoryFilter(TableId: Table).ShowsWholeDays.Should().BeFalse();
        new HistoryFilter { Number = 1 }
            .ShowsWholeDays.Should()
            .BeFalse();
        new HistoryFilter { Open = false }
            .ShowsWholeDays.Should()
            .BeFalse();
    }
}
