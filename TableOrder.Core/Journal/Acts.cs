namespace TableOrder.Core.Journal;

/// <summary>What staff can do beside orders, as the journal names it. Screens have a sentence for each in every language.</summary>
public static class Acts
{
    /// <summary>The drawer was counted, and the day's report written.</summary>
    public const string DayCounted = "day_counted";

    /// <summary>Something that was given off a bill was taken back.</summary>
    public const string DiscountTakenBack = "discount_taken_back";

    /// <summary>The restaurant's settings changed.</summary>
    public const string SettingsChanged = "settings_changed";

    /// <summary>The owner said that the restaurant is ready.</summary>
    public const string SetUp = "set_up";

    /// <summary>All there are.</summary>
    public static IReadOnlyList<string> All { get; } = [DayCounted, DiscountTakenBack, SettingsChanged, SetUp];
}
