using TableOrder.Core.Access;
using TableOrder.Core.Seating;
using TableOrder.Core.Settings;
using TableOrder.Core.Statistics;
using TableOrder.Core.Storage;

namespace TableOrder.Core.Billing;

/// <summary>Answers what a business day came to: as it was counted, and as it stands now.</summary>
public sealed class DayReportReader
{
    private readonly ReadPool reads;
    private readonly SettingsReader settings;
    private readonly TimeProvider clock;

    internal DayReportReader(ReadPool reads, SettingsReader settings, TimeProvider clock) =>
        (this.reads, this.settings, this.clock) = (reads, settings, clock);

    /// <summary>The topics that rise when money moves or a day's report is written.</summary>
    public static IReadOnlyList<string> Watched { get; } = [DayReportDesk.Topic, SeatingDesk.TablesTopic];

    /// <summary>A business day, of one moment; left out it is the one that runs now. Refuses one that has not begun ("invalid").</summary>
    public async Task<Outcome<DayView>> GetAsync(Actor actor, DateOnly? day = null)
    {
        if (Rights.Refuse(actor, Right.ReadDayReports) is { } refusal)
        {
            return refusal;
        }

        var house = await settings.CurrentAsync();
        var today = house.BusinessDay(clock.GetUtcNow());
        var asked = day ?? today;
        return asked > today
            ? Refusal.Bad("day", "This day has not begun.")
            : await reads.SnapshotAsync<Outcome<DayView>>(session =>
            {
                var report = DayReportSql.Find(session, asked);
                return new DayView(
                    asked,
                    report,
                    DayReportSql.Totals(session, asked, house),
                    report is null ? null : DayReportSql.Moved(session, asked, after: report.CountedAt),
                    DayReportSql.FloatBefore(session, asked)
                );
            });
    }

    /// <summary>The days of a month on which money moved or somebody counted, the latest first, in one read of kept rows.</summary>
    public async Task<Outcome<IReadOnlyList<DayLine>>> MonthAsync(Actor actor, int year, int month) =>
        Rights.Refuse(actor, Right.ReadDayReports) is { } refusal ? refusal
        : year is < 1 or > 9998 || month is < 1 or > 12 ? Refusal.Bad("month", "Send a month from 1 to 12 of a year.")
        : await reads.SnapshotAsync<Outcome<IReadOnlyList<DayLine>>>(session => Month(session, new DateOnly(year, month, 1)));

    private static List<DayLine> Month(Session session, DateOnly first)
    {
        var last = first.AddMonths(1).AddDays(-1);
        var kept = StatisticsSql.DayByDay(session, first, last);
        var reports = DayReportSql.Between(session, first, last).ToDictionary(report => report.Day);
        return
        [
            .. kept.Where(day => day.Value.Payments != Money.Zero || day.Value.Refunds != Money.Zero)
                .Select(day => day.Key)
                .Union(reports.Keys)
                .OrderDescending()
                .Select(day =>
                {
                    var moved = kept.GetValueOrDefault(day);
                    return new DayLine(day, moved.Payments, moved.Refunds, reports.GetValueOrDefault(day));
                }),
        ];
    }
}
