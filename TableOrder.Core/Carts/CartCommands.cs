namespace TableOrder.Core.Carts;

/// <summary>Puts a dish into the cart of a seating.</summary>
/// <param name="MenuItemId">The dish.</param>
/// <param name="Options">The chosen options.</param>
/// <param name="Quantity">1 to 99.</param>
public sealed record AddToCart(Guid MenuItemId, IReadOnlyList<Guid> Options, int Quantity)
{
    /// <summary>For which stay; only staff say it, a guest's is their own.</summary>
    public Guid? SeatingId { get; init; }

    /// <summary>The guest's words, at most 200 characters.</summary>
    public string? Note { get; init; }

    /// <summary>The price for one with options that they saw; null: the one of now.</summary>
    public Money? SeenPrice { get; init; }
}

/// <summary>
/// More or fewer of a line. A difference, never a sum: whatever the others do at the same time, nobody's press is lost. Fewer are taken from whoever presses first,
/// then from those who joined in last; with nothing left the line is gone.
/// </summary>
/// <param name="LineId">The line.</param>
/// <param name="By">So many more; below 0: fewer.</param>
public sealed record ChangeCartLine(Guid LineId, int By)
{
    /// <summary>For which stay; only staff say it, a guest's is their own.</summary>
    public Guid? SeatingId { get; init; }
}

/// <summary>Puts what an earlier order of the same seating holds into the cart once more, as it is on the menu now.</summary>
/// <param name="OrderId">The order.</param>
public sealed record OrderAgain(Guid OrderId)
{
    /// <summary>For which stay; only staff say it, a guest's is their own.</summary>
    public Guid? SeatingId { get; init; }
}

/// <summary>What came of <see cref="OrderAgain"/>.</summary>
/// <param name="Cart">The cart after it.</param>
/// <param name="LeftOut">The dishes that can not be had as they were ordered.</param>
public sealed record FilledCart(SharedCart Cart, IReadOnlyList<LocalText> LeftOut);

/// <summary>Sends the cart as the sender sees it: one order, however often and by how many it is sent.</summary>
/// <param name="RequestId">The cart's.</param>
/// <param name="Version">The version of the cart that the sender sees.</param>
/// <param name="Lines">What the sender accepts of it; a line that is left out is not ordered, and gone with the cart.</param>
public sealed record SendCart(Guid RequestId, long Version, IReadOnlyList<AcceptedLine> Lines)
{
    /// <summary>For which stay; only staff say it, a guest's is their own.</summary>
    public Guid? SeatingId { get; init; }
}

/// <summary>What the sender of a cart accepts of one of its lines.</summary>
/// <param name="LineId">The line.</param>
/// <param name="Quantity">How many of it: all, or as many as are left.</param>
/// <param name="UnitPrice">The price for one with options, as the sender sees it.</param>
public sealed record AcceptedLine(Guid LineId, int Quantity, Money UnitPrice);
