using Microsoft.EntityFrameworkCore;
using TableOrder.Core.Access;
using TableOrder.Core.Settings;
using TableOrder.Core.Storage;

namespace TableOrder.Core.Menu.Editing;

/// <summary>Answers what a manager edits. Seven statements, however much is on the menu.</summary>
public sealed class MenuEditReader
{
    private readonly ReadPool reads;
    private readonly SettingsReader settings;
    private readonly TimeProvider clock;

    internal MenuEditReader(ReadPool reads, SettingsReader settings, TimeProvider clock) =>
        (this.reads, this.settings, this.clock) = (reads, settings, clock);

    /// <summary>The whole menu at one moment. It changes with <see cref="MenuReader.Watched"/>.</summary>
    public async Task<Outcome<EditedMenu>> GetAsync(Actor actor)
    {
        if (Rights.Refuse(actor, Right.ChangeMenu) is { } refusal)
        {
            return refusal;
        }

        var local = (await settings.CurrentAsync()).Local(clock.GetUtcNow()).DateTime;
        return await reads.SnapshotAsync(session => Load(session) with { Local = local });
    }

    internal static EditedMenu Load(Session session)
    {
        var db = session.Db;
        var options = db.Set<ModifierRow>()
            .AsNoTracking()
            .Where(option => option.ArchivedAt == null)
            .OrderBy(option => option.Position)
            .ToLookup(option => option.GroupId);
        var groups = db.Set<ModifierGroupRow>().AsNoTracking().ToList();
        var live = groups.Where(group => group.ArchivedAt is null).Select(group => group.Id).ToHashSet();
        var links = db.Set<ItemGroupRow>().AsNoTracking().OrderBy(link => link.Position).ToList().FindAll(link => live.Contains(link.GroupId));
        var groupsOf = links.ToLookup(link => link.ItemId, link => link.GroupId);
        var items = db.Set<MenuItemRow>().AsNoTracking().OrderBy(item => item.Position).ToList();
        var archived = items.Where(item => item.ArchivedAt is not null).Select(item => item.Id).ToHashSet();
        var uses = links.Where(link => !archived.Contains(link.ItemId)).CountBy(link => link.GroupId).ToDictionary();
        var widths = MenuSql.PhotoWidths(session);
        return new EditedMenu(
            [
                .. db.Set<CategoryRow>()
                    .AsNoTracking()
                    .OrderBy(category => category.Position)
                    .Select(category => new EditedCategory(category.Id, category.Version, category.Name, category.ArchivedAt != null)),
            ],
            [
                .. items.Select(item => new EditedDish(item.Id, item.Version, MenuRows.Draft(item, [.. groupsOf[item.Id]]))
                {
                    SoldOut = item.SoldOut,
                    PortionsLeft = item.PortionsLeft,
                    Photo = MenuSql.Photo(item.Photo, widths),
                    IsArchived = item.ArchivedAt is not null,
                }),
            ],
            [
                .. groups
                    .Select(group => new EditedGroup(
                        group.Id,
                        group.Version,
                        MenuRows.Draft(group, options[group.Id]),
                        uses.GetValueOrDefault(group.Id),
                        group.ArchivedAt is not null
                    ))
                    .OrderBy(group => group.Draft.Name.Texts.Values.FirstOrDefault(), StringComparer.Ordinal),
            ],
            MenuSql.Stations(session)
        );
    }
}
