using TableOrder.Core.Ordering;
using TableOrder.Core.Statistics;
using TableOrder.Tests.Support;

namespace TableOrder.Tests.Statistics;

/// <summary>How long stations take, as the manager reads it; after each test a recount agrees.</summary>
public sealed class PrepTimeTests : HouseTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 3, 0, 0, TimeSpan.Zero);

    public override async Task DisposeAsync()
    {
        Recount.ShouldAgree(House);
        await base.DisposeAsync();
    }

    [Fact]
    public async Task Prep_time_ends_with_the_bump_and_a_recall_takes_it_back()
    {
        var order = await House.OrderAsync(await House.SeatAsync(7), Dishes.Pancake, Dishes.Sorbet);
        House.Clock.Now = Noon.AddSeconds(600);
        var bumped = await BumpAsync(order.Id, "grill");
        (await ReadAsync()).Stations.Should().Equal(new StationFigures("grill", 600));

        House.Clock.Now = Noon.AddSeconds(700);
        (await House.Orders.StepAsync(House.Kitchen, new StepOrder(order.Id, LineStatus.Preparing) { Station = "grill", Version = bumped.Version }))
            .Refusal.Should()
            .BeNull();
        (await ReadAsync()).Stations.Should().BeEmpty();

        House.Clock.Now = Noon.AddSeconds(800);
        await BumpAsync(order.Id);
        (await ReadAsync()).Stations.Should().Equal(new StationFigures("bar", 800), new StationFigures("grill", 800));
    }

    [Fact]
    public async Task The_clock_of_a_held_ticket_begins_when_it_is_fired()
    {
        await House.SeatAsync(7);
        var guest = await House.SeatAsync(8);
        var placed = await House.Orders.PlaceAsync(
            House.Floor,
            TestHouse.Cart(House.Line(Dishes.Pancake), House.Line(Dishes.Sorbet) with { Course = 2 }) with
            {
                SeatingId = guest.SeatingId,
            }
        );
        var id = placed.Value.Order.Id;
        House.Clock.Now = Noon.AddSeconds(1000);
        await House.Orders.StepAsync(House.Floor, new StepOrder(id, LineStatus.Placed));
        House.Clock.Now = Noon.AddSeconds(1100);
        await BumpAsync(id);

        (await ReadAsync()).Stations.Should().Equal(new StationFigures("bar", 100), new StationFigures("grill", 1100));
    }

    [Theory]
    [InlineData(new[] { 59 }, 59)]
    [InlineData(new[] { 61, 59 }, 59)]
    [InlineData(new[] { 300, 100, 200 }, 200)]
    [InlineData(new[] { 100, 100, 100, 3600 }, 100)]
    [InlineData(new[] { 119, 120, 121, 125 }, 120)]
    public async Task The_median_is_exact_and_of_two_middle_ones_the_shorter(int[] seconds, int median)
    {
        var guest = await House.SeatAsync(7);
        foreach (var took in seconds)
        {
            var order = await House.OrderAsync(guest, Dishes.Pancake);
            House.Clock.Now += TimeSpan.FromSeconds(took);
            await BumpAsync(order.Id);
        }

        (await ReadAsync()).Stations.Should().Equal(new StationFigures("grill", median));
    }

    private async Task<PeriodFigures> ReadAsync() => (await House.Statistics.GetAsync(House.Manager)).Value;

    private async Task<Order> BumpAsync(Guid id, string? station = null) =>
        (await House.Orders.StepAsync(House.Kitchen, new StepOrder(id, LineStatus.Ready) { Station = station })).Value;
}
