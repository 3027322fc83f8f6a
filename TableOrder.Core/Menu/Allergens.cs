namespace TableOrder.Core.Menu;

/// <summary>What must be told of a dish: the Korean labelling list.</summary>
public static class Allergens
{
    /// <summary>Every code there is, in the list's order.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        "egg",
        "milk",
        "buckwheat",
        "peanut",
        "soy",
        "wheat",
        "mackerel",
        "crab",
        "shrimp",
        "pork",
        "peach",
        "tomato",
        "sulfite",
        "walnut",
        "chicken",
        "beef",
        "squid",
        "shellfish",
        "pine_nut",
    ];

    /// <summary>Each code once, in the list's order; what the list does not know comes last.</summary>
    public static IReadOnlyList<string> InOrder(IEnumerable<string> codes) =>
        [.. codes.Distinct(StringComparer.Ordinal).OrderBy(code => All.ToList().IndexOf(code) is var place and >= 0 ? place : All.Count)];

    /// <summary>What stands in both, in the order of the first.</summary>
    public static IReadOnlyList<string> Common(IEnumerable<string> contained, IReadOnlyList<string> avoided) =>
        avoided.Count == 0 ? [] : [.. contained.Where(avoided.Contains).Distinct(StringComparer.Ordinal)];
}
