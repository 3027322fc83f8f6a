using System.Text.Json;

namespace TableOrder.Core.Journal;

/// <summary>Something that a member of staff did and no order tells of: an order's own history stands in its events.</summary>
/// <param name="Sequence">Its place in the journal.</param>
/// <param name="At">When, by the server's clock.</param>
/// <param name="Actor">Who, as <see cref="Access.Actor.LogName"/>.</param>
/// <param name="Device">Where from.</param>
/// <param name="Act">What was done, such as "price_changed": see <see cref="Acts"/>.</param>
/// <param name="Subject">To whom or what, in words of that moment: a dish's, a table's, an account's name; empty where the act says all.</param>
/// <param name="Detail">How: names and values, such as "from" and "to".</param>
public sealed record JournalEntry(
    long Sequence,
    DateTimeOffset At,
    string Actor,
    string Device,
    string Act,
    string Subject,
    IReadOnlyDictionary<string, JsonElement> Detail
);
