using TableOrder.Core;
using TableOrder.Core.Access;
using TableOrder.Core.Calls;
using TableOrder.Core.Ordering;
using TableOrder.Core.Statistics;
using TableOrder.Tests.Support;

namespace TableOrder.Tests.Statistics;

/// <summary>What a manager reads of a period, from real orders; noon in Seoul on Monday 2 March.</summary>
public sealed class SalesFiguresTests : HouseTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 3, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Today = new(2026, 3, 2);

    public override async Task DisposeAsync()
    {
        Recount.ShouldAgree(House);
        await base.DisposeAsync();
    }

    [Fact]
    public async Task An_empty_restaurant_has_a_page_too()
    {
        var sales = await ReadAsync(PeriodKind.Year);

        (sales.IsEmpty, sales.FirstDay, sales.Like, sales.LikeBefore).Should().Be((true, null, default, default));
        sales.Bars.Should().HaveCount(12);
        (sales.Items.Count, sales.SlowItems.Count, sales.Stations.Count, sales.Map.Times.Count).Should().Be((0, 0, 0, 0));
    }

    [Fact]
    public async Task Today_is_compared_with_the_same_weekday_up_to_the_same_half_hour()
    {
        var guest = await House.SeatAsync(7);
        await PlaceAtAsync(guest, Noon.AddDays(-7), Dishes.Pancake);
        await PlaceAtAsync(guest, Noon.AddDays(-7).AddHours(2), Dishes.Cola);
        await PlaceAtAsync(guest, Noon.AddDays(-1), Dishes.Pancake);
        await PlaceAtAsync(guest, Noon.AddMinutes(10), Dishes.Pancake, Dishes.Cola);
        await PlaceAtAsync(guest, Noon.AddMinutes(70), Dishes.Cola);
        House.Clock.Now = Noon.AddMinutes(80);

        var sales = await ReadAsync(PeriodKind.Day);

        sales.Sum.Sales.Should().Be(new Money(25_000));
        sales.SumBefore.Sales.Should().Be(new Money(22_000));
        sales.HalfHour.Should().Be(Noon.AddMinutes(60));
        (sales.Like, sales.LikeBefore).Should().Be((new Trade(1, new Money(22_000)), new Trade(1, new Money(19_000))));
        sales.Bars.Select(bar => (bar.Time!.Value.Hour, bar.Now.Orders, bar.Before!.Value.Orders)).Should().Equal((12, 1, 1), (13, 1, 0), (14, 0, 1));
        sales.FirstDay.Should().Be(Today.AddDays(-7));
    }

    [Fact]
    public async Task A_week_that_runs_is_compared_with_the_same_days_of_the_week_before()
    {
        var guest = await House.SeatAsync(7);
        await PlaceAtAsync(guest, Noon.AddDays(-7), Dishes.Pancake);
        await PlaceAtAsync(guest, Noon.AddDays(-6), Dishes.Pancake);
        await PlaceAtAsync(guest, Noon.AddDays(-6).AddHours(5), Dishes.Pancake);
        await PlaceAtAsync(guest, Noon.AddDays(-3), Dishes.Pancake);
        await PlaceAtAsync(guest, Noon, Dishes.Cola);
        House.Clock.Now = Noon.AddDays(1).AddHours(1);

        var sales = await ReadAsync(PeriodKind.Week, Today.AddDays(1));

        sales.Like.Should().Be(new Trade(1, new Money(3_000)));
        sales.LikeBefore.Should().Be(new Trade(2, new Money(38_000)), "Monday, and Tuesday until one o'clock");
        sales.Bars.Should().HaveCount(7);
        sales.Bars.Sum(bar => bar.Before!.Value.Orders).Should().Be(4, "the chart shows all of the week before");
    }

    [Fact]
    public async Task Cancelled_orders_are_none_of_the_orders_and_bring_no_average_down()
    {
        var guest = await House.SeatAsync(7);
        await House.OrderAsync(guest, Dishes.Pancake);
        var gone = await House.OrderAsync(guest, Dishes.Pancake);
        await House.Orders.CancelAsync(House.Manager, new CancelOrder(gone.Id, "x"));
        House.Clock.Now = Noon.AddDays(1);

        var sales = await ReadAsync(PeriodKind.Day, Today);

        sales.Like.Should().Be(new Trade(1, new Money(19_000)));
        sales.Like.Average.Should().Be(new Money(19_000));
        (sales.Sum.Orders, sales.Sum.Cancelled).Should().Be((2, 1));
    }

    [Fact]
    public async Task Dishes_stations_and_calls_of_the_period_stand_beside_those_before()
    {
        var guest = await House.SeatAsync(7);
        await CookAsync(guest, Dishes.Pancake, seconds: 300);
        House.Clock.Now = Noon.AddDays(7);
        await CookAsync(guest, Dishes.Pancake, seconds: 100);
        await CookAsync(guest, Dishes.Sorbet, seconds: 20);
        var call = (await House.CallDesk.CallAsync(guest, new CallStaff(CallKind.Water))).Value.Call;
        House.Clock.Now += TimeSpan.FromSeconds(181);
        await House.CallDesk.ConfirmAsync(House.Floor, call.Id);

        var sales = await ReadAsync(PeriodKind.Week, Today.AddDays(7));

        sales
            .SlowItems.Select(dish => (dish.Name.In("en"), dish.Lines, dish.Average.TotalSeconds))
            .Should()
            .Equal((Dishes.Pancake, 1, 100), (Dishes.Sorbet, 1, 20));
        sales.Items.Select(item => item.Name.In("en")).Should().Equal(Dishes.Pancake, Dishes.Sorbet);
        sales
            .Stations.Should()
            .Equal(
                new StationPace("bar", TimeSpan.FromSeconds(20), null),
                new StationPace("grill", TimeSpan.FromSeconds(100), TimeSpan.FromSeconds(300))
            );
        sales.Calls.Should().Be(new CallAnswers(0, 1, 0, 0, TimeSpan.FromSeconds(181)));
        sales.CallsBefore.Should().Be(default(CallAnswers));
    }

    [Fact]
    public async Task Only_the_manager_reads_them()
    {
        var day = SalesPeriod.Of(PeriodKind.Day, Today).Value;

        (await House.Statistics.SalesAsync(House.Floor, day)).Refusal!.Code.Should().Be("forbidden");
        (await House.Statistics.HalfHoursAsync(House.Floor, day)).Refusal!.Code.Should().Be("forbidden");
    }

    private async Task<SalesFigures> ReadAsync(PeriodKind kind, DateOnly? day = null) =>
        (await House.Statistics.SalesAsync(House.Manager, SalesPeriod.Of(kind, day ?? Today).Value)).Value;

    private Task<Order> PlaceAtAsync(Actor guest, DateTimeOffset moment, params string[] dishes)
    {
        House.Clock.Now = moment;
        return House.OrderAsync(guest, dishes);
    }

    private async Task CookAsync(Actor guest, string dish, int seconds)
    {
        var order = await House.OrderAsync(guest, dish);
        House.Clock.Now += TimeSpan.FromSeconds(seconds);
        await House.StepAsync(order, LineStatus.Ready);
    }
}
