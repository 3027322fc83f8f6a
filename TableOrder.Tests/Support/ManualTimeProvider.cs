namespace TableOrder.Tests.Support;

/// <summary>A clock that stands still until a test sets it: noon in Seoul. Timers run on the real one.</summary>
public sealed class ManualTimeProvider : TimeProvider
{
    public DateTimeOffset Now { get; set; } = new(2026, 3, 2, 3, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => Now;
}
