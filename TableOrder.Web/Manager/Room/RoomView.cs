namespace TableOrder.Web.Manager.Room;

/// <summary>What of the room's page is shown, and what is open over it.</summary>
public enum RoomView
{
    /// <summary>The tables by area.</summary>
    List,

    /// <summary>Where they stand.</summary>
    Plan,

    /// <summary>Those that were taken away.</summary>
    Archived,

    /// <summary>Over it: new tables.</summary>
    Add,

    /// <summary>Over it: one table.</summary>
    Edit,

    /// <summary>Over it: one table's code.</summary>
    Code,

    /// <summary>Over it: an area's name.</summary>
    Area,
}
