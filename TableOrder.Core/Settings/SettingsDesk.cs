using Microsoft.EntityFrameworkCore;
using TableOrder.Core.Access;
using TableOrder.Core.Feed;
using TableOrder.Core.Journal;
using TableOrder.Core.Storage;

namespace TableOrder.Core.Settings;

/// <summary>Takes changes of what the whole restaurant agrees on.</summary>
public sealed class SettingsDesk
{
    /// <summary>There is an order in the currency of now.</summary>
    public const string CurrencyFixed = "currency_fixed";

    private readonly Writer writer;

    internal SettingsDesk(Writer writer) => this.writer = writer;

    /// <summary>
    /// Changes the settings; gives them as they are kept. What has been placed, counted or begun keeps what held then. Refuses a version that is not the newest ("stale_version"),
    /// another currency once there is an order ("currency_fixed"), and what is out of its bounds.
    /// </summary>
    public async Task<Outcome<RestaurantSettings>> ChangeAsync(Actor actor, ChangeSettings change, CancellationToken cancellation = default) =>
        (Rights.Refuse(actor, Right.ChangeSettings) ?? SettingsRule.Refuse(change)) is { } refusal
            ? refusal
            : await writer.RunAsync(tx => Change(tx, actor, change), cancellation);

    /// <summary>Whether the currency can still be another one.</summary>
    internal static bool IsCurrencyFixed(Session session) => session.First("SELECT 1 FROM orders LIMIT 1", row => row.Int(0)) == 1;

    private static Outcome<RestaurantSettings> Change(Tx tx, Actor actor, ChangeSettings change)
    {
        var row = tx.Session.Db.Set<SettingsRow>().First();
        if (row.Version != change.Version)
        {
            return new Refusal("stale_version");
        }

        if (change.Currency is { } other && !string.Equals(other, row.Currency, StringComparison.Ordinal) && IsCurrencyFixed(tx.Session))
        {
            return new Refusal(CurrencyFixed);
        }

        var before = SettingsReader.Load(tx.Session);
        row.Name = change.Name is { } name ? SettingsRule.Tidy(name) : row.Name;
        row.Currency = change.Currency ?? row.Currency;
        row.TimeZone = change.TimeZone ?? row.TimeZone;
        row.BusinessDayStartsAt = change.BusinessDayStartsAt ?? row.BusinessDayStartsAt;
        row.Languages = change.Languages ?? row.Languages;
        row.ServiceRate = change.ServiceRate ?? row.ServiceRate;
        row.TaxRate = change.TaxRate ?? row.TaxRate;
        row.CallWithinSeconds = change.CallWithin is { } within ? (int)within.TotalSeconds : row.CallWithinSeconds;
        var becomesReady = change.IsSetUp && row.SetupPending;
        row.SetupPending = row.SetupPending && !change.IsSetUp;
        if (!tx.Session.Db.ChangeTracker.HasChanges())
        {
            return before;
        }

        row.Version++;
        tx.Session.Db.SaveChanges();
        var after = SettingsReader.Load(tx.Session);
        if (Differences(before, after) is { Count: > 0 } changed)
        {
            JournalSql.Write(tx, actor, Acts.SettingsChanged, string.Join(", ", changed.Keys), changed);
        }

        if (becomesReady)
        {
            JournalSql.Write(tx, actor, Acts.SetUp);
        }

        Topics.Raise(tx, SettingsReader.Topic);
        return after;
    }

    /// <summary>What is another one now, by the names of the API: from and to.</summary>
    private static Dictionary<string, object> Differences(RestaurantSettings before, RestaurantSettings after)
    {
        var changed = new Dictionary<string, object>(StringComparer.Ordinal);
        Compare("name", before.Name.Texts.Values, after.Name.Texts.Values);
        Compare("currency", [before.Currency], [after.Currency]);
        Compare("timeZone", [before.TimeZone], [after.TimeZone]);
        Compare("businessDayStartsAt", [$"{before.BusinessDayStartsAt:HH\\:mm}"], [$"{after.BusinessDayStartsAt:HH\\:mm}"]);
        Compare("languages", before.Languages, after.Languages);
        Compare("serviceRate", [$"{before.ServiceRate}"], [$"{after.ServiceRate}"]);
        Compare("taxRate", [$"{before.TaxRate}"], [$"{after.TaxRate}"]);
        Compare("callWithin", [$"{before.CallWithin.TotalSeconds:0}"], [$"{after.CallWithin.TotalSeconds:0}"]);
        return changed;

        void Compare(string name, IEnumerable<string> from, IEnumerable<string> to)
        {
            var (old, now) = (string.Join(" / ", from), string.Join(" / ", to));
            if (!string.Equals(old, now, StringComparison.Ordinal))
            {
                changed.Add(name, new { from = old, to = now });
            }
        }
    }
}
