using TableOrder.Core;
using TableOrder.Core.Menu;
using TableOrder.Tests.Support;

namespace TableOrder.Tests.Guest;

/// <summary>A small menu in memory: what a test needs of a dish, and nothing else.</summary>
internal static class Dishes
{
    public static MenuItem Dish(string name = "Bowl of rice", long price = 1000, int least = 1, params ModifierGroup[] groups) =>
        Menus.Item(price) with
        {
            Name = LocalText.Same(name),
            Description = LocalText.Same("Good."),
            Emoji = "🍚",
            MinQuantity = least,
            Allergens = ["soy"],
            ModifierGroups = groups,
        };

    public static ModifierGroup Group(string name, int min, int max, params Modifier[] options) =>
        new(Guid.CreateVersion7(), LocalText.Same(name), min, max, options);

    public static Modifier Option(string name, long price = 0, bool soldOut = false) =>
        new(Guid.CreateVersion7(), LocalText.Same(name), new Money(price), soldOut, []);

    public static MenuView MenuWith(params MenuItem[] dishes) => MenuWith(dishes, []);

    public static MenuView MenuWith(IReadOnlyList<MenuItem> dishes, Dictionary<Guid, int> portions) =>
        new(new MenuSnapshot(1, [], [new Category(Guid.CreateVersion7(), LocalText.Same("All"), dishes)]), portions);
}
