using Microsoft.EntityFrameworkCore;
using TableOrder.Core.Access;
using TableOrder.Core.Feed;
using TableOrder.Core.Journal;
using TableOrder.Core.Menu;
using TableOrder.Core.Storage;

namespace TableOrder.Core.Stations;

/// <summary>When a station's tickets turn yellow and red.</summary>
/// <param name="Slug">Which station.</param>
/// <param name="WarnAfter">Yellow, 10 seconds to 3 hours.</param>
/// <param name="LateAfter">Red, longer than that and at most 3 hours.</param>
public sealed record AgeStation(string Slug, TimeSpan WarnAfter, TimeSpan LateAfter);

/// <summary>Takes changes of the kitchen's stations.</summary>
public sealed class StationDesk
{
    /// <summary>Dishes are still made there.</summary>
    public const string InUse = "station_in_use";

    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(3);
    private readonly Writer writer;

    internal StationDesk(Writer writer) => this.writer = writer;

    /// <summary>Sets a station's ages. Refuses an unknown station and ages out of their bounds or order.</summary>
    public async Task<Outcome<bool>> AgeAsync(Actor actor, AgeStation age, CancellationToken cancellation = default)
    {
        if (Rights.Refuse(actor, Right.SetKitchenScreens) is { } refusal)
        {
            return refusal;
        }

        // Kept in whole seconds, and so compared.
        if (age.WarnAfter < Shortest || (int)age.LateAfter.TotalSeconds <= (int)age.WarnAfter.TotalSeconds || age.LateAfter > Longest)
        {
            return Refusal.Bad("lateAfter", "Send a yellow age of 10 seconds or more and a red one that is longer, at most 3 hours.");
        }

        return await writer.RunAsync(tx => Age(tx, actor, age), cancellation);
    }

    /// <summary>
    /// Takes a station away, with its screen's settings. Refuses an unknown one, and one where dishes are made, also such as left the menu ("station_in_use").
    /// Its open tickets stay on the screen of all stations.
    /// </summary>
    public async Task<Outcome<bool>> RemoveAsync(Actor actor, string slug, CancellationToken cancellation = default) =>
        Rights.Refuse(actor, Right.ChangeStations) is { } refusal ? refusal : await writer.RunAsync(tx => Remove(tx, actor, slug), cancellation);

    private static Outcome<bool> Age(Tx tx, Actor actor, AgeStation age)
    {
        if (tx.Session.Db.Set<StationRow>().Find(age.Slug) is not { } row)
        {
            return new Refusal(Refusal.NotFound);
        }

        (row.WarnAfterSeconds, row.LateAfterSeconds) = ((int)age.WarnAfter.TotalSeconds, (int)age.LateAfter.TotalSeconds);
        tx.Session.Db.SaveChanges();
        JournalSql.Write(tx, actor, Acts.StationAgesChanged, age.Slug, new { Warn = row.WarnAfterSeconds, Late = row.LateAfterSeconds });
        Topics.Raise(tx, MenuSql.MenuTopic);
        return true;
    }

    private static Outcome<bool> Remove(Tx tx, Actor actor, string slug)
    {
        var db = tx.Session.Db;
        if (db.Set<StationRow>().Find(slug) is not { } row)
        {
            return new Refusal(Refusal.NotFound);
        }

        if (db.Set<MenuItemRow>().Any(item => item.Station == slug))
        {
            return new Refusal(InUse);
        }

        db.Remove(row);
        if (db.Set<KitchenScreenRow>().Find(slug) is { } screen)
        {
            db.Remove(screen);
        }

        db.SaveChanges();
        JournalSql.Write(tx, actor, Acts.StationRemoved, slug);
        Topics.Raise(tx, MenuSql.MenuTopic);
        Topics.Raise(tx, KitchenScreenReader.Topic);
        return true;
    }
}
