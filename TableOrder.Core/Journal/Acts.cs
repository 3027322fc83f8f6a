namespace TableOrder.Core.Journal;

/// <summary>What staff can do beside orders, as the journal names it. Screens have a sentence for each in every language.</summary>
public static class Acts
{
    /// <summary>The restaurant's settings changed.</summary>
    public const string SettingsChanged = "settings_changed";

    /// <summary>The owner said that the restaurant is ready.</summary>
    public const string SetUp = "set_up";

    /// <summary>The kitchen has a station more.</summary>
    public const string StationAdded = "station_added";

    /// <summary>A station has another name or sign.</summary>
    public const string StationChanged = "station_changed";

    /// <summary>All there are.</summary>
    public static IReadOnlyList<string> All { get; } = [SettingsChanged, SetUp, StationAdded, StationChanged];
}
