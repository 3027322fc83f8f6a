using TableOrder.Core.Storage;

namespace TableOrder.Core.Statistics;

/// <summary>Moves the kept figures, in the transaction of the order they count.</summary>
internal static class StatisticsSql
{
    private static readonly Tally Days = new("statistics_days", ["business_day"], ["placed", "preparing", "ready", "served", "cancelled", "sales"]);

    public static void Add(Tx tx, DateOnly day, DayFigures difference)
    {
        var key = new TallyKey(day);
        tx.Add(Days, key, 0, difference.Placed);
        tx.Add(Days, key, 1, difference.Preparing);
        tx.Add(Days, key, 2, difference.Ready);
        tx.Add(Days, key, 3, difference.Served);
        tx.Add(Days, key, 4, difference.Cancelled);
        tx.Add(Days, key, 5, difference.Sales.Minor);
    }

    /// <summary>The kept rows of a range of days.</summary>
    public static Dictionary<DateOnly, DayFigures> DayByDay(Session session, DateOnly from, DateOnly to) =>
        session
            .Query(
                "SELECT placed, preparing, ready, served, cancelled, sales, business_day FROM statistics_days WHERE business_day BETWEEN $1 AND $2",
                row => (Day: row.Day(6), Figures: new DayFigures(row.Int(0), row.Int(1), row.Int(2), row.Int(3), row.Int(4), row.Money(5))),
                from,
                to
            )
            .ToDictionary(row => row.Day, row => row.Figures);

    public static DayFigures Day(Session session, DateOnly day) =>
        session.First(
            "SELECT placed, preparing, ready, served, cancelled, sales FROM statistics_days WHERE business_day = $1",
            row => new DayFigures(row.Int(0), row.Int(1), row.Int(2), row.Int(3), row.Int(4), row.Money(5)),
            day
        );
}
