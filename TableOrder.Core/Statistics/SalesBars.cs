using TableOrder.Core.Settings;

namespace TableOrder.Core.Statistics;

/// <summary>What a bar of a chart stands for.</summary>
public enum BarStep
{
    /// <summary>An hour of the day.</summary>
    Hour,

    /// <summary>A business day.</summary>
    Day,

    /// <summary>Seven days, counted from the first.</summary>
    Week,

    /// <summary>A month.</summary>
    Month,
}

/// <summary>A bar, and the one of the period before beside it.</summary>
/// <param name="Day">Its first day.</param>
/// <param name="Time">The hour that begins so, where it stands for one.</param>
/// <param name="Now">What was ordered.</param>
/// <param name="Before">What was ordered then; null where the period before was shorter.</param>
public readonly record struct SalesBar(DateOnly Day, TimeOnly? Time, Trade Now, Trade? Before);

/// <summary>Cuts a period into bars.</summary>
internal static class SalesBars
{
    /// <summary>More bars could not be told apart.</summary>
    private const int MostDays = 62;
    private const int DaysOfAWeek = 7;

    public static BarStep Step(SalesPeriod period) =>
        period.Kind == PeriodKind.Year ? BarStep.Month
        : period.Days.Count == 1 ? BarStep.Hour
        : period.Days.Count > MostDays ? BarStep.Week
        : BarStep.Day;

    /// <summary>A day's hours, from the first to the last in which anything was ordered on either day.</summary>
    public static List<SalesBar> Hours(RestaurantSettings house, DateOnly day, IEnumerable<DayHalfHour> now, IEnumerable<DayHalfHour> before)
    {
        var (today, then) = (ByHour(house, now), ByHour(house, before));
        var used = today.Keys.Concat(then.Keys).ToList();
        return used.Count == 0
            ? []
            :
            [
                .. Enumerable
                    .Range(used.Min(), used.Max() - used.Min() + 1)
                    .Select(hour => new SalesBar(day, new TimeOnly(hour % 24, 0), today.GetValueOrDefault(hour), then.GetValueOrDefault(hour))),
            ];
    }

    /// <summary>A period's days, weeks or months: the first beside the first, and so on.</summary>
    public static List<SalesBar> Days(SalesPeriod period, IReadOnlyDictionary<DateOnly, DayFigures> kept)
    {
        var step = Step(period);
        var (now, then) = (Cut(period.Days, step).ToList(), Cut(period.Before, step).ToList());
        return [.. now.Select((days, i) => new SalesBar(days.From, null, Sum(days, kept), i < then.Count ? Sum(then[i], kept) : null))];
    }

    /// <summary>What was ordered on days in a row.</summary>
    public static Trade Sum(DayRange days, IReadOnlyDictionary<DateOnly, DayFigures> kept) =>
        Trade.Sum(Enumerable.Range(0, Math.Max(days.Count, 0)).Select(i => Trade.Of(kept.GetValueOrDefault(days.From.AddDays(i)))));

    private static Dictionary<int, Trade> ByHour(RestaurantSettings house, IEnumerable<DayHalfHour> halfHours) =>
        halfHours
            .Where(half => half.Trade != default)
            .GroupBy(half =>
                ((DayClock.Time(house, 0).Hour * 2) + (DayClock.Time(house, 0).Minute / 30) + DayClock.Place(house, half.Day, half.Start)) / 2
            )
            .ToDictionary(hour => hour.Key, hour => Trade.Sum(hour.Select(half => half.Trade)));

    private static IEnumerable<DayRange> Cut(DayRange days, BarStep step)
    {
        for (var from = days.From; from <= days.To; )
        {
            var next = step switch
            {
                BarStep.Month => from.AddMonths(1),
                BarStep.Week => from.AddDays(DaysOfAWeek),
                _ => from.AddDays(1),
            };
            var to = next.AddDays(-1);
            yield return new DayRange(from, to < days.To ? to : days.To);
            from = next;
        }
    }
}
