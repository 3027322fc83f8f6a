using System.Globalization;
using TableOrder.Core;
using TableOrder.Core.Settings;

namespace TableOrder.Tests.Settings;

public sealed class BusinessDayTests
{
    [Theory]
    [InlineData("2026-03-01T20:00:00Z", "2026-03-02")]
    [InlineData("2026-03-02T14:59:59Z", "2026-03-02")]
    [InlineData("2026-03-02T15:00:00Z", "2026-03-02")]
    [InlineData("2026-03-02T19:59:59.9999999Z", "2026-03-02")]
    [InlineData("2026-03-02T20:00:00Z", "2026-03-03")]
    [InlineData("2026-01-31T19:00:00Z", "2026-01-31")]
    public void A_business_day_runs_from_five_to_five_in_Seoul(string moment, string day)
    {
        House("Asia/Seoul").BusinessDay(Time(moment)).Should().Be(DateOnly.Parse(day, CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("Asia/Seoul", "2026-03-02T03:29:59Z", "2026-03-02T03:00:00Z")]
    [InlineData("Asia/Seoul", "2026-03-02T03:30:00Z", "2026-03-02T03:30:00Z")]
    [InlineData("Asia/Kathmandu", "2026-03-02T03:20:00Z", "2026-03-02T03:15:00Z")]
    [InlineData("America/New_York", "2026-11-01T05:40:00Z", "2026-11-01T05:30:00Z")]
    [InlineData("America/New_York", "2026-11-01T06:40:00Z", "2026-11-01T06:30:00Z")]
    public void Half_hours_are_the_wall_clocks_and_never_fall_together(string zone, string moment, string start)
    {
        House(zone).HalfHour(Time(moment)).Should().Be(Time(start));
    }

    [Theory]
    [InlineData("2026-10-25T00:29:59Z", "2026-10-24")]
    [InlineData("2026-10-25T00:30:00Z", "2026-10-25")]
    [InlineData("2026-10-25T01:10:00Z", "2026-10-25")]
    [InlineData("2026-10-25T01:30:00Z", "2026-10-25")]
    [InlineData("2026-03-29T00:59:59Z", "2026-03-28")]
    [InlineData("2026-03-29T01:00:00Z", "2026-03-29")]
    public void A_day_that_begins_while_the_clock_changes_begins_once(string moment, string day)
    {
        House("Europe/Berlin", new TimeOnly(2, 30)).BusinessDay(Time(moment)).Should().Be(DateOnly.Parse(day, CultureInfo.InvariantCulture));
    }

    private static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    private static RestaurantSettings House(string zone, TimeOnly? starts = null) =>
        new(LocalText.Same("house"), "KRW", zone, starts ?? new TimeOnly(5, 0), ["ko"]);
}
