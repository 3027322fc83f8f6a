using TableOrder.Core.Access;
using TableOrder.Core.Journal;
using TableOrder.Core.Ordering;
using TableOrder.Core.Seating;
using TableOrder.Core.Settings;
using TableOrder.Core.Storage;

namespace TableOrder.Core.Billing;

/// <summary>Takes what staff says of money: paid, void, given back, given off. Each is an entry of its own, in one transaction with the sums and figures it moves.</summary>
public sealed class PaymentDesk
{
    private readonly Writer writer;
    private readonly SettingsReader settings;
    private readonly ProviderNewsDesk providers;

    internal PaymentDesk(Writer writer, SettingsReader settings, ProviderNewsDesk providers) =>
        (this.writer, this.settings, this.providers) = (writer, settings, providers);

    /// <summary>
    /// Enters money that staff has taken, exactly once. Refuses more than is due ("overpaid"), units that were paid ("line_paid"), an unknown seating, cash that is less than the
    /// amount, and a method that is not cash or terminal. It does not matter whether the party is still there, only that something is due.
    /// </summary>
    public async Task<Outcome<EnteredPayment>> TakeAsync(Actor actor, TakePayment take, CancellationToken cancellation = default)
    {
        if (Rights.Refuse(actor, Right.TakePayments) is { } refusal)
        {
            return refusal;
        }

        if (take.RequestId == Guid.Empty)
        {
            return new OrderRefusal(OrderRefusal.KeyMissing);
        }

        if (take.Method is not (Payment.Cash or Payment.Terminal))
        {
            return Refusal.Bad("method", $"Send {Payment.Cash} or {Payment.Terminal}.");
        }

        var house = await settings.CurrentAsync();
        return PaymentRule.Tendered(take) ?? await writer.RunAsync(tx => Take(tx, actor, take, house), cancellation);
    }

    /// <summary>
    /// Takes a payment back that never was, whole: what it paid is due again. Refuses once the party has left ("seating_closed": then it is a refund), and a payment of which
    /// something has gone back already ("over_refunded").
    /// </summary>
    public async Task<Outcome<EnteredPayment>> VoidAsync(Actor actor, VoidPayment wish, CancellationToken cancellation = default) =>
        Rights.Refuse(actor, Right.GiveMoneyBack) is { } refusal ? refusal
        : wish.RequestId == Guid.Empty ? new OrderRefusal(OrderRefusal.KeyMissing)
        : PaymentRule.Reason(wish.Reason)
            ?? await BackAsync(
                actor,
                wish.PaymentId,
                new GoingBack(PaymentKind.Void, wish.RequestId, wish.Hash(), Amount: null, PlainText.Tidy(wish.Reason)!),
                cancellation
            );

    /// <summary>
    /// Gives money back, in part or whole; what goes beyond the party's credit is given off the bill with it, so that nobody owes it again. Refuses more than is left of the
    /// payment ("over_refunded").
    /// </summary>
    public async Task<Outcome<EnteredPayment>> RefundAsync(Actor actor, RefundPayment wish, CancellationToken cancellation = default) =>
        Rights.Refuse(actor, Right.GiveMoneyBack) is { } refusal ? refusal
        : wish.RequestId == Guid.Empty ? new OrderRefusal(OrderRefusal.KeyMissing)
        : PaymentRule.Amount(wish.Amount)
            ?? PaymentRule.Reason(wish.Reason)
            ?? await BackAsync(
                actor,
                wish.PaymentId,
                new GoingBack(PaymentKind.Refund, wish.RequestId, wish.Hash(), wish.Amount, PlainText.Tidy(wish.Reason)!),
                cancellation
            );

    /// <summary>
    /// Gives something off a bill. Refuses more than the lines come to after what was given before ("over_discounted"), both an amount and percent, neither, and a party that has
    /// left ("seating_closed").
    /// </summary>
    public async Task<Outcome<Discount>> DiscountAsync(Actor actor, GiveDiscount give, CancellationToken cancellation = default)
    {
        if (Rights.Refuse(actor, Right.GiveDiscounts) is { } refusal)
        {
            return refusal;
        }

        if (give.Amount is null == give.Percent is null)
        {
            return Refusal.Bad("amount", "Send an amount or percent, one of the two.");
        }

        if (give.Percent is < 1 or > 100)
        {
            return Refusal.Bad("percent", "Send 1 to 100 percent.");
        }

        return (give.Amount is { } amount ? PaymentRule.Amount(amount) : null)
            ?? PaymentRule.Reason(give.Reason)
            ?? await writer.RunAsync(tx => Give(tx, actor, give), cancellation);
    }

    private static Outcome<EnteredPayment> Take(Tx tx, Actor actor, TakePayment take, RestaurantSettings house)
    {
        if (SeatingSql.Find(tx.Session, take.SeatingId) is not { } seating)
        {
            return new Refusal(Refusal.NotFound);
        }

        if (Ledger.Known(tx, seating, take.RequestId, take.Hash()) is { } known)
        {
            return known;
        }

        var orders = OrderSql.FetchOf(tx.Session, seating.Id);
        var entries = BillSql.Of(tx.Session, seating.Id);

        // Money on the table counts; what somebody only is about to pay by a provider does not keep it out.
        if (PaymentRule.Take(seating.Sums, entries, orders, take.Amount, take.Lines, held: Money.Zero, tx.Now) is { } refusal)
        {
            return refusal;
        }

        var day = house.BusinessDay(tx.Now);
        var entry = new Payment
        {
            Id = RisingId.Next(),
            SeatingId = seating.Id,
            Kind = PaymentKind.Payment,
            Method = take.Method,
            Amount = take.Amount,
            Tendered = take.Tendered,
            Status = PaymentStatus.Succeeded,
            Lines = take.Lines,
            By = actor.LogName,
            Device = actor.Device,
            CreatedAt = tx.Now,
            MovedAt = Ledger.Moment(tx, day),
        };
        BillSql.Insert(tx, entry, day, take.RequestId, take.Hash());
        Ledger.Move(tx, actor, entry, day);
        return Enter(tx, actor, seating, entry);
    }

    private static Outcome<Discount> Give(Tx tx, Actor actor, GiveDiscount give)
    {
        if (SeatingSql.Find(tx.Session, give.SeatingId) is not { } seating)
        {
            return new Refusal(Refusal.NotFound);
        }

        if (!seating.IsOpen)
        {
            return new Refusal(SeatingRefusal.SeatingClosed);
        }

        var amount = give.Amount ?? seating.Sums.Subtotal.Times(give.Percent!.Value, 100);
        if (amount > seating.Sums.Net || amount == Money.Zero)
        {
            return new BillRefusal(BillRefusal.OverDiscounted) { AtMost = seating.Sums.Net };
        }

        var given = BillSql.Give(tx, actor, seating.Id, DiscountKind.Given, amount, PlainText.Tidy(give.Reason)!, give.Percent);
        OrderBook.Settle(tx, actor, seating.Id);
        JournalSql.Write(
            tx,
            actor,
            Acts.DiscountGiven,
            seating.TableName,
            new
            {
                Amount = amount.Minor,
                give.Percent,
                given.Reason,
            }
        );
        return given;
    }

    private async Task<Outcome<EnteredPayment>> BackAsync(Actor actor, Guid paymentId, GoingBack wish, CancellationToken cancellation)
    {
        var house = await settings.CurrentAsync();
        var entered = await writer.RunAsync(tx => Back(tx, actor, paymentId, wish, house), cancellation);
        return entered.Succeeded(out var entry, out _) && entry.Payment.Status == PaymentStatus.Pending
            ? await providers.GiveBackAsync(entry)
            : entered;
    }

    private static Outcome<EnteredPayment> Back(Tx tx, Actor actor, Guid paymentId, GoingBack wish, RestaurantSettings house)
    {
        if (BillSql.Find(tx.Session, paymentId) is not { Kind: PaymentKind.Payment } payment)
        {
            return new Refusal(Refusal.NotFound);
        }

        var seating = SeatingSql.FindItself(tx.Session, payment.SeatingId)!;
        if (Ledger.Known(tx, seating, wish.RequestId, wish.Hash) is { } known)
        {
            return known;
        }

        if (wish.Kind == PaymentKind.Void && !seating.IsOpen)
        {
            return new Refusal(SeatingRefusal.SeatingClosed);
        }

        var left = PaymentRule.Left(payment, BillSql.Of(tx.Session, seating.Id));
        var amount = wish.Amount ?? payment.Amount;
        if (amount > left)
        {
            return new BillRefusal(BillRefusal.OverRefunded) { AtMost = left };
        }

        // What a provider took it gives back itself, and says so.
        var moves = payment.Method is Payment.Cash or Payment.Terminal;
        var day = house.BusinessDay(tx.Now);
        var entry = new Payment
        {
            Id = RisingId.Next(),
            SeatingId = seating.Id,
            Kind = wish.Kind,
            Of = payment.Id,
            Method = payment.Method,
            Amount = amount,
            Status = moves ? PaymentStatus.Succeeded : PaymentStatus.Pending,
            Reason = wish.Reason,
            By = actor.LogName,
            Device = actor.Device,
            CreatedAt = tx.Now,
            MovedAt = moves ? Ledger.Moment(tx, day) : null,
        };
        BillSql.Insert(tx, entry, moves ? day : null, wish.RequestId, wish.Hash);
        if (moves)
        {
            Ledger.Move(tx, actor, entry, day);
        }

        return Enter(tx, actor, seating, entry);
    }

    /// <summary>What staff entered, and that they did.</summary>
    private static EnteredPayment Enter(Tx tx, Actor actor, SeatingAtOrder seating, Payment entry)
    {
        var act = entry.Kind switch
        {
            PaymentKind.Void => Acts.PaymentVoided,
            PaymentKind.Refund => Acts.PaymentRefunded,
            _ => Acts.PaymentTaken,
        };
        JournalSql.Write(
            tx,
            actor,
            act,
            seating.TableName,
            new
            {
                Amount = entry.Amount.Minor,
                entry.Method,
                entry.Reason,
            }
        );
        return new EnteredPayment(entry, Created: true);
    }

    /// <summary>A void or a refund.</summary>
    private sealed record GoingBack(PaymentKind Kind, Guid RequestId, string Hash, Money? Amount, string Reason);
}
