using TableOrder.Core.Ordering;
using TableOrder.Tests.Support;

namespace TableOrder.Tests.Feed;

public sealed class OrderFeedTests : HouseTests
{
    [Fact]
    public async Task Everything_since_arrives_in_order_none_missing_none_twice()
    {
        var cursor = (await House.Feed.OpenAsync(House.Kitchen, null)).Value;
        var guests = await Task.WhenAll(Enumerable.Range(1, 8).Select(table => House.SeatAsync(table)));

        var ordering = Task.WhenAll(
            guests.SelectMany(guest => Enumerable.Range(0, 5).Select(_ => Task.Run(() => House.OrderAsync(guest, Dishes.Rice))))
        );
        var heard = await cursor.TakeAsync(40);

        heard.Select(e => e.Sequence).Should().Equal(Enumerable.Range(1, 40).Select(i => (long)i));
        heard.Select(e => e.OrderId).Should().BeEquivalentTo((await ordering).Select(order => order.Id));
        (await cursor.ReadAsync()).Should().BeEmpty();
        cursor.Position.Should().Be(40);
    }

    [Fact]
    public async Task An_event_names_its_order_version_stations_and_frame()
    {
        var cursor = (await House.Feed.OpenAsync(House.Kitchen, 0)).Value;
        var order = await House.OrderAsync(await House.SeatAsync(7), Dishes.Pancake, Dishes.Sorbet);

        var heard = (await cursor.TakeAsync(1)).Single();

        (heard.OrderId, heard.OrderVersion, heard.Type, heard.SeatingId).Should().Be((order.Id, 1, "order_placed", order.SeatingId));
        (heard.ConcernsStation("bar"), heard.ConcernsStation("grill"), heard.ConcernsStation("gril")).Should().Be((true, true, false));
        System.Text.Encoding.UTF8.GetString(heard.Frame.Span).Should().Be($"id: 1\ndata: order_placed:{order.Id}\n\n");
    }

    [Fact]
    public async Task A_reader_resumes_after_the_position_it_names()
    {
        var guest = await House.SeatAsync(7);
        for (var i = 0; i < 5; i++)
        {
            await House.OrderAsync(guest, Dishes.Rice);
        }

        var resumed = (await House.Feed.OpenAsync(House.Kitchen, 2)).Value;
        (await resumed.TakeAsync(3)).Select(e => e.Sequence).Should().Equal(3, 4, 5);
        var all = (await House.Feed.OpenAsync(House.Kitchen, 0)).Value;
        (await all.TakeAsync(5)).Select(e => e.Sequence).Should().Equal(1, 2, 3, 4, 5);
        var now = (await House.Feed.OpenAsync(House.Kitchen, null)).Value;
        (await now.ReadAsync()).Should().BeEmpty();
        (resumed.Resynced, all.Resynced, now.Resynced).Should().Be((false, false, false));
    }

    [Fact]
    public async Task A_guest_hears_of_their_own_seating_only_and_passes_over_the_rest()
    {
        var guest = await House.SeatAsync(7);
        var other = await House.SeatAsync(8);
        var cursor = (await House.Feed.OpenAsync(guest, 0)).Value;
        await House.OrderAsync(other, Dishes.Rice);
        var mine = await House.OrderAsync(guest, Dishes.Rice);
        await House.OrderAsync(other, Dishes.Rice);
        await House.Feed.SeenAsync(3);

        (await cursor.TakeAsync(1)).Select(e => e.OrderId).Should().Equal(mine.Id);
        cursor.Position.Should().Be(3);
    }

    [Fact]
    public async Task A_list_and_the_events_after_it_leave_no_gap_and_tell_nothing_twice()
    {
        var guests = await Task.WhenAll(Enumerable.Range(1, 4).Select(table => House.SeatAsync(table)));
        var ordering = Task.WhenAll(guests.Select(guest => Task.Run(() => OrderManyAsync(guest, 30))));
        var watching = new List<Task<List<Guid>>>();
        for (var position = 0L; position < 120; )
        {
            var page = (await House.OrderReader.KitchenAsync(House.Kitchen, null)).Value;
            watching.Add(Task.Run(() => FollowAsync(page, 120)));
            position = page.Sequence;
            await House.Feed.SeenAsync(Math.Min(120, position + 3));
        }

        await ordering;
        var placed = House.Read(session => session.Query("SELECT id FROM orders", row => row.Id(0))).Order().ToList();
        placed.Should().HaveCount(120);
        foreach (var seen in await Task.WhenAll(watching))
        {
            seen.Order().Should().Equal(placed);
        }
    }

    [Fact]
    public async Task A_lost_wake_up_costs_no_more_than_the_poll_period()
    {
        var order = await House.OrderAsync(await House.SeatAsync(7), Dishes.Rice);
        var cursor = (await House.Feed.OpenAsync(House.Kitchen, null)).Value;

        await House.ExecuteAsync(
            """
            INSERT INTO order_events (id, order_id, order_version, event_type, seating_id, stations, actor, device, detail, created_at)
            VALUES ('unannounced', $1, 2, 'order_paid', $2, ',,', 'system', 'server', '{}', 0)
            """,
            order.Id,
            order.SeatingId
        );

        (await cursor.TakeAsync(1)).Single().Type.Should().Be("order_paid");
    }

    [Fact]
    public async Task Waiting_ends_when_the_reader_leaves()
    {
        var cursor = (await House.Feed.OpenAsync(House.Kitchen, null)).Value;
        using var leaving = new CancellationTokenSource();
        var waiting = cursor.WaitAsync(leaving.Token);

        await leaving.CancelAsync();

        await waiting.Invoking(wait => wait).Should().ThrowAsync<OperationCanceledException>();
    }

    private async Task OrderManyAsync(TableOrder.Core.Access.Actor guest, int orders)
    {
        for (var i = 0; i < orders; i++)
        {
            await House.OrderAsync(guest, Dishes.Rice);
        }
    }

    private async Task<List<Guid>> FollowAsync(OrderPage page, int orders)
    {
        var cursor = (await House.Feed.OpenAsync(House.Kitchen, page.Sequence)).Value;
        var heard = await cursor.TakeAsync(orders - page.Items.Count);
        return [.. page.Items.Select(order => order.Id), .. heard.Select(e => e.OrderId)];
    }
}
