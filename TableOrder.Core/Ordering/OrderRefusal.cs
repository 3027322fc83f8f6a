namespace TableOrder.Core.Ordering;

/// <summary>Why an order was not placed or changed.</summary>
/// <param name="Code">One of this type's codes, or of <see cref="Refusal"/>'s.</param>
public sealed record OrderRefusal(string Code) : Refusal(Code)
{
    /// <summary>The request has no id; without one a retry could order twice.</summary>
    public const string KeyMissing = "key_missing";

    /// <summary>This id was used for something else.</summary>
    public const string KeyReused = "key_reused";

    /// <summary>A dish or option is sold out, or too few portions are left.</summary>
    public const string SoldOut = "sold_out";

    /// <summary>A price is not what the sender believed.</summary>
    public const string PriceChanged = "price_changed";

    /// <summary>A dish is not on the menu.</summary>
    public const string UnknownItem = "unknown_item";

    /// <summary>A line changed after the version named.</summary>
    public const string StaleVersion = "stale_version";

    /// <summary>A line cannot go there from where it is, or not any more.</summary>
    public const string IllegalTransition = "illegal_transition";

    /// <summary>The party has left.</summary>
    public const string SeatingClosed = "seating_closed";

    /// <summary>The order as it is now, where there is one.</summary>
    public Order? Current { get; init; }

    /// <summary>The lines concerned, where there are any.</summary>
    public IReadOnlyList<RefusedLine> Lines { get; init; } = [];
}

/// <summary>A line of the command that could not be.</summary>
/// <param name="Index">Its place in the command, from 0.</param>
/// <param name="MenuItemId">The dish.</param>
/// <param name="UnitPrice">The price of now, with options; only where the price changed.</param>
/// <param name="PortionsLeft">What is left; only where portions are counted.</param>
public sealed record RefusedLine(int Index, Guid MenuItemId, Money? UnitPrice = null, int? PortionsLeft = null);
