using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TableOrder.Core.Storage;

namespace TableOrder.Core.Feed;

/// <summary>
/// Everything that is not an order: compare, don't listen. A topic's version rises in the transaction that changes what it names;
/// a page reads the version before it loads, then waits for another one. So nothing can be missed.
/// </summary>
public sealed class Topics
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(5);
    private readonly ReadPool reads;
    private readonly TimeProvider clock;
    private readonly Lock gate = new();

    /// <summary>What is waited for now: parties come and go, each with a topic of its own.</summary>
    private readonly Dictionary<string, Watched> watched = new(StringComparer.Ordinal);

    internal Topics(ReadPool reads, CommitSignal committed, TimeProvider clock)
    {
        (this.reads, this.clock) = (reads, clock);
        committed.Listen(changed =>
        {
            foreach (var name in changed)
            {
                PulseOf(name)?.Beat();
            }
        });
    }

    /// <summary>How many topics somebody waits for.</summary>
    internal int Waited
    {
        get
        {
            lock (gate)
            {
                return watched.Count;
            }
        }
    }

    /// <summary>The sum of some topics' versions: it rises when any of them does.</summary>
    public Task<long> VersionAsync(IReadOnlyList<string> names) => reads.ReadAsync(session => names.Sum(name => Version(session, name)));

    /// <summary>Waits until the topics' versions are others than the ones seen; a slow timer makes up for a lost wake-up.</summary>
    public async Task<long> ChangedAsync(IReadOnlyList<string> names, long seen, CancellationToken cancellation)
    {
        var pulses = names.Select(Watch).ToList();
        try
        {
            while (true)
            {
                // The beat is taken before the question: a change in between completes it.
                var beats = pulses.ConvertAll(pulse => pulse.Next);
                var version = await VersionAsync(names);
                if (version != seen)
                {
                    return version;
                }

                using var timer = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
                await Task.WhenAny([.. beats, Task.Delay(Poll, clock, timer.Token)]);
                await timer.CancelAsync();
                cancellation.ThrowIfCancellationRequested();
            }
        }
        finally
        {
            foreach (var name in names)
            {
                Unwatch(name);
            }
        }
    }

    internal static long Version(Session session, string name) =>
        session.First("SELECT version FROM topics WHERE name = $1", row => row.Long(0), name);

    /// <summary>Raises a topic in this transaction; its watchers hear of it after the commit.</summary>
    internal static void Raise(Tx tx, string name)
    {
        tx.Session.Execute("INSERT INTO topics (name, version) VALUES ($1, 1) ON CONFLICT (name) DO UPDATE SET version = topics.version + 1", name);
        tx.Announce(name);
    }

    private Pulse? PulseOf(string name)
    {
        lock (gate)
        {
            return watched.GetValueOrDefault(name)?.Pulse;
        }
    }

    private Pulse Watch(string name)
    {
        lock (gate)
        {
            var one = watched.TryGetValue(name, out var known) ? known : watched[name] = new Watched();
            one.By++;
            return one.Pulse;
        }
    }

    private void Unwatch(string name)
    {
        lock (gate)
        {
            if (--watched[name].By == 0)
            {
                watched.Remove(name);
            }
        }
    }

    private sealed class Watched
    {
        public Pulse Pulse { get; } = new();

        public int By { get; set; }
    }
}

internal sealed class TopicRow
{
    public required string Name { get; init; }
    public long Version { get; set; }
}

internal sealed class TopicMapping : IEntityTypeConfiguration<TopicRow>
{
    public void Configure(EntityTypeBuilder<TopicRow> builder) => builder.ToTable("topics").HasKey(t => t.Name);
}
