namespace TableOrder.Web.Kitchen;

/// <summary>What stands beside the tickets.</summary>
public enum PanelKind
{
    /// <summary>Nothing was asked for: the counts where there is room, nothing where there is not.</summary>
    None,

    /// <summary>How many of each dish are still to be made.</summary>
    Allday,

    /// <summary>Sold out, and portions left.</summary>
    Soldout,

    /// <summary>What left the screen lately.</summary>
    Recall,

    /// <summary>How fast the kitchen is.</summary>
    Speed,

    /// <summary>How the screen looks and sounds.</summary>
    Settings,

    /// <summary>What the keys do.</summary>
    Keys,

    /// <summary>What else can be done with one ticket.</summary>
    Ticket,
}
