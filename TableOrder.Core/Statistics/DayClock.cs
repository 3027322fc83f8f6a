using TableOrder.Core.Settings;

namespace TableOrder.Core.Statistics;

/// <summary>
/// Where half hours stand in their business day, by the clock on the wall: 0 is the one in which the day begins. Where it begins inside a half hour the last one is that
/// of the next morning, the 49th. An hour that the clock repeats stands twice at the same place, one that it leaves out at none.
/// </summary>
internal static class DayClock
{
    private const int LastPlace = 48;
    private static readonly TimeSpan HalfAnHour = TimeSpan.FromMinutes(30);

    /// <summary>The place of a half hour.</summary>
    public static int Place(RestaurantSettings house, DateOnly day, DateTimeOffset halfHour) =>
        Math.Clamp((int)Math.Floor((house.Local(halfHour).DateTime - Beginning(house, day)) / HalfAnHour), 0, LastPlace);

    /// <summary>What the clock shows at a place.</summary>
    public static TimeOnly Time(RestaurantSettings house, int place) => TimeOnly.FromDateTime(Beginning(house, default) + (place * HalfAnHour));

    /// <summary>Whether a day has the place at all: where the clock leaves out an hour it has not.</summary>
    public static bool Has(RestaurantSettings house, DateOnly day, int place)
    {
        var shown = Beginning(house, day) + (place * HalfAnHour);
        return house.Local(house.Moment(shown)).DateTime == shown;
    }

    /// <summary>Whether the clock is changed in the course of a day.</summary>
    public static bool Changes(RestaurantSettings house, DateOnly day) =>
        house.Moment(Beginning(house, day)).Offset != house.Moment(Beginning(house, day.AddDays(1))).Offset;

    private static DateTime Beginning(RestaurantSettings house, DateOnly day)
    {
        var begins = house.BusinessDayStartsAt;
        return day.ToDateTime(new TimeOnly(begins.Hour, begins.Minute - (begins.Minute % HalfAnHour.Minutes)));
    }
}
