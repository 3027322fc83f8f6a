using TableOrder.Core.Statistics;
using TableOrder.Web.Manager.Sales;

namespace TableOrder.Tests.Manager;

public sealed class SalesAddressTests
{
    private static readonly DateOnly Today = new(2026, 11, 20);

    [Theory]
    [InlineData(null, null, null, null, PeriodKind.Day, "2026-11-20", "2026-11-20")]
    [InlineData("day", "2026-11-03", null, null, PeriodKind.Day, "2026-11-03", "2026-11-03")]
    [InlineData("WEEK", "2026-11-23", null, null, PeriodKind.Week, "2026-11-23", "2026-11-29")]
    [InlineData("month", null, null, null, PeriodKind.Month, "2026-11-01", "2026-11-30")]
    [InlineData("year", "", null, null, PeriodKind.Year, "2026-01-01", "2026-12-31")]
    [InlineData("range", null, "2026-11-03", "2026-11-09", PeriodKind.Range, "2026-11-03", "2026-11-09")]
    [InlineData("decade", null, null, null, PeriodKind.Day, "2026-11-20", "2026-11-20")]
    public void An_address_says_which_period(string? period, string? day, string? from, string? to, PeriodKind kind, string first, string last)
    {
        var read = new SalesAddress(period, day, from, to).Read(Today).Value;

        (read.Kind, SalesAddress.Write(read.Days.From), SalesAddress.Write(read.Days.To)).Should().Be((kind, first, last));
    }

    [Theory]
    [InlineData("day", "yesterday", null, null, SalesAddress.NoDay)]
    [InlineData("week", "2026-02-30", null, null, SalesAddress.NoDay)]
    [InlineData("range", null, "2026-11-03", null, SalesAddress.NoDay)]
    [InlineData("range", null, "2016-11-03", "2026-11-03", SalesPeriod.TooLong)]
    [InlineData("range", null, "2026-11-04", "2026-11-03", SalesPeriod.Reversed)]
    [InlineData("month", "0001-01-01", null, null, SalesPeriod.TooFar)]
    [InlineData("year", "9999-12-31", null, null, SalesPeriod.TooFar)]
    public void What_no_period_can_be_is_said(string? period, string? day, string? from, string? to, string code) =>
        new SalesAddress(period, day, from, to).Read(Today).Refusal!.Code.Should().Be(code);

    [Fact]
    public void A_period_s_address_leads_back_to_it()
    {
        var week = SalesPeriod.Of(PeriodKind.Week, Today).Value;
        SalesAddress.AddressOf(week).Should().Be("/manager/sales?period=week&day=2026-11-16");
        var range = SalesPeriod.Between(Today.AddDays(-2), Today).Value;
        SalesAddress.AddressOf(range).Should().Be("/manager/sales?period=range&from=2026-11-18&to=2026-11-20");
        SalesAddress
            .Export(range, SalesTable.HalfHours)
            .Should()
            .Be("/manager/sales/export?table=halfhours&period=range&from=2026-11-18&to=2026-11-20");
    }

    [Theory]
    [InlineData(112, 100, "▲", "+12 %")]
    [InlineData(1, 3, "▼", "−67 %")]
    [InlineData(100, 100, "＝", "0 %")]
    [InlineData(0, 100, "▼", "−100 %")]
    [InlineData(100, 0, "", "")]
    [InlineData(0, 0, "", "")]
    public void Against_nothing_no_percentage_is_told(decimal now, decimal before, string icon, string text)
    {
        var culture = System.Globalization.CultureInfo.CurrentCulture;
        System.Globalization.CultureInfo.CurrentCulture = System.Globalization.CultureInfo.GetCultureInfo("en");
        var change = Change.Of(now, before);
        (change.Icon, change.Text).Should().Be((icon, text));
        System.Globalization.CultureInfo.CurrentCulture = culture;
    }
}
