namespace TableOrder.Core.Journal;

/// <summary>What staff can do beside orders, as the journal names it. Screens have a sentence for each in every language.</summary>
public static class Acts
{
    /// <summary>A part of the room has another name.</summary>
    public const string AreaRenamed = "area_renamed";

    /// <summary>The restaurant's settings changed.</summary>
    public const string SettingsChanged = "settings_changed";

    /// <summary>The owner said that the restaurant is ready.</summary>
    public const string SetUp = "set_up";

    /// <summary>A table was taken away.</summary>
    public const string TableArchived = "table_archived";

    /// <summary>A table's name, part of the room, seats or use changed.</summary>
    public const string TableChanged = "table_changed";

    /// <summary>A table that was taken away is back.</summary>
    public const string TableRestored = "table_restored";

    /// <summary>A table has a new printed code; the old one ended.</summary>
    public const string TableTokenRotated = "table_token_rotated";

    /// <summary>New tables.</summary>
    public const string TablesAdded = "tables_added";

    /// <summary>Tables stand in another order.</summary>
    public const string TablesOrdered = "tables_ordered";

    /// <summary>Tables stand elsewhere on the plan.</summary>
    public const string TablesPlaced = "tables_placed";

    /// <summary>All there are.</summary>
    public static IReadOnlyList<string> All { get; } =
    [AreaRenamed, SettingsChanged, SetUp, TableArchived, TableChanged, TableRestored, TableTokenRotated, TablesAdded, TablesOrdered, TablesPlaced];
}
