using TableOrder.Core;
using TableOrder.Core.Carts;
using TableOrder.Core.Menu;

namespace TableOrder.Web.Guest;

/// <summary>A cart beside the menu of now: what it costs, what has changed since it was chosen, and what would be sent.</summary>
/// <param name="Cart">The cart.</param>
/// <param name="Lines">One for each line of the cart, in its order.</param>
public sealed record CartReview(SharedCart Cart, IReadOnlyList<PricedLine> Lines)
{
    /// <summary>How many portions.</summary>
    public int Count => Lines.Sum(line => line.Line.Quantity);

    /// <summary>What it costs now; what can not be had is not counted.</summary>
    public Money Total => Lines.Where(line => line.IsHad).Aggregate(Money.Zero, (sum, line) => sum + line.Total);

    /// <summary>What the order will cost: what is accepted of each line.</summary>
    public Money Accepted => Lines.Aggregate(Money.Zero, (sum, line) => sum + (line.UnitPrice * line.Sent));

    /// <summary>Whether something is not as it was chosen: another price, or not to be had.</summary>
    public bool Differs => Lines.Any(line => line.IsRepriced || line.Sent != line.Line.Quantity);

    /// <summary>Whether something is left to send, and nothing that only the guests can mend stands in the way.</summary>
    public bool CanBeSent => Lines.Any(line => line.Sent > 0) && !Lines.Any(line => line.Trouble == CartTrouble.BelowMinimum);

    /// <summary>What is sent by whoever accepts it as it stands here.</summary>
    public SendCart ToSend =>
        new(
            Cart.RequestId,
            Cart.Version,
            [.. Lines.Where(line => line.Sent > 0).Select(line => new AcceptedLine(line.Line.Id, line.Sent, line.UnitPrice))]
        );

    /// <summary>A cart beside a menu.</summary>
    public static CartReview Of(SharedCart cart, MenuView menu)
    {
        var lines = new List<PricedLine>();
        var left = new Dictionary<Guid, int>(menu.Portions);
        foreach (var line in cart.Lines)
        {
            var priced = PricedLine.Of(line, cart, menu);
            var sent =
                !priced.IsHad ? 0
                : left.TryGetValue(line.MenuItemId, out var portions) ? Math.Min(portions, line.Quantity)
                : line.Quantity;
            if (left.ContainsKey(line.MenuItemId))
            {
                left[line.MenuItemId] -= sent;
            }

            lines.Add(priced with { Sent = sent });
        }

        return new CartReview(cart, lines);
    }
}

/// <summary>A line of the cart with its price of now.</summary>
/// <param name="Line">The line.</param>
/// <param name="Dish">The dish as it is now; null where it left the menu.</param>
/// <param name="Options">The chosen options that still exist, in the menu's order.</param>
/// <param name="Trouble">Why it can not be ordered as it is.</param>
/// <param name="Left">How many portions are left, where they are counted.</param>
/// <param name="Least">The fewest of this line that make up the dish's minimum with the cart's other lines.</param>
public sealed record PricedLine(CartLine Line, MenuItem? Dish, IReadOnlyList<Modifier> Options, CartTrouble Trouble, int? Left, int Least)
{
    /// <summary>How many of it would be sent now.</summary>
    public int Sent { get; init; }

    /// <summary>For one with options: of now, or the last known of a dish that left the menu.</summary>
    public Money UnitPrice { get; } = Dish is null ? Line.SeenPrice : Options.Aggregate(Dish.Price, (sum, option) => sum + option.Price);

    /// <summary>What of it somebody must not eat: the dish's and its options', as codes.</summary>
    public IReadOnlyList<string> Dangers(IReadOnlyList<string> avoided) =>
        Allergens.Common((Dish?.Allergens ?? []).Concat(Options.SelectMany(option => option.Allergens)), avoided);

    /// <summary>For all of it.</summary>
    public Money Total => UnitPrice * Line.Quantity;

    /// <summary>Whether it costs another sum than whoever added it saw.</summary>
    public bool IsRepriced => IsHad && UnitPrice != Line.SeenPrice;

    /// <summary>Whether it can be had at all, perhaps in another quantity.</summary>
    public bool IsHad => Trouble is CartTrouble.None or CartTrouble.TooFewLeft or CartTrouble.BelowMinimum;

    internal static PricedLine Of(CartLine line, SharedCart cart, MenuView menu)
    {
        if (menu.Menu.Item(line.MenuItemId) is not { } dish)
        {
            return new PricedLine(line, null, [], CartTrouble.Gone, null, 1);
        }

        var options = dish
            .ModifierGroups.SelectMany(group => group.Modifiers)
            .Where(option => line.Options.Contains(option.Id))
            .DistinctBy(option => option.Id)
            .ToList();
        var (inCart, left) = (cart.QuantityOf(dish.Id), menu.PortionsLeft(dish.Id));
        var trouble =
            !dish.IsServed(menu.Local) ? CartTrouble.NotNow
            : menu.IsOut(dish) ? CartTrouble.SoldOut
            : !Fits(dish, line, options) ? CartTrouble.OptionsChanged
            : options.Exists(option => option.SoldOut) ? CartTrouble.OptionSoldOut
            : inCart > left ? CartTrouble.TooFewLeft
            : inCart < dish.MinQuantity ? CartTrouble.BelowMinimum
            : CartTrouble.None;
        return new PricedLine(line, dish, options, trouble, left, Math.Max(1, dish.MinQuantity - (inCart - line.Quantity)));
    }

    private static bool Fits(MenuItem dish, CartLine line, List<Modifier> options) =>
        options.Count == line.Options.Count
        && dish.ModifierGroups.All(group =>
        {
            var chosen = group.Modifiers.Count(option => line.Options.Contains(option.Id));
            return chosen >= group.Min && chosen <= group.Max;
        });
}

/// <summary>Why a line of the cart can not be ordered as it is.</summary>
public enum CartTrouble
{
    /// <summary>It can.</summary>
    None,

    /// <summary>The dish left the menu.</summary>
    Gone,

    /// <summary>The dish is sold out.</summary>
    SoldOut,

    /// <summary>The dish is served at other hours.</summary>
    NotNow,

    /// <summary>Its options are no longer what the dish offers.</summary>
    OptionsChanged,

    /// <summary>A chosen option is sold out.</summary>
    OptionSoldOut,

    /// <summary>The cart holds more of the dish than are left.</summary>
    TooFewLeft,

    /// <summary>The cart holds fewer of the dish than its minimum.</summary>
    BelowMinimum,
}
