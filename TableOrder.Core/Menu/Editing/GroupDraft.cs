namespace TableOrder.Core.Menu.Editing;

/// <summary>All that a manager says of a choice that dishes share.</summary>
public sealed record GroupDraft
{
    /// <summary>The question: "How spicy?"</summary>
    public required LocalText Name { get; init; }

    /// <summary>At least so many must be chosen; above 0 it is required.</summary>
    public int Min { get; init; }

    /// <summary>At most so many may be chosen.</summary>
    public int Max { get; init; } = 1;

    /// <summary>What there is to choose, in order. One that is left out is archived.</summary>
    public IReadOnlyList<ModifierDraft> Modifiers { get; init; } = [];
}

/// <summary>One answer to the choice.</summary>
/// <param name="Id">Its id, made by whoever adds it and kept for ever.</param>
/// <param name="Name">As guests and cooks see it.</param>
public sealed record ModifierDraft(Guid Id, LocalText Name)
{
    /// <summary>Added to the dish's price for each portion; 0 or more.</summary>
    public Money Price { get; init; }

    /// <summary>Not to be chosen now.</summary>
    public bool SoldOut { get; init; }

    /// <summary>What it brings to the dish, as codes of <see cref="Menu.Allergens"/>.</summary>
    public IReadOnlyList<string> Allergens { get; init; } = [];
}
