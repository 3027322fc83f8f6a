using Microsoft.EntityFrameworkCore;
using TableOrder.Core.Access;
using TableOrder.Core.Storage;

namespace TableOrder.Core.Stations;

/// <summary>Answers how the kitchen's screens look and sound.</summary>
public sealed class KitchenScreenReader
{
    /// <summary>Raised when a screen's settings change.</summary>
    internal const string Topic = "kitchen_screens";
    private readonly ReadPool reads;

    internal KitchenScreenReader(ReadPool reads) => this.reads = reads;

    /// <summary>The topics that rise when an answer of this reader changes.</summary>
    public static IReadOnlyList<string> Watched { get; } = [Topic];

    /// <summary>A screen's settings; what nobody has set is as it comes.</summary>
    public async Task<Outcome<KitchenScreen>> GetAsync(Actor actor, string screen) =>
        Rights.Refuse(actor, Right.ReadKitchen) is { } refusal ? refusal : await reads.ReadAsync(session => Load(session, screen));

    private static KitchenScreen Load(Session session, string screen) =>
        session.Db.Set<KitchenScreenRow>().AsNoTracking().FirstOrDefault(row => row.Screen == screen) is { } row
            ? new KitchenScreen(screen)
            {
                Columns = row.Columns,
                Volume = row.Volume,
                Muted = row.Muted,
                Silent = row.Silent,
                SeesOthers = row.SeesOthers,
                SeesHeld = row.SeesHeld,
            }
            : new KitchenScreen(screen);
}
