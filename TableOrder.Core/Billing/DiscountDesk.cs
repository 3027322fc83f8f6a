using TableOrder.Core.Access;
using TableOrder.Core.Journal;
using TableOrder.Core.Seating;
using TableOrder.Core.Storage;

namespace TableOrder.Core.Billing;

/// <summary>Takes back what was given off a bill by mistake. Giving is at <see cref="PaymentDesk"/>.</summary>
public sealed class DiscountDesk
{
    private readonly Writer writer;

    internal DiscountDesk(Writer writer) => this.writer = writer;

    /// <summary>
    /// Takes a discount back, whole: what it was given for is due again, but for what went with cancelled lines. It is an entry of its own beside the discount; orders that were paid and are not
    /// any more by it hear of it. Done once more it stays as it is, and gives the same entry. Refuses a discount that is not on this bill ("not_found"), what nobody gave but a refund, a closing or
    /// rounding brought ("not_given"), and a party that has left ("seating_closed": let it come back first).
    /// </summary>
    public async Task<Outcome<Discount>> TakeBackAsync(Actor actor, TakeBackDiscount wish, CancellationToken cancellation = default) =>
        Rights.Refuse(actor, Right.GiveDiscounts)
        ?? PaymentRule.Reason(wish.Reason)
        ?? await writer.RunAsync(tx => TakeBack(tx, actor, wish), cancellation);

    private static Outcome<Discount> TakeBack(Tx tx, Actor actor, TakeBackDiscount wish)
    {
        if (SeatingSql.Find(tx.Session, wish.SeatingId) is not { } seating)
        {
            return new Refusal(Refusal.NotFound);
        }

        var all = BillSql.Discounts(tx.Session, seating.Id);
        if (all.Find(one => one.Id == wish.DiscountId) is not { } given)
        {
            return new Refusal(Refusal.NotFound);
        }

        if (given.Kind != DiscountKind.Given)
        {
            return new BillRefusal(BillRefusal.NotGiven);
        }

        if (all.Find(one => one.Of == given.Id) is { } before)
        {
            return before;
        }

        if (!seating.IsOpen)
        {
            return new Refusal(SeatingRefusal.SeatingClosed);
        }

        var reason = PlainText.Tidy(wish.Reason)!;
        var back = BillSql.TakeBack(tx, actor, seating, given, reason);
        Ledger.TakenBack(tx, actor, seating.Id, reason);
        JournalSql.Write(tx, actor, Acts.DiscountTakenBack, seating.TableName, new { amount = given.Amount.Minor, reason });
        return back;
    }
}
