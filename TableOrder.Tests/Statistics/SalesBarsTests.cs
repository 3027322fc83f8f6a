using TableOrder.Core;
using TableOrder.Core.Settings;
using TableOrder.Core.Statistics;

namespace TableOrder.Tests.Statistics;

public sealed class SalesBarsTests
{
    private static readonly DateOnly Day = new(2026, 3, 2);

    [Theory]
    [InlineData("2026-03-02", "2026-03-02", BarStep.Hour)]
    [InlineData("2026-03-02", "2026-05-02", BarStep.Day)]
    [InlineData("2026-03-02", "2026-05-03", BarStep.Week)]
    public void Bars_are_as_wide_as_can_be_told_apart(string from, string to, BarStep step)
    {
        SalesBars.Step(SalesPeriod.Between(On(from), On(to)).Value).Should().Be(step);
        SalesBars.Step(SalesPeriod.Of(PeriodKind.Year, Day).Value).Should().Be(BarStep.Month);
        SalesBars.Step(SalesPeriod.Of(PeriodKind.Month, Day).Value).Should().Be(BarStep.Day);
    }

    [Fact]
    public void Hours_go_from_the_first_to_the_last_of_both_days_over_midnight()
    {
        var house = House(new TimeOnly(5, 0));
        var now = new[] { At(house, Day, 22, 0, 1), At(house, Day, 22, 30, 2) };
        var before = new[] { At(house, Day.AddDays(-7), 24, 30, 4) };

        var bars = SalesBars.Hours(house, Day, now, before);

        bars.Select(bar => (bar.Time!.Value.Hour, bar.Now.Orders, bar.Before!.Value.Orders)).Should().Equal((22, 3, 0), (23, 0, 0), (0, 0, 4));
        SalesBars.Hours(house, Day, [], []).Should().BeEmpty();
    }

    [Fact]
    public void An_hour_is_the_clock_s_own_where_the_day_begins_at_half_past()
    {
        var house = House(new TimeOnly(5, 30));

        var bars = SalesBars.Hours(house, Day, [At(house, Day, 12, 0, 1), At(house, Day, 12, 30, 1), At(house, Day, 13, 0, 1)], []);

        bars.Select(bar => (bar.Time!.Value.Hour, bar.Now.Orders)).Should().Equal((12, 2), (13, 1));
    }

    [Fact]
    public void The_thirty_first_has_nothing_beside_it_where_the_month_before_was_shorter()
    {
        var kept = new Dictionary<DateOnly, DayFigures>
        {
            [new DateOnly(2026, 3, 1)] = new()
            {
                Served = 2,
                Cancelled = 1,
                Sales = new Money(5),
            },
            [new DateOnly(2026, 2, 28)] = new() { Served = 1, Sales = new Money(7) },
        };

        var bars = SalesBars.Days(SalesPeriod.Of(PeriodKind.Month, Day).Value, kept);

        bars.Should().HaveCount(31);
        bars[0].Should().Be(new SalesBar(new DateOnly(2026, 3, 1), null, new Trade(2, new Money(5)), default(Trade)));
        bars[27].Before.Should().Be(new Trade(1, new Money(7)));
        bars[28].Before.Should().BeNull();
    }

    [Fact]
    public void A_year_is_twelve_months_and_loses_no_day()
    {
        var period = SalesPeriod.Of(PeriodKind.Year, new DateOnly(2028, 2, 29)).Value;
        var kept = Enumerable.Range(0, 366).ToDictionary(i => period.Days.From.AddDays(i), i => new DayFigures { Served = 1, Sales = new Money(i) });

        var bars = SalesBars.Days(period, kept);

        bars.Select(bar => bar.Now.Orders).Should().Equal(31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31);
        Trade.Sum(bars.Select(bar => bar.Now)).Sales.Minor.Should().Be(366 * 365 / 2);
    }

    [Theory]
    [InlineData(180, 3, 60)]
    [InlineData(59, 1, 60)]
    [InlineData(0, 0, 60)]
    public void Calls_in_time_and_the_middle_one(int within, int inTime, int median)
    {
        // The same number of seconds comes from two days.
        var answers = CallAnswers.Of(
            new CallFigures(1, 5, 2, 99),
            [(200, 1), (60, 1), (10, 1), (60, 1), (900, 1), (5, 0)],
            TimeSpan.FromSeconds(within)
        );

        answers.Should().Be(new CallAnswers(1, 5, 2, inTime, TimeSpan.FromSeconds(median)));
        CallAnswers.Of(default, [], TimeSpan.FromSeconds(within)).Median.Should().BeNull();
    }

    private static DateOnly On(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static DayHalfHour At(RestaurantSettings house, DateOnly day, int hour, int minute, int orders) =>
        new(day, house.Moment(day.ToDateTime(default).AddHours(hour).AddMinutes(minute)), new Trade(orders, new Money(orders)));

    private static RestaurantSettings House(TimeOnly begins) => new(LocalText.Same("House"), "KRW", "Asia/Seoul", begins, ["en"]);
}
