using System.Text.Json;

namespace TableOrder.Core.Journal;

/// <summary>Something that a member of staff did: a row of the journal, or an event of an order.</summary>
/// <param name="Sequence">Its place in the journal, or in the log of orders.</param>
/// <param name="At">When, by the server's clock.</param>
/// <param name="Actor">Who, as <see cref="Access.Actor.LogName"/>.</param>
/// <param name="Device">Where from.</param>
/// <param name="Act">What was done, such as "price_changed": see <see cref="Acts"/>; of an order the event's name, such as "order_status_updated".</param>
/// <param name="Subject">To whom or what, in words of that moment: a dish's, a table's, an account's name; empty where the act says all. Of an order the table where it stands now.</param>
/// <param name="Detail">How: names and values, such as "from" and "to".</param>
public sealed record JournalEntry(
    long Sequence,
    DateTimeOffset At,
    string Actor,
    string Device,
    string Act,
    string Subject,
    IReadOnlyDictionary<string, JsonElement> Detail
)
{
    /// <summary>The order it was done to; null for what no order tells of.</summary>
    public Guid? OrderId { get; init; }

    /// <summary>That order's number.</summary>
    public int? OrderNumber { get; init; }

    /// <summary>The account's name now; empty where there is no such account.</summary>
    public string StaffName { get; init; } = "";
}

/// <summary>Where a page of the journal goes on.</summary>
/// <param name="Journal">Before this row of the journal.</param>
/// <param name="Order">Before this event of the log.</param>
public sealed record JournalCursor(long Journal, long Order);

/// <summary>A part of the journal, newest first.</summary>
/// <param name="Items">What was done.</param>
/// <param name="Next">Where it goes on; null where there is nothing older.</param>
public sealed record JournalPage(IReadOnlyList<JournalEntry> Items, JournalCursor? Next);
