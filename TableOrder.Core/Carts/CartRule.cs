using TableOrder.Core.Menu;
using TableOrder.Core.Ordering;

namespace TableOrder.Core.Carts;

/// <summary>How edits of several people merge into one cart. Pure: the cart, the menu and the edit decide.</summary>
public static class CartRule
{
    /// <summary>The cart holds as many lines as an order may have.</summary>
    public const string Full = "cart_full";

    /// <summary>The line holds as many as a line may have.</summary>
    public const string LineFull = "cart_line_full";

    /// <summary>The cart is not what the sender saw: look again.</summary>
    public const string Changed = "cart_changed";

    /// <summary>The cart with so many more of a dish; joined with an equal line. Refuses what can never be ordered, what is sold out, and what would not fit into one order.</summary>
    public static Outcome<SharedCart> Add(SharedCart cart, MenuNow menu, AddToCart add, Guid person, Func<Guid> newId)
    {
        if (Malformed(add) is { } malformed)
        {
            return malformed;
        }

        if (menu.Menu.Item(add.MenuItemId) is not { } dish)
        {
            return new OrderRefusal(OrderRefusal.UnknownItem);
        }

        var line = new PlaceLine(dish.Id, add.Quantity, add.Options);
        if (PlaceRule.WrongModifiers(dish, line) is { } wrong)
        {
            return Refusal.Bad("options", wrong);
        }

        if (PlaceRule.IsOut(dish, line, menu.Local))
        {
            return new OrderRefusal(OrderRefusal.SoldOut);
        }

        var note = PlainText.Tidy(add.Note);
        var kind = CartLine.KindOf(dish.Id, add.Options, note);
        if (cart.Lines.FirstOrDefault(other => string.Equals(other.Kind, kind, StringComparison.Ordinal)) is { } equal)
        {
            return More(cart, equal, person, add.Quantity);
        }

        if (cart.Lines.Count >= PlaceRule.MostLines)
        {
            return new Refusal(Full);
        }

        var added = new CartLine
        {
            Id = newId(),
            MenuItemId = dish.Id,
            Name = dish.Name,
            Options = [.. PlaceRule.Chosen(dish, line).Select(option => option.Id)],
            Note = note,
            SeenPrice = add.SeenPrice ?? PlaceRule.UnitPrice(dish, line),
            Shares = [new CartShare(person, add.Quantity)],
        };
        return cart with { Lines = [.. cart.Lines, added] };
    }

    /// <summary>The cart with more or fewer of a line. Refuses a line that is gone ("not_found") and one that would hold more than 99.</summary>
    public static Outcome<SharedCart> Change(SharedCart cart, ChangeCartLine change, Guid person) =>
        cart.Line(change.LineId) is not { } line ? new Refusal(Refusal.NotFound)
        : change.By > 0 ? More(cart, line, person, change.By)
        : With(cart, line with { Shares = Fewer(line.Shares, person, change.By) });

    /// <summary>The cart with what an order holds, as far as it can be had now. Refuses where nothing of it can.</summary>
    public static Outcome<FilledCart> Again(SharedCart cart, MenuNow menu, Order order, Guid person, Func<Guid> newId)
    {
        var (filled, leftOut, why) = (cart, new List<LocalText>(), (Refusal?)null);
        foreach (var line in order.Lines.Where(line => line.Quantity > 0))
        {
            var add = new AddToCart(line.MenuItemId, [.. line.Modifiers.Select(modifier => modifier.Id)], line.Quantity) { Note = line.Note };
            if (Add(filled, menu, add, person, newId).Succeeded(out var more, out var refusal))
            {
                filled = more;
            }
            else
            {
                leftOut.Add(line.Name);
                why = refusal;
            }
        }

        return ReferenceEquals(filled, cart) ? why ?? new Refusal(Refusal.NotFound) : new FilledCart(filled, leftOut);
    }

    /// <summary>
    /// The cart with what another one holds: two parties became one. Equal lines are joined, and everybody keeps their share. Refuses what would not fit into one order ("cart_full",
    /// "cart_line_full"): then nothing is joined.
    /// </summary>
    public static Outcome<SharedCart> Join(SharedCart cart, SharedCart other)
    {
        var joined = cart;
        foreach (var line in other.Lines)
        {
            var equal = joined.Lines.FirstOrDefault(own => string.Equals(own.Kind, line.Kind, StringComparison.Ordinal));
            if (equal is null && joined.Lines.Count >= PlaceRule.MostLines)
            {
                return new Refusal(Full);
            }

            if (equal is null)
            {
                joined = joined with { Lines = [.. joined.Lines, line] };
                continue;
            }

            foreach (var share in line.Shares)
            {
                if (!More(joined, joined.Line(equal.Id)!, share.Person, share.Quantity).Succeeded(out joined, out var refusal))
                {
                    return refusal;
                }
            }
        }

        return joined;
    }

    private static Outcome<SharedCart> More(SharedCart cart, CartLine line, Guid person, int by)
    {
        if (by > PlaceRule.MostQuantity - line.Quantity)
        {
            return new Refusal(LineFull);
        }

        var own = line.Shares.Any(share => share.Person == person);
        return With(
            cart,
            line with
            {
                Shares = own
                    ? [.. line.Shares.Select(share => share.Person == person ? share with { Quantity = share.Quantity + by } : share)]
                    : [.. line.Shares, new CartShare(person, by)],
            }
        );
    }

    private static List<CartShare> Fewer(IReadOnlyList<CartShare> shares, Guid person, int by)
    {
        var (left, rest) = (shares.ToList(), -(long)by);
        foreach (var share in shares.Reverse().OrderByDescending(share => share.Person == person))
        {
            var taken = (int)Math.Min(share.Quantity, rest);
            rest -= taken;
            left[left.IndexOf(share)] = share with { Quantity = share.Quantity - taken };
        }

        return [.. left.Where(share => share.Quantity > 0)];
    }

    private static SharedCart With(SharedCart cart, CartLine changed) =>
        cart with
        {
            Lines = [.. cart.Lines.Select(line => line.Id == changed.Id ? changed : line).Where(line => line.Shares.Count > 0)],
        };

    private static Refusal? Malformed(AddToCart add) =>
        add.Quantity is < 1 or > PlaceRule.MostQuantity ? Refusal.Bad("quantity", $"Send a quantity from 1 to {PlaceRule.MostQuantity}.")
        : add.Note?.Length > PlaceRule.LongestNote ? Refusal.Bad("note", $"Send a note of at most {PlaceRule.LongestNote} characters.")
        : add.SeenPrice < Money.Zero ? Refusal.Bad("seenPrice", "Send a price of 0 or more, in minor units.")
        : null;
}

/// <summary>The menu at a moment.</summary>
/// <param name="Menu">The menu.</param>
/// <param name="Local">The moment, on the restaurant's clock.</param>
public sealed record MenuNow(MenuSnapshot Menu, DateTime Local);
