using TableOrder.Core.Feed;
using TableOrder.Tests.Support;

namespace TableOrder.Tests.Feed;

/// <summary>What the shared ring no longer holds comes from the table; what is too long ago begins anew.</summary>
public sealed class FeedHistoryTests : HouseTests
{
    [Fact]
    public async Task A_reader_who_fell_behind_the_ring_is_served_from_the_table()
    {
        var slow = (await House.Feed.OpenAsync(House.Kitchen, 0)).Value;
        var order = await House.OrderAsync(await House.SeatAsync(7), Dishes.Pancake);
        (await slow.TakeAsync(1)).Should().ContainSingle();

        await House.FillAsync(order, 9_000);
        var heard = await slow.TakeAsync(9_000);

        heard.Select(e => e.Sequence).Should().Equal(Enumerable.Range(2, 9_000).Select(i => (long)i));
        heard.Select(e => e.OrderVersion).Should().Equal(Enumerable.Range(2, 9_000));
        (await slow.ReadAsync()).Should().BeEmpty();
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(3)]
    [InlineData(long.MaxValue)]
    public async Task A_position_that_the_log_does_not_know_starts_again_from_now(long after)
    {
        var guest = await House.SeatAsync(7);
        await House.OrderAsync(guest, Dishes.Rice);
        await House.OrderAsync(guest, Dishes.Rice);

        var cursor = (await House.Feed.OpenAsync(House.Kitchen, after)).Value;

        (cursor.Resynced, cursor.Position).Should().Be((true, 2L));
    }

    [Fact]
    public async Task More_than_100_000_events_behind_starts_again_but_0_replays_everything()
    {
        var order = await House.OrderAsync(await House.SeatAsync(7), Dishes.Pancake);
        await House.FillAsync(order, 100_001);

        var tooFar = (await House.Feed.OpenAsync(House.Kitchen, 1)).Value;
        var justFar = (await House.Feed.OpenAsync(House.Kitchen, 2)).Value;
        var beginning = (await House.Feed.OpenAsync(House.Kitchen, 0)).Value;

        (tooFar.Resynced, tooFar.Position).Should().Be((true, 100_002L));
        (justFar.Resynced, justFar.Position).Should().Be((false, 2L));
        beginning.Resynced.Should().BeFalse();
        (await beginning.TakeAsync(100_002)).Select(e => e.Sequence).Should().Equal(Enumerable.Range(1, 100_002).Select(i => (long)i));
    }

    [Fact]
    public async Task After_a_restart_history_is_still_there()
    {
        var order = await House.OrderAsync(await House.SeatAsync(7), Dishes.Pancake);
        await House.FillAsync(order, 10);
        using var restarted = new OrderFeed(
            House.Get<TableOrder.Core.Storage.ReadPool>(),
            House.Get<TableOrder.Core.Storage.CommitSignal>(),
            TimeProvider.System,
            House.Get<Microsoft.Extensions.Logging.ILogger<OrderFeed>>()
        );
        await restarted.StartAsync(CancellationToken.None);

        var cursor = (await restarted.OpenAsync(House.Kitchen, 4)).Value;

        (await cursor.TakeAsync(7)).Select(e => e.Sequence).Should().Equal(5, 6, 7, 8, 9, 10, 11);
        await restarted.StopAsync(CancellationToken.None);
    }
}
