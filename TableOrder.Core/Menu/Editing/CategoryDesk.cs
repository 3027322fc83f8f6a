using Microsoft.EntityFrameworkCore;
using TableOrder.Core.Access;
using TableOrder.Core.Feed;
using TableOrder.Core.Journal;
using TableOrder.Core.Settings;
using TableOrder.Core.Storage;

namespace TableOrder.Core.Menu.Editing;

/// <summary>Takes new headings of the menu and changes of them. Each answer is the category's version.</summary>
public sealed class CategoryDesk
{
    private readonly Writer writer;

    internal CategoryDesk(Writer writer) => this.writer = writer;

    /// <summary>A new category, the last one; once, however often it is sent with one id. Guests see it with its first dish. Refuses a name that is missing in the house's language or too long.</summary>
    public async Task<Outcome<int>> CreateAsync(Actor actor, Guid id, LocalText name, CancellationToken cancellation = default) =>
        Rights.Refuse(actor, Right.ChangeMenu) is { } refusal ? refusal : await writer.RunAsync(tx => Create(tx, actor, id, name), cancellation);

    /// <summary>Names a category anew. Refuses such a name, an unknown category and a version that is not the newest ("stale_version").</summary>
    public async Task<Outcome<int>> RenameAsync(Actor actor, Guid id, int version, LocalText name, CancellationToken cancellation = default) =>
        Rights.Refuse(actor, Right.ChangeMenu) is { } refusal
            ? refusal
            : await writer.RunAsync(tx => Rename(tx, actor, id, version, name), cancellation);

    /// <summary>Archives a category. Refuses one with dishes on the menu ("category_in_use"), an unknown one and a stale version.</summary>
    public async Task<Outcome<int>> ArchiveAsync(Actor actor, Guid id, int version, CancellationToken cancellation = default) =>
        Rights.Refuse(actor, Right.ChangeMenu) is { } refusal
            ? refusal
            : await writer.RunAsync(tx => Archive(tx, actor, id, version, tx.Now), cancellation);

    /// <summary>Brings a category back; its dishes stay archived until each is brought back. Refuses an unknown one and a stale version.</summary>
    public async Task<Outcome<int>> RestoreAsync(Actor actor, Guid id, int version, CancellationToken cancellation = default) =>
        Rights.Refuse(actor, Right.ChangeMenu) is { } refusal
            ? refusal
            : await writer.RunAsync(tx => Archive(tx, actor, id, version, archivedAt: null), cancellation);

    private static Outcome<int> Create(Tx tx, Actor actor, Guid id, LocalText sent)
    {
        var db = tx.Session.Db;
        if (db.Set<CategoryRow>().FirstOrDefault(category => category.Id == id) is { } known)
        {
            return known.Version;
        }

        var languages = SettingsReader.Load(tx.Session).Languages;
        var name = MenuRule.Tidy(sent, languages);
        if (MenuRule.Refuse(name, languages[0]) is { } refusal)
        {
            return refusal;
        }

        var last = db.Set<CategoryRow>().Max(category => (int?)category.Position) ?? -1;
        var row = new CategoryRow
        {
            Id = id,
            Name = name,
            Position = last + 1,
        };
        db.Add(row);
        return Done(tx, actor, Acts.CategoryCreated, row, languages[0]);
    }

    private static Outcome<int> Rename(Tx tx, Actor actor, Guid id, int version, LocalText sent)
    {
        if (tx.Session.Db.Set<CategoryRow>().FirstOrDefault(category => category.Id == id) is not { } row)
        {
            return new Refusal(Refusal.NotFound);
        }

        var languages = SettingsReader.Load(tx.Session).Languages;
        var name = MenuRule.Tidy(sent, languages);
        if (string.Equals(Columns.ToJson(name), Columns.ToJson(row.Name), StringComparison.Ordinal))
        {
            return row.Version;
        }

        if (version != row.Version)
        {
            return new Refusal(EditRefusal.StaleVersion);
        }

        if (MenuRule.Refuse(name, languages[0]) is { } refusal)
        {
            return refusal;
        }

        var from = row.Name.In(languages[0]);
        row.Name = name;
        row.Version++;
        return Done(tx, actor, Acts.CategoryRenamed, row, languages[0], new { from, to = name.In(languages[0]) });
    }

    private static Outcome<int> Archive(Tx tx, Actor actor, Guid id, int version, DateTimeOffset? archivedAt)
    {
        var db = tx.Session.Db;
        if (db.Set<CategoryRow>().FirstOrDefault(category => category.Id == id) is not { } row)
        {
            return new Refusal(Refusal.NotFound);
        }

        if ((row.ArchivedAt is null) == (archivedAt is null))
        {
            return row.Version;
        }

        if (version != row.Version)
        {
            return new Refusal(EditRefusal.StaleVersion);
        }

        if (archivedAt is not null && db.Set<MenuItemRow>().Any(item => item.CategoryId == id && item.ArchivedAt == null))
        {
            return new Refusal(EditRefusal.CategoryInUse);
        }

        row.ArchivedAt = archivedAt;
        row.Version++;
        return Done(tx, actor, archivedAt is null ? Acts.CategoryRestored : Acts.CategoryArchived, row, SettingsReader.Load(tx.Session).Languages[0]);
    }

    private static int Done(Tx tx, Actor actor, string act, CategoryRow row, string language, object? detail = null)
    {
        tx.Session.Db.SaveChanges();
        JournalSql.Write(tx, actor, act, row.Name.In(language), detail);
        Topics.Raise(tx, MenuSql.MenuTopic);
        return row.Version;
    }
}
