namespace TableOrder.Web.Manager.Sales;

/// <summary>What of a period can be taken away as a file.</summary>
public enum SalesTable
{
    /// <summary>A row for each business day.</summary>
    Days,

    /// <summary>A row for each half hour in which something was ordered.</summary>
    HalfHours,

    /// <summary>A row for each dish that was sold.</summary>
    Items,

    /// <summary>A row for each station.</summary>
    Stations,
}
