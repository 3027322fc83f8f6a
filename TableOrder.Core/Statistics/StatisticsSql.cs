using TableOrder.Core.Menu;
using TableOrder.Core.Storage;

namespace TableOrder.Core.Statistics;

/// <summary>Reads kept figures by their days, and moves those that no order explains. How much is read depends on days, dishes and minutes, never on orders.</summary>
internal static class StatisticsSql
{
    private const int TopItems = 10;

    internal const string SelectSum = """
        SELECT COALESCE(SUM(placed), 0), COALESCE(SUM(preparing), 0), COALESCE(SUM(ready), 0), COALESCE(SUM(served), 0), COALESCE(SUM(cancelled), 0),
            COALESCE(SUM(sales), 0), COALESCE(SUM(payments), 0), COALESCE(SUM(refunds), 0)
        FROM statistics_days WHERE business_day BETWEEN $1 AND $2
        """;

    internal const string SelectHalfHours =
        "SELECT half_hour, orders, sales FROM statistics_half_hours WHERE business_day BETWEEN $1 AND $2 ORDER BY business_day, half_hour";

    internal const string SelectItems = "SELECT menu_item_id, quantity, sales FROM statistics_day_items WHERE business_day BETWEEN $1 AND $2";

    internal const string SelectDays =
        "SELECT placed, preparing, ready, served, cancelled, sales, payments, refunds, business_day FROM statistics_days WHERE business_day BETWEEN $1 AND $2";

    internal const string SelectCalls = """
        SELECT COALESCE(SUM(waiting), 0), COALESCE(SUM(confirmed), 0), COALESCE(SUM(ended), 0), COALESCE(SUM(seconds), 0)
        FROM statistics_calls WHERE business_day BETWEEN $1 AND $2
        """;

    /// <summary>Moves the money of a day: by the day it moved, which need not be the day its order was placed.</summary>
    public static void AddMoney(Tx tx, DateOnly movedOn, Money payments, Money refunds)
    {
        var key = new TallyKey(movedOn);
        tx.Tallied.Add(Kept.Days, key, Kept.Payments, payments.Minor);
        tx.Tallied.Add(Kept.Days, key, Kept.Refunds, refunds.Minor);
    }

    /// <summary>The calls of a range of days.</summary>
    public static CallFigures Calls(Session session, DateOnly from, DateOnly to) =>
        session.First(
            SelectCalls,
            row => new CallFigures(row.Int(0), row.Int(1), row.Int(2), row.Int(1) == 0 ? null : (int)(row.Long(3) / row.Int(1))),
            from,
            to
        );

    /// <summary>The kept rows of a range of days.</summary>
    public static Dictionary<DateOnly, DayFigures> DayByDay(Session session, DateOnly from, DateOnly to) =>
        session
            .Query(
                SelectDays,
                row =>
                    (
                        Day: row.Day(8),
                        Figures: new DayFigures(row.Int(0), row.Int(1), row.Int(2), row.Int(3), row.Int(4), row.Money(5), row.Money(6), row.Money(7))
                    ),
                from,
                to
            )
            .ToDictionary(row => row.Day, row => row.Figures);

    public static DayFigures Sum(Session session, DateOnly from, DateOnly to) =>
        session.First(
            SelectSum,
            row => new DayFigures(row.Int(0), row.Int(1), row.Int(2), row.Int(3), row.Int(4), row.Money(5), row.Money(6), row.Money(7)),
            from,
            to
        );

    /// <summary>A half hour can have two rows where the business day begins inside it: they follow one another and are one.</summary>
    public static List<HalfHourFigures> HalfHours(Session session, DateOnly from, DateOnly to)
    {
        var halfHours = new List<HalfHourFigures>();
        session.Read(
            SelectHalfHours,
            row =>
            {
                var read = new HalfHourFigures(row.Time(0), row.Int(1), row.Money(2));
                if (halfHours.Count > 0 && halfHours[^1] is var last && last.Start == read.Start)
                {
                    halfHours[^1] = new HalfHourFigures(read.Start, last.Orders + read.Orders, last.Sales + read.Sales);
                }
                else if (read.Orders != 0 || read.Sales != Money.Zero)
                {
                    halfHours.Add(read);
                }

                return true;
            },
            from,
            to
        );
        return halfHours;
    }

    /// <summary>The dishes sold most often; of two the one that brought more.</summary>
    public static List<ItemFigures> Top(Session session, DateOnly from, DateOnly to) =>
        [
            .. Sold(session, from, to)
                .Take(TopItems)
                .Select(item => new ItemFigures(item.Id, MenuSql.Name(session, item.Id), item.Quantity, item.Sales)),
        ];

    /// <summary>All that was sold, what was sold most often first; of two what brought more.</summary>
    public static IEnumerable<(Guid Id, int Quantity, Money Sales)> Sold(Session session, DateOnly from, DateOnly to)
    {
        var sold = new Dictionary<Guid, (int Quantity, Money Sales)>();
        session.Read(
            SelectItems,
            row =>
            {
                var id = row.Id(0);
                var (quantity, sales) = sold.GetValueOrDefault(id);
                sold[id] = (quantity + row.Int(1), sales + row.Money(2));
                return true;
            },
            from,
            to
        );
        return sold.Where(item => item.Value.Quantity > 0)
            .OrderByDescending(item => item.Value.Quantity)
            .ThenByDescending(item => item.Value.Sales)
            .ThenBy(item => item.Key)
            .Select(item => (item.Key, item.Value.Quantity, item.Value.Sales));
    }
}
