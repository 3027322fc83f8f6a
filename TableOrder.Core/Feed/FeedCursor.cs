namespace TableOrder.Core.Feed;

/// <summary>One reader's place in the log. It holds a number and nothing else, so a slow reader costs nobody anything.</summary>
public sealed class FeedCursor
{
    private readonly OrderFeed feed;
    private readonly Guid? seating;

    internal FeedCursor(OrderFeed feed, Guid? seating, long position, bool resynced) =>
        (this.feed, this.seating, Position, Resynced) = (feed, seating, position, resynced);

    /// <summary>The last event this reader was given, or passed over because it was not theirs.</summary>
    public long Position { get; private set; }

    /// <summary>The place asked for could not be given: read a fresh list, then go on from <see cref="Position"/>.</summary>
    public bool Resynced { get; }

    /// <summary>What has happened since, in order; empty where nothing has.</summary>
    public async Task<IReadOnlyList<OrderEvent>> ReadAsync()
    {
        var events = await feed.ReadAsync(Position);
        if (events.Count == 0)
        {
            return events;
        }

        var mine = Mine(events);
        Position = events[^1].Sequence;
        return mine;
    }

    /// <summary>Those of some events that come after <see cref="Position"/> and are this reader's.</summary>
    public IReadOnlyList<OrderEvent> Mine(IReadOnlyList<OrderEvent> events) =>
        seating is null && events.Count > 0 && events[0].Sequence > Position
            ? events
            : [.. events.Where(e => e.Sequence > Position && (seating is not { } mine || e.Concerns(mine)))];

    /// <summary>Goes on after an event that this reader was given otherwise; never back.</summary>
    public void MoveTo(long position) => Position = Math.Max(Position, position);

    /// <summary>Waits until something has happened after <see cref="Position"/>, whether it is this reader's or not.</summary>
    public async Task WaitAsync(CancellationToken cancellation)
    {
        // The pulse is taken before the look: an event in between completes it.
        var arrived = feed.Arrived;
        if (feed.Head <= Position)
        {
            await arrived.WaitAsync(cancellation);
        }
    }
}
