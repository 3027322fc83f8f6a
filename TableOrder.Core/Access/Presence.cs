using System.Collections.Concurrent;

namespace TableOrder.Core.Access;

/// <summary>When each sign-in was last seen: kept in memory, since the app's start. A page that stands open is seen every few seconds.</summary>
internal sealed class Presence(TimeProvider clock)
{
    private const int MostKept = 10_000;
    private static readonly TimeSpan KeptFor = TimeSpan.FromDays(7);
    private readonly ConcurrentDictionary<Guid, DateTimeOffset> seen = new();

    /// <summary>Somebody came with this sign-in just now.</summary>
    public void See(Guid signIn)
    {
        var now = clock.GetUtcNow();
        seen[signIn] = now;
        if (seen.Count > MostKept)
        {
            foreach (var (id, at) in seen)
            {
                if (now - at > KeptFor)
                {
                    seen.TryRemove(id, out _);
                }
            }
        }
    }

    /// <summary>When it was last seen; null: not since the app's start.</summary>
    public DateTimeOffset? LastSeen(Guid signIn) => seen.TryGetValue(signIn, out var at) ? at : null;
}
