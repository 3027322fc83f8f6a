using Microsoft.EntityFrameworkCore;
using TableOrder.Core.Access;
using TableOrder.Core.Feed;
using TableOrder.Core.Journal;
using TableOrder.Core.Settings;
using TableOrder.Core.Storage;

namespace TableOrder.Core.Menu.Editing;

/// <summary>A dish goes to another place.</summary>
/// <param name="Id">Which dish.</param>
/// <param name="From">The category in which it was seen.</param>
/// <param name="To">The category in which it shall be: the same one or another.</param>
/// <param name="Before">The dish that shall follow it; null: it becomes the last.</param>
public sealed record MoveDish(Guid Id, Guid From, Guid To, Guid? Before = null);

/// <summary>
/// Takes the menu's order. A move says beside what something shall stand, not the whole order: two managers who move different things at once both have their way, so it needs no version.
/// </summary>
public sealed class MenuOrderDesk
{
    private readonly Writer writer;

    internal MenuOrderDesk(Writer writer) => this.writer = writer;

    /// <summary>Moves a dish. Refuses an unknown dish or category, and a dish that is no longer where it was seen ("stale_version"). True where something moved.</summary>
    public async Task<Outcome<bool>> MoveAsync(Actor actor, MoveDish move, CancellationToken cancellation = default) =>
        Rights.Refuse(actor, Right.ChangeMenu) is { } refusal ? refusal : await writer.RunAsync(tx => Move(tx, actor, move), cancellation);

    /// <summary>Moves a category before another, or to the end. Refuses an unknown one. True where something moved.</summary>
    public async Task<Outcome<bool>> MoveCategoryAsync(Actor actor, Guid id, Guid? before, CancellationToken cancellation = default) =>
        Rights.Refuse(actor, Right.ChangeMenu) is { } refusal
            ? refusal
            : await writer.RunAsync(tx => MoveCategory(tx, actor, id, before), cancellation);

    private static Outcome<bool> Move(Tx tx, Actor actor, MoveDish move)
    {
        var db = tx.Session.Db;
        var dish = db.Set<MenuItemRow>().FirstOrDefault(item => item.Id == move.Id);
        var category = db.Set<CategoryRow>().FirstOrDefault(heading => heading.Id == move.To && heading.ArchivedAt == null);
        if (dish is null || category is null)
        {
            return new Refusal(Refusal.NotFound);
        }

        if (dish.CategoryId != move.From)
        {
            return new Refusal(EditRefusal.StaleVersion);
        }

        var others = db.Set<MenuItemRow>().Where(item => item.CategoryId == move.To && item.Id != dish.Id).OrderBy(item => item.Position).ToList();
        if (!Insert(others, dish, move.Before, row => row.Id, row => row.Position, (row, place) => row.Position = place) && move.From == move.To)
        {
            return false;
        }

        var language = SettingsReader.Load(tx.Session).Languages[0];
        if (move.From == move.To)
        {
            JournalSql.Write(tx, actor, Acts.MenuOrdered, dish.Name.In(language));
        }
        else
        {
            dish.CategoryId = move.To;
            dish.Version++;
            JournalSql.Write(tx, actor, Acts.DishMoved, dish.Name.In(language), new { to = category.Name.In(language) });
        }

        db.SaveChanges();
        Topics.Raise(tx, MenuSql.MenuTopic);
        return true;
    }

    private static Outcome<bool> MoveCategory(Tx tx, Actor actor, Guid id, Guid? before)
    {
        var db = tx.Session.Db;
        var all = db.Set<CategoryRow>().OrderBy(category => category.Position).ToList();
        if (all.Find(category => category.Id == id) is not { } moved)
        {
            return new Refusal(Refusal.NotFound);
        }

        all.Remove(moved);
        if (!Insert(all, moved, before, row => row.Id, row => row.Position, (row, place) => row.Position = place))
        {
            return false;
        }

        db.SaveChanges();
        JournalSql.Write(tx, actor, Acts.MenuOrdered, moved.Name.In(SettingsReader.Load(tx.Session).Languages[0]));
        Topics.Raise(tx, MenuSql.MenuTopic);
        return true;
    }

    /// <summary>Numbers the others anew with one more among them; whether that changed a place.</summary>
    private static bool Insert<T>(List<T> others, T moved, Guid? before, Func<T, Guid> id, Func<T, int> placeOf, Action<T, int> put)
    {
        var place = others.FindIndex(other => id(other) == before);
        others.Insert(place < 0 ? others.Count : place, moved);
        var hasChanged = false;
        for (var i = 0; i < others.Count; i++)
        {
            hasChanged |= placeOf(others[i]) != i;
            put(others[i], i);
        }

        return hasChanged;
    }
}
