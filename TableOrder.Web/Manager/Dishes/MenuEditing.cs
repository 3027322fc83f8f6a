using TableOrder.Core;
using TableOrder.Core.Access;
using TableOrder.Core.Menu.Editing;
using TableOrder.Core.Settings;

namespace TableOrder.Web.Manager.Dishes;

/// <summary>What every part of the manager's menu works with.</summary>
/// <param name="House">The restaurant.</param>
/// <param name="Menu">The menu as it was last read.</param>
/// <param name="IsBusy">Something is under way.</param>
/// <param name="CarryOut">Carries a command out and reads the menu again; gives the reason where it could not be.</param>
/// <param name="Actor">Who edits.</param>
public sealed record MenuEditing(
    RestaurantSettings House,
    EditedMenu Menu,
    bool IsBusy,
    Func<Func<Task<Outcome<int>>>, Task<Refusal?>> CarryOut,
    Actor Actor
)
{
    /// <summary>The house's languages, its own first.</summary>
    public IReadOnlyList<string> Languages => House.Languages;

    /// <summary>ISO 4217.</summary>
    public string Currency => House.Currency;
}
