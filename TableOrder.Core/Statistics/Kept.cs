using TableOrder.Core.Storage;

namespace TableOrder.Core.Statistics;

/// <summary>
/// The tables of kept figures. The first key of each is the business day, so that a day's figures are one look-up and a day can be recounted by itself.
/// Sums only move; a row whose sums came back to zero stays, and means the same as none.
/// </summary>
internal static class Kept
{
    /// <summary>Of <see cref="Days"/>: where the counts by status begin, in the order of <see cref="Ordering.OrderStatus"/>.</summary>
    public const int FirstStatus = 0;

    /// <summary>Of <see cref="Days"/>.</summary>
    public const int DaySales = 5;

    /// <summary>Of <see cref="Days"/>: by the day the money moved, whatever day its order was placed.</summary>
    public const int Payments = 6;

    /// <summary>Of <see cref="Days"/>: as <see cref="Payments"/>; the two are never netted.</summary>
    public const int Refunds = 7;

    /// <summary>A row for each business day.</summary>
    public static readonly Tally Days = new(
        "statistics_days",
        ["business_day"],
        ["placed", "preparing", "ready", "served", "cancelled", "sales", "payments", "refunds"]
    );

    /// <summary>Orders of which something is left, and sales, by the half hour of placing.</summary>
    public static readonly Tally HalfHours = new("statistics_half_hours", ["business_day", "half_hour"], ["orders", "sales"]);

    /// <summary>What was sold, by the half hour of placing.</summary>
    public static readonly Tally HalfHourItems = new(
        "statistics_half_hour_items",
        ["business_day", "half_hour", "menu_item_id"],
        ["quantity", "sales"]
    );

    /// <summary>The same by the day alone: a day's best sellers are as many rows as there are dishes.</summary>
    public static readonly Tally DayItems = new("statistics_day_items", ["business_day", "menu_item_id"], ["quantity", "sales"]);

    /// <summary>How many tickets took so many seconds: exact, and a recall takes back what its bump added.</summary>
    public static readonly Tally PrepSeconds = new("statistics_prep_seconds", ["business_day", "station", "seconds"], ["tickets"]);

    /// <summary>The same by whole minutes: they say in which minute the median lies, so that only its seconds are read.</summary>
    public static readonly Tally PrepMinutes = new("statistics_prep_minutes", ["business_day", "station", "minute"], ["tickets"]);

    /// <summary>How many tickets of a half hour's orders were bumped and how long they took together: the kitchen's trend.</summary>
    public static readonly Tally StationSpeed = new("statistics_station_speed", ["business_day", "half_hour", "station"], ["tickets", "seconds"]);

    /// <summary>How many lines of a dish were made and how long they took together.</summary>
    public static readonly Tally DishSpeed = new("statistics_dish_speed", ["business_day", "menu_item_id"], ["lines", "seconds"]);

    /// <summary>Calls by how far they are, and how long those waited that were confirmed.</summary>
    public static readonly Tally Calls = new("statistics_calls", ["business_day", "kind"], ["waiting", "confirmed", "ended", "seconds"]);

    /// <summary>How many confirmed calls waited so many seconds: exact, so that whatever the house calls "in time" can be asked of the past.</summary>
    public static readonly Tally CallSeconds = new("statistics_call_seconds", ["business_day", "seconds"], ["calls"]);

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<Tally> All =
    [
        Days,
        HalfHours,
        HalfHourItems,
        DayItems,
        PrepSeconds,
        PrepMinutes,
        StationSpeed,
        DishSpeed,
        Calls,
        CallSeconds,
    ];
}
