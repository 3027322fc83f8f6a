using System.Globalization;
using TableOrder.Core;
using TableOrder.Core.Settings;

namespace TableOrder.Tests.Settings;

/// <summary>When a clock on a wall in Berlin comes to show a time; it repeats an hour in October and skips one in March.</summary>
public sealed class WallClockTests
{
    private readonly RestaurantSettings berlin = new(LocalText.Same("x"), "EUR", "Europe/Berlin", new TimeOnly(5, 0), ["en"]);

    [Theory]
    [InlineData("2026-07-01T11:00", "2026-07-01T09:00Z")]
    [InlineData("2026-10-25T02:30", "2026-10-25T00:30Z")]
    [InlineData("2026-03-29T02:30", "2026-03-29T01:00Z")]
    [InlineData("2026-03-29T03:00", "2026-03-29T01:00Z")]
    public void A_time_comes_once_even_where_the_clock_repeats_or_skips_it(string shown, string moment) =>
        berlin.Moment(DateTime.Parse(shown, CultureInfo.InvariantCulture)).Should().Be(DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture));
}
