using System.Collections.Concurrent;

namespace TableOrder.Core.Access;

/// <summary>Slows guessing: after five failures for one name from one place, each further try waits, twice as long each time, up to five minutes. Kept in memory.</summary>
internal sealed class SignInThrottle(TimeProvider clock)
{
    private const int Free = 5;
    private const int MostNames = 10_000;
    private static readonly TimeSpan First = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);
    private readonly ConcurrentDictionary<string, (int Count, DateTimeOffset Until)> failures = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>How long this name must wait; null where it may try now.</summary>
    public TimeSpan? MustWait(string name)
    {
        var left = failures.TryGetValue(name, out var failed) ? failed.Until - clock.GetUtcNow() : TimeSpan.Zero;
        return left > TimeSpan.Zero ? left : null;
    }

    public void Failed(string name)
    {
        if (failures.Count >= MostNames)
        {
            // Somebody invents names to fill the memory: forgetting all of them costs an attacker more than us.
            failures.Clear();
        }

        failures.AddOrUpdate(name, _ => (1, default), (_, before) => (before.Count + 1, Until(before.Count + 1)));
    }

    public void Succeeded(string name) => failures.TryRemove(name, out _);

    private DateTimeOffset Until(int count)
    {
        if (count < Free)
        {
            return default;
        }

        var wait = First * Math.Pow(2, Math.Min(count - Free, 10));
        return clock.GetUtcNow() + (wait < Longest ? wait : Longest);
    }
}
