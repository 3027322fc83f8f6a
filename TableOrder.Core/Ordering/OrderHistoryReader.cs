using TableOrder.Core.Access;
using TableOrder.Core.Feed;
using TableOrder.Core.Storage;

namespace TableOrder.Core.Ordering;

/// <summary>Answers what happened to one order, from the log: bounded, however long the log is.</summary>
public sealed class OrderHistoryReader
{
    /// <summary>So many events are told, the newest: no order that people made has more.</summary>
    public const int Most = 500;

    private readonly ReadPool reads;

    internal OrderHistoryReader(ReadPool reads) => this.reads = reads;

    /// <summary>An order with its history. Refuses one that does not exist ("not_found").</summary>
    public async Task<Outcome<OrderHistory>> GetAsync(Actor actor, Guid id) =>
        Rights.Refuse(actor, Right.ReadOrderHistory) is { } refusal ? refusal : await reads.SnapshotAsync(session => Get(session, id));

    private static Outcome<OrderHistory> Get(Session session, Guid id)
    {
        if (OrderSql.Find(session, id) is not { } order)
        {
            return new Refusal(Refusal.NotFound);
        }

        var events = OrderHistorySql.Events(session, order, Most + 1);
        var isCut = events.Count > Most;
        return new OrderHistory(EventSql.Head(session), order, isCut ? events[^Most..] : events, isCut);
    }
}
