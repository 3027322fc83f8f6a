using TableOrder.Core;
using TableOrder.Core.Settings;
using TableOrder.Core.Statistics;

namespace TableOrder.Tests.Statistics;

/// <summary>When a restaurant is busy, drawn from kept half hours.</summary>
public sealed class HalfHourMapTests
{
    private static readonly DateOnly Friday = new(2026, 3, 6);
    private static readonly DateTimeOffset Later = new(2026, 6, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_weekday_s_half_hour_is_the_average_of_the_days_that_were_open()
    {
        var map = Map(
            Later,
            At(Friday, "19:00", 10),
            At(Friday.AddDays(7), "19:00", 18),
            At(Friday.AddDays(7), "18:00", 2),
            At(Friday.AddDays(1), "20:00", 3)
        );

        map.Times.Select(time => $"{time:HH:mm}").Should().Equal("18:00", "18:30", "19:00", "19:30", "20:00");
        Orders(map, DayOfWeek.Friday).Should().Equal(1, 0, 14, 0, 0);
        Orders(map, DayOfWeek.Saturday).Should().Equal(0, 0, 0, 0, 3);
        map.Rows.Select(row => row.Weekday).Should().StartWith(DayOfWeek.Monday).And.EndWith(DayOfWeek.Sunday).And.HaveCount(7);
        Row(map, DayOfWeek.Monday).Cells.Should().OnlyContain(cell => cell.Days == 0);
    }

    [Fact]
    public void The_peak_is_by_orders_or_by_sales()
    {
        var cheap = new DayHalfHour(Friday, Moment(Friday, "12:00"), new Trade(9, new Money(90)));
        var dear = new DayHalfHour(Friday, Moment(Friday, "19:00"), new Trade(2, new Money(200)));
        var map = Map(Later, cheap, dear);

        map.Peak(bySales: false).Should().Be(new HalfHourPeak(DayOfWeek.Friday, 0, new HalfHourCell(1, 9, new Money(90))));
        map.Peak(bySales: true).Should().Be(new HalfHourPeak(DayOfWeek.Friday, 14, new HalfHourCell(1, 2, new Money(200))));
        Map(Later).Peak(bySales: false).Should().BeNull();
    }

    [Fact]
    public void The_day_that_runs_counts_as_far_as_it_has_come()
    {
        var map = Map(
            Moment(Friday, "19:10"),
            At(Friday.AddDays(-7), "18:30", 4),
            At(Friday.AddDays(-7), "19:00", 10),
            At(Friday.AddDays(-7), "20:00", 10),
            At(Friday, "18:30", 8),
            At(Friday, "19:00", 1)
        );

        Orders(map, DayOfWeek.Friday).Should().Equal(6, 10, 0, 10);
    }

    [Fact]
    public void In_the_first_half_hour_of_all_there_is_something_to_see()
    {
        Orders(Map(Moment(Friday, "19:10"), At(Friday, "19:00", 1)), DayOfWeek.Friday).Should().Equal(1);
    }

    [Fact]
    public void After_midnight_it_is_still_the_evening_s_weekday()
    {
        var night = new DayHalfHour(Friday, Moment(Friday.AddDays(1), "00:30"), new Trade(5, new Money(5)));

        var map = Map(Later, At(Friday, "23:30", 1), night);

        map.Times.Select(time => $"{time:HH:mm}").Should().Equal("23:30", "00:00", "00:30");
        Orders(map, DayOfWeek.Friday).Should().Equal(1, 0, 5);
    }

    [Fact]
    public void Where_the_day_begins_inside_a_half_hour_its_two_parts_stand_at_the_two_ends()
    {
        var house = House("Asia/Seoul", new TimeOnly(5, 15));
        var early = new DayHalfHour(Friday, Moment(Friday, "05:00"), new Trade(3, new Money(3)));
        var late = new DayHalfHour(Friday, Moment(Friday.AddDays(1), "05:00"), new Trade(4, new Money(4)));

        var map = HalfHourMaps.Of(house, new DayRange(Friday, Friday), [early, late], Later);

        map.Times.Should().HaveCount(49);
        (map.Times[0], map.Times[^1]).Should().Be((new TimeOnly(5, 0), new TimeOnly(5, 0)));
        (Orders(map, DayOfWeek.Friday)[0], Orders(map, DayOfWeek.Friday)[^1]).Should().Be((3, 4));
    }

    [Fact]
    public void An_hour_that_comes_twice_is_one_place_and_one_that_is_left_out_does_not_pull_the_average_down()
    {
        var house = House("Europe/Berlin", new TimeOnly(5, 0));
        var (back, forward) = (new DateTimeOffset(2026, 10, 25, 1, 0, 0, TimeSpan.Zero), new DateTimeOffset(2026, 3, 29, 1, 0, 0, TimeSpan.Zero));
        var (october, march) = (new DateOnly(2026, 10, 24), new DateOnly(2026, 3, 28));
        var twice = new[] { back.AddHours(-1), back }.Select(at => new DayHalfHour(october, at, new Trade(2, new Money(2))));
        var leap = new DayHalfHour(march, forward, new Trade(7, new Money(7)));

        var map = HalfHourMaps.Of(house, new DayRange(march, october), [leap, .. twice], new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.Zero));

        map.Times.Select(time => $"{time:HH:mm}").Should().Equal("02:00", "02:30", "03:00");
        Row(map, DayOfWeek.Saturday).Cells.Select(cell => (cell.Days, cell.Orders)).Should().Equal((1, 4), (1, 0), (2, 3.5));
    }

    [Theory]
    [InlineData("2026-03-06", "2026-03-06", "2026-02-07", "2026-03-06")]
    [InlineData("2026-03-02", "2026-03-08", "2026-02-09", "2026-03-08")]
    [InlineData("2026-01-01", "2026-12-31", "2026-01-01", "2026-06-01")]
    [InlineData("2026-07-01", "2026-07-31", "2026-05-05", "2026-06-01")]
    public void It_looks_at_the_days_that_have_come_and_at_four_weeks_at_least(string from, string to, string first, string last) =>
        HalfHourMaps.Window(new DayRange(Day(from), Day(to)), new DateOnly(2026, 6, 1)).Should().Be(new DayRange(Day(first), Day(last)));

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static HalfHourMapRow Row(HalfHourMap map, DayOfWeek weekday) => map.Rows.Single(row => row.Weekday == weekday);

    private static List<double> Orders(HalfHourMap map, DayOfWeek weekday) => [.. Row(map, weekday).Cells.Select(cell => cell.Orders)];

    private static HalfHourMap Map(DateTimeOffset now, params DayHalfHour[] kept) =>
        HalfHourMaps.Of(House("Asia/Seoul", new TimeOnly(5, 0)), new DayRange(Friday, Friday), kept, now);

    private static DayHalfHour At(DateOnly day, string time, int orders) => new(day, Moment(day, time), new Trade(orders, new Money(orders * 100)));

    private static DateTimeOffset Moment(DateOnly day, string time) =>
        House("Asia/Seoul", new TimeOnly(5, 0)).Moment(day.ToDateTime(TimeOnly.Parse(time, System.Globalization.CultureInfo.InvariantCulture)));

    private static RestaurantSettings House(string zone, TimeOnly begins) => new(LocalText.Same("House"), "KRW", zone, begins, ["en"]);
}
