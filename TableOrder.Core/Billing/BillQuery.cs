using TableOrder.Core.Seating;

namespace TableOrder.Core.Billing;

/// <summary>Which bills, and which page of the past ones. What is null does not narrow.</summary>
public sealed record BillQuery
{
    /// <summary>The most bills of one page.</summary>
    public const int MostPerPage = 50;

    /// <summary>The longest piece of a reference that is looked for.</summary>
    public const int LongestReference = 100;

    /// <summary>Only parties that came on this business day.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>Only parties that sit, or sat last, at this table.</summary>
    public Guid? TableId { get; init; }

    /// <summary>Only bills that stand like this.</summary>
    public BillState? State { get; init; }

    /// <summary>Only bills with an order of this number, of whichever day.</summary>
    public int? OrderNumber { get; init; }

    /// <summary>Only bills that come to exactly so much, or on which exactly so much was paid.</summary>
    public Money? Amount { get; init; }

    /// <summary>Only bills with a payment whose reference, as its provider has it, holds this; small and capital letters are the same.</summary>
    public string? Reference { get; init; }

    /// <summary>Where the page before ended; a page after the first is of past bills alone.</summary>
    public Guid? After { get; init; }

    /// <summary>1 to 50 past bills.</summary>
    public int Limit { get; init; } = MostPerPage;
}

/// <summary>A party's bill as a list shows it.</summary>
/// <param name="SeatingId">Whose.</param>
/// <param name="TableName">Where they sit, or sat last.</param>
/// <param name="Party">How many people; 0 where nobody said.</param>
/// <param name="OpenedAt">When they came.</param>
/// <param name="ClosedAt">When they left; null while they are there.</param>
/// <param name="Orders">How many orders they have to pay for.</param>
/// <param name="Sums">What it comes to.</param>
/// <param name="State">How it stands.</param>
public sealed record BillRow(
    Guid SeatingId,
    string TableName,
    int Party,
    DateTimeOffset OpenedAt,
    DateTimeOffset? ClosedAt,
    int Orders,
    BillSums Sums,
    BillState State
);

/// <summary>Bills of one moment.</summary>
/// <param name="Open">Those of the parties that are there, the newest first; only with the first page.</param>
/// <param name="Past">Those of the parties that have left, the newest first.</param>
/// <param name="Next">Where the next page of past ones begins; null at the end. A page may hold fewer than asked for while another follows.</param>
public sealed record BillList(IReadOnlyList<BillRow> Open, IReadOnlyList<BillRow> Past, Guid? Next);
