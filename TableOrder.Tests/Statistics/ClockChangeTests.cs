using TableOrder.Core;
using TableOrder.Core.Access;
using TableOrder.Core.Ordering;
using TableOrder.Core.Statistics;
using TableOrder.Tests.Support;

namespace TableOrder.Tests.Statistics;

/// <summary>Berlin sets its clocks at 01:00 UTC: an hour comes twice in October and is left out in March. The business day begins at 05:00 there.</summary>
public sealed class ClockChangeTests : HouseTests
{
    private static readonly DateTimeOffset Back = new(2026, 10, 25, 1, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Forward = new(2026, 3, 29, 1, 0, 0, TimeSpan.Zero);
    private Actor guest = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await House.ExecuteAsync("UPDATE settings SET time_zone = 'Europe/Berlin'");
        guest = await House.SeatAsync(7);
    }

    public override async Task DisposeAsync()
    {
        Recount.ShouldAgree(House);
        await base.DisposeAsync();
    }

    [Fact]
    public async Task The_hour_that_comes_twice_is_two()
    {
        // 02:10 in summer time, and an hour later 02:10 again.
        await PlaceAtAsync(Back.AddMinutes(-50));
        await PlaceAtAsync(Back.AddMinutes(10));
        await PlaceAtAsync(Back.AddMinutes(40));

        var day = await ReadAsync(new DateOnly(2026, 10, 24));

        day.HalfHours.Select(half => (half.Start, half.Orders)).Should().Equal((Back.AddHours(-1), 1), (Back, 1), (Back.AddMinutes(30), 1));
    }

    [Fact]
    public async Task The_hour_that_is_left_out_leaves_no_gap()
    {
        for (var minutes = -60; minutes < 60; minutes += 30)
        {
            await PlaceAtAsync(Forward.AddMinutes(minutes + 29));
        }

        var day = await ReadAsync(new DateOnly(2026, 3, 28));

        day.HalfHours.Select(half => half.Start).Should().Equal(Forward.AddMinutes(-60), Forward.AddMinutes(-30), Forward, Forward.AddMinutes(30));
        day.Sum.Orders.Should().Be(4);
    }

    [Theory]
    [InlineData("2026-03-29T02:59:59Z", "2026-03-28")]
    [InlineData("2026-03-29T03:00:00Z", "2026-03-29")]
    [InlineData("2026-10-25T03:59:59Z", "2026-10-24")]
    [InlineData("2026-10-25T04:00:00Z", "2026-10-25")]
    [InlineData("2026-03-28T03:59:59Z", "2026-03-27")]
    [InlineData("2026-10-24T03:00:00Z", "2026-10-24")]
    public async Task The_business_day_begins_at_five_by_the_clock_on_the_wall(string placed, string day)
    {
        var order = await PlaceAtAsync(DateTimeOffset.Parse(placed, System.Globalization.CultureInfo.InvariantCulture));

        order.BusinessDay.Should().Be(DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        (await ReadAsync(order.BusinessDay)).Sum.Orders.Should().Be(1);
    }

    [Fact]
    public async Task What_was_placed_before_the_change_and_cancelled_after_it_is_taken_back_where_it_was_placed()
    {
        var first = await PlaceAtAsync(Back.AddMinutes(-50));
        var second = await PlaceAtAsync(Back.AddMinutes(10));
        House.Clock.Now = Back.AddMinutes(45);

        await House.Orders.CancelAsync(House.Manager, new CancelOrder(first.Id, "x"));

        (await ReadAsync(second.BusinessDay)).HalfHours.Should().Equal(new HalfHourFigures(Back, 1, second.Total));
    }

    [Fact]
    public async Task Prep_time_runs_on_through_the_change()
    {
        var order = await PlaceAtAsync(Back.AddMinutes(-5));
        House.Clock.Now = Back.AddMinutes(5);

        await House.Orders.StepAsync(House.Kitchen, new StepOrder(order.Id, LineStatus.Ready));

        (await ReadAsync(order.BusinessDay)).Stations.Should().Equal(new StationFigures("grill", 600));
    }

    private async Task<Order> PlaceAtAsync(DateTimeOffset moment)
    {
        House.Clock.Now = moment;
        return await House.OrderAsync(guest, Dishes.Pancake);
    }

    private async Task<PeriodFigures> ReadAsync(DateOnly day) => (await House.Statistics.GetAsync(House.Manager, day, day)).Value;
}
