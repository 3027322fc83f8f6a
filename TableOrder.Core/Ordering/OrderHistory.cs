using TableOrder.Core.Access;

namespace TableOrder.Core.Ordering;

/// <summary>An order and all that happened to it, of one moment.</summary>
/// <param name="Sequence">The log's position of the same moment: who follows from here misses nothing.</param>
/// <param name="Order">The order.</param>
/// <param name="Events">What happened, in the log's order.</param>
/// <param name="IsCut">More happened than is told: what is left out came before all that is told.</param>
public sealed record OrderHistory(long Sequence, Order Order, IReadOnlyList<PastEvent> Events, bool IsCut);

/// <summary>Something that happened to an order.</summary>
/// <param name="Sequence">Its place in the log.</param>
/// <param name="Version">The order's version that it made.</param>
/// <param name="Type">What it is called.</param>
/// <param name="By">Who did it.</param>
/// <param name="Device">Where from, such as "tablet".</param>
/// <param name="Detail">What exactly happened.</param>
/// <param name="At">When, by the server's clock: for people, the order of events is the sequence.</param>
public sealed record PastEvent(long Sequence, int Version, OrderEventType Type, PastActor By, string Device, EventDetail Detail, DateTimeOffset At)
{
    /// <summary>The table that it came to, where it moved.</summary>
    public string? ToTable { get; init; }
}

/// <summary>Who did something, as they are called now.</summary>
/// <param name="Role">A guest, the system, or a member of staff's role; <see cref="Role.Nobody"/> where nobody knows them any more.</param>
/// <param name="Name">A nickname or an account's name; empty where there is none.</param>
/// <param name="Number">The how manieth guest of their party, from 1; only of guests.</param>
public sealed record PastActor(Role Role, string Name = "", int? Number = null);
