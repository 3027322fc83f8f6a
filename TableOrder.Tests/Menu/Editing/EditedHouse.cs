using TableOrder.Core;
using TableOrder.Core.Menu;
using TableOrder.Core.Menu.Editing;
using TableOrder.Tests.Support;

namespace TableOrder.Tests.Menu.Editing;

/// <summary>Tests in which a manager edits the menu of a real house.</summary>
public abstract class EditedHouse : HouseTests
{
    protected DishDesk DishDesk => House.Get<DishDesk>();

    protected CategoryDesk Categories => House.Get<CategoryDesk>();

    protected ModifierGroupDesk Groups => House.Get<ModifierGroupDesk>();

    protected MenuOrderDesk Order => House.Get<MenuOrderDesk>();

    protected static LocalText Text(string korean, string english = "") => LocalText.Empty.With("ko", korean).With("en", english);

    /// <summary>The menu as the manager sees it.</summary>
    protected async Task<EditedMenu> SeeAsync() => (await House.Get<MenuEditReader>().GetAsync(House.Manager)).Value;

    /// <summary>The menu as guests see it.</summary>
    protected async Task<MenuSnapshot> MenuAsync() => (await House.MenuReader.GetAsync(House.Manager)).Value.Menu;

    protected async Task<EditedDish> DishAsync(string name) =>
        (await SeeAsync()).Dishes.Single(dish => string.Equals(dish.Draft.Name.In("en"), name, StringComparison.Ordinal));

    protected async Task<EditedDish> DishAsync(Guid id) => (await SeeAsync()).Dish(id)!;

    /// <summary>Changes a dish from the version that is now.</summary>
    protected async Task<Outcome<int>> ChangeAsync(string dish, Func<DishDraft, DishDraft> change)
    {
        var seen = await DishAsync(dish);
        return await DishDesk.ChangeAsync(House.Manager, seen.Id, seen.Version, change(seen.Draft));
    }

    /// <summary>The newest entry of the journal: what was done, to what, and how.</summary>
    protected (string Act, string Subject, string Detail) Noted() =>
        House.Read(session =>
            session.First("SELECT act, subject, detail FROM journal ORDER BY sequence DESC", row => (row.Text(0), row.Text(1), row.Text(2)))
        );

    protected Task<long> TopicAsync() => House.Topics.VersionAsync(MenuReader.Watched);
}
