using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TableOrder.Core.Access;
using TableOrder.Core.Storage;

namespace TableOrder.Core.Feed;

/// <summary>
/// A cursor over the log. One pump reads order_events after its last position into a shared ring; screens and streams hold a position and read from there,
/// from the ring or else, in pages, from the table. Wake-ups are hints: a lost one costs at most the poll period.
/// </summary>
public sealed partial class OrderFeed : BackgroundService
{
    /// <summary>Further behind than this, a reader starts again from a fresh list.</summary>
    public const int FarthestBehind = 100_000;

    private const int Page = 512;
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);
    private readonly ReadPool reads;
    private readonly TimeProvider clock;
    private readonly ILogger<OrderFeed> log;
    private readonly EventRing ring = new();
    private readonly Pulse committedPulse = new();
    private readonly Pulse arrived = new();

    internal OrderFeed(ReadPool reads, CommitSignal committed, TimeProvider clock, ILogger<OrderFeed> log)
    {
        (this.reads, this.clock, this.log) = (reads, clock, log);
        committed.Listen(changed =>
        {
            if (changed.Contains(EventSql.Announced))
            {
                committedPulse.Beat();
            }
        });
    }

    /// <summary>The newest position the pump has seen.</summary>
    public long Head => ring.Head;

    /// <summary>When the pump last looked at the log; an old one means that live screens are not live.</summary>
    public DateTimeOffset LastLook { get; private set; }

    /// <summary>
    /// A place in the log from which an actor reads on; null: from now on; 0: from the beginning. Guests hear of their own seating's orders only.
    /// A position that the log does not know, or that is too far behind, gives a cursor that starts now and says so in <see cref="FeedCursor.Resynced"/>.
    /// </summary>
    public async Task<Outcome<FeedCursor>> OpenAsync(Actor actor, long? after)
    {
        if (Rights.Refuse(actor, Right.ReadOrders) is { } refusal)
        {
            return refusal;
        }

        var head = await reads.ReadAsync(EventSql.Head);
        var lost = after < 0 || after > head || (after > 0 && head - after > FarthestBehind);
        return new FeedCursor(this, actor.OnlySeating, lost ? head : after ?? head, lost);
    }

    internal Task Arrived => arrived.Next;

    internal async Task<IReadOnlyList<OrderEvent>> ReadAsync(long after)
    {
        if (after >= ring.Head)
        {
            return [];
        }

        // What the pump has not seen yet is not read here either: the ring and the table tell the same story.
        return ring.After(after, Page)
            ?? (await reads.ReadAsync(session => EventSql.After(session, after, Page))).FindAll(e => e.Sequence <= ring.Head);
    }

    /// <summary>Catches the ring up with the log before anybody looks, then pumps until the app stops.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        ring.Start(await reads.ReadAsync(EventSql.Head));
        LastLook = clock.GetUtcNow();
        await base.StartAsync(cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            // Taken before the look: a commit in between wakes the next wait.
            var wake = committedPulse.Next;
            try
            {
                await PumpAsync();
            }
#pragma warning disable CA1031 // the pump never dies: a failed look is told and tried again
            catch (Exception fault)
#pragma warning restore CA1031
            {
                LogFault(log, fault);
            }

            // Until a commit, or the poll period where its wake-up was lost, or the end.
            await wake.WaitAsync(Poll, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task PumpAsync()
    {
        // A short page is the end of the log as it was; what is committed after the look wakes the pump again.
        var full = true;
        while (full)
        {
            var events = await reads.ReadAsync(session => EventSql.After(session, ring.Head, Page));
            LastLook = clock.GetUtcNow();
            if (events.Count > 0)
            {
                ring.Add(events);
                arrived.Beat();
            }

            full = events.Count == Page;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The feed could not read the log; live screens stand still until it can")]
    private static partial void LogFault(ILogger logger, Exception fault);
}
