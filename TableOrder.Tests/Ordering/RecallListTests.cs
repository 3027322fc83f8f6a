using TableOrder.Core.Access;
using TableOrder.Core.Ordering;
using TableOrder.Core.Storage;
using TableOrder.Tests.Support;
using static TableOrder.Core.Ordering.LineStatus;

namespace TableOrder.Tests.Ordering;

/// <summary>What left a screen lately and can be called back to it.</summary>
public sealed class RecallListTests : HouseTests
{
    private Actor guest = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        guest = await House.SeatAsync(7);
    }

    [Fact]
    public async Task The_last_bump_comes_first_even_if_others_were_bumped_at_the_same_moment()
    {
        var orders = new List<Order>();
        for (var i = 0; i < 6; i++)
        {
            orders.Add(await House.OrderAsync(guest, Dishes.Pancake));
        }

        int[] bumped = [3, 0, 5, 1, 4, 2];
        foreach (var i in bumped)
        {
            await House.StepAsync(orders[i], Ready);
        }

        var offered = await BumpedAsync("grill");

        offered.Select(recall => recall.Order.Number).Should().Equal(bumped.Reverse().Select(i => i + 1));
        offered.Should().OnlyContain(recall => recall.At == House.Clock.Now);
    }

    [Fact]
    public async Task A_station_sees_its_own_tickets_and_the_screen_of_all_sees_a_bump_of_several_as_one()
    {
        var both = await House.OrderAsync(guest, Dishes.Pancake, Dishes.Sorbet);
        var apart = await House.OrderAsync(guest, Dishes.Pancake, Dishes.Sorbet);
        await House.StepAsync(both, Ready);
        House.Clock.Now += TimeSpan.FromSeconds(10);
        await House.StepAsync(apart, Ready, "bar");
        House.Clock.Now += TimeSpan.FromSeconds(10);
        await House.StepAsync(apart, Ready, "grill");

        Words(await BumpedAsync("bar")).Should().Equal("#2 bar", "#1 bar");
        Words(await BumpedAsync(null)).Should().Equal("#2 grill", "#2 bar", "#1 bar,grill");
        (await BumpedAsync("stews")).Should().BeEmpty();
    }

    [Fact]
    public async Task After_a_quarter_of_an_hour_it_is_too_late()
    {
        var order = await House.OrderAsync(guest, Dishes.Pancake);
        await House.StepAsync(order, Ready);
        House.Clock.Now += TimeSpan.FromMinutes(15);
        await House.OrderAsync(guest, Dishes.Pancake);
        (await BumpedAsync("grill")).Should().ContainSingle();

        House.Clock.Now += TimeSpan.FromMilliseconds(1);
        await House.Orders.StepAsync(House.Floor, new StepOrder(order.Id, Served));

        (await BumpedAsync("grill")).Should().BeEmpty("it was served just now, but bumped long ago");
        (await ServedAsync()).Should().ContainSingle();
    }

    [Fact]
    public async Task At_most_fifty_are_offered_the_newest_of_them()
    {
        for (var i = 0; i < 53; i++)
        {
            await House.StepAsync(await House.OrderAsync(guest, Dishes.Pancake), Ready);
        }

        (await BumpedAsync("grill")).Select(recall => recall.Order.Number).Should().Equal(Enumerable.Range(4, 50).Reverse());
    }

    [Fact]
    public async Task What_was_called_back_is_offered_again_only_after_its_next_bump()
    {
        var order = await House.StepAsync(await House.OrderAsync(guest, Dishes.Pancake, Dishes.Sorbet), Ready);
        await House.StepAsync(order, Preparing, "grill", order.Version);
        Words(await BumpedAsync(null)).Should().Equal("#1 bar");

        House.Clock.Now += TimeSpan.FromSeconds(30);
        await House.StepAsync(order, Ready, "grill");

        Words(await BumpedAsync(null)).Should().Equal("#1 grill", "#1 bar");
    }

    [Fact]
    public async Task What_was_cancelled_after_its_bump_cannot_be_called_back()
    {
        var order = await House.StepAsync(await House.OrderAsync(guest, Dishes.Pancake, Dishes.Sorbet), Ready);
        var line = order.LinesOf("grill").Single();

        await House.Orders.CancelAsync(House.Manager, new CancelOrder(order.Id, "dropped") { Lines = [new CancelLine(line.Id)] });

        Words(await BumpedAsync(null)).Should().Equal("#1 bar");
    }

    [Fact]
    public async Task The_pass_offers_what_was_served_last_and_not_what_was_taken_back()
    {
        var (first, second) = (await ServedAsync(Dishes.Pancake), await ServedAsync(Dishes.Sorbet));
        (await ServedAsync()).Select(recall => recall.Order.Id).Should().Equal(second.Id, first.Id);

        await House.StepAsync(second, Ready, version: second.Version);
        (await ServedAsync()).Select(recall => recall.Order.Id).Should().Equal(first.Id);
        await House.StepAsync(second, Served);

        var offered = await ServedAsync();
        offered.Select(recall => recall.Order.Id).Should().Equal(second.Id, first.Id);
        offered.Should().OnlyContain(recall => recall.Stations.Count == 0 && recall.At == House.Clock.Now);

        House.Clock.Now += Recall.Within + TimeSpan.FromMilliseconds(1);
        (await ServedAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task An_empty_house_offers_nothing()
    {
        (await BumpedAsync(null)).Should().BeEmpty();
        (await ServedAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task However_long_the_log_is_for_a_quarter_of_an_hour_only_its_newest_end_is_looked_at()
    {
        await House.StepAsync(await House.OrderAsync(guest, Dishes.Pancake), Ready);
        var second = await House.StepAsync(await House.OrderAsync(guest, Dishes.Pancake), Ready);
        (await BumpedAsync("grill")).Should().HaveCount(2);

        await House.ExecuteAsync("UPDATE order_events SET sequence = sequence + $1 WHERE order_id = $2", RecallSql.MostEvents, second.Id);

        (await BumpedAsync("grill")).Select(recall => recall.Order.Number).Should().Equal(2);
    }

    [Fact]
    public void The_log_is_walked_backwards_from_its_newest_end_and_no_table_is_walked()
    {
        Plan(RecallSql.SelectFloor, 1, House.Clock.Now).Should().Equal("SEARCH order_events USING INTEGER PRIMARY KEY (rowid>?)");
        Plan(RecallSql.SelectServed, 1)
            .Should()
            .Equal("SEARCH e USING INTEGER PRIMARY KEY (rowid>?)", "SEARCH o USING INDEX sqlite_autoindex_orders_1 (id=?)");
        var bumped = Plan(RecallSql.SelectBumped, 1, House.Clock.Now);
        bumped.Should().Contain("SEARCH order_events USING INTEGER PRIMARY KEY (rowid>?)").And.Contain("SEARCH t USING PRIMARY KEY (order_id=?)");
        bumped.Should().NotContain(step => step.Contains("SCAN", StringComparison.Ordinal));
    }

    private static IEnumerable<string> Words(IEnumerable<Recall> recalls) =>
        recalls.Select(recall => $"#{recall.Order.Number} {string.Join(',', recall.Stations)}");

    private async Task<IReadOnlyList<Recall>> BumpedAsync(string? station) => (await House.OrderReader.BumpedAsync(House.Kitchen, station)).Value;

    private async Task<IReadOnlyList<Recall>> ServedAsync() => (await House.OrderReader.ServedAsync(House.Kitchen)).Value;

    private async Task<Order> ServedAsync(string dish)
    {
        var order = await House.OrderAsync(guest, dish);
        await House.StepAsync(order, Ready);
        return await House.StepAsync(order, Served);
    }

    private List<string> Plan(string sql, params Value[] values) =>
        House.Read(session => session.Query($"EXPLAIN QUERY PLAN {sql}", row => row.Text(3), values));
}
