namespace TableOrder.Core.Menu.Editing;

/// <summary>All that a manager says of a dish. What is said in passing, sold out and portions, is not in it: the kitchen says that too, at any moment.</summary>
public sealed record DishDraft
{
    /// <summary>Shown where a dish has neither a photo nor a sign of its own.</summary>
    public const string UsualEmoji = "🍽️";

    /// <summary>Under which heading it stands.</summary>
    public required Guid CategoryId { get; init; }

    /// <summary>As guests and cooks see it; needed in the house's own language.</summary>
    public required LocalText Name { get; init; }

    /// <summary>A sentence or two for guests.</summary>
    public LocalText Description { get; init; } = LocalText.Empty;

    /// <summary>Shown until there is a photo.</summary>
    public string Emoji { get; init; } = UsualEmoji;

    /// <summary>Without options, tax included.</summary>
    public Money Price { get; init; }

    /// <summary>In basis points: 1000 is 10 %; 0 is exempt.</summary>
    public int TaxRate { get; init; }

    /// <summary>Where it is made; null for what is only carried.</summary>
    public string? Station { get; init; }

    /// <summary>Courses above an order's lowest wait until fired; 0 to 9.</summary>
    public int Course { get; init; }

    /// <summary>The fewest that an order may hold.</summary>
    public int MinQuantity { get; init; } = 1;

    /// <summary>Codes of <see cref="Menu.Allergens"/>.</summary>
    public IReadOnlyList<string> Allergens { get; init; } = [];

    /// <summary>When it is served; none: always.</summary>
    public IReadOnlyList<ServingHours> Hours { get; init; } = [];

    /// <summary>Its options, in the order in which guests are asked.</summary>
    public IReadOnlyList<Guid> Groups { get; init; } = [];
}
