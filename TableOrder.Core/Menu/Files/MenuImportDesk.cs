using TableOrder.Core.Access;
using TableOrder.Core.Feed;
using TableOrder.Core.Journal;
using TableOrder.Core.Menu.Editing;
using TableOrder.Core.Settings;
using TableOrder.Core.Storage;

namespace TableOrder.Core.Menu.Files;

/// <summary>Takes a whole menu from a file, or nothing of it. What the file does not name stays as it is; nothing is taken off the menu.</summary>
public sealed class MenuImportDesk
{
    private readonly ReadPool reads;
    private readonly Writer writer;

    internal MenuImportDesk(ReadPool reads, Writer writer) => (this.reads, this.writer) = (reads, writer);

    /// <summary>What a file would do now. Changes nothing.</summary>
    public async Task<Outcome<ImportReport>> TryAsync(Actor actor, MenuFile file) =>
        Rights.Refuse(actor, Right.ChangeMenu) is { } refusal
            ? refusal
            : await reads.SnapshotAsync<Outcome<ImportReport>>(session =>
                MenuImport.Plan(MenuEditReader.Load(session), file, SettingsReader.Load(session)).Report
            );

    /// <summary>Does what the file says, in one transaction; where there is a problem, nothing, and the report tells each with its line. Done once more it changes nothing.</summary>
    public async Task<Outcome<ImportReport>> ImportAsync(Actor actor, MenuFile file, CancellationToken cancellation = default) =>
        Rights.Refuse(actor, Right.ChangeMenu) is { } refusal ? refusal : await writer.RunAsync(tx => Import(tx, actor, file), cancellation);

    private static Outcome<ImportReport> Import(Tx tx, Actor actor, MenuFile file)
    {
        var plan = MenuImport.Plan(MenuEditReader.Load(tx.Session), file, SettingsReader.Load(tx.Session));
        var report = plan.Report;
        if (report.ProblemCount > 0)
        {
            return report;
        }

        if (report.New + report.Changed + report.Categories + report.Groups > 0)
        {
            Write(tx, plan);
            JournalSql.Write(
                tx,
                actor,
                Acts.MenuImported,
                "",
                new
                {
                    report.New,
                    report.Changed,
                    report.Categories,
                    report.Groups,
                }
            );
            Topics.Raise(tx, MenuSql.MenuTopic);
            Topics.Raise(tx, MenuSql.PortionsTopic);
        }

        return report with
        {
            IsDone = true,
        };
    }

    private static void Write(Tx tx, MenuImport plan)
    {
        var db = tx.Session.Db;
        var headings = db.Set<CategoryRow>().ToDictionary(category => category.Id);
        var place = headings.Values.Select(category => category.Position + 1).DefaultIfEmpty().Max();
        foreach (var (id, name) in plan.Categories.New)
        {
            if (headings.TryGetValue(id, out var archived))
            {
                archived.ArchivedAt = null;
                archived.Version++;
            }
            else
            {
                db.Add(
                    new CategoryRow
                    {
                        Id = id,
                        Name = name,
                        Position = place++,
                    }
                );
            }
        }

        foreach (var (id, draft) in plan.Groups.Changed)
        {
            if (db.Set<ModifierGroupRow>().FirstOrDefault(group => group.Id == id) is not { } row)
            {
                row = new ModifierGroupRow
                {
                    Id = id,
                    Version = 0,
                    Name = draft.Name,
                };
                db.Add(row);
            }

            (row.Name, row.Min, row.Max, row.ArchivedAt) = (draft.Name, draft.Min, draft.Max, null);
            row.Version++;
            db.SaveChanges();
            ModifierGroupDesk.Write(tx, id, draft);
        }

        db.SaveChanges();
        WriteDishes(db, plan.Dishes);
        db.SaveChanges();
    }

    private static void WriteDishes(TableOrderDb db, IReadOnlyList<PlannedDish> dishes)
    {
        var rows = db.Set<MenuItemRow>().ToDictionary(item => item.Id);
        var links = db.Set<ItemGroupRow>().ToLookup(link => link.ItemId);
        var places = rows.Values.GroupBy(item => item.CategoryId).ToDictionary(items => items.Key, items => items.Max(item => item.Position));
        foreach (var dish in dishes)
        {
            var draft = dish.Draft;
            if (!rows.TryGetValue(dish.Id, out var row))
            {
                row = new MenuItemRow
                {
                    Id = dish.Id,
                    Version = 0,
                    Name = draft.Name,
                    Description = draft.Description,
                    Emoji = draft.Emoji,
                    Allergens = draft.Allergens,
                    Hours = draft.Hours,
                };
                db.Add(row);
            }

            if (row.Version == 0 || row.CategoryId != draft.CategoryId)
            {
                row.Position = places[draft.CategoryId] = places.GetValueOrDefault(draft.CategoryId, -1) + 1;
            }

            MenuRows.Write(row, draft);
            (row.SoldOut, row.PortionsLeft, row.ArchivedAt) = (dish.SoldOut, dish.Portions, null);
            row.Version++;
            MenuRows.WriteGroups(db, dish.Id, links[dish.Id], draft.Groups);
        }
    }
}
