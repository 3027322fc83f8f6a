using System.Globalization;
using TableOrder.Core.Statistics;

namespace TableOrder.Tests.Statistics;

public sealed class SalesPeriodTests
{
    [Theory]
    [InlineData(PeriodKind.Day, "2026-11-18", "2026-11-18", "2026-11-18")]
    [InlineData(PeriodKind.Week, "2026-11-16", "2026-11-16", "2026-11-22")]
    [InlineData(PeriodKind.Week, "2026-11-22", "2026-11-16", "2026-11-22")]
    [InlineData(PeriodKind.Month, "2028-02-10", "2028-02-01", "2028-02-29")]
    [InlineData(PeriodKind.Year, "2026-11-18", "2026-01-01", "2026-12-31")]
    public void A_period_is_all_of_its_day_week_month_or_year(PeriodKind kind, string day, string from, string to) =>
        Of(kind, day).Days.Should().Be(Days(from, to));

    [Theory]
    [InlineData(PeriodKind.Day, "2026-11-18", "2026-11-11", "2026-11-11")]
    [InlineData(PeriodKind.Week, "2026-11-18", "2026-11-09", "2026-11-15")]
    [InlineData(PeriodKind.Month, "2026-03-31", "2026-02-01", "2026-02-28")]
    [InlineData(PeriodKind.Year, "2026-03-31", "2025-01-01", "2025-12-31")]
    public void It_is_compared_with_the_one_before_and_a_day_with_the_same_weekday(PeriodKind kind, string day, string from, string to)
    {
        Of(kind, day).Before.Should().Be(Days(from, to));
        Of(kind, day).Against(Day("2027-01-01")).Should().Be(new Comparison(Of(kind, day).Days, Days(from, to), IsRunning: false));
    }

    [Theory]
    [InlineData(PeriodKind.Day, "2026-11-18", "2026-11-11", "2026-11-11")]
    [InlineData(PeriodKind.Week, "2026-11-18", "2026-11-09", "2026-11-11")]
    [InlineData(PeriodKind.Month, "2026-11-18", "2026-10-01", "2026-10-18")]
    [InlineData(PeriodKind.Month, "2026-03-31", "2026-02-01", "2026-02-28")]
    [InlineData(PeriodKind.Year, "2026-11-18", "2025-01-01", "2025-11-18")]
    [InlineData(PeriodKind.Year, "2028-02-29", "2027-01-01", "2027-02-28")]
    [InlineData(PeriodKind.Year, "2028-12-31", "2027-01-01", "2027-12-31")]
    public void One_that_runs_is_compared_with_as_much_of_the_one_before(PeriodKind kind, string today, string from, string to)
    {
        var compared = Of(kind, today).Against(Day(today));

        compared.Should().Be(new Comparison(new DayRange(Of(kind, today).Days.From, Day(today)), Days(from, to), IsRunning: true));
    }

    [Fact]
    public void Days_of_one_s_own_choice_are_compared_with_as_many_before_them()
    {
        var period = SalesPeriod.Between(Day("2026-11-10"), Day("2026-11-19")).Value;

        period.Before.Should().Be(Days("2026-10-31", "2026-11-09"));
        period.Against(Day("2026-11-12")).Before.Should().Be(Days("2026-10-31", "2026-11-02"));
        period.Next!.Days.Should().Be(Days("2026-11-20", "2026-11-29"));
        period.Previous!.Days.Should().Be(period.Before);
    }

    [Theory]
    [InlineData("2026-11-19", "2026-11-18", SalesPeriod.Reversed)]
    [InlineData("2016-11-19", "2026-11-18", SalesPeriod.TooLong)]
    [InlineData("2026-01-01", "2027-02-05", SalesPeriod.TooLong)]
    [InlineData("1999-12-31", "2000-02-01", SalesPeriod.TooFar)]
    [InlineData("2099-12-31", "2100-01-01", SalesPeriod.TooFar)]
    [InlineData("2026-01-01", "2027-02-04", null)]
    public void Days_that_cannot_be_answered_are_refused_by_what_is_wrong(string from, string to, string? code) =>
        SalesPeriod.Between(Day(from), Day(to)).Refusal?.Code.Should().Be(code);

    [Theory]
    [InlineData("0001-01-01")]
    [InlineData("1999-12-31")]
    [InlineData("2100-01-01")]
    [InlineData("9999-12-31")]
    public void A_day_far_away_is_refused_whatever_the_period(string day)
    {
        foreach (var kind in Enum.GetValues<PeriodKind>())
        {
            SalesPeriod.Of(kind, Day(day)).Refusal!.Code.Should().Be(SalesPeriod.TooFar);
        }
    }

    [Theory]
    [InlineData(PeriodKind.Day, "2026-03-01", "2026-02-28", "2026-03-02")]
    [InlineData(PeriodKind.Week, "2026-01-01", "2025-12-22", "2026-01-05")]
    [InlineData(PeriodKind.Month, "2026-01-31", "2025-12-01", "2026-02-01")]
    [InlineData(PeriodKind.Year, "2028-02-29", "2027-01-01", "2029-01-01")]
    public void One_steps_from_period_to_period(PeriodKind kind, string day, string previous, string next)
    {
        Of(kind, day).Previous!.Days.From.Should().Be(Day(previous));
        Of(kind, day).Next!.Days.From.Should().Be(Day(next));
    }

    [Fact]
    public void The_steps_end_where_the_years_do()
    {
        Of(PeriodKind.Year, "2000-05-05").Previous.Should().BeNull();
        Of(PeriodKind.Year, "2099-05-05").Next.Should().BeNull();
        Of(PeriodKind.Day, "2099-12-31").Next.Should().BeNull();
    }

    private static SalesPeriod Of(PeriodKind kind, string day) => SalesPeriod.Of(kind, Day(day)).Value;

    private static DayRange Days(string from, string to) => new(Day(from), Day(to));

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
