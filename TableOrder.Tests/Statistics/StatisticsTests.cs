using TableOrder.Core;
using TableOrder.Core.Access;
using TableOrder.Core.Ordering;
using TableOrder.Core.Statistics;
using TableOrder.Tests.Support;

namespace TableOrder.Tests.Statistics;

public sealed class StatisticsTests : HouseTests
{
    private static readonly string[] Menu = [Dishes.Pancake, Dishes.Rice, Dishes.Sorbet, Dishes.Cola, Dishes.PorkBelly];

    [Fact]
    public async Task An_empty_day_is_all_zero()
    {
        (await House.Statistics.TodayAsync(House.Manager)).Value.Should().Be(default(DayFigures));
    }

    [Fact]
    public async Task Figures_belong_to_the_business_day_of_placing()
    {
        var guest = await House.SeatAsync(7);
        var order = await House.OrderAsync(guest, Dishes.Pancake, Dishes.Cola);
        (await TodayAsync()).Should().Be(new DayFigures { Placed = 1, Sales = new Money(22_000) });

        House.Clock.Now = House.Clock.Now.AddDays(1);
        await House.Orders.CancelAsync(House.Manager, new CancelOrder(order.Id, "x") { Lines = [new CancelLine(order.Lines[1].Id)] });
        await House.Orders.StepAsync(House.Kitchen, new StepOrder(order.Id, LineStatus.Ready));
        (await TodayAsync()).Should().Be(default(DayFigures));

        House.Clock.Now = House.Clock.Now.AddDays(-1);
        (await TodayAsync()).Should().Be(new DayFigures { Ready = 1, Sales = new Money(19_000) });
    }

    [Fact]
    public async Task Only_the_manager_sees_them()
    {
        (await House.Statistics.TodayAsync(House.Floor)).Refusal!.Code.Should().Be("forbidden");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Whatever_300_commands_do_what_is_kept_equals_a_recount(int seed)
    {
        var chance = new Random(seed);
        var guests = await Task.WhenAll(Enumerable.Range(1, 6).Select(table => House.SeatAsync(table)));
        var orders = new List<Guid>();
        for (var i = 0; i < 300; i++)
        {
            House.Clock.Now = House.Clock.Now.AddMinutes(chance.Next(20));
            if (orders.Count == 0 || chance.Next(3) == 0)
            {
                orders.Add(await PlaceAsync(chance, guests[chance.Next(guests.Length)]));
            }
            else
            {
                await ChangeAsync(chance, orders[chance.Next(orders.Count)], guests);
            }
        }

        var counted = Recount.ShouldAgree(House);
        counted.Select(order => order.Status).Distinct().Count().Should().BeGreaterThan(3, "the sequence must have gone everywhere");
        counted.Select(order => order.BusinessDay).Distinct().Count().Should().BeGreaterThan(1);
        await ShouldReadAsync(counted);
        House.Ask("SELECT count(*) FROM statistics_prep_seconds WHERE tickets = 0").Should().BePositive("a recall must have taken something back");
    }

    [Fact]
    public async Task What_many_do_at_once_is_counted_once()
    {
        var guests = await Task.WhenAll(Enumerable.Range(1, 6).Select(table => House.SeatAsync(table)));
        var chance = new Random(3);
        var orders = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => PlaceAsync(chance, guests[chance.Next(guests.Length)])));
        for (var i = 0; i < 10; i++)
        {
            House.Clock.Now = House.Clock.Now.AddSeconds(chance.Next(400));
            await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => ChangeAsync(chance, orders[chance.Next(orders.Length)], guests)));
        }

        Recount.ShouldAgree(House);
        House.Ask("SELECT max(tickets) FROM statistics_prep_seconds").Should().BeGreaterThan(1, "tickets must have been bumped together");
    }

    /// <summary>What the manager reads of all days together, counted from the orders in the plainest way.</summary>
    private async Task ShouldReadAsync(List<Order> orders)
    {
        var (from, to) = (orders.Min(order => order.BusinessDay), orders.Max(order => order.BusinessDay));
        var figures = (await House.Statistics.GetAsync(House.Manager, from, to)).Value;

        figures.Sum.Orders.Should().Be(orders.Count);
        figures
            .HalfHours.Should()
            .Equal(
                orders
                    .Where(order => order.Status != OrderStatus.Cancelled)
                    .GroupBy(order => order.HalfHour)
                    .OrderBy(half => half.Key)
                    .Select(half => new HalfHourFigures(half.Key, half.Count(), new Money(half.Sum(order => order.Total.Minor))))
            );
        var sold = orders.SelectMany(order => order.Lines).Where(line => line.Quantity > 0).ToLookup(line => line.MenuItemId);
        figures.TopItems.Should().HaveCount(sold.Count);
        figures
            .TopItems.Should()
            .OnlyContain(item =>
                item.Quantity == sold[item.MenuItemId].Sum(line => line.Quantity)
                && item.Sales.Minor == sold[item.MenuItemId].Sum(line => line.Total.Minor)
            );
        var times = orders
            .SelectMany(order => order.Tickets)
            .Where(ticket => ticket.BumpedAt is not null)
            .ToLookup(ticket => ticket.Station, ticket => (int)(ticket.BumpedAt - ticket.FiredAt)!.Value.TotalSeconds, StringComparer.Ordinal);
        times.Should().NotBeEmpty();
        figures
            .Stations.Should()
            .Equal(
                times
                    .OrderBy(station => station.Key, StringComparer.Ordinal)
                    .Select(station => new StationFigures(station.Key, station.Order().ElementAt((station.Count() - 1) / 2)))
            );
    }

    private async Task<Guid> PlaceAsync(Random chance, Actor guest)
    {
        var lines = Enumerable.Range(0, chance.Next(1, 5)).Select(_ => House.Line(Menu[chance.Next(Menu.Length)], chance.Next(2, 5)));
        var coursed = lines.Select(line => line with { Course = chance.Next(2) });
        return (await House.Orders.PlaceAsync(House.Floor, TestHouse.Cart([.. coursed]) with { SeatingId = guest.SeatingId })).Value.Order.Id;
    }

    private async Task ChangeAsync(Random chance, Guid id, Actor[] guests)
    {
        var order = (await House.OrderReader.GetAsync(House.Manager, id)).Value;
        int? version = chance.Next(2) == 0 ? order.Version : null;
        var line = order.Lines[chance.Next(order.Lines.Count)];
        var who = new[] { House.Manager, House.Floor, guests.Single(guest => guest.SeatingId == order.SeatingId) }[chance.Next(3)];
        var to = (LineStatus)chance.Next(1, 5);
        _ = chance.Next(7) switch
        {
            0 => await House.Orders.CancelAsync(
                who,
                new CancelOrder(id, "x") { Lines = [new CancelLine(line.Id, chance.Next(1, 4))], Version = version }
            ),
            1 => await House.Orders.CancelAsync(who, new CancelOrder(id, "x") { Version = version }),
            2 => await House.Orders.StepAsync(House.Kitchen, new StepOrder(id, to) { LineId = line.Id, Version = version }),
            3 => await House.Orders.StepAsync(House.Kitchen, new StepOrder(id, to) { Station = line.Station, Version = version }),
            4 => await House.Orders.StepAsync(House.Kitchen, new StepOrder(id, LineStatus.Preparing) { Version = order.Version }),
            _ => await House.Orders.StepAsync(House.Kitchen, new StepOrder(id, to) { Version = version }),
        };
    }

    private async Task<DayFigures> TodayAsync() => (await House.Statistics.TodayAsync(House.Manager)).Value;
}
