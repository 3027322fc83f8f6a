namespace TableOrder.Core.Seating;

/// <summary>Why nobody was seated, named or shown out: codes of a <see cref="Refusal"/>.</summary>
public static class SeatingRefusal
{
    /// <summary>No table has this token, no seating this code.</summary>
    public const string UnknownTable = "unknown_table";

    /// <summary>The table is out of use, or only staff opens it.</summary>
    public const string TableClosed = "table_closed";

    /// <summary>The code on the table's screen is another one by now.</summary>
    public const string CodeExpired = "code_expired";

    /// <summary>The party has left.</summary>
    public const string SeatingClosed = "seating_closed";

    /// <summary>Something the party ordered is not served yet.</summary>
    public const string OpenOrders = "open_orders";

    /// <summary>Somebody sits at the table already.</summary>
    public const string TableOccupied = "table_occupied";

    /// <summary>The seating was merged into another: there is nothing of its own any more.</summary>
    public const string Merged = "merged";

    /// <summary>A party sits at the table: it must leave or move before that can be done to the table.</summary>
    public const string PartySeated = "party_seated";

    /// <summary>Another table has this name.</summary>
    public const string NameTaken = "table_name_taken";

    /// <summary>Another part of the room has this name.</summary>
    public const string AreaTaken = "area_name_taken";

    /// <summary>Another table stands there on the plan.</summary>
    public const string PlaceTaken = "place_taken";
}
