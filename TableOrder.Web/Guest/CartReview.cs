using TableOrder.Core;
using TableOrder.Core.Menu;
using TableOrder.Core.Ordering;

namespace TableOrder.Web.Guest;

/// <summary>A cart beside the menu of now.</summary>
/// <param name="Lines">One for each line of the cart, in its order.</param>
public sealed record CartReview(IReadOnlyList<PricedLine> Lines)
{
    /// <summary>How many portions.</summary>
    public int Count => Lines.Sum(line => line.Line.Quantity);

    /// <summary>What it costs now; what can not be had is not counted.</summary>
    public Money Total => Lines.Where(line => line.IsHad).Aggregate(Money.Zero, (sum, line) => sum + line.Total);

    /// <summary>Whether nothing stands in the way of sending it.</summary>
    public bool CanBeSent => Lines.Count > 0 && Lines.All(line => line.Trouble == CartTrouble.None);

    /// <summary>The order to send: each line with the price that the guest sees.</summary>
    public PlaceOrder Command(Guid requestId) =>
        new(
            requestId,
            [
                .. Lines.Select(line => new PlaceLine(line.Line.ItemId, line.Line.Quantity, line.Line.Options)
                {
                    Note = line.Line.Note,
                    UnitPrice = line.UnitPrice,
                }),
            ]
        );

    /// <summary>The cart after the guest sent what they see: its prices are the agreed ones.</summary>
    public Cart Agreed(Cart cart) => cart with { Lines = [.. Lines.Select(line => line.Line with { SeenPrice = line.UnitPrice })] };
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
    /// <summary>For one with options: of now, or the last known of a dish that left the menu.</summary>
    public Money UnitPrice { get; } = Dish is null ? Line.SeenPrice : Options.Aggregate(Dish.Price, (sum, option) => sum + option.Price);

    /// <summary>For all of it.</summary>
    public Money Total => UnitPrice * Line.Quantity;

    /// <summary>Whether it costs another sum than the guest agreed to.</summary>
    public bool IsRepriced => IsHad && UnitPrice != Line.SeenPrice;

    /// <summary>Whether it can be had at all, perhaps in another quantity.</summary>
    public bool IsHad => Trouble is CartTrouble.None or CartTrouble.TooFewLeft or CartTrouble.BelowMinimum;

    internal static PricedLine Of(CartLine line, Cart cart, MenuView menu)
    {
        if (menu.Menu.Item(line.ItemId) is not { } dish)
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
            menu.IsOut(dish) ? CartTrouble.SoldOut
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

    /// <summary>Its options are no longer what the dish offers.</summary>
    OptionsChanged,

    /// <summary>A chosen option is sold out.</summary>
    OptionSoldOut,

    /// <summary>The cart holds more of the dish than are left.</summary>
    TooFewLeft,

    /// <summary>The cart holds fewer of the dish than its minimum.</summary>
    BelowMinimum,
}
