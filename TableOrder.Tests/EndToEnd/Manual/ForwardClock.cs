namespace TableOrder.Tests.EndToEnd.Manual;

/// <summary>A clock that runs, and can be set to any moment: a past is lived through in it in seconds. Timers run on the real one.</summary>
internal sealed class ForwardClock : TimeProvider
{
    private TimeSpan ahead;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + ahead;

    public void Set(DateTimeOffset now) => ahead = now - System.GetUtcNow();
}
