using Microsoft.EntityFrameworkCore;
using TableOrder.Core.Access;
using TableOrder.Core.Feed;
using TableOrder.Core.Journal;
using TableOrder.Core.Settings;
using TableOrder.Core.Storage;

namespace TableOrder.Core.Menu.Editing;

/// <summary>Takes the choices that dishes share, each with all its options. Each answer is the choice's version.</summary>
public sealed class ModifierGroupDesk
{
    private readonly Writer writer;

    internal ModifierGroupDesk(Writer writer) => this.writer = writer;

    /// <summary>A new choice; once, however often it is sent with one id. Refuses what <see cref="MenuRule"/> does, and options of another choice.</summary>
    public async Task<Outcome<int>> CreateAsync(Actor actor, Guid id, GroupDraft draft, CancellationToken cancellation = default) =>
        Rights.Refuse(actor, Right.ChangeMenu) is { } refusal ? refusal : await writer.RunAsync(tx => Create(tx, actor, id, draft), cancellation);

    /// <summary>
    /// Changes a choice on all its dishes. An option that is left out is archived and keeps its id; one that was, comes back. Refuses what <see cref="CreateAsync"/> does,
    /// an unknown choice, a version that is not the newest ("stale_version") and a choice that is archived ("archived"). What changes nothing is not refused.
    /// </summary>
    public async Task<Outcome<int>> ChangeAsync(Actor actor, Guid id, int version, GroupDraft draft, CancellationToken cancellation = default) =>
        Rights.Refuse(actor, Right.ChangeMenu) is { } refusal
            ? refusal
            : await writer.RunAsync(tx => Change(tx, actor, id, version, draft), cancellation);

    /// <summary>Archives a choice. Refuses one that a dish on the menu asks ("group_in_use"), an unknown one and a stale version.</summary>
    public async Task<Outcome<int>> ArchiveAsync(Actor actor, Guid id, int version, CancellationToken cancellation = default) =>
        Rights.Refuse(actor, Right.ChangeMenu) is { } refusal
            ? refusal
            : await writer.RunAsync(tx => Archive(tx, actor, id, version, tx.Now), cancellation);

    /// <summary>Brings a choice back. Refuses an unknown one and a stale version.</summary>
    public async Task<Outcome<int>> RestoreAsync(Actor actor, Guid id, int version, CancellationToken cancellation = default) =>
        Rights.Refuse(actor, Right.ChangeMenu) is { } refusal
            ? refusal
            : await writer.RunAsync(tx => Archive(tx, actor, id, version, archivedAt: null), cancellation);

    private static Outcome<int> Create(Tx tx, Actor actor, Guid id, GroupDraft sent)
    {
        var db = tx.Session.Db;
        if (db.Set<ModifierGroupRow>().FirstOrDefault(group => group.Id == id) is { } known)
        {
            return known.Version;
        }

        var languages = SettingsReader.Load(tx.Session).Languages;
        var draft = MenuRule.Tidy(sent, languages);
        if ((MenuRule.Refuse(draft, languages[0]) ?? Foreign(db, id, draft)) is { } refusal)
        {
            return refusal;
        }

        var row = new ModifierGroupRow { Id = id, Name = draft.Name };
        (row.Min, row.Max) = (draft.Min, draft.Max);
        db.Add(row);
        db.SaveChanges();
        Write(tx, id, draft);
        return Done(tx, actor, Acts.GroupCreated, row, languages[0]);
    }

    private static Outcome<int> Change(Tx tx, Actor actor, Guid id, int version, GroupDraft sent)
    {
        var db = tx.Session.Db;
        if (db.Set<ModifierGroupRow>().FirstOrDefault(group => group.Id == id) is not { } row)
        {
            return new Refusal(Refusal.NotFound);
        }

        var languages = SettingsReader.Load(tx.Session).Languages;
        var options = db.Set<ModifierRow>().Where(option => option.GroupId == id && option.ArchivedAt == null).OrderBy(option => option.Position);
        var (before, draft) = (MenuRule.Tidy(MenuRows.Draft(row, options), languages), MenuRule.Tidy(sent, languages));
        var fields = MenuFields.Group.Changed(before, draft);
        if (fields.Count == 0)
        {
            return row.Version;
        }

        if (
            (
                (version == row.Version ? null : new Refusal(EditRefusal.StaleVersion))
                ?? (row.ArchivedAt is null ? null : new Refusal(EditRefusal.Archived))
                ?? MenuRule.Refuse(draft, languages[0])
                ?? Foreign(db, id, draft)
            ) is
            { } refusal
        )
        {
            return refusal;
        }

        (row.Name, row.Min, row.Max) = (draft.Name, draft.Min, draft.Max);
        row.Version++;
        Write(tx, id, draft);
        return Done(tx, actor, Acts.GroupChanged, row, languages[0], new { fields });
    }

    private static Outcome<int> Archive(Tx tx, Actor actor, Guid id, int version, DateTimeOffset? archivedAt)
    {
        var db = tx.Session.Db;
        if (db.Set<ModifierGroupRow>().FirstOrDefault(group => group.Id == id) is not { } row)
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

        var dishes = db.Set<MenuItemRow>().Where(item => item.ArchivedAt == null).Select(item => item.Id);
        if (archivedAt is not null && db.Set<ItemGroupRow>().Any(link => link.GroupId == id && dishes.Contains(link.ItemId)))
        {
            return new Refusal(EditRefusal.GroupInUse);
        }

        row.ArchivedAt = archivedAt;
        row.Version++;
        return Done(tx, actor, archivedAt is null ? Acts.GroupRestored : Acts.GroupArchived, row, SettingsReader.Load(tx.Session).Languages[0]);
    }

    private static Refusal? Foreign(TableOrderDb db, Guid id, GroupDraft draft)
    {
        var ids = draft.Modifiers.Select(option => option.Id).ToList();
        return db.Set<ModifierRow>().Any(option => ids.Contains(option.Id) && option.GroupId != id)
            ? Refusal.Bad("modifiers", "Send options of this choice only.")
            : null;
    }

    /// <summary>Gives a choice these options, in this order; what is left out is archived.</summary>
    internal static void Write(Tx tx, Guid id, GroupDraft draft)
    {
        var db = tx.Session.Db;
        var rows = db.Set<ModifierRow>().Where(option => option.GroupId == id).ToDictionary(option => option.Id);
        foreach (var (option, place) in draft.Modifiers.Select((option, place) => (option, place)))
        {
            if (!rows.Remove(option.Id, out var row))
            {
                row = new ModifierRow
                {
                    Id = option.Id,
                    GroupId = id,
                    Name = option.Name,
                    Allergens = option.Allergens,
                };
                db.Add(row);
            }

            (row.Name, row.Price, row.SoldOut, row.Allergens) = (option.Name, option.Price, option.SoldOut, option.Allergens);
            (row.Position, row.ArchivedAt) = (place, null);
        }

        foreach (var left in rows.Values)
        {
            left.ArchivedAt ??= tx.Now;
        }
    }

    private static int Done(Tx tx, Actor actor, string act, ModifierGroupRow row, string language, object? detail = null)
    {
        tx.Session.Db.SaveChanges();
        JournalSql.Write(tx, actor, act, row.Name.In(language), detail);
        Topics.Raise(tx, MenuSql.MenuTopic);
        return row.Version;
    }
}
