using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using TableOrder.Core;
using TableOrder.Core.Access;
using TableOrder.Core.Feed;

namespace TableOrder.Web.Api;

/// <summary>
/// Writes to all streams that keep up, one after the other, whenever something has happened: a change wakes one loop and not a task for each stream,
/// so that however many listen, a request that comes in meanwhile stands behind few. It also looks whether readers may still read.
/// </summary>
internal sealed partial class StreamHub(OrderFeed feed, AccessReader access, TimeProvider clock, ILogger<StreamHub> log) : BackgroundService
{
    /// <summary>How often it looks whether readers may still read.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(3);

    /// <summary>A comment with every fifth look: each 15 seconds.</summary>
    private const int LooksPerComment = 5;

    private readonly Lock gate = new();
    private readonly HashSet<EventStream> streams = [];
    private readonly ArrayBufferWriter<byte> frames = new();
    private EventStream[]? all;
    private FeedCursor cursor = null!;
    private long position;

    /// <summary>A stream opens.</summary>
    public void Add(EventStream stream)
    {
        lock (gate)
        {
            streams.Add(stream);
            all = null;
        }
    }

    /// <summary>A stream has ended.</summary>
    public void Remove(EventStream stream)
    {
        lock (gate)
        {
            streams.Remove(stream);
            all = null;
        }
    }

    /// <summary>Takes over a stream that has heard all that others have; false where it must catch up first. The task gives a write that it must wait for by itself.</summary>
    public bool Keeps(EventStream stream, [NotNullWhen(true)] out Task<Task>? left)
    {
        lock (gate)
        {
            left = stream.Position >= position ? stream.Keep() : null;
            return left is not null;
        }
    }

    /// <summary>Takes its place in the log before the first stream opens.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        cursor = (await feed.OpenAsync(Actor.System, after: null)).Value;
        position = cursor.Position;
        await base.StartAsync(cancellationToken);
    }

    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(AgainAsync(FollowAsync, stoppingToken), AgainAsync(LookAsync, stoppingToken));

    private async Task FollowAsync(CancellationToken stopping)
    {
        await cursor.WaitAsync(stopping);
        var from = cursor.Position;
        if (await cursor.ReadAsync() is not { Count: > 0 } events)
        {
            return;
        }

        frames.ResetWrittenCount();
        foreach (var happened in events)
        {
            frames.Write(happened.Frame.Span);
        }

        // Who joins after this has heard these events already, or catches up first.
        Each(All(events[^1].Sequence), stream => stream.Send(from, events, frames.WrittenSpan));
    }

    private async Task LookAsync(CancellationToken stopping)
    {
        await Task.Delay(Look, clock, stopping);
        foreach (var reader in All().GroupBy(stream => stream.Actor))
        {
            // Asked once for all streams of a sign-in. Where each stands is read before: until there it was told all that is its reader's.
            var stood = reader.ToDictionary(stream => stream, stream => stream.Position);
            var current = await access.CurrentAsync(reader.Key);
            Each(reader, stream => Tell(stream, current, stood[stream]));
        }
    }

    private static void Tell(EventStream stream, Outcome<Actor> current, long position)
    {
        if (!current.Succeeded(out var reader, out _))
        {
            stream.End();
        }
        else if (reader.OnlySeating != stream.Actor.OnlySeating)
        {
            stream.EndMoved();
        }
        else
        {
            stream.Looked(LooksPerComment, position);
        }
    }

    /// <summary>A stream that cannot be written to is its own misfortune: those behind it hear as always.</summary>
    private static void Each(IEnumerable<EventStream> streams, Action<EventStream> tell)
    {
        foreach (var stream in streams)
        {
            try
            {
                tell(stream);
            }
#pragma warning disable CA1031 // whatever ails one stream, the others go on
            catch (Exception fault)
#pragma warning restore CA1031
            {
                stream.Fail(fault);
            }
        }
    }

    private EventStream[] All(long moveTo = 0)
    {
        lock (gate)
        {
            position = Math.Max(position, moveTo);
            return all ??= [.. streams];
        }
    }

    private async Task AgainAsync(Func<CancellationToken, Task> work, CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await work(stopping);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // the hub never dies: a failed look is told and tried again
            catch (Exception fault)
#pragma warning restore CA1031
            {
                LogFault(log, fault);
                await Task.Delay(Look, clock, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The streams could not be served from the log; they stand still until they can")]
    private static partial void LogFault(ILogger logger, Exception fault);
}
