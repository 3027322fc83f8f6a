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

    private readonly Writer writer;

    internal StationDesk(Writer writer) => this.writer = writer;

    /// <summary>Sets a station's ages. Refuses an unknown station and ages out of their bounds or order.</summary>
    public async Task<Outcome<bool>> AgeAsync(Actor actor, AgeStation age, CancellationToken cancellation = default) =>
        (Rights.Refuse(actor, Right.SetKitchenScreens) ?? StationRule.Refuse(age.WarnAfter, age.LateAfter)) is { } refusal
            ? refusal
            : await writer.RunAsync(tx => Age(tx, actor, age), cancellation);

    /// <summary>
    /// Adds a station as the last, or gives one another name, sign and ages; gives its slug. A new one's slug is made of its name and stays: addresses and past orders name it.
    /// Refuses an unknown slug, a name that is none in any language or is too long, and ages as <see cref="AgeAsync"/> does.
    /// </summary>
    public async Task<Outcome<string>> SetAsync(Actor actor, SetStation station, CancellationToken cancellation = default) =>
        (Rights.Refuse(actor, Right.ChangeStations) ?? StationRule.Refuse(station)) is { } refusal
            ? refusal
            : await writer.RunAsync(tx => Set(tx, actor, station), cancellation);

    /// <summary>Puts the stations in an order: those that are not named come last, as they stood.</summary>
    public async Task<Outcome<bool>> ArrangeAsync(Actor actor, IReadOnlyList<string> slugs, CancellationToken cancellation = default) =>
        Rights.Refuse(actor, Right.ChangeStations) is { } refusal ? refusal : await writer.RunAsync(tx => Arrange(tx, slugs), cancellation);

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

    private static Outcome<string> Set(Tx tx, Actor actor, SetStation station)
    {
        var stations = tx.Session.Db.Set<StationRow>();
        var rows = stations.ToList();
        var row = rows.FirstOrDefault(one => string.Equals(one.Slug, station.Slug, StringComparison.Ordinal));
        if (row is null && station.Slug is not null)
        {
            return new Refusal(Refusal.NotFound);
        }

        if (row is null)
        {
            row = new StationRow
            {
                Slug = StationRule.SlugOf(station.Name, rows.Select(one => one.Slug)),
                Name = station.Name,
                Emoji = station.Emoji,
                Position = rows.Count == 0 ? 0 : rows.Max(one => one.Position) + 1,
            };
            stations.Add(row);
        }

        (row.Name, row.Emoji) = (station.Name, station.Emoji.Trim());
        (row.WarnAfterSeconds, row.LateAfterSeconds) = ((int)station.WarnAfter.TotalSeconds, (int)station.LateAfter.TotalSeconds);
        tx.Session.Db.SaveChanges();
        JournalSql.Write(tx, actor, station.Slug is null ? Acts.StationAdded : Acts.StationChanged, row.Name.ToString());
        Topics.Raise(tx, MenuSql.MenuTopic);
        return row.Slug;
    }

    private static Outcome<bool> Arrange(Tx tx, IReadOnlyList<string> slugs)
    {
        var rows = tx.Session.Db.Set<StationRow>().OrderBy(row => row.Position).ToList();
        var order = rows.OrderBy(row => slugs.ToList().IndexOf(row.Slug) is var place and >= 0 ? place : int.MaxValue).ToList();
        for (var i = 0; i < order.Count; i++)
        {
            order[i].Position = i;
        }

        tx.Session.Db.SaveChanges();
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
