using TableOrder.Core;
using TableOrder.Core.Menu;
using TableOrder.Core.Ordering;

namespace TableOrder.Web.Guest;

/// <summary>What a guest has chosen and not yet sent. Immutable: a change gives another one.</summary>
/// <param name="RequestId">Belongs to this content until it was sent: however often it is sent, it becomes one order.</param>
/// <param name="Lines">In the order they were chosen; equal ones are one.</param>
public sealed record Cart(Guid RequestId, IReadOnlyList<CartLine> Lines)
{
    /// <summary>It was sent and no answer came: it may already be an order. Sent again, it is still only one.</summary>
    public bool Unconfirmed { get; init; }

    /// <summary>Whether another kind of line still fits into one order.</summary>
    public bool IsFull => Lines.Count >= PlaceRule.MostLines;

    /// <summary>A new cart with an id of its own.</summary>
    public static Cart Empty() => new(Guid.CreateVersion7(), []);

    /// <summary>With one line more; joined with an equal one, up to the most that a line may hold.</summary>
    public Cart Add(CartLine line)
    {
        var at = Find(line.Key);
        if (at < 0)
        {
            return IsFull ? this : this with { Lines = [.. Lines, line] };
        }

        var joined = line with { Quantity = Math.Min(Lines[at].Quantity + line.Quantity, PlaceRule.MostQuantity) };
        return this with { Lines = [.. Lines.Select((old, i) => i == at ? joined : old)] };
    }

    /// <summary>With another quantity of a line; none takes it out.</summary>
    public Cart SetQuantity(string key, int quantity) =>
        quantity < 1
            ? this with
            {
                Lines = [.. Lines.Where(line => !Is(line, key))],
            }
            : this with
            {
                Lines = [.. Lines.Select(line => Is(line, key) ? line with { Quantity = Math.Min(quantity, PlaceRule.MostQuantity) } : line)],
            };

    /// <summary>How many of a dish are in it, whatever their options.</summary>
    public int QuantityOf(Guid item) => Lines.Where(line => line.ItemId == item).Sum(line => line.Quantity);

    /// <summary>The cart beside the menu of now: prices, and what can no longer be ordered.</summary>
    public CartReview Against(MenuView menu) => new([.. Lines.Select(line => PricedLine.Of(line, this, menu))]);

    private int Find(string key) => Lines.ToList().FindIndex(line => Is(line, key));

    private static bool Is(CartLine line, string key) => string.Equals(line.Key, key, StringComparison.Ordinal);
}

/// <summary>A dish with its options and a note, in a quantity.</summary>
/// <param name="ItemId">The dish.</param>
/// <param name="Name">As it was chosen: a dish that left the menu still has a name.</param>
/// <param name="Options">The chosen options.</param>
/// <param name="Note">The guest's words; null where there are none.</param>
/// <param name="Quantity">1 to 99.</param>
/// <param name="SeenPrice">For one with options, as the guest last agreed to it.</param>
public sealed record CartLine(Guid ItemId, LocalText Name, IReadOnlyList<Guid> Options, string? Note, int Quantity, Money SeenPrice)
{
    /// <summary>What makes two lines the same: dish, options in whatever order, and note.</summary>
    public string Key { get; } = $"{ItemId:N}.{string.Join('.', Options.Order().Select(option => option.ToString("N")))}.{Note}";
}
