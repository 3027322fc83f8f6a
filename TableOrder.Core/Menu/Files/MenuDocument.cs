namespace TableOrder.Core.Menu.Files;

/// <summary>A menu as one JSON document: whole, with what choices consist of. Amounts are in the currency's minor unit, as in the API.</summary>
internal sealed record MenuDocument
{
    /// <summary>What says that a file is one of these.</summary>
    public const string Known = "tableorder-menu/1";

    public required string Format { get; init; }
    public required string Currency { get; init; }
    public IReadOnlyList<OptionDocument> Options { get; init; } = [];
    public IReadOnlyList<CategoryDocument> Categories { get; init; } = [];
}

internal sealed record OptionDocument
{
    public Guid? Id { get; init; }
    public required LocalText Name { get; init; }
    public int Min { get; init; }
    public int Max { get; init; } = 1;
    public IReadOnlyList<ChoiceDocument> Choices { get; init; } = [];
}

internal sealed record ChoiceDocument
{
    public required LocalText Name { get; init; }
    public long Price { get; init; }
    public bool SoldOut { get; init; }
    public IReadOnlyList<string> Allergens { get; init; } = [];
}

internal sealed record CategoryDocument
{
    public required LocalText Name { get; init; }
    public IReadOnlyList<DishDocument> Dishes { get; init; } = [];
}

/// <summary>What is left out stays as it is, or begins as usual. No station is "", no count of portions -1.</summary>
internal sealed record DishDocument
{
    public Guid? Id { get; init; }
    public required LocalText Name { get; init; }
    public LocalText Description { get; init; } = LocalText.Empty;
    public string? Emoji { get; init; }
    public long? Price { get; init; }
    public int? TaxRate { get; init; }
    public string? Station { get; init; }
    public int? Course { get; init; }
    public int? MinQuantity { get; init; }
    public IReadOnlyList<string>? Allergens { get; init; }
    public IReadOnlyList<ServingHours>? Hours { get; init; }

    /// <summary>Each by its id in this document, or by its name in any language.</summary>
    public IReadOnlyList<string>? Options { get; init; }
    public bool? SoldOut { get; init; }
    public int? Portions { get; init; }
}
