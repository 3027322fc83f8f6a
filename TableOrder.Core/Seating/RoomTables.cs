using Microsoft.EntityFrameworkCore;
using TableOrder.Core.Feed;
using TableOrder.Core.Settings;
using TableOrder.Core.Storage;

namespace TableOrder.Core.Seating;

/// <summary>All tables there are, in one transaction that changes some: a room has a few dozen, and most rules compare one with the others.</summary>
internal sealed class RoomTables
{
    private readonly Tx tx;
    private readonly IReadOnlyList<string> languages;

    public RoomTables(Tx tx)
    {
        this.tx = tx;
        languages = SettingsReader.Load(tx.Session).Languages;
        All = [.. tx.Session.Db.Set<TableRow>().OrderBy(table => table.Position).ThenBy(table => table.Id)];
    }

    /// <summary>In their order, also those that were taken away.</summary>
    public List<TableRow> All { get; }

    /// <summary>Those of the room.</summary>
    public IEnumerable<TableRow> Standing => All.Where(table => table.ArchivedAt is null);

    public TableRow? Find(Guid id) => Standing.FirstOrDefault(table => table.Id == id);

    public TableRow? FindArchived(Guid id) => All.Find(table => table.Id == id && table.ArchivedAt is not null);

    /// <summary>The names among these that tables of the room have; null where all are free.</summary>
    public TableNamesTaken? Taken(IEnumerable<string> names, TableRow? but = null)
    {
        var taken = names.Where(name => Standing.Any(table => table != but && TableNames.AreAlike(table.Name, name))).ToList();
        return taken.Count == 0 ? null : new TableNamesTaken(taken);
    }

    /// <summary>An area is known by its name in the house's first language.</summary>
    public string Key(LocalText area) => area.In(languages[0]);

    public bool IsOneArea(LocalText one, LocalText other) => string.Equals(Key(one), Key(other), StringComparison.Ordinal);

    /// <summary>The tables of an area, also those that were taken away.</summary>
    public List<TableRow> Of(LocalText area) => All.FindAll(table => IsOneArea(table.Area, area));

    /// <summary>The name of an area as it is kept; null where it lacks a language or is too long.</summary>
    public LocalText? Tidy(LocalText name) => TableNames.Tidy(name, languages);

    /// <summary>The area of that name, as its tables write it, else a new one; null where it lacks a language or is too long.</summary>
    public LocalText? Area(LocalText name)
    {
        var tidy = Tidy(name);
        return Of(tidy ?? name) is [var first, ..] ? first.Area : tidy;
    }

    /// <summary>Keeps what was changed, and tells whoever looks at tables; false where nothing was.</summary>
    public bool Save()
    {
        if (!tx.Session.Db.ChangeTracker.HasChanges())
        {
            return false;
        }

        tx.Session.Db.SaveChanges();
        Topics.Raise(tx, SeatingDesk.TablesTopic);
        return true;
    }
}
