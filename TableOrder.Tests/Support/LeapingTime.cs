namespace TableOrder.Tests.Support;

/// <summary>A clock that runs, and can be put forward: long timers that are due by then go off.</summary>
public sealed class LeapingTime : TimeProvider
{
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(1);
    private readonly Lock changing = new();
    private readonly List<(ITimer Timer, DateTimeOffset Due)> waiting = [];
    private TimeSpan ahead;

    public override DateTimeOffset GetUtcNow()
    {
        lock (changing)
        {
            return base.GetUtcNow() + ahead;
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        if (dueTime > Long)
        {
            lock (changing)
            {
                waiting.Add((timer, base.GetUtcNow() + ahead + dueTime));
            }
        }

        return timer;
    }

    /// <summary>Puts it forward.</summary>
    public void Leap(TimeSpan by)
    {
        lock (changing)
        {
            ahead += by;
            foreach (var (timer, due) in waiting)
            {
                // One that was disposed meanwhile says so and stays silent.
                var left = due - base.GetUtcNow() - ahead;
                timer.Change(left > TimeSpan.Zero ? left : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
            }

            waiting.RemoveAll(timer => timer.Due <= base.GetUtcNow() + ahead);
        }
    }
}
