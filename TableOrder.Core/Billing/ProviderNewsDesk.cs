using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using TableOrder.Core.Access;
using TableOrder.Core.Settings;
using TableOrder.Core.Storage;

namespace TableOrder.Core.Billing;

/// <summary>Takes what payment providers say of entries, and asks those that say nothing. They are asked outside of any transaction.</summary>
public sealed partial class ProviderNewsDesk
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
    private readonly ILogger<ProviderNewsDesk> log;

    /// <summary>When an entry was asked after last; forgotten with a restart.</summary>
    private readonly ConcurrentDictionary<Guid, DateTimeOffset> asked = new();

    internal ProviderNewsDesk(
        Writer writer,
        ReadPool reads,
        SettingsReader settings,
        IEnumerable<IPaymentProvider> providers,
        TimeProvider clock,
        ILogger<ProviderNewsDesk> log
    ) => (this.writer, this.reads, this.settings, this.providers, this.clock, this.log) = (writer, reads, settings, [.. providers], clock, log);

    /// <summary>Whether there is anybody to listen to.</summary>
    internal bool HasProviders => providers.Count > 0;

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

        if (providers.Named(method) is not { } provider)
        {
            return new Refusal(Refusal.NotFound);
        }

        if (provider.Read(header, body, clock.GetUtcNow()) is { } news)
        {
            return await HearAsync(actor, news, method, cancellation);
        }

        LogNotBelieved(log, method);
        return new Refusal("bad_signature");
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
            if (news is not null && (await HearAsync(actor, news, entry.Method, cancellation)).Succeeded(out var after, out _))
            {
                ended += after.Status == PaymentStatus.Pending ? 0 : 1;
            }
        }

        return ended;
    }

    /// <summary>Has the provider give back what an entry says. Where it can not be asked the entry waits, and is asked after until it has an answer.</summary>
    internal async Task<Outcome<EnteredPayment>> GiveBackAsync(EnteredPayment entry)
    {
        if (await AskAsync(entry.Payment, CancellationToken.None) is not { } news)
        {
            return entry;
        }

        if (!(await HearAsync(Actor.System, news, entry.Payment.Method, CancellationToken.None)).Succeeded(out var heard, out var refusal))
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
                LogNoMoneyOfOurs(log, news.PaymentId, news.Amount.Minor, news.Currency);
                return wrong;
            }
        }

        return await writer.RunAsync(tx => Hear(tx, actor, news, method, house), cancellation);
    }

    private async Task<ProviderNews?> AskAsync(Payment entry, CancellationToken cancellation)
    {
        if (providers.Named(entry.Method) is not { } provider)
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

        var day = house.BusinessDay(tx.Now);
        if (PaymentRule.Hear(entry, news, Ledger.Moment(tx, day)) is not { } after)
        {
            return entry;
        }

        BillSql.End(tx, after, after.Status == PaymentStatus.Succeeded ? day : null);
        if (after.Status == PaymentStatus.Succeeded)
        {
            Ledger.Move(tx, actor, after, day);
        }

        return after;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A message for {Method} was not signed as agreed, or not lately: it changed nothing")]
    private static partial void LogNotBelieved(ILogger logger, string method);

    [LoggerMessage(
        Level = LogLevel.Error,
        Message = "A provider says that it took {Amount} {Currency} for {Payment}: this house cannot record that, look it up there"
    )]
    private static partial void LogNoMoneyOfOurs(ILogger logger, Guid payment, long amount, string currency);
}
