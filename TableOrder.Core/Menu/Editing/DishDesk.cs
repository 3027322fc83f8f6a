using Microsoft.EntityFrameworkCore;
using TableOrder.Core.Access;
using TableOrder.Core.Feed;
using TableOrder.Core.Journal;
using TableOrder.Core.Settings;
using TableOrder.Core.Storage;

namespace TableOrder.Core.Menu.Editing;

/// <summary>Takes new dishes and changes of dishes. Orders already placed keep their copies. Each answer is the dish's version.</summary>
public sealed class DishDesk
{
    private readonly Writer writer;

    internal DishDesk(Writer writer) => this.writer = writer;

    /// <summary>A new dish, last in its category; once, however often it is sent with one id. Refuses what <see cref="MenuRule"/> does, and an unknown category, station or choice.</summary>
    public async Task<Outcome<int>> CreateAsync(Actor actor, Guid id, DishDraft draft, CancellationToken cancellation = default) =>
        Rights.Refuse(actor, Right.ChangeMenu) is { } refusal ? refusal : await writer.RunAsync(tx => Create(tx, actor, id, draft), cancellation);

    /// <summary>
    /// Changes a dish. Refuses what <see cref="CreateAsync"/> does, an unknown dish, a version that is not the newest ("stale_version") and a dish that is archived ("archived").
    /// What changes nothing is not refused.
    /// </summary>
    public async Task<Outcome<int>> ChangeAsync(Actor actor, Guid id, int version, DishDraft draft, CancellationToken cancellation = default) =>
        Rights.Refuse(actor, Right.ChangeMenu) is { } refusal
            ? refusal
            : await writer.RunAsync(tx => Change(tx, actor, id, version, draft), cancellation);

    /// <summary>Takes a dish off the menu; nothing is lost. Refuses an unknown dish and a stale version.</summary>
    public async Task<Outcome<int>> ArchiveAsync(Actor actor, Guid id, int version, CancellationToken cancellation = default) =>
        Rights.Refuse(actor, Right.ChangeMenu) is { } refusal
            ? refusal
            : await writer.RunAsync(tx => Archive(tx, actor, id, version, tx.Now), cancellation);

    /// <summary>Brings a dish back as it was, and its category with it. Refuses an unknown dish and a stale version.</summary>
    public async Task<Outcome<int>> RestoreAsync(Actor actor, Guid id, int version, CancellationToken cancellation = default) =>
        Rights.Refuse(actor, Right.ChangeMenu) is { } refusal
            ? refusal
            : await writer.RunAsync(tx => Archive(tx, actor, id, version, archivedAt: null), cancellation);

    private static Outcome<int> Create(Tx tx, Actor actor, Guid id, DishDraft sent)
    {
        var db = tx.Session.Db;
        if (db.Set<MenuItemRow>().FirstOrDefault(item => item.Id == id) is { } known)
        {
            return known.Version;
        }

        var languages = SettingsReader.Load(tx.Session).Languages;
        var draft = MenuRule.Tidy(sent, languages);
        if ((MenuRule.Refuse(draft, languages[0]) ?? Unknown(db, draft)) is { } refusal)
        {
            return refusal;
        }

        var row = new MenuItemRow
        {
            Id = id,
            Name = draft.Name,
            Description = draft.Description,
            Emoji = draft.Emoji,
            Allergens = draft.Allergens,
            Hours = draft.Hours,
            Position = MenuRows.LastPlace(db, draft.CategoryId),
        };
        MenuRows.Write(row, draft);
        db.Add(row);
        db.SaveChanges();
        MenuRows.WriteGroups(db, id, draft.Groups);
        db.SaveChanges();
        JournalSql.Write(tx, actor, Acts.DishCreated, draft.Name.In(languages[0]));
        Topics.Raise(tx, MenuSql.MenuTopic);
        return row.Version;
    }

    private static Outcome<int> Change(Tx tx, Actor actor, Guid id, int version, DishDraft sent)
    {
        var db = tx.Session.Db;
        if (db.Set<MenuItemRow>().FirstOrDefault(item => item.Id == id) is not { } row)
        {
            return new Refusal(Refusal.NotFound);
        }

        var languages = SettingsReader.Load(tx.Session).Languages;
        var before = MenuRule.Tidy(MenuRows.Draft(row, MenuRows.Groups(db, id)), languages);
        var draft = MenuRule.Tidy(sent, languages);
        var changed = MenuFields.Dish.Changed(before, draft);
        if (changed.Count == 0)
        {
            return row.Version;
        }

        if (
            (
                Stale(row, version)
                ?? (row.ArchivedAt is null ? null : new Refusal(EditRefusal.Archived))
                ?? MenuRule.Refuse(draft, languages[0])
                ?? Unknown(db, draft)
            ) is
            { } refusal
        )
        {
            return refusal;
        }

        if (row.CategoryId != draft.CategoryId)
        {
            row.Position = MenuRows.LastPlace(db, draft.CategoryId);
        }

        MenuRows.Write(row, draft);
        MenuRows.WriteGroups(db, id, draft.Groups);
        row.Version++;
        db.SaveChanges();
        Note(tx, actor, draft.Name.In(languages[0]), before, draft, changed);
        Topics.Raise(tx, MenuSql.MenuTopic);
        return row.Version;
    }

    private static Outcome<int> Archive(Tx tx, Actor actor, Guid id, int version, DateTimeOffset? archivedAt)
    {
        var db = tx.Session.Db;
        if (db.Set<MenuItemRow>().FirstOrDefault(item => item.Id == id) is not { } row)
        {
            return new Refusal(Refusal.NotFound);
        }

        if ((row.ArchivedAt is null) == (archivedAt is null))
        {
            return row.Version;
        }

        if (Stale(row, version) is { } stale)
        {
            return stale;
        }

        var language = SettingsReader.Load(tx.Session).Languages[0];
        row.ArchivedAt = archivedAt;
        row.Version++;
        if (archivedAt is null && db.Set<CategoryRow>().First(category => category.Id == row.CategoryId) is { ArchivedAt: not null } category)
        {
            category.ArchivedAt = null;
            category.Version++;
            JournalSql.Write(tx, actor, Acts.CategoryRestored, category.Name.In(language));
        }

        db.SaveChanges();
        JournalSql.Write(tx, actor, archivedAt is null ? Acts.DishRestored : Acts.DishArchived, row.Name.In(language));
        Topics.Raise(tx, MenuSql.MenuTopic);
        return row.Version;
    }

    private static Refusal? Stale(MenuItemRow row, int version) => version == row.Version ? null : new Refusal(EditRefusal.StaleVersion);

    private static Refusal? Unknown(TableOrderDb db, DishDraft draft) =>
        !db.Set<CategoryRow>().Any(category => category.Id == draft.CategoryId && category.ArchivedAt == null)
            ? Refusal.Bad("category", "Send a category that is on the menu.")
        : draft.Station is { } station && !db.Set<StationRow>().Any(known => known.Slug == station)
            ? Refusal.Bad("station", "Send a station that there is, or none.")
        : db.Set<ModifierGroupRow>().Count(group => draft.Groups.Contains(group.Id) && group.ArchivedAt == null) < draft.Groups.Count
            ? Refusal.Bad("groups", "Send choices that there are.")
        : null;

    /// <summary>A price is what people look for first: it has an entry of its own.</summary>
    private static void Note(Tx tx, Actor actor, string name, DishDraft before, DishDraft after, IReadOnlyList<string> changed)
    {
        if (before.Price != after.Price)
        {
            JournalSql.Write(tx, actor, Acts.PriceChanged, name, new { from = before.Price.Minor, to = after.Price.Minor });
        }

        var fields = changed.Where(field => field is not "price").ToList();
        if (fields.Count > 0)
        {
            JournalSql.Write(tx, actor, Acts.DishChanged, name, new { fields });
        }
    }
}
