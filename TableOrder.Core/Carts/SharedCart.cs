namespace TableOrder.Core.Carts;

/// <summary>What the guests of a seating have chosen together and not yet sent. Immutable: a change gives another one.</summary>
/// <param name="RequestId">Belongs to this content until it was sent: however often and by whomever it is sent, it becomes one order. Empty where nobody has chosen anything yet.</param>
/// <param name="Version">Rises with each change.</param>
/// <param name="Lines">In the order they were first chosen; equal ones are one.</param>
/// <param name="Last">The order that the cart before this one became; null where none was sent.</param>
public sealed record SharedCart(Guid RequestId, long Version, IReadOnlyList<CartLine> Lines, SentCart? Last)
{
    /// <summary>Before the first choice.</summary>
    public static SharedCart Empty { get; } = new(Guid.Empty, 0, [], null);

    /// <summary>A line by its id; null where it is gone.</summary>
    public CartLine? Line(Guid id) => Lines.FirstOrDefault(line => line.Id == id);

    /// <summary>How many of a dish are in it, whatever their options.</summary>
    public int QuantityOf(Guid item) => Lines.Where(line => line.MenuItemId == item).Sum(line => line.Quantity);
}

/// <summary>A dish with its options and a note, and who wants how many of it.</summary>
public sealed record CartLine
{
    private const int MostNames = 3;

    /// <summary>Its id, as long as it is in the cart.</summary>
    public required Guid Id { get; init; }

    /// <summary>The dish.</summary>
    public required Guid MenuItemId { get; init; }

    /// <summary>As it was chosen: a dish that left the menu still has a name.</summary>
    public required LocalText Name { get; init; }

    /// <summary>The chosen options.</summary>
    public required IReadOnlyList<Guid> Options { get; init; }

    /// <summary>The guest's words; null where there are none.</summary>
    public string? Note { get; init; }

    /// <summary>For one with options, as whoever added it first saw it.</summary>
    public required Money SeenPrice { get; init; }

    /// <summary>Who wants how many, in the order they joined in; never empty.</summary>
    public required IReadOnlyList<CartShare> Shares { get; init; }

    /// <summary>How many: 1 to 99.</summary>
    public int Quantity => Shares.Sum(share => share.Quantity);

    /// <summary>The names of those who want it, for the kitchen's ticket; empty where nobody gave one.</summary>
    internal string OrderedBy
    {
        get
        {
            var names = Shares.Select(share => share.Nickname).Where(name => name.Length > 0).ToList();
            var more = names.Count > MostNames ? $" +{names.Count - MostNames}" : "";
            return string.Join(", ", names.Take(MostNames)) + more;
        }
    }

    /// <summary>What makes two lines the same: dish, options in whatever order, and note.</summary>
    public string Kind => KindOf(MenuItemId, Options, Note);

    /// <summary>What makes two lines the same: dish, options in whatever order, and note.</summary>
    public static string KindOf(Guid item, IEnumerable<Guid> options, string? note) =>
        $"{item:N}.{string.Join('.', options.Order().Select(option => option.ToString("N")))}.{note}";
}

/// <summary>One person's part of a line.</summary>
/// <param name="Person">The guest's id, or the member of staff's who takes the order at the table.</param>
/// <param name="Quantity">How many of it; at least 1.</param>
public sealed record CartShare(Guid Person, int Quantity)
{
    /// <summary>As the others call them; empty where they gave no name.</summary>
    public string Nickname { get; init; } = "";

    /// <summary>The how manieth guest of the seating; null for staff.</summary>
    public int? Number { get; init; }
}

/// <summary>What a cart became.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Number">Its number of the day.</param>
/// <param name="At">When it was placed.</param>
/// <param name="By">Who sent it.</param>
public sealed record SentCart(Guid OrderId, int Number, DateTimeOffset At, CartShare By);
