using TableOrder.Core.Settings;

namespace TableOrder.Core.Statistics;

/// <summary>Draws the map of half hours.</summary>
internal static class HalfHourMaps
{
    private const int FewestDays = 28;
    private static readonly DayOfWeek[] Week =
    [
        DayOfWeek.Monday,
        DayOfWeek.Tuesday,
        DayOfWeek.Wednesday,
        DayOfWeek.Thursday,
        DayOfWeek.Friday,
        DayOfWeek.Saturday,
        DayOfWeek.Sunday,
    ];

    /// <summary>Which days a map of a period looks at: those of it that have come, and at least four weeks.</summary>
    public static DayRange Window(DayRange days, DateOnly today)
    {
        var to = days.To < today ? days.To : today;
        var from = to.AddDays(1 - FewestDays);
        return new DayRange(days.From < from ? days.From : from, to);
    }

    /// <summary>
    /// The map of half hours. The day that runs counts as far as it has come; the half hour that runs, which would only pull the average down, where there is no other.
    /// </summary>
    public static HalfHourMap Of(RestaurantSettings house, DayRange window, IReadOnlyList<DayHalfHour> kept, DateTimeOffset now)
    {
        var halves = kept.Where(half => half.Trade != default)
            .Select(half => (half.Day, Place: DayClock.Place(house, half.Day, half.Start), half.Trade))
            .ToList();
        if (halves.Count == 0)
        {
            return new HalfHourMap(window, [], []);
        }

        var (first, last) = (halves.Min(half => half.Place), halves.Max(half => half.Place));
        var places = Enumerable.Range(first, last - first + 1).ToList();
        var today = house.BusinessDay(now);
        var runs = DayClock.Place(house, today, house.HalfHour(now));
        var byWeekday = halves.ToLookup(half => half.Day.DayOfWeek);
        return new HalfHourMap(
            window,
            [.. places.Select(place => DayClock.Time(house, place))],
            [.. Week.Select(weekday => new HalfHourMapRow(weekday, [.. Cells([.. byWeekday[weekday]])]))]
        );

        IEnumerable<HalfHourCell> Cells(List<(DateOnly Day, int Place, Trade Trade)> halvesOf)
        {
            var days = halvesOf.Select(half => half.Day).Distinct().ToList();
            var changed = days.Where(day => DayClock.Changes(house, day)).ToHashSet();
            var byPlace = halvesOf.ToLookup(half => half.Place);
            foreach (var place in places)
            {
                var passed = days.Where(day => (day < today || place < runs) && (!changed.Contains(day) || DayClock.Has(house, day, place)))
                    .ToHashSet();
                if (passed.Count == 0 && place == runs && days.Contains(today))
                {
                    passed.Add(today);
                }

                var sum = Trade.Sum(byPlace[place].Where(half => passed.Contains(half.Day)).Select(half => half.Trade));
                yield return passed.Count == 0
                    ? default
                    : new HalfHourCell(passed.Count, (double)sum.Orders / passed.Count, sum.Sales.Times(1, passed.Count));
            }
        }
    }
}
