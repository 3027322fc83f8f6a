using TableOrder.Core.Access;
using TableOrder.Core.Ordering;
using TableOrder.Core.Seating;
using TableOrder.Core.Statistics;
using TableOrder.Core.Storage;

namespace TableOrder.Core.Billing;

/// <summary>Money that moved, and requests to move it that have been here before, in the caller's transaction: the bill's sums, the day's figures, and the orders that are paid by it or not any more.</summary>
internal static class Ledger
{
    /// <summary>The entry that a request became, if it has been here before; another content refuses.</summary>
    public static Outcome<EnteredPayment>? Known(Tx tx, SeatingAtOrder seating, Guid request, string hash) =>
        BillSql.ByRequest(tx.Session, seating, request) is not { } known ? null
        : string.Equals(known.Hash, hash, StringComparison.Ordinal) ? new EnteredPayment(BillSql.Find(tx.Session, known.Id)!, Created: false)
        : new OrderRefusal(OrderRefusal.KeyReused);

    /// <summary>Counts an entry whose money has moved.</summary>
    public static void Move(Tx tx, Actor actor, Payment entry, DateOnly day)
    {
        if (entry.Kind == PaymentKind.Payment)
        {
            BillSumsSql.AddMoney(tx, entry.SeatingId, paid: entry.Amount);
            StatisticsSql.AddMoney(tx, day, entry.Amount, Money.Zero);
            OrderBook.Settle(tx, actor, entry.SeatingId);
            return;
        }

        var credit = SeatingSql.FindItself(tx.Session, entry.SeatingId)!.Sums.Credit;
        BillSumsSql.AddMoney(tx, entry.SeatingId, refunded: entry.Amount);
        StatisticsSql.AddMoney(tx, day, Money.Zero, entry.Amount);
        if (entry.Kind == PaymentKind.Refund && entry.Amount > credit)
        {
            // What goes back is not owed again.
            BillSql.Give(tx, actor, entry.SeatingId, DiscountKind.Refunded, entry.Amount - credit, entry.Reason!);
        }

        Unsettle(tx, actor, entry);
    }

    /// <summary>Something that was given off is taken back: where something is due by it, the orders that were paid are not any more.</summary>
    public static void TakenBack(Tx tx, Actor actor, Guid seating, string reason)
    {
        if (SeatingSql.FindItself(tx.Session, seating)!.Sums.Due <= Money.Zero)
        {
            return;
        }

        foreach (var order in OrderSql.FetchOf(tx.Session, seating).Where(order => order.PaidAt is not null))
        {
            OrderBook.Change(tx, actor, order, PaidRule.Refunded(order, isPaid: false, reason));
        }
    }

    /// <summary>
    /// When money moves: now, but never in or before the moment of its day's report, so that what a report holds and what came after it can be told apart for ever, whatever the clock
    /// does.
    /// </summary>
    public static DateTimeOffset Moment(Tx tx, DateOnly day) =>
        DayReportSql.CountedAt(tx.Session, day) is { } counted && counted >= tx.Now ? counted.AddMilliseconds(1) : tx.Now;

    /// <summary>After money went back: its orders hear of it, and where something is due again they are not paid any more.</summary>
    private static void Unsettle(Tx tx, Actor actor, Payment entry)
    {
        var isPaid = SeatingSql.FindItself(tx.Session, entry.SeatingId)!.Sums.Due <= Money.Zero;
        foreach (var order in OrderSql.FetchOf(tx.Session, entry.SeatingId).Where(order => order.IsPayable || order.PaidAt is not null))
        {
            OrderBook.Change(tx, actor, order, PaidRule.Refunded(order, isPaid, entry.Reason));
        }
    }
}
