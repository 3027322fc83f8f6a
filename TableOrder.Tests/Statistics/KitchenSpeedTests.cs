using TableOrder.Core.Access;
using TableOrder.Core.Ordering;
using TableOrder.Core.Statistics;
using TableOrder.Tests.Support;
using static TableOrder.Core.Ordering.LineStatus;

namespace TableOrder.Tests.Statistics;

/// <summary>How fast the kitchen is, beside how fast it usually is; after each test a recount agrees.</summary>
public sealed class KitchenSpeedTests : HouseTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 3, 0, 0, TimeSpan.Zero);
    private Actor guest = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        guest = await House.SeatAsync(7);
    }

    public override async Task DisposeAsync()
    {
        Recount.ShouldAgree(House);
        await base.DisposeAsync();
    }

    [Fact]
    public async Task A_house_that_made_nothing_has_no_speed()
    {
        await House.OrderAsync(guest, Dishes.Pancake);

        var speed = await ReadAsync();

        (speed.Stations.Count, speed.Dishes.Count).Should().Be((0, 0));
    }

    [Fact]
    public async Task A_station_is_measured_by_its_bumps_in_the_half_hour_of_placing()
    {
        await MakeAsync(Dishes.Pancake, seconds: 100);
        await MakeAsync(Dishes.Pancake, seconds: 200);
        House.Clock.Now = Noon.AddMinutes(29);
        await MakeAsync(Dishes.Pancake, seconds: 120);
        House.Clock.Now = Noon.AddMinutes(40);
        await MakeAsync(Dishes.Pancake, seconds: 60);
        await MakeAsync(Dishes.Sorbet, seconds: 30);

        var speed = await ReadAsync();

        speed.Stations.Select(station => station.Station).Should().Equal("bar", "grill");
        var grill = speed.Stations[1];
        grill
            .HalfHours.Should()
            .Equal(new HalfHourSpeed(Noon, 3, TimeSpan.FromSeconds(140)), new HalfHourSpeed(Noon.AddMinutes(30), 1, TimeSpan.FromSeconds(60)));
        (grill.Today, grill.Usual).Should().Be((TimeSpan.FromSeconds(120), null));
    }

    [Fact]
    public async Task Usual_are_the_seven_business_days_before_today()
    {
        foreach (var (day, seconds) in new[] { (-8, 900), (-7, 100), (-1, 300), (-1, 200), (0, 60) })
        {
            House.Clock.Now = Noon.AddDays(day);
            await MakeAsync(Dishes.Pancake, seconds);
        }

        var speed = await ReadAsync();

        var grill = speed.Stations.Should().ContainSingle().Which;
        (grill.Today, grill.Usual).Should().Be((TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(200)));
        grill.HalfHours.Should().ContainSingle();
        var pancake = speed.Dishes.Should().ContainSingle().Which;
        (pancake.Name.In("en"), pancake.Lines, pancake.Today, pancake.Usual)
            .Should()
            .Be((Dishes.Pancake, 1, TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(200)));
    }

    [Fact]
    public async Task A_dish_that_was_not_made_today_is_no_news_and_a_station_that_rests_today_still_has_its_usual()
    {
        House.Clock.Now = Noon.AddDays(-2);
        await MakeAsync(Dishes.Pancake, seconds: 90);
        House.Clock.Now = Noon;

        var speed = await ReadAsync();

        speed.Dishes.Should().BeEmpty();
        speed.Stations.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Today = (TimeSpan?)null, Usual = TimeSpan.FromSeconds(90) });
    }

    [Fact]
    public async Task The_ten_slowest_dishes_come_slowest_first()
    {
        var view = (await House.MenuReader.GetAsync(House.Manager)).Value;
        var dishes = view
            .Menu.Categories.SelectMany(category => category.Items)
            .Where(dish => dish is { SoldOut: false, Station: not null, MinQuantity: 1 })
            .Take(12)
            .Select(dish => dish.Name.In("en"))
            .ToList();
        for (var i = 0; i < dishes.Count; i++)
        {
            await MakeAsync(dishes[i], seconds: 10 * (i + 1));
        }

        var speed = await ReadAsync();

        speed.Dishes.Select(dish => dish.Name.In("en")).Should().Equal(dishes.AsEnumerable().Reverse().Take(10));
    }

    [Fact]
    public async Task A_dish_takes_from_its_own_fire_until_it_is_ticked_and_a_line_counts_once_however_many_it_is()
    {
        var order = (
            await House.Orders.PlaceAsync(
                House.Floor,
                TestHouse.Cart(House.Line(Dishes.Pancake, 3), House.Line(Dishes.Sorbet) with { Course = 1 }) with
                {
                    SeatingId = guest.SeatingId,
                }
            )
        )
            .Value
            .Order;
        House.Clock.Now = Noon.AddSeconds(600);
        await House.StepAsync(order, Placed);
        House.Clock.Now = Noon.AddSeconds(645);
        await House.Orders.StepAsync(House.Kitchen, new StepOrder(order.Id, Ready) { LineId = order.Lines[1].Id });
        House.Clock.Now = Noon.AddSeconds(700);
        await House.StepAsync(order, Ready);

        (await ReadAsync())
            .Dishes.Select(dish => (dish.Name.In("en"), dish.Lines, dish.Today.TotalSeconds))
            .Should()
            .Equal((Dishes.Pancake, 1, 700), (Dishes.Sorbet, 1, 45));
    }

    [Fact]
    public async Task What_is_called_back_was_not_made_and_counts_anew_when_it_is()
    {
        var order = await MakeAsync(Dishes.Pancake, seconds: 100);
        await House.StepAsync(order, Preparing, version: order.Version);
        var recalled = await ReadAsync();
        (recalled.Stations.Count, recalled.Dishes.Count).Should().Be((0, 0));

        House.Clock.Now = Noon.AddSeconds(250);
        var again = await House.StepAsync(order, Ready);
        await House.StepAsync(order, Served);

        (await ReadAsync()).Dishes.Single().Today.Should().Be(TimeSpan.FromSeconds(250));
        (await ReadAsync()).Stations.Single().Today.Should().Be(TimeSpan.FromSeconds(250));
        again.Version.Should().BeLessThan((await House.OrderReader.GetAsync(guest, order.Id)).Value.Version);
    }

    [Fact]
    public async Task What_was_taken_back_from_the_table_alone_was_made_all_the_same()
    {
        var order = await MakeAsync(Dishes.Pancake, seconds: 100);
        var served = await House.StepAsync(order, Served);

        House.Clock.Now = Noon.AddSeconds(500);
        await House.StepAsync(order, Ready, version: served.Version);
        await House.Orders.CancelAsync(House.Manager, new CancelOrder(order.Id, "complaint"));

        (await ReadAsync()).Dishes.Single().Today.Should().Be(TimeSpan.FromSeconds(100));
    }

    [Fact]
    public async Task Staff_see_it_and_guests_do_not()
    {
        foreach (var actor in new[] { House.Kitchen, House.Floor, House.Manager })
        {
            (await House.Statistics.KitchenSpeedAsync(actor)).Refusal.Should().BeNull();
        }

        (await House.Statistics.KitchenSpeedAsync(guest)).Refusal!.Code.Should().Be("forbidden");
    }

    private async Task<KitchenSpeed> ReadAsync() => (await House.Statistics.KitchenSpeedAsync(House.Kitchen)).Value;

    /// <summary>Placed now and bumped so many seconds later; then it is now again.</summary>
    private async Task<Order> MakeAsync(string dish, int seconds)
    {
        var now = House.Clock.Now;
        var order = await House.OrderAsync(guest, dish);
        House.Clock.Now = now.AddSeconds(seconds);
        var bumped = await House.StepAsync(order, Ready);
        House.Clock.Now = now;
        return bumped;
    }
}
