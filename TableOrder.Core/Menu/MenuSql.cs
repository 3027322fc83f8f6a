using Microsoft.EntityFrameworkCore;
using TableOrder.Core.Feed;
using TableOrder.Core.Storage;

namespace TableOrder.Core.Menu;

/// <summary>Loads the menu, and keeps the portions that are left.</summary>
internal static class MenuSql
{
    /// <summary>Raised when anything of the snapshot changes.</summary>
    public const string MenuTopic = "menu";

    /// <summary>Raised when only portions change, so that an order of a limited dish does not reload the whole menu.</summary>
    public const string PortionsTopic = "portions";

    public static MenuSnapshot Load(Session session)
    {
        var version = Topics.Version(session, MenuTopic);
        var db = session.Db;
        var modifiers = db.Set<ModifierRow>()
            .AsNoTracking()
            .Where(m => m.ArchivedAt == null)
            .OrderBy(m => m.Position)
            .ToLookup(m => m.GroupId, m => new Modifier(m.Id, m.Name, m.Price, m.SoldOut, m.Allergens));
        var groups = db.Set<ModifierGroupRow>()
            .AsNoTracking()
            .Where(g => g.ArchivedAt == null)
            .ToDictionary(g => g.Id, g => new ModifierGroup(g.Id, g.Name, g.Min, g.Max, [.. modifiers[g.Id]]));
        var groupsOf = db.Set<ItemGroupRow>()
            .AsNoTracking()
            .OrderBy(l => l.Position)
            .ToList()
            .FindAll(l => groups.ContainsKey(l.GroupId))
            .ToLookup(l => l.ItemId, l => groups[l.GroupId]);
        var items = db.Set<MenuItemRow>().AsNoTracking().Where(i => i.ArchivedAt == null).OrderBy(i => i.Position).ToLookup(i => i.CategoryId);
        var widths = PhotoWidths(session);
        var categories = db.Set<CategoryRow>().AsNoTracking().Where(c => c.ArchivedAt == null).OrderBy(c => c.Position).ToList();

        // A heading with nothing below it tells guests nothing.
        return new MenuSnapshot(
            version,
            Stations(session),
            [
                .. categories
                    .Where(c => items.Contains(c.Id))
                    .Select(c => new Category(c.Id, c.Name, [.. items[c.Id].Select(i => Item(i, [.. groupsOf[i.Id]], widths))])),
            ]
        )
        {
            Counted = items.SelectMany(category => category).Where(item => item.PortionsLeft is not null).Select(item => item.Id).ToHashSet(),
        };
    }

    /// <summary>Where dishes are made, in the order of the kitchen's tabs.</summary>
    public static List<Station> Stations(Session session) =>
        session
            .Db.Set<StationRow>()
            .AsNoTracking()
            .OrderBy(s => s.Position)
            .Select(s => new Station(s.Slug, s.Name, s.Emoji, TimeSpan.FromSeconds(s.WarnAfterSeconds), TimeSpan.FromSeconds(s.LateAfterSeconds)))
            .ToList();

    /// <summary>In which widths each photo is kept, the smallest first.</summary>
    public static ILookup<string, int> PhotoWidths(Session session) =>
        session
            .Query("SELECT hash, width FROM photos ORDER BY hash, width", row => (Hash: row.Text(0), Width: row.Int(1)))
            .ToLookup(photo => photo.Hash, photo => photo.Width, StringComparer.Ordinal);

    /// <summary>A dish's photo, or null where it has none.</summary>
    public static Photo? Photo(string? hash, ILookup<string, int> widths) =>
        hash is not null && widths.Contains(hash) ? new Photo(hash, [.. widths[hash]]) : null;

    public static Dictionary<Guid, int> Portions(Session session) =>
        session
            .Query(
                "SELECT id, portions_left FROM menu_items WHERE portions_left IS NOT NULL AND archived_at IS NULL",
                row => (Id: row.Id(0), Left: row.Int(1))
            )
            .ToDictionary(p => p.Id, p => p.Left);

    /// <summary>A dish's name as it is now. Dishes are archived, never deleted, so one that was sold has a name for ever.</summary>
    public static LocalText Name(Session session, Guid item) =>
        session.First("SELECT name FROM menu_items WHERE id = $1", row => row.Json<LocalText>(0), item) ?? LocalText.Empty;

    /// <summary>Every dish's name as it is now, of those that left the menu, too.</summary>
    public static Dictionary<Guid, LocalText> Names(Session session) =>
        session
            .Query("SELECT id, name FROM menu_items", row => (Id: row.Id(0), Name: row.Json<LocalText>(1)))
            .ToDictionary(dish => dish.Id, dish => dish.Name);

    /// <summary>How many portions of a counted dish are left; 0 where it is not counted.</summary>
    public static int PortionsLeft(Session session, Guid item) =>
        session.First("SELECT COALESCE(portions_left, 0) FROM menu_items WHERE id = $1", row => row.Int(0), item);

    /// <summary>Takes portions of a counted dish that were seen to be left in the same transaction; that they are not is an outage and takes the order back.</summary>
    public static void TakePortions(Tx tx, Guid item, int quantity)
    {
        if (tx.Session.Execute("UPDATE menu_items SET portions_left = portions_left - $1 WHERE id = $2 AND portions_left >= $1", quantity, item) == 0)
        {
            throw new InvalidOperationException($"Portions of {item} were taken by somebody else in this transaction");
        }

        Topics.Raise(tx, PortionsTopic);
    }

    /// <summary>Gives portions back after a cancellation; of dishes that are not counted there is nothing to give back.</summary>
    public static void ReturnPortions(Tx tx, Guid item, int quantity)
    {
        if (
            tx.Session.Execute("UPDATE menu_items SET portions_left = portions_left + $1 WHERE id = $2 AND portions_left IS NOT NULL", quantity, item)
            > 0
        )
        {
            Topics.Raise(tx, PortionsTopic);
        }
    }

    private static MenuItem Item(MenuItemRow row, IReadOnlyList<ModifierGroup> groups, ILookup<string, int> widths) =>
        new()
        {
            Id = row.Id,
            Version = row.Version,
            Name = row.Name,
            Description = row.Description,
            Emoji = row.Emoji,
            Photo = Photo(row.Photo, widths),
            Price = row.Price,
            TaxRate = row.TaxRate,
            SoldOut = row.SoldOut,
            MinQuantity = row.MinQuantity,
            Course = row.Course,
            Station = row.Station,
            Allergens = row.Allergens,
            Hours = row.Hours,
            ModifierGroups = groups,
        };
}
