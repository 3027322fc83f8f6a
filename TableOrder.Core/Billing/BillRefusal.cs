namespace TableOrder.Core.Billing;

/// <summary>Why money did not move.</summary>
/// <param name="Code">One of this type's codes.</param>
public sealed record BillRefusal(string Code) : Refusal(Code)
{
    /// <summary>More than is due; or than is due beside what somebody else is just paying.</summary>
    public const string Overpaid = "overpaid";

    /// <summary>Units of a line that another payment was meant for.</summary>
    public const string LinePaid = "line_paid";

    /// <summary>More than is left of that payment.</summary>
    public const string OverRefunded = "over_refunded";

    /// <summary>More than the lines come to.</summary>
    public const string OverDiscounted = "over_discounted";

    /// <summary>Something is still to be paid.</summary>
    public const string Unpaid = "unpaid";

    /// <summary>There is no such way to pay here.</summary>
    public const string UnknownMethod = "unknown_method";

    /// <summary>The provider could not be reached or did not want to: nothing was taken.</summary>
    public const string ProviderFailed = "provider_failed";

    /// <summary>Only what the house gave of its own can be taken back.</summary>
    public const string NotGiven = "not_given";

    /// <summary>More is due than was agreed to be written off.</summary>
    public const string MoreDue = "more_due";

    /// <summary>Somebody has counted that day's drawer already.</summary>
    public const string DayCounted = "day_counted";

    /// <summary>Cash moved while the drawer was counted.</summary>
    public const string DrawerMoved = "drawer_moved";

    /// <summary>What could move at most, where that is the matter.</summary>
    public Money? AtMost { get; init; }
}
