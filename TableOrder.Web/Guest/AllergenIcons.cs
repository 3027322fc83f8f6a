namespace TableOrder.Web.Guest;

/// <summary>A sign for each code of the labelling list, beside its word and never instead of it.</summary>
internal static class AllergenIcons
{
    private static readonly Dictionary<string, string> Signs = new(StringComparer.Ordinal)
    {
        ["egg"] = "🥚",
        ["milk"] = "🥛",
        ["buckwheat"] = "🍜",
        ["peanut"] = "🥜",
        ["soy"] = "🫘",
        ["wheat"] = "🌾",
        ["mackerel"] = "🐟",
        ["crab"] = "🦀",
        ["shrimp"] = "🦐",
        ["pork"] = "🐖",
        ["peach"] = "🍑",
        ["tomato"] = "🍅",
        ["sulfite"] = "🍷",
        ["walnut"] = "🌰",
        ["chicken"] = "🐓",
        ["beef"] = "🐄",
        ["squid"] = "🦑",
        ["shellfish"] = "🦪",
        ["pine_nut"] = "🌲",
    };

    /// <summary>The sign; a warning where there is none.</summary>
    public static string Of(string code) => Signs.GetValueOrDefault(code, "⚠");
}
