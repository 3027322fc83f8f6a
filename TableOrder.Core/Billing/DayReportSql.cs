using TableOrder.Core.Seating;
using TableOrder.Core.Settings;
using TableOrder.Core.Statistics;
using TableOrder.Core.Storage;

namespace TableOrder.Core.Billing;

/// <summary>Keeps the days' reports, and adds up what one holds. A report is written once: there is no statement here that changes one, and the schema itself refuses it.</summary>
internal static class DayReportSql
{
    private const string SelectReport = "SELECT business_day, counted_at, actor, opening_float, counted, expected, note, figures FROM day_reports";

    /// <summary>When a day's drawer was counted; null where nobody has.</summary>
    public static DateTimeOffset? CountedAt(Session session, DateOnly day) =>
        session.First("SELECT counted_at FROM day_reports WHERE business_day = $1", row => row.TimeOrNull(0), day);

    /// <summary>A day's report; null where nobody has counted.</summary>
    public static DayReport? Find(Session session, DateOnly day) => session.First($"{SelectReport} WHERE business_day = $1", Report, day);

    /// <summary>The reports of a range of days, both included.</summary>
    public static List<DayReport> Between(Session session, DateOnly from, DateOnly to) =>
        session.Query($"{SelectReport} WHERE business_day BETWEEN $1 AND $2 ORDER BY business_day", Report, from, to);

    /// <summary>What the last day before one that was counted began with.</summary>
    public static Money? FloatBefore(Session session, DateOnly day) =>
        session.First(
            "SELECT opening_float FROM day_reports WHERE business_day < $1 ORDER BY business_day DESC LIMIT 1",
            row => (Money?)row.Money(0),
            day
        );

    /// <summary>When money moved last on a day.</summary>
    public static DateTimeOffset? LastMoved(Session session, DateOnly day) =>
        session.First("SELECT MAX(moved_at) FROM payments WHERE business_day = $1", row => row.TimeOrNull(0), day);

    /// <summary>The money that moved on a day, after one moment and until another.</summary>
    public static DayMoney Moved(Session session, DateOnly day, DateTimeOffset? after = null, DateTimeOffset? until = null)
    {
        var rows = session.Query(
            """
            SELECT kind = 'payment', method, COUNT(*), SUM(amount) FROM payments
            WHERE business_day = $1 AND status = 'succeeded' AND moved_at > $2 AND moved_at <= $3 GROUP BY 1, 2 ORDER BY 2
            """,
            row => (IsPayment: row.Flag(0), Entry: new MethodMoney(row.Text(1), row.Int(2), row.Money(3))),
            day,
            after ?? DateTimeOffset.UnixEpoch,
            until ?? DateTimeOffset.MaxValue
        );
        return new DayMoney(
            [.. rows.Where(row => row.IsPayment).Select(row => row.Entry)],
            [.. rows.Where(row => !row.IsPayment).Select(row => row.Entry)]
        );
    }

    /// <summary>All figures of a day as they are now.</summary>
    public static DayTotals Totals(Session session, DateOnly day, RestaurantSettings house)
    {
        var (begins, ends) = (house.Begins(day), house.Begins(day.AddDays(1)));
        var kept = StatisticsSql.Sum(session, day, day);
        var calls = StatisticsSql.Calls(session, day, day);
        var off = Off(session, begins, ends);
        var (openBills, openDue) = Open(session);
        return new DayTotals
        {
            Sales = kept.Sales,
            Orders = kept.Orders,
            Cancelled = kept.Cancelled,
            Discounts = off[DiscountKind.Given] - off[DiscountKind.TakenBack],
            WrittenOff = off[DiscountKind.WrittenOff],
            Adjusted = off[DiscountKind.Refunded] + off[DiscountKind.Rounding],
            Bills = DayBillsSql.Of(session, begins, ends),
            Moved = Moved(session, day),
            OpenBills = openBills,
            OpenDue = openDue,
            Calls = calls.Waiting + calls.Confirmed + calls.Ended,
            CallsAnswered = calls.Confirmed,
        };
    }

    /// <summary>Writes a day's report. The key is the day: a second one cannot be.</summary>
    public static void Insert(Tx tx, DayReport report) =>
        tx.Session.Execute(
            "INSERT INTO day_reports (business_day, counted_at, actor, opening_float, counted, expected, note, figures) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
            report.Day,
            report.CountedAt,
            report.By,
            report.OpeningFloat,
            report.Counted,
            report.Expected,
            report.Note,
            Columns.ToJson(report.Totals)
        );

    /// <summary>What was entered as given off within a time. Such entries are few, and no index knows when they were made: all are looked at, once a day.</summary>
    private static Dictionary<DiscountKind, Money> Off(Session session, DateTimeOffset begins, DateTimeOffset ends)
    {
        var off = Enum.GetValues<DiscountKind>().ToDictionary(kind => kind, _ => Money.Zero);
        session.Read(
            "SELECT kind, SUM(amount) FROM discounts WHERE created_at >= $1 AND created_at < $2 GROUP BY kind",
            row =>
            {
                off[row.Name<DiscountKind>(0)] = row.Money(1);
                return true;
            },
            begins,
            ends
        );
        return off;
    }

    /// <summary>The bills that are open with something due, by the indexes of open seatings.</summary>
    private static (int Bills, Money Due) Open(Session session)
    {
        var due = session.Query(
            $"""
            SELECT {BillSumsSql.Due} FROM seatings s WHERE s.closed_at IS NULL AND s.at_counter = 0
            UNION ALL SELECT {BillSumsSql.Due} FROM seatings s WHERE s.closed_at IS NULL AND s.at_counter = 1
            """,
            row => row.Money(0)
        );
        due.RemoveAll(one => one <= Money.Zero);
        return (due.Count, due.Aggregate(Money.Zero, (sum, one) => sum + one));
    }

    private static DayReport Report(Row row) =>
        new(
            row.Day(0),
            row.Time(1),
            row.Text(2),
            row.Money(3),
            row.Money(4),
            row.Money(5),
            row.TextOrNull(6),
            Columns.FromJson<DayTotals>(row.Text(7))
        );
}
