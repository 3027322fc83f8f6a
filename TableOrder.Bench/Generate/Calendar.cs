using TableOrder.Core.Settings;

namespace TableOrder.Bench.Generate;

/// <summary>
/// When orders come: eighteen months of busier weekends and slow growth, each day with its lunch and its dinner. The day that runs now is the same in every file,
/// however long the past before it: its last hour, with a hundred orders. So what two files differ by is their past alone.
/// </summary>
internal sealed class Calendar(RestaurantSettings settings, DateTimeOffset now)
{
    /// <summary>Orders of the day that runs now.</summary>
    public const int OfToday = 100;

    private const int Months = 18;
    private const double Growth = 0.3;
    private static readonly TimeSpan Opens = new(11, 0, 0);
    private static readonly TimeSpan LastOrder = new(22, 0, 0);
    private static readonly double[] Weekday = [1.25, 0.75, 0.8, 0.85, 0.95, 1.2, 1.4];
    private readonly TimeZoneInfo zone = TimeZoneInfo.FindSystemTimeZoneById(settings.TimeZone);

    /// <summary>The business day that runs now.</summary>
    public DateOnly Today { get; } = settings.BusinessDay(now);

    /// <summary>So many orders, spread over the days; days without any are left out.</summary>
    public IEnumerable<(DateOnly Day, int Orders)> Spread(int orders)
    {
        var today = Math.Min(orders, OfToday);
        var first = Today.AddMonths(-Months);
        var days = Enumerable.Range(0, Today.DayNumber - first.DayNumber).Select(first.AddDays).ToArray();
        var weights = days.Select((day, i) => Weekday[(int)day.DayOfWeek] * (1 + (Growth * i / days.Length))).ToArray();
        var (sum, all, given) = (0.0, weights.Sum(), 0);
        for (var i = 0; i < days.Length; i++)
        {
            sum += weights[i];
            var upTo = i == days.Length - 1 ? orders - today : (int)((orders - today) * (sum / all));
            if (upTo > given)
            {
                yield return (days[i], upTo - given);
            }

            given = upTo;
        }

        yield return (Today, today);
    }

    /// <summary>The moments at which a day's orders are placed, one after the other, in whole milliseconds.</summary>
    public DateTimeOffset[] Moments(DateOnly day, int orders, Random random)
    {
        var moments = new DateTimeOffset[orders];
        for (var i = 0; i < orders; i++)
        {
            moments[i] = day == Today ? InLastHour(random) : Moment(day, random);
        }

        Array.Sort(moments);
        return moments;
    }

    private DateTimeOffset InLastHour(Random random)
    {
        var moment = now.AddMilliseconds(-random.Next((int)TimeSpan.FromHours(1).TotalMilliseconds));

        // Just after the business day began there is no hour of it yet.
        return settings.BusinessDay(moment) == Today ? moment : now;
    }

    private DateTimeOffset Moment(DateOnly day, Random random)
    {
        var time = random.NextDouble() switch
        {
            < 0.36 => Around(new TimeSpan(12, 25, 0), TimeSpan.FromMinutes(50), random),
            < 0.88 => Around(new TimeSpan(18, 50, 0), TimeSpan.FromMinutes(100), random),
            _ => Opens + ((LastOrder - Opens) * random.NextDouble()),
        };
        var bounded = TimeSpan.FromMilliseconds(
            Math.Clamp((long)time.TotalMilliseconds, (long)Opens.TotalMilliseconds, (long)LastOrder.TotalMilliseconds)
        );
        var local = day.ToDateTime(TimeOnly.MinValue) + bounded;
        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }

    /// <summary>Three throws together: most near the middle, none farther off than the width.</summary>
    private static TimeSpan Around(TimeSpan middle, TimeSpan width, Random random) =>
        middle + (width * (((random.NextDouble() + random.NextDouble() + random.NextDouble()) / 1.5) - 1));
}
