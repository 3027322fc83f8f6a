namespace TableOrder.Web.Bills;

/// <summary>How somebody says which part of a bill is theirs.</summary>
public enum SplitMode
{
    /// <summary>All that is due.</summary>
    All,

    /// <summary>An equal part of what is due, among so many.</summary>
    Evenly,

    /// <summary>What they had, also a part of what several shared.</summary>
    Items,

    /// <summary>So much.</summary>
    Amount,
}
