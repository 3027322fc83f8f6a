using TableOrder.Core.Access;
using TableOrder.Core.Feed;
using TableOrder.Core.Journal;
using TableOrder.Core.Settings;
using TableOrder.Core.Storage;

namespace TableOrder.Core.Billing;

/// <summary>Takes what was counted in the drawer at the end of a business day, and writes the day's report with it: once, for ever.</summary>
public sealed class DayReportDesk
{
    /// <summary>Raised when a day's report is written.</summary>
    internal const string Topic = "day_reports";

    private readonly Writer writer;
    private readonly SettingsReader settings;

    internal DayReportDesk(Writer writer, SettingsReader settings) => (this.writer, this.settings) = (writer, settings);

    /// <summary>
    /// Writes a day's report: what was counted, what should have been there, and all the day's figures of that very moment. Money that moves on that day afterwards is none of it. Refuses a day
    /// that was counted before ("day_counted"), one that has not begun, amounts below zero, a difference without a note ("invalid"), and cash that moved since the count was looked at
    /// ("drawer_moved").
    /// </summary>
    public async Task<Outcome<DayReport>> CountAsync(Actor actor, CountDay count, CancellationToken cancellation = default)
    {
        if (Rights.Refuse(actor, Right.CountDrawer) is { } refusal)
        {
            return refusal;
        }

        var house = await settings.CurrentAsync();
        return await writer.RunAsync(tx => Count(tx, actor, count, house), cancellation);
    }

    private static Outcome<DayReport> Count(Tx tx, Actor actor, CountDay count, RestaurantSettings house)
    {
        var money = DayReportSql.Moved(tx.Session, count.Day);
        if (DayReportRule.Refuse(count, DayReportSql.Find(tx.Session, count.Day), money, house.BusinessDay(tx.Now)) is { } refusal)
        {
            return refusal;
        }

        // Not before what it holds, also where the clock went back: see Ledger.Moment.
        var at = DayReportSql.LastMoved(tx.Session, count.Day) is { } last && last > tx.Now ? last : tx.Now;
        var totals = DayReportSql.Totals(tx.Session, count.Day, house) with { CountedBy = actor.Name };
        var expected = DayReportRule.Expected(count.OpeningFloat, money);
        var report = new DayReport(count.Day, at, actor.LogName, count.OpeningFloat, count.Counted, expected, PlainText.Tidy(count.Note), totals);
        DayReportSql.Insert(tx, report);
        JournalSql.Write(
            tx,
            actor,
            Acts.DayCounted,
            Columns.ToText(count.Day),
            new
            {
                counted = count.Counted.Minor,
                expected = expected.Minor,
                difference = report.Difference.Minor,
            }
        );
        Topics.Raise(tx, Topic);
        return report;
    }
}
