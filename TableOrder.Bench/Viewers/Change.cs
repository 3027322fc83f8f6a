using System.Diagnostics;
using TableOrder.Core.Ordering;

namespace TableOrder.Bench.Viewers;

/// <summary>One planned change: the step that makes it, the version it gives the order, when it was committed and when the last screen had it.</summary>
internal sealed class Change
{
    private long committed;
    private long last;
    private int waiting;

    private Change(StepOrder step, int version, int screens) => (Step, Version, waiting) = (step, version, screens);

    public StepOrder Step { get; }

    public int Version { get; }

    /// <summary>From the commit to the last screen.</summary>
    public TimeSpan Delay => Stopwatch.GetElapsedTime(Volatile.Read(ref committed), Volatile.Read(ref last));

    /// <summary>Somebody begins an order that lay there.</summary>
    public static Change Start(Order order, int screens) => new(new StepOrder(order.Id, LineStatus.Preparing), order.Version + 1, screens);

    /// <summary>An order that was begun is finished, called back, finished again, …</summary>
    public static IReadOnlyList<Change> BackAndForth(Order placed, int changes, int screens) =>
        [
            .. Enumerable
                .Range(placed.Version + 1, changes)
                .Select(seen => new Change(
                    new StepOrder(placed.Id, (seen - placed.Version) % 2 == 1 ? LineStatus.Ready : LineStatus.Preparing) { Version = seen },
                    seen + 1,
                    screens
                )),
        ];

    public void Commit(long timestamp) => Volatile.Write(ref committed, timestamp);

    /// <summary>One more screen has it; true where it was the last.</summary>
    public bool Seen()
    {
        if (Interlocked.Decrement(ref waiting) > 0)
        {
            return false;
        }

        Volatile.Write(ref last, Stopwatch.GetTimestamp());
        return true;
    }
}
