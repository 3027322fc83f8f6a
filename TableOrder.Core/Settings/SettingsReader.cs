using Microsoft.EntityFrameworkCore;
using TableOrder.Core.Access;
using TableOrder.Core.Storage;

namespace TableOrder.Core.Settings;

/// <summary>Answers questions about the restaurant itself.</summary>
public sealed class SettingsReader
{
    /// <summary>Raised when the settings change.</summary>
    internal const string Topic = "settings";
    private readonly ReadPool reads;
    private volatile RestaurantSettings? current;
    private int changes;

    internal SettingsReader(ReadPool reads, CommitSignal committed)
    {
        this.reads = reads;
        committed.ListenFirst(changed =>
        {
            if (changed.Contains(Topic))
            {
                Interlocked.Increment(ref changes);
                current = null;
            }
        });
    }

    /// <summary>The topics that rise when an answer of this reader changes.</summary>
    public static IReadOnlyList<string> Watched { get; } = [Topic];

    /// <summary>The settings as they are now.</summary>
    public async Task<Outcome<RestaurantSettings>> GetAsync(Actor actor) =>
        Rights.Refuse(actor, Right.ReadSettings) is { } refusal ? refusal : await CurrentAsync();

    /// <summary>Whether the currency is fixed, because there is an order in it.</summary>
    public async Task<Outcome<bool>> IsCurrencyFixedAsync(Actor actor) =>
        Rights.Refuse(actor, Right.ChangeSettings) is { } refusal ? refusal : await reads.ReadAsync(SettingsDesk.IsCurrencyFixed);

    /// <summary>For Core's own rooms, which need the clock and the currency whoever asks.</summary>
    internal async Task<RestaurantSettings> CurrentAsync()
    {
        if (current is { } kept)
        {
            return kept;
        }

        // What was read before a change must not be kept after it.
        var before = Volatile.Read(ref changes);
        var read = await reads.ReadAsync(Load);
        current = read;
        if (before != Volatile.Read(ref changes))
        {
            current = null;
        }

        return read;
    }

    /// <summary>The settings as a session sees them.</summary>
    internal static RestaurantSettings Load(Session session)
    {
        var row = session.Db.Set<SettingsRow>().AsNoTracking().First();
        return new RestaurantSettings(row.Name, row.Currency, row.TimeZone, row.BusinessDayStartsAt, row.Languages)
        {
            ServiceRate = row.ServiceRate,
            TaxRate = row.TaxRate,
            CallWithin = TimeSpan.FromSeconds(row.CallWithinSeconds),
            Version = row.Version,
            IsBeingSetUp = row.SetupPending,
        };
    }
}
