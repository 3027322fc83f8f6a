using TableOrder.Core.Menu;
using TableOrder.Web.Layout;

namespace TableOrder.Web.Api;

/// <summary>The menu, in the caller's language.</summary>
/// <param name="Version">Rises with every change of the menu or of portions that are left.</param>
/// <param name="Currency">ISO 4217; all prices are in its minor unit.</param>
/// <param name="Categories">In the order guests see them.</param>
internal sealed record MenuBody(long Version, string Currency, IReadOnlyList<CategoryBody> Categories)
{
    public static MenuBody Of(long version, string currency, MenuView view) =>
        new(
            version,
            currency,
            [.. view.Menu.Categories.Select(c => new CategoryBody(c.Id, c.Name.Here(), [.. c.Items.Select(item => ItemBody.Of(item, view))]))]
        );
}

/// <summary>A heading of the menu.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">As guests see it.</param>
/// <param name="Items">Its dishes, in order.</param>
internal sealed record CategoryBody(Guid Id, string Name, IReadOnlyList<ItemBody> Items);

/// <summary>A dish or drink.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Version">Rises with each change of this dish; a price is changed from a version.</param>
/// <param name="Name">As guests and cooks see it.</param>
/// <param name="Description">A sentence or two for guests.</param>
/// <param name="Emoji">Shown until there is a photo.</param>
/// <param name="Photo">The address of the photo at its widest; a narrower one ends in -320 or -640. Null where there is none.</param>
/// <param name="Price">Without options, tax included, in minor units.</param>
/// <param name="SoldOut">Not to be ordered now: sold out, or not served at this hour.</param>
/// <param name="PortionsLeft">How many are left; null where it is not counted.</param>
/// <param name="MinQuantity">The fewest that an order may hold.</param>
/// <param name="Course">Courses above an order's lowest wait until fired.</param>
/// <param name="Allergens">Codes of what it contains.</param>
/// <param name="Station">Where it is made; null for what is only carried.</param>
/// <param name="ModifierGroups">Its options, in order.</param>
internal sealed record ItemBody(
    Guid Id,
    int Version,
    string Name,
    string Description,
    string Emoji,
    string? Photo,
    long Price,
    bool SoldOut,
    int? PortionsLeft,
    int MinQuantity,
    int Course,
    IReadOnlyList<string> Allergens,
    string? Station,
    IReadOnlyList<ModifierGroupBody> ModifierGroups
)
{
    public static ItemBody Of(MenuItem item, MenuView view) =>
        new(
            item.Id,
            item.Version,
            item.Name.Here(),
            item.Description.Here(),
            item.Emoji,
            item.Photo?.Address,
            item.Price.Minor,
            item.SoldOut || !item.IsServed(view.Local),
            view.PortionsLeft(item.Id),
            item.MinQuantity,
            item.Course,
            item.Allergens,
            item.Station,
            [.. item.ModifierGroups.Select(ModifierGroupBody.Of)]
        );
}

/// <summary>A choice about a dish.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">The question.</param>
/// <param name="Min">At least so many must be chosen.</param>
/// <param name="Max">At most so many may be chosen.</param>
/// <param name="Modifiers">What there is to choose.</param>
internal sealed record ModifierGroupBody(Guid Id, string Name, int Min, int Max, IReadOnlyList<ModifierBody> Modifiers)
{
    public static ModifierGroupBody Of(ModifierGroup group) =>
        new(
            group.Id,
            group.Name.Here(),
            group.Min,
            group.Max,
            [.. group.Modifiers.Select(m => new ModifierBody(m.Id, m.Name.Here(), m.Price.Minor, m.SoldOut))]
        );
}

/// <summary>One answer to a choice.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">As guests and cooks see it.</param>
/// <param name="Price">Added for each portion, in minor units.</param>
/// <param name="SoldOut">Not to be chosen now.</param>
internal sealed record ModifierBody(Guid Id, string Name, long Price, bool SoldOut);
