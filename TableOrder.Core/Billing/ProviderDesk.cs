using TableOrder.Core.Access;
using TableOrder.Core.Ordering;
using TableOrder.Core.Seating;
using TableOrder.Core.Settings;
using TableOrder.Core.Storage;

namespace TableOrder.Core.Billing;

/// <summary>
/// Takes guests' wishes to pay by a provider. An entry is there before its provider is asked, so that money is never taken of which nothing is known; the provider is asked outside
/// of any transaction. What it says then is <see cref="ProviderNewsDesk"/>'s.
/// </summary>
public sealed class ProviderDesk
{
    private readonly Writer writer;
    private readonly SettingsReader settings;
    private readonly IReadOnlyList<IPaymentProvider> providers;

    internal ProviderDesk(Writer writer, SettingsReader settings, IEnumerable<IPaymentProvider> providers) =>
        (this.writer, this.settings, this.providers) = (writer, settings, [.. providers]);

    /// <summary>The names of the providers by which guests can pay here; none where the house has none.</summary>
    public IReadOnlyList<string> Methods => [.. providers.Select(provider => provider.Method)];

    /// <summary>
    /// A guest begins to pay, exactly once: gives the entry with the provider's page. Refuses more than is due beside what others are just paying ("overpaid"), an unknown method
    /// ("unknown_method"), a closed seating, and where the provider can not be reached or does not want to ("provider_failed": nothing was taken). Cancellation counts only until
    /// the entry is there.
    /// </summary>
    public async Task<Outcome<EnteredPayment>> BeginAsync(Actor actor, BeginPayment begin, CancellationToken cancellation = default)
    {
        if (Rights.Refuse(actor, Right.PayByProvider) is { } refusal)
        {
            return refusal;
        }

        if (begin.RequestId == Guid.Empty)
        {
            return new OrderRefusal(OrderRefusal.KeyMissing);
        }

        if (providers.Named(begin.Method) is not { } provider)
        {
            return new BillRefusal(BillRefusal.UnknownMethod);
        }

        var house = await settings.CurrentAsync();
        var entered = await writer.RunAsync(tx => Begin(tx, actor, begin), cancellation);
        if (!entered.Succeeded(out var entry, out _) || entry.Payment is not { Status: PaymentStatus.Pending, Checkout: null })
        {
            return entered;
        }

        var payment = new ProviderPayment(entry.Payment.Id, entry.Payment.Amount, house.Currency, house.Name.In(house.Languages[0]), begin.ReturnTo);

        // A guest who hangs up here must not leave an entry that holds its part and has no page.
        var checkout = await provider.BeginAsync(payment, CancellationToken.None);
        var begun = await writer.RunAsync<Payment>(
            tx => checkout is null ? NotBegun(tx, payment.Id) : BillSql.Begun(tx, payment.Id, checkout),
            CancellationToken.None
        );
        return begun.Then<EnteredPayment>(after =>
            after.Status == PaymentStatus.Failed ? new BillRefusal(BillRefusal.ProviderFailed) : entry with { Payment = after }
        );
    }

    private static Outcome<EnteredPayment> Begin(Tx tx, Actor actor, BeginPayment begin)
    {
        if (SeatingSql.OpenOf(tx.Session, actor.Id) is not { } mine)
        {
            return new Refusal(SeatingRefusal.SeatingClosed);
        }

        var seating = SeatingSql.FindItself(tx.Session, mine)!;
        if (Ledger.Known(tx, seating, begin.RequestId, begin.Hash()) is { } known)
        {
            return known;
        }

        var orders = OrderSql.FetchOf(tx.Session, seating.Id);
        var entries = BillSql.Of(tx.Session, seating.Id);
        if (PaymentRule.Take(seating.Sums, entries, orders, begin.Amount, begin.Lines, PaymentRule.Held(entries, tx.Now), tx.Now) is { } refusal)
        {
            return refusal;
        }

        var entry = new Payment
        {
            Id = RisingId.Next(),
            SeatingId = seating.Id,
            Kind = PaymentKind.Payment,
            Method = begin.Method,
            Amount = begin.Amount,
            Status = PaymentStatus.Pending,
            Lines = begin.Lines,
            By = actor.LogName,
            Device = actor.Device,
            CreatedAt = tx.Now,
        };
        BillSql.Insert(tx, entry, day: null, begin.RequestId, begin.Hash());
        return new EnteredPayment(entry, Created: true);
    }

    /// <summary>No page to pay on: the entry has failed, unless the same request was sent twice and the other one was given a page.</summary>
    private static Payment NotBegun(Tx tx, Guid id)
    {
        var entry = BillSql.Find(tx.Session, id)!;
        if (entry is not { Status: PaymentStatus.Pending, Checkout: null })
        {
            return entry;
        }

        var failed = entry with { Status = PaymentStatus.Failed };
        BillSql.End(tx, failed, day: null);
        return failed;
    }
}
