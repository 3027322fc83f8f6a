using System.Runtime.CompilerServices;

namespace TableOrder.Core.Menu.Search;

/// <summary>Finds dishes by what somebody types: in every language of the menu, by their sound in Latin letters, by initial consonants, and with a slip of the finger. Pure.</summary>
public sealed class MenuSearch
{
    /// <summary>The most characters that are looked at.</summary>
    public const int LongestQuery = 40;

    // A menu is looked through by many guests at every key they press: it is prepared once.
    private static readonly ConditionalWeakTable<MenuSnapshot, MenuSearch> Prepared = [];
    private readonly List<SearchedDish> dishes;

    private MenuSearch(MenuSnapshot menu) =>
        dishes = [.. menu.Categories.SelectMany(category => category.Items).Select(SearchedDish.Of).DistinctBy(dish => dish.Item.Id)];

    /// <summary>The search over a menu.</summary>
    public static MenuSearch Over(MenuSnapshot menu) => Prepared.GetValue(menu, static menu => new MenuSearch(menu));

    /// <summary>Whether there is anything in a text to look for.</summary>
    public static bool IsQuery(string? typed) => typed is not null && SearchText.Of(typed).Letters.Length > 0;

    /// <summary>
    /// The dishes found, the best first, each once: whose name begins with it, whose name has it, whose description or options do, and at last what is like it,
    /// unless some dish is called so. Equally good ones stand in the menu's order.
    /// </summary>
    public IReadOnlyList<MenuItem> Find(string? typed)
    {
        typed = (typed ?? "").Length > LongestQuery ? typed![..LongestQuery] : typed ?? "";
        if (!IsQuery(typed))
        {
            return [];
        }

        var found = dishes.ConvertAll(dish => (dish.Item, Hit: dish.Look(typed)));
        var isCalledSo = found.Exists(dish => dish.Hit <= SearchHit.InName);
        return
        [
            .. found
                .Where(dish => dish.Hit < SearchHit.None && !(isCalledSo && dish.Hit >= SearchHit.LikeName))
                .OrderBy(dish => dish.Hit)
                .Select(dish => dish.Item),
        ];
    }
}
