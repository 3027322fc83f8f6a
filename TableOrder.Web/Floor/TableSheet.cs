namespace TableOrder.Web.Floor;

/// <summary>What is open over a table's page.</summary>
public enum TableSheet
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>One line.</summary>
    Line,

    /// <summary>Money is taken.</summary>
    Pay,

    /// <summary>Another table.</summary>
    Move,

    /// <summary>Another party.</summary>
    Merge,

    /// <summary>The party leaves.</summary>
    Close,

    /// <summary>Something off.</summary>
    Discount,

    /// <summary>One payment.</summary>
    Entry,
}
