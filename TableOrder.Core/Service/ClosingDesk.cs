using TableOrder.Core.Access;
using TableOrder.Core.Billing;
using TableOrder.Core.Calls;
using TableOrder.Core.Journal;
using TableOrder.Core.Ordering;
using TableOrder.Core.Seating;
using TableOrder.Core.Storage;

namespace TableOrder.Core.Service;

/// <summary>Takes the leaving of parties, and that one comes back. It stands above the rooms that it needs: orders, bills and calls know their seatings, so seatings cannot know them.</summary>
public sealed class ClosingDesk
{
    /// <summary>What the log says of a line that nobody waits for any more.</summary>
    public const string Reason = "The table was closed";

    private readonly Writer writer;

    internal ClosingDesk(Writer writer) => this.writer = writer;

    /// <summary>
    /// Ends a stay, its calls and its cart, and with it every guest's access, in one transaction with what it cancels and writes off. Refuses while orders are open ("open_orders"),
    /// unless forced: then whatever is not ready yet is cancelled. What is ready stays so: it has been made, and whoever carries it away says so at the pass. Refuses while something
    /// is due ("unpaid"), unless a manager writes it off and says why, and more than the manager agreed to ("more_due"). A stay that has ended stays as it is.
    /// </summary>
    public async Task<Outcome<Guid>> CloseAsync(Actor actor, CloseSeating close, CancellationToken cancellation = default)
    {
        if (Rights.Refuse(actor, close.WriteOffReason is null ? Right.ManageSeatings : Right.WriteOff) is { } refusal)
        {
            return refusal;
        }

        return close.WriteOffReason is { } reason && (PlainText.Tidy(reason) is null || reason.Length > PlaceRule.LongestNote)
            ? Refusal.Bad("writeOffReason", $"Say why, in at most {PlaceRule.LongestNote} characters, or leave it out.")
            : await writer.RunAsync(tx => Close(tx, actor, close), cancellation);
    }

    /// <summary>
    /// The party is there again: its guests have access as before. Refuses where somebody sits at its table now ("table_occupied"), a table that is out of use ("table_closed"), and a
    /// seating that was merged into another ("merged"). One that is open stays so.
    /// </summary>
    public async Task<Outcome<Guid>> ReopenAsync(Actor actor, Guid seatingId, CancellationToken cancellation = default) =>
        Rights.Refuse(actor, Right.ManageSeatings) is { } refusal ? refusal : await writer.RunAsync(tx => Reopen(tx, actor, seatingId), cancellation);

    private static Outcome<Guid> Close(Tx tx, Actor actor, CloseSeating close)
    {
        if (SeatingSql.FindItself(tx.Session, close.SeatingId) is not { } seating)
        {
            return new Refusal(Refusal.NotFound);
        }

        if (!seating.IsOpen)
        {
            return close.SeatingId;
        }

        var open = OrderListSql.OpenOf(tx.Session, close.SeatingId);
        if (open.Count > 0 && !close.Force)
        {
            return new Refusal(SeatingRefusal.OpenOrders);
        }

        foreach (var id in open)
        {
            // As it is by now: with the one before it the bill may have been paid, and so this order.
            if (!CancelUnready(tx, actor, OrderSql.Find(tx.Session, id)!).Succeeded(out _, out var refused))
            {
                return refused;
            }
        }

        if (WriteOff(tx, actor, close) is { } refusal)
        {
            return refusal;
        }

        CallSql.End(tx, actor, close.SeatingId);
        SeatingSql.End(tx, close.SeatingId);
        JournalSql.Write(tx, actor, Acts.TableClosed, seating.TableName);
        return close.SeatingId;
    }

    /// <summary>What is due after what was cancelled; null where nothing is, or where it is written off.</summary>
    private static Refusal? WriteOff(Tx tx, Actor actor, CloseSeating close)
    {
        var seating = SeatingSql.FindItself(tx.Session, close.SeatingId)!;
        var due = seating.Sums.Due;
        if (due <= Money.Zero)
        {
            return null;
        }

        if (close.WriteOffReason is { } reason)
        {
            if (close.WriteOffAtMost is { } agreed && due > agreed)
            {
                return new BillRefusal(BillRefusal.MoreDue) { AtMost = due };
            }

            BillSql.Give(tx, actor, close.SeatingId, DiscountKind.WrittenOff, due, PlainText.Tidy(reason)!);
            OrderBook.Settle(tx, actor, close.SeatingId);
            JournalSql.Write(tx, actor, Acts.WrittenOff, seating.TableName, new { Amount = due.Minor, Reason = PlainText.Tidy(reason) });
            return null;
        }

        return !close.Force
            ? new BillRefusal(BillRefusal.Unpaid) { AtMost = due }
            : Rights.Refuse(actor, Right.WriteOff)
                ?? Refusal.Bad("writeOffReason", $"Something is due. Say why it is written off, in at most {PlaceRule.LongestNote} characters.");
    }

    private static Outcome<Guid> Reopen(Tx tx, Actor actor, Guid seatingId)
    {
        if (SeatingSql.FindItself(tx.Session, seatingId) is not { } seating)
        {
            return new Refusal(Refusal.NotFound);
        }

        if (seating.MergedInto is not null)
        {
            return new Refusal(SeatingRefusal.Merged);
        }

        if (seating.IsOpen)
        {
            return seatingId;
        }

        var table = SeatingSql.Table(tx.Session, seating.TableId)!;
        if (!table.IsInUse)
        {
            return new Refusal(SeatingRefusal.TableClosed);
        }

        if (!MovingDesk.MakeRoom(tx, table, into: null).Succeeded(out _, out var refusal))
        {
            return refusal;
        }

        tx.Session.Execute("UPDATE seatings SET closed_at = NULL, opened_by_staff = 1 WHERE id = $1", seatingId);
        JournalSql.Write(tx, actor, Acts.TableReopened, table.Name);
        SeatingSql.Tell(tx, seatingId);
        return seatingId;
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
