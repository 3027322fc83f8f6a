using TableOrder.Core.Menu;
using TableOrder.Core.Settings;
using TableOrder.Core.Storage;

namespace TableOrder.Core.Statistics;

/// <summary>Reads what a manager sees of a period: some twenty statements, two more for each station, however long the period is and however many orders there were.</summary>
internal static class SalesSql
{
    private const int SlowestDishes = 10;

    internal const string SelectHalfHours =
        "SELECT business_day, half_hour, orders, sales FROM statistics_half_hours WHERE business_day BETWEEN $1 AND $2 ORDER BY business_day, half_hour";

    internal const string SelectFirstDay = "SELECT business_day FROM statistics_days ORDER BY business_day LIMIT 1";

    internal const string SelectCallSeconds = "SELECT seconds, calls FROM statistics_call_seconds WHERE business_day BETWEEN $1 AND $2";

    public static SalesFigures Read(Session session, RestaurantSettings house, SalesPeriod period, DateTimeOffset now)
    {
        var today = house.BusinessDay(now);
        var (days, before, compared) = (period.Days, period.Before, period.Against(today));
        var kept = StatisticsSql.DayByDay(session, before.From, before.To);
        foreach (var (day, figures) in StatisticsSql.DayByDay(session, days.From, days.To))
        {
            kept[day] = figures;
        }

        var (last, counterpart) = (HalfHours(session, OneDay(compared.Now.To)), HalfHours(session, OneDay(compared.Before.To)));
        var cut = compared.IsRunning ? DayClock.Place(house, today, house.HalfHour(now)) : (int?)null;
        var (step, window, names) = (SalesBars.Step(period), HalfHourMaps.Window(days, today), MenuSql.Names(session));
        return new SalesFigures(period, compared, today)
        {
            HalfHour = house.HalfHour(now),
            FirstDay = session.First(SelectFirstDay, row => (DateOnly?)row.Day(0)),
            Days = kept,
            Like = Like(house, kept, compared.Now, last, cut),
            LikeBefore = Like(house, kept, compared.Before, counterpart, cut),
            Step = step,
            Bars = step == BarStep.Hour ? SalesBars.Hours(house, days.From, last, counterpart) : SalesBars.Days(period, kept),
            Map = HalfHourMaps.Of(house, window, HalfHours(session, window), now),
            Items =
            [
                .. StatisticsSql
                    .Sold(session, days.From, days.To)
                    .Select(item => new ItemFigures(item.Id, names.GetValueOrDefault(item.Id, LocalText.Empty), item.Quantity, item.Sales)),
            ],
            SlowItems = SlowDishes(session, days, names),
            Stations = Stations(session, days, before),
            Calls = Calls(session, days, house.CallWithin),
            CallsBefore = Calls(session, before, house.CallWithin),
        };
    }

    /// <summary>The kept half hours of days in a row, each with its day.</summary>
    public static List<DayHalfHour> HalfHours(Session session, DayRange days) =>
        session.Query(SelectHalfHours, row => new DayHalfHour(row.Day(0), row.Time(1), new Trade(row.Int(2), row.Money(3))), days.From, days.To);

    /// <summary>How the calls of days in a row were answered.</summary>
    public static CallAnswers Calls(Session session, DayRange days, TimeSpan within) =>
        CallAnswers.Of(
            StatisticsSql.Calls(session, days.From, days.To),
            session.Query(SelectCallSeconds, row => (row.Int(0), row.Int(1)), days.From, days.To),
            within
        );

    private static DayRange OneDay(DateOnly day) => new(day, day);

    /// <summary>What is compared of days in a row: all of them, or of the last one only what was ordered before a time.</summary>
    private static Trade Like(
        RestaurantSettings house,
        Dictionary<DateOnly, DayFigures> kept,
        DayRange days,
        IEnumerable<DayHalfHour> last,
        int? cut
    ) =>
        cut is null
            ? SalesBars.Sum(days, kept)
            : SalesBars.Sum(days with { To = days.To.AddDays(-1) }, kept)
                + Trade.Sum(last.Where(half => DayClock.Place(house, half.Day, half.Start) < cut).Select(half => half.Trade));

    private static List<DishPace> SlowDishes(Session session, DayRange days, Dictionary<Guid, LocalText> names)
    {
        var sums = new Dictionary<Guid, (int Lines, long Seconds)>();
        session.Read(
            KitchenSpeedSql.SelectDishes,
            row =>
            {
                var (lines, seconds) = sums.GetValueOrDefault(row.Id(1));
                sums[row.Id(1)] = (lines + row.Int(2), seconds + row.Long(3));
                return true;
            },
            days.From,
            days.To
        );
        return
        [
            .. sums.Select(dish => new DishPace(
                    dish.Key,
                    names.GetValueOrDefault(dish.Key, LocalText.Empty),
                    dish.Value.Lines,
                    TimeSpan.FromSeconds((double)dish.Value.Seconds / dish.Value.Lines)
                ))
                .OrderByDescending(dish => dish.Average)
                .ThenBy(dish => dish.MenuItemId)
                .Take(SlowestDishes),
        ];
    }

    private static List<StationPace> Stations(Session session, DayRange days, DayRange before)
    {
        var (now, then) = (Medians(session, days), Medians(session, before));
        return
        [
            .. now
                .Keys.Union(then.Keys, StringComparer.Ordinal)
                .Order(StringComparer.Ordinal)
                .Select(station => new StationPace(station, Find(now, station), Find(then, station))),
        ];
    }

    private static TimeSpan? Find(Dictionary<string, TimeSpan> medians, string station) =>
        medians.TryGetValue(station, out var median) ? median : null;

    private static Dictionary<string, TimeSpan> Medians(Session session, DayRange days) =>
        PrepTimes
            .Medians(session, days.From, days.To)
            .ToDictionary(station => station.Station, station => TimeSpan.FromSeconds(station.MedianSeconds), StringComparer.Ordinal);
}
