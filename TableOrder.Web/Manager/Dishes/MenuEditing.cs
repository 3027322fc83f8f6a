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
/// <param name="Drops">What was dragged within an editor.</param>
public sealed record MenuEditing(
    RestaurantSettings House,
    EditedMenu Menu,
    bool IsBusy,
    Func<Func<Task<Outcome<int>>>, Task<Refusal?>> CarryOut,
    Actor Actor,
    Drops Drops
)
{
    /// <summary>The house's languages, its own first.</summary>
    public IReadOnlyList<string> Languages => House.Languages;

    /// <summary>ISO 4217.</summary>
    public string Currency => House.Currency;
}

/// <summary>Hands what was dropped within an editor to the part of it that holds it.</summary>
public sealed class Drops
{
    /// <summary>Who takes choices of a dish that were dragged: which one, and before which other.</summary>
    public Func<Guid, Guid?, Task>? OnPicked { get; set; }

    /// <summary>A choice was dropped.</summary>
    public Task PickedAsync(Guid id, Guid? before) => OnPicked?.Invoke(id, before) ?? Task.CompletedTask;
}
