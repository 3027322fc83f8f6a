using TableOrder.Core.Feed;
using TableOrder.Core.Ordering;

namespace TableOrder.Tests.Support;

/// <summary>Follows the log as a screen does, and fills it faster than guests could.</summary>
internal static class Feeds
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Waits for so many events.</summary>
    public static async Task<List<OrderEvent>> TakeAsync(this FeedCursor cursor, int count)
    {
        using var patience = new CancellationTokenSource(Patience);
        var taken = new List<OrderEvent>();
        while (taken.Count < count)
        {
            await cursor.WaitAsync(patience.Token);
            taken.AddRange(await cursor.ReadAsync());
        }

        return taken;
    }

    /// <summary>Waits until the pump has seen a position.</summary>
    public static async Task SeenAsync(this OrderFeed feed, long position)
    {
        while (feed.Head < position)
        {
            var arrived = feed.Arrived;
            if (feed.Head < position)
            {
                await arrived.WaitAsync(Patience);
            }
        }
    }

    /// <summary>So many more events of an order in one transaction; waits until the pump has seen them.</summary>
    public static async Task FillAsync(this TestHouse house, Order order, int events)
    {
        const string Insert = """
            WITH RECURSIVE n(i) AS (SELECT $1 UNION ALL SELECT i + 1 FROM n WHERE i < $2)
            INSERT INTO order_events (id, order_id, order_version, event_type, seating_id, stations, actor, device, detail, created_at)
            SELECT 'filled-' || i, $3, i, 'order_lines_updated', $4, ',grill,', 'system', 'server', '{}', 0 FROM n
            """;
        await house.Writer.RunAsync<int>(tx =>
        {
            tx.Announce(EventSql.Announced);
            return tx.Session.Execute(Insert, order.Version + 1, order.Version + events, order.Id, order.SeatingId);
        });
        await house.Feed.SeenAsync(house.Ask("SELECT max(sequence) FROM order_events"));
    }
}
