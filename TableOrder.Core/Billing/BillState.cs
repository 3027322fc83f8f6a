namespace TableOrder.Core.Billing;

/// <summary>How a bill stands. What needs somebody comes first; of several that are true it is the first.</summary>
public enum BillState
{
    /// <summary>Something is still to be paid.</summary>
    Due,

    /// <summary>More was paid than was to be paid.</summary>
    Credit,

    /// <summary>The party left without paying some of it.</summary>
    WrittenOff,

    /// <summary>Some of what was paid went back.</summary>
    Refunded,

    /// <summary>All is paid.</summary>
    Paid,

    /// <summary>There was nothing to pay.</summary>
    Nothing,
}
