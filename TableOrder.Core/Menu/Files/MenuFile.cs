namespace TableOrder.Core.Menu.Files;

/// <summary>What a file says of a menu, before it is compared with the menu that there is.</summary>
/// <param name="Dishes">Its dishes, in its order.</param>
/// <param name="Groups">The choices that dishes share, where the file says what they are.</param>
/// <param name="Problems">What of it could not be read.</param>
public sealed record MenuFile(IReadOnlyList<FiledDish> Dishes, IReadOnlyList<FiledGroup> Groups, IReadOnlyList<ImportProblem> Problems)
{
    /// <summary>The most bytes of a file.</summary>
    public const int MostBytes = 5 * 1024 * 1024;

    /// <summary>The most dishes of a file.</summary>
    public const int MostDishes = 20_000;
}

/// <summary>Something in a file that keeps it from being taken; with one of them nothing of it is.</summary>
/// <param name="Line">On which line, from 1.</param>
/// <param name="Field">What is wrong: a field's name as in the file's head ("price"), "twice" for a dish that an earlier line names, "file" for what cannot be read at all.</param>
/// <param name="Value">As it stands there, at most 60 letters.</param>
public sealed record ImportProblem(int Line, string Field, string Value);

/// <summary>A dish as a file names it; what is null is not said, and stays as it is or begins as usual.</summary>
/// <param name="Line">Where it stands, from 1.</param>
public sealed record FiledDish(int Line)
{
    /// <summary>The dish that is meant; null: the one of this name in this category, or a new one.</summary>
    public Guid? Id { get; init; }

    /// <summary>The heading it stands under, in whichever languages are said.</summary>
    public LocalText Category { get; init; } = LocalText.Empty;

    /// <summary>In whichever languages are said.</summary>
    public LocalText Name { get; init; } = LocalText.Empty;

    /// <inheritdoc cref="Name"/>
    public LocalText Description { get; init; } = LocalText.Empty;

    /// <summary>Its sign.</summary>
    public string? Emoji { get; init; }

    /// <summary>Without options, tax included.</summary>
    public Money? Price { get; init; }

    /// <summary>In basis points.</summary>
    public int? TaxRate { get; init; }

    /// <summary>A station's slug; empty: none.</summary>
    public string? Station { get; init; }

    /// <summary>0 to 9.</summary>
    public int? Course { get; init; }

    /// <summary>The fewest that an order may hold.</summary>
    public int? MinQuantity { get; init; }

    /// <summary>Codes of the labelling list.</summary>
    public IReadOnlyList<string>? Allergens { get; init; }

    /// <summary>When it is served.</summary>
    public IReadOnlyList<ServingHours>? Hours { get; init; }

    /// <summary>Its choices, each by its id or by its name in any language.</summary>
    public IReadOnlyList<string>? Options { get; init; }

    /// <summary>86.</summary>
    public bool? SoldOut { get; init; }

    /// <summary>How many are left; -1: not counted.</summary>
    public int? Portions { get; init; }
}

/// <summary>A choice that dishes share, as a file says it whole.</summary>
/// <param name="Line">Where it stands, from 1.</param>
/// <param name="Name">The question.</param>
/// <param name="Min">At least so many.</param>
/// <param name="Max">At most so many.</param>
/// <param name="Modifiers">What there is to choose.</param>
public sealed record FiledGroup(int Line, LocalText Name, int Min, int Max, IReadOnlyList<FiledModifier> Modifiers)
{
    /// <summary>The choice that is meant; null: the one of this name, or a new one.</summary>
    public Guid? Id { get; init; }
}

/// <summary>One answer to a choice.</summary>
/// <param name="Name">As guests see it.</param>
/// <param name="Price">Added to the dish's price.</param>
/// <param name="SoldOut">Not to be chosen now.</param>
/// <param name="Allergens">What it brings to the dish.</param>
public sealed record FiledModifier(LocalText Name, Money Price, bool SoldOut, IReadOnlyList<string> Allergens);

/// <summary>What a file does to the menu, or would do.</summary>
/// <param name="New">Dishes that come.</param>
/// <param name="Changed">Dishes that become others, or come back.</param>
/// <param name="Same">Dishes that are so already.</param>
/// <param name="Categories">Headings that come.</param>
/// <param name="Groups">Choices that come or become others.</param>
/// <param name="Problems">What keeps all of it from being taken, in the order of the lines; at most <see cref="MostProblems"/>.</param>
/// <param name="ProblemCount">How many there are in all.</param>
public sealed record ImportReport(int New, int Changed, int Same, int Categories, int Groups, IReadOnlyList<ImportProblem> Problems, int ProblemCount)
{
    /// <summary>More would not be read.</summary>
    public const int MostProblems = 100;

    /// <summary>Whether the menu is so now.</summary>
    public bool IsDone { get; init; }
}
