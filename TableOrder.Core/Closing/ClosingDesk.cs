using TableOrder.Core.Access;
using TableOrder.Core.Ordering;
using TableOrder.Core.Seating;
using TableOrder.Core.Storage;

namespace TableOrder.Core.Closing;

/// <summary>Takes the leaving of parties. It is a room of its own, above both that it needs: orders know their seatings, so seatings cannot know orders.</summary>
public sealed class ClosingDesk
{
    /// <summary>What the log says of a line that nobody waits for any more.</summary>
    public const string Reason = "The table was closed";

    private readonly Writer writer;

    internal ClosingDesk(Writer writer) => this.writer = writer;

    /// <summary>
    /// Ends a stay, and with it every guest's access, in one transaction with what it cancels. Refuses while orders are open ("open_orders"), unless forced: then whatever is not ready
    /// yet is cancelled. What is ready stays so: it has been made, and whoever carries it away says so at the pass. A stay that has ended stays as it is.
    /// </summary>
    public async Task<Outcome<Guid>> CloseAsync(Actor actor, CloseSeating close, CancellationToken cancellation = default) =>
        Rights.Refuse(actor, Right.ManageSeatings) is { } refusal ? refusal : await writer.RunAsync(tx => Close(tx, actor, close), cancellation);

    private static Outcome<Guid> Close(Tx tx, Actor actor, CloseSeating close)
    {
        if (SeatingSql.Find(tx.Session, close.SeatingId) is not { } seating)
        {
            return new Refusal(Refusal.NotFound);
        }

        var open = seating.IsOpen ? OrderListSql.OpenOf(tx.Session, close.SeatingId) : [];
        if (open.Count > 0 && !close.Force)
        {
            return new Refusal(SeatingRefusal.OpenOrders);
        }

        foreach (var order in OrderSql.Fetch(tx.Session, open))
        {
            if (!CancelUnready(tx, actor, order).Succeeded(out _, out var refusal))
            {
                return refusal;
            }
        }

        SeatingSql.End(tx, close.SeatingId);
        return close.SeatingId;
    }

    private static Outcome<Order> CancelUnready(Tx tx, Actor actor, Order order)
    {
        var unready = order.Lines.Where(line => line.Status is LineStatus.Held or LineStatus.Placed or LineStatus.Preparing).ToList();
        return unready.Count == 0
            ? order
            : CancelRule
                .Decide(order, new CancelOrder(order.Id, Reason) { Lines = [.. unready.Select(line => new CancelLine(line.Id))] }, actor.Role, tx.Now)
                .Then<Order>(change => OrderBook.Change(tx, actor, order, change));
    }
}
