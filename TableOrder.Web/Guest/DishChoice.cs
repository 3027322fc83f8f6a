using TableOrder.Core;
using TableOrder.Core.Carts;
using TableOrder.Core.Menu;
using TableOrder.Core.Ordering;

namespace TableOrder.Web.Guest;

/// <summary>What a guest is choosing about one dish, before it goes into the cart. Immutable; keeps to the dish's rules.</summary>
/// <param name="Dish">The dish as it is now.</param>
/// <param name="Left">How many portions are left, where they are counted.</param>
public sealed record DishChoice(MenuItem Dish, int? Left)
{
    /// <summary>The chosen options.</summary>
    public IReadOnlyList<Guid> Chosen { get; init; } = [];

    /// <summary>How many.</summary>
    public int Quantity { get; init; } = Dish.MinQuantity;

    /// <summary>The guest's words, as typed.</summary>
    public string Note { get; init; } = "";

    /// <summary>What somebody at the table must not eat, as codes.</summary>
    public IReadOnlyList<string> Avoided { get; init; } = [];

    /// <summary>What the guest was told that it contains, and wants all the same.</summary>
    public IReadOnlyList<string> Accepted { get; init; } = [];

    /// <summary>What it contains, with the chosen options, of what is avoided.</summary>
    public IReadOnlyList<string> Dangers => Allergens.Common(Dish.Allergens.Concat(ChosenOptions.SelectMany(option => option.Allergens)), Avoided);

    /// <summary>What the guest has yet to be asked about before it may go into the cart.</summary>
    public IReadOnlyList<string> ToAsk => [.. Dangers.Except(Accepted, StringComparer.Ordinal)];

    /// <summary>Whether the note is longer than an order takes.</summary>
    public bool IsNoteTooLong => Note.Length > PlaceRule.LongestNote;

    /// <summary>The most that can be chosen now.</summary>
    public int Most => Math.Min(PlaceRule.MostQuantity, Left ?? PlaceRule.MostQuantity);

    /// <summary>Its groups, those that must be answered first.</summary>
    public IEnumerable<ModifierGroup> Groups => Dish.ModifierGroups.OrderByDescending(group => group.Min > 0);

    /// <summary>Groups that still lack an answer.</summary>
    public IEnumerable<ModifierGroup> Missing => Groups.Where(group => CountIn(group) < group.Min);

    /// <summary>The price of all of it.</summary>
    public Money Total => UnitPrice * Quantity;

    /// <summary>For one, with the chosen options.</summary>
    public Money UnitPrice => ChosenOptions.Aggregate(Dish.Price, (sum, option) => sum + option.Price);

    private IEnumerable<Modifier> ChosenOptions =>
        Dish.ModifierGroups.SelectMany(group => group.Modifiers).Where(option => Chosen.Contains(option.Id));

    /// <summary>Whether one answer replaces another.</summary>
    public static bool IsSingle(ModifierGroup group) => group is { Min: 1, Max: 1 };

    /// <summary>Whether no more of a group can be chosen until one is taken back.</summary>
    public bool IsFull(ModifierGroup group) => !IsSingle(group) && group.Modifiers.Count > group.Max && CountIn(group) >= group.Max;

    /// <summary>How many of a group are chosen.</summary>
    public int CountIn(ModifierGroup group) => group.Modifiers.Count(option => Chosen.Contains(option.Id));

    /// <summary>Whether an option can be chosen or taken back: it is not sold out, and there is room in its group.</summary>
    public bool IsOpen(ModifierGroup group, Modifier option) =>
        !option.SoldOut && (Chosen.Contains(option.Id) || IsSingle(group) || CountIn(group) < group.Max);

    /// <summary>With an option chosen; what the rules do not allow changes nothing.</summary>
    public DishChoice Choose(ModifierGroup group, Modifier option)
    {
        if (!IsOpen(group, option) || Chosen.Contains(option.Id))
        {
            return this;
        }

        var others = IsSingle(group) ? Chosen.Where(id => group.Modifiers.All(other => other.Id != id)) : Chosen;
        return this with { Chosen = [.. others, option.Id] };
    }

    /// <summary>With what was chosen another time, as far as it is still offered and allowed.</summary>
    public DishChoice ChooseAgain(IReadOnlyList<Guid> options) =>
        Dish
            .ModifierGroups.SelectMany(group => group.Modifiers.Select(option => (Group: group, Option: option)))
            .Where(offer => options.Contains(offer.Option.Id))
            .Aggregate(this, (choice, offer) => choice.Choose(offer.Group, offer.Option));

    /// <summary>The guest was told what it contains.</summary>
    public DishChoice Accept() => this with { Accepted = Dangers };

    /// <summary>Without an option.</summary>
    public DishChoice Drop(Modifier option) => this with { Chosen = [.. Chosen.Where(id => id != option.Id)] };

    /// <summary>With so many more, or fewer, between the dish's minimum and what there is.</summary>
    public DishChoice More(int by) => this with { Quantity = Math.Clamp(Quantity + by, Dish.MinQuantity, Math.Max(Most, Dish.MinQuantity)) };

    /// <summary>The same about the dish as it is now: what sold out meanwhile is no longer chosen.</summary>
    public DishChoice Now(MenuItem dish, int? left)
    {
        var offered = dish
            .ModifierGroups.SelectMany(group => group.Modifiers)
            .Where(option => !option.SoldOut)
            .Select(option => option.Id)
            .ToHashSet();
        var now = this with { Dish = dish, Left = left, Chosen = [.. Chosen.Where(offered.Contains)] };
        return now.More(0);
    }

    /// <summary>What goes into the cart.</summary>
    public AddToCart ToAdd() => new(Dish.Id, Chosen, Quantity) { Note = PlainText.Tidy(Note), SeenPrice = UnitPrice };
}
