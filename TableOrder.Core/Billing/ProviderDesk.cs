using System.Collections.Concurrent;
using TableOrder.Core.Access;
using TableOrder.Core.Ordering;
using TableOrder.Core.Seating;
using TableOrder.Core.Settings;
using TableOrder.Core.Storage;

namespace TableOrder.Core.Billing;

/// <summary>
/// Takes guests' wishes to pay by a provider, and what providers say. An entry is there before its provider is asked, so that money is never taken of which nothing is known; the
/// provider is asked outside of any transaction.
/// </summary>
public sealed class ProviderDesk
{
    /// <summary>A message may be lost: an entry that is older is asked after.</summary>
    private static readonly TimeSpan AskAfter = TimeSpan.FromSeconds(20);

    /// <summary>After that nobody asks any more.</summary>
    private static readonly TimeSpan AskFor = TimeSpan.FromDays(3);
    private readonly Writer writer;
    private readonly ReadPool reads;
    private readonly SettingsReader settings;
    private readonly IReadOnlyList<IPaymentProvider> providers;
    private readonly TimeProvider clock;

    /// <summary>When an entry was asked after last; forgotten with a restart.</summary>
    private readonly ConcurrentDictionary<Guid, DateTimeOffset> asked = new();

    internal ProviderDesk(Writer writer, ReadPool reads, SettingsReader settings, IEnumerable<IPaymentProvider> providers, TimeProvider clock) =>
        (this.writer, this.reads, this.settings, this.providers, this.clock) = (writer, reads, settings, [.. providers], clock);

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

        if (ProviderOf(begin.Method) is not { } provider)
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

    /// <summary>
    /// A provider has said what became of an entry. Twice, late and out of order are all the same: money that moved is recorded, as credit where it is too much, and nothing takes
    /// it back. Gives the entry as it is then. Refuses what is not ours ("not_found"), and money in another currency or no amount ("invalid").
    /// </summary>
    public Task<Outcome<Payment>> HearAsync(Actor actor, ProviderNews news, CancellationToken cancellation = default) =>
        HearAsync(actor, news, method: null, cancellation);

    /// <summary>A provider's message, byte by byte as it came. Refuses one that it did not sign, or too long ago ("bad_signature"), one of a provider that is none here, and what <see cref="HearAsync"/> refuses.</summary>
    public async Task<Outcome<Payment>> ReadAsync(
        Actor actor,
        string method,
        Func<string, string?> header,
        ReadOnlyMemory<byte> body,
        CancellationToken cancellation = default
    )
    {
        if (Rights.Refuse(actor, Right.HearProviders) is { } refusal)
        {
            return refusal;
        }

        return ProviderOf(method) is not { } provider ? new Refusal(Refusal.NotFound)
            : provider.Read(header, body, clock.GetUtcNow()) is { } news ? await HearAsync(actor, news, method, cancellation)
            : new Refusal("bad_signature");
    }

    /// <summary>Asks providers after the entries of which they have said nothing yet: a message may be lost. Gives how many have ended by it.</summary>
    public async Task<Outcome<int>> AskAsync(Actor actor, CancellationToken cancellation = default)
    {
        if (Rights.Refuse(actor, Right.HearProviders) is { } refusal)
        {
            return refusal;
        }

        var now = clock.GetUtcNow();
        var ended = 0;
        var pending = await reads.ReadAsync(session => BillSql.Pending(session, now - AskFor, now - AskAfter));
        foreach (var gone in asked.Keys.Except(pending.Select(entry => entry.Id)))
        {
            asked.TryRemove(gone, out _);
        }

        foreach (var entry in pending.Where(entry => IsToBeAsked(entry, now)))
        {
            asked[entry.Id] = now;
            var news = await AskAsync(entry, cancellation);
            if (news is not null && (await HearAsync(actor, news, cancellation)).Succeeded(out var after, out _))
            {
                ended += after.Status == PaymentStatus.Pending ? 0 : 1;
            }
        }

        return ended;
    }

    /// <summary>The entry that a request became, if it has been here before; another content refuses.</summary>
    internal static Outcome<EnteredPayment>? Known(Tx tx, SeatingAtOrder seating, Guid request, string hash) =>
        BillSql.ByRequest(tx.Session, seating, request) is not { } known ? null
        : string.Equals(known.Hash, hash, StringComparison.Ordinal) ? new EnteredPayment(BillSql.Find(tx.Session, known.Id)!, Created: false)
        : new OrderRefusal(OrderRefusal.KeyReused);

    /// <summary>Has the provider give back what an entry says. Where it can not be asked the entry waits, and is asked after until it has an answer.</summary>
    internal async Task<Outcome<EnteredPayment>> GiveBackAsync(EnteredPayment entry)
    {
        if (await AskAsync(entry.Payment, CancellationToken.None) is not { } news)
        {
            return entry;
        }

        if (!(await HearAsync(Actor.System, news)).Succeeded(out var heard, out var refusal))
        {
            return refusal;
        }

        return heard.Status == PaymentStatus.Failed ? new BillRefusal(BillRefusal.ProviderFailed) : entry with { Payment = heard };
    }

    /// <summary>While somebody waits for it, each time; later, when most have only gone away, whenever it has grown older by a quarter.</summary>
    private bool IsToBeAsked(Payment entry, DateTimeOffset now) =>
        now - entry.CreatedAt < Payment.Holds || !asked.TryGetValue(entry.Id, out var last) || now - last >= (last - entry.CreatedAt) / 4;

    /// <param name="actor">The app itself.</param>
    /// <param name="news">What was said.</param>
    /// <param name="method">Who says so: one provider knows nothing of another's entries. Null: the app itself.</param>
    /// <param name="cancellation">Until the command is taken.</param>
    private async Task<Outcome<Payment>> HearAsync(Actor actor, ProviderNews news, string? method, CancellationToken cancellation)
    {
        if (Rights.Refuse(actor, Right.HearProviders) is { } refusal)
        {
            return refusal;
        }

        var house = await settings.CurrentAsync();
        if (news.Status == PaymentStatus.Succeeded)
        {
            var wrong =
                PaymentRule.Amount(news.Amount)
                ?? (
                    string.Equals(news.Currency, house.Currency, StringComparison.Ordinal)
                        ? null
                        : Refusal.Bad("currency", $"This house takes {house.Currency}.")
                );
            if (wrong is not null)
            {
                return wrong;
            }
        }

        return await writer.RunAsync(tx => Hear(tx, actor, news, method, house), cancellation);
    }

    private async Task<ProviderNews?> AskAsync(Payment entry, CancellationToken cancellation)
    {
        if (ProviderOf(entry.Method) is not { } provider)
        {
            return null;
        }

        if (entry.Of is not { } of)
        {
            return await provider.AskAsync(entry, cancellation);
        }

        var payment = await reads.ReadAsync(session => BillSql.Find(session, of));
        return await provider.RefundAsync(entry, payment!, (await settings.CurrentAsync()).Currency, cancellation);
    }

    private static Outcome<EnteredPayment> Begin(Tx tx, Actor actor, BeginPayment begin)
    {
        if (SeatingSql.OpenOf(tx.Session, actor.Id) is not { } mine)
        {
            return new Refusal(SeatingRefusal.SeatingClosed);
        }

        var seating = SeatingSql.FindItself(tx.Session, mine)!;
        if (Known(tx, seating, begin.RequestId, begin.Hash()) is { } known)
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

    private static Outcome<Payment> Hear(Tx tx, Actor actor, ProviderNews news, string? method, RestaurantSettings house)
    {
        if (
            BillSql.Find(tx.Session, news.PaymentId) is not { } entry
            || entry.Method is Payment.Cash or Payment.Terminal
            || !string.Equals(method ?? entry.Method, entry.Method, StringComparison.Ordinal)
        )
        {
            return new Refusal(Refusal.NotFound);
        }

        if (PaymentRule.Hear(entry, news, tx.Now) is not { } after)
        {
            return entry;
        }

        var day = house.BusinessDay(tx.Now);
        BillSql.End(tx, after, after.Status == PaymentStatus.Succeeded ? day : null);
        if (after.Status == PaymentStatus.Succeeded)
        {
            Ledger.Move(tx, actor, after, day);
        }

        return after;
    }

    private IPaymentProvider? ProviderOf(string method) =>
        providers.FirstOrDefault(provider => string.Equals(provider.Method, method, StringComparison.Ordinal));
}
