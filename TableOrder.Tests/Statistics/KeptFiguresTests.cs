using TableOrder.Core;
using TableOrder.Core.Access;
using TableOrder.Core.Ordering;
using TableOrder.Core.Statistics;
using TableOrder.Tests.Support;

namespace TableOrder.Tests.Statistics;

/// <summary>What the manager reads after orders have gone their ways; after each test a recount agrees.</summary>
public sealed class KeptFiguresTests : HouseTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 3, 0, 0, TimeSpan.Zero);

    public override async Task DisposeAsync()
    {
        Recount.ShouldAgree(House);
        await base.DisposeAsync();
    }

    [Fact]
    public async Task A_day_without_orders_is_empty()
    {
        var figures = await ReadAsync();

        figures.Sum.Should().Be(default(DayFigures));
        (figures.HalfHours.Count, figures.TopItems.Count, figures.Stations.Count).Should().Be((0, 0, 0));
        (figures.From, figures.To).Should().Be((new DateOnly(2026, 3, 2), new DateOnly(2026, 3, 2)));
    }

    [Fact]
    public async Task Orders_and_sales_stand_in_the_half_hour_of_placing()
    {
        var guest = await House.SeatAsync(7);
        await House.OrderAsync(guest, Dishes.Pancake);
        House.Clock.Now = Noon.AddMinutes(29).AddSeconds(59);
        await House.OrderAsync(guest, Dishes.Cola);
        House.Clock.Now = Noon.AddMinutes(30);
        var last = await House.OrderAsync(guest, Dishes.Cola);
        House.Clock.Now = Noon.AddHours(5);
        await BumpAsync(last.Id);

        (await ReadAsync())
            .HalfHours.Should()
            .Equal(new HalfHourFigures(Noon, 2, new Money(22_000)), new HalfHourFigures(Noon.AddMinutes(30), 1, new Money(3_000)));
    }

    [Fact]
    public async Task A_cancellation_takes_back_where_the_order_was_placed()
    {
        var guest = await House.SeatAsync(7);
        var partly = await PlaceAsync(guest, House.Line(Dishes.Pancake, 3), House.Line(Dishes.Cola, 2));
        var wholly = await House.OrderAsync(guest, Dishes.Pancake);
        House.Clock.Now = Noon.AddDays(3);

        await House.Orders.CancelAsync(House.Manager, new CancelOrder(wholly.Id, "x"));
        await House.Orders.CancelAsync(House.Manager, new CancelOrder(partly.Id, "x") { Lines = [new CancelLine(partly.Lines[0].Id, 1)] });

        var there = await ReadAsync(new DateOnly(2026, 3, 2), new DateOnly(2026, 3, 2));
        there.HalfHours.Should().Equal(new HalfHourFigures(Noon, 1, new Money(44_000)));
        there
            .TopItems.Select(item => (item.Name.In("en"), item.Quantity, item.Sales.Minor))
            .Should()
            .Equal((Dishes.Pancake, 2, 38_000), (Dishes.Cola, 2, 6_000));
        there
            .Sum.Should()
            .Be(
                new DayFigures
                {
                    Placed = 1,
                    Cancelled = 1,
                    Sales = new Money(44_000),
                }
            );
        (await ReadAsync()).Sum.Should().Be(default(DayFigures));
    }

    [Fact]
    public async Task What_was_wholly_cancelled_is_in_no_list()
    {
        var order = await House.OrderAsync(await House.SeatAsync(7), Dishes.Pancake);
        await House.Orders.CancelAsync(House.Manager, new CancelOrder(order.Id, "x"));

        var figures = await ReadAsync();

        figures.Sum.Should().Be(new DayFigures { Cancelled = 1 });
        (figures.HalfHours.Count, figures.TopItems.Count).Should().Be((0, 0));
    }

    [Fact]
    public async Task Several_days_are_the_sum_of_each()
    {
        var guest = await House.SeatAsync(7);
        foreach (var took in new[] { 10, 70, 20 })
        {
            var order = await PlaceAsync(guest, House.Line(Dishes.Pancake, took));
            House.Clock.Now += TimeSpan.FromSeconds(took);
            await BumpAsync(order.Id);
            House.Clock.Now += TimeSpan.FromDays(1);
        }

        var all = await ReadAsync(new DateOnly(2026, 3, 1), new DateOnly(2026, 3, 9));

        all.Sum.Should().Be(new DayFigures { Ready = 3, Sales = new Money(1_900_000) });
        all.HalfHours.Select(half => half.Orders).Should().Equal(1, 1, 1);
        all.TopItems.Should().ContainSingle().Which.Quantity.Should().Be(100);
        all.Stations.Should().Equal(new StationFigures("grill", 20));
        (await ReadAsync(new DateOnly(2026, 3, 3), new DateOnly(2026, 3, 3))).Stations.Should().Equal(new StationFigures("grill", 70));
    }

    [Fact]
    public async Task A_dish_that_left_the_menu_keeps_its_name_in_the_figures()
    {
        await House.OrderAsync(await House.SeatAsync(7), Dishes.Pancake);
        await House.ExecuteAsync("UPDATE menu_items SET archived_at = 0 WHERE id = $1", House.Dish(Dishes.Pancake).Id);

        (await ReadAsync()).TopItems.Should().ContainSingle().Which.Name.In("en").Should().Be(Dishes.Pancake);
    }

    [Fact]
    public async Task At_most_ten_dishes_are_the_top()
    {
        var view = (await House.MenuReader.GetAsync(House.Manager)).Value;
        var dishes = view
            .Menu.Categories.SelectMany(category => category.Items)
            .Where(dish => !dish.SoldOut && view.PortionsLeft(dish.Id) is null)
            .Take(14)
            .ToList();
        var lines = dishes.Select((dish, i) => House.Line(dish.Name.In("en"), dish.MinQuantity + 5 + i));
        await PlaceAsync(await House.SeatAsync(7), [.. lines]);

        var top = (await ReadAsync()).TopItems;

        top.Should().HaveCount(10);
        top.Select(item => item.Quantity).Should().BeInDescendingOrder();
        top.Should().OnlyContain(item => item.Name.In("en").Length > 0);
    }

    [Fact]
    public async Task Days_in_the_wrong_order_and_too_many_of_them_are_refused()
    {
        var day = new DateOnly(2026, 3, 2);

        (await House.Statistics.GetAsync(House.Manager, day.AddDays(1), day)).Refusal!.Code.Should().Be("invalid");
        (await House.Statistics.GetAsync(House.Manager, day.AddDays(1))).Refusal!.Code.Should().Be("invalid");
        (await House.Statistics.GetAsync(House.Manager, day, day.AddDays(400))).Refusal!.Code.Should().Be("invalid");
        (await House.Statistics.GetAsync(House.Manager, day, day.AddDays(399))).Refusal.Should().BeNull();
        (await House.Statistics.GetAsync(House.Floor)).Refusal!.Code.Should().Be("forbidden");
    }

    private async Task<PeriodFigures> ReadAsync(DateOnly? from = null, DateOnly? to = null) =>
        (await House.Statistics.GetAsync(House.Manager, from, to)).Value;

    private async Task<Order> PlaceAsync(Actor guest, params PlaceLine[] lines) =>
        (await House.Orders.PlaceAsync(guest, TestHouse.Cart(lines))).Value.Order;

    private async Task<Order> BumpAsync(Guid id) => (await House.Orders.StepAsync(House.Kitchen, new StepOrder(id, LineStatus.Ready))).Value;
}
