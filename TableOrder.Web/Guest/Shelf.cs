using TableOrder.Core;
using TableOrder.Core.Menu;

namespace TableOrder.Web.Guest;

/// <summary>A part of the menu as it stands on the page.</summary>
/// <param name="Id">The section's id; the same dish may stand on two shelves.</param>
/// <param name="Name">Its heading; null for what is popular.</param>
/// <param name="Dishes">What stands on it, in order.</param>
internal sealed record Shelf(string Id, LocalText? Name, IReadOnlyList<MenuItem> Dishes)
{
    /// <summary>The id of what is popular.</summary>
    public const string PopularId = "c-popular";

    private const int MostPopular = 6;
    private const int FewestPopular = 3;

    /// <summary>Whether its dishes are ranked.</summary>
    public bool IsRanked => Name is null;

    /// <summary>The shelves of now: what is popular first, where there is enough of it that can be had. With hidden ones left out, and shelves that are empty then.</summary>
    /// <param name="view">The menu of now.</param>
    /// <param name="sellers">What was ordered most often, in that order.</param>
    /// <param name="hidden">Codes whose dishes are left out.</param>
    public static IReadOnlyList<Shelf> Of(MenuView view, IReadOnlyList<Guid> sellers, IReadOnlyList<string> hidden)
    {
        bool IsShown(MenuItem dish) => Allergens.Common(dish.Allergens, hidden).Count == 0;
        var popular = sellers.Select(view.Menu.Item).OfType<MenuItem>().Where(dish => !view.IsOut(dish) && IsShown(dish)).Take(MostPopular).ToList();
        var all = view.Menu.Categories.Select(category => new Shelf($"c-{category.Id}", category.Name, [.. category.Items.Where(IsShown)]));
        return
        [
            .. (popular.Count < FewestPopular ? [] : (Shelf[])[new Shelf(PopularId, null, popular)]).Concat(
                all.Where(shelf => shelf.Dishes.Count > 0)
            ),
        ];
    }
}
