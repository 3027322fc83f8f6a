using TableOrder.Core.Menu;
using TableOrder.Core.Storage;

namespace TableOrder.Core.Statistics;

/// <summary>How long the kitchen takes, from kept sums: a station from the first fire to its bump, a dish from its fire until it is made.</summary>
/// <param name="Stations">The stations that bumped a ticket today or lately, by their slugs.</param>
/// <param name="Dishes">The dishes made today, slowest first, at most ten.</param>
public sealed record KitchenSpeed(IReadOnlyList<StationSpeed> Stations, IReadOnlyList<DishSpeed> Dishes);

/// <summary>A station's speed.</summary>
/// <param name="Station">Its slug.</param>
/// <param name="HalfHours">Today's half hours of placing in which a ticket was bumped, in order.</param>
/// <param name="Today">The average of today; null where nothing was bumped.</param>
/// <param name="Usual">The average of the seven business days before; null where nothing was bumped.</param>
public sealed record StationSpeed(string Station, IReadOnlyList<HalfHourSpeed> HalfHours, TimeSpan? Today, TimeSpan? Usual);

/// <summary>A station's half hour.</summary>
/// <param name="Start">When it began.</param>
/// <param name="Tickets">How many tickets of its orders were bumped.</param>
/// <param name="Average">How long they took.</param>
public readonly record struct HalfHourSpeed(DateTimeOffset Start, int Tickets, TimeSpan Average);

/// <summary>A dish's speed.</summary>
/// <param name="MenuItemId">The dish.</param>
/// <param name="Name">As the menu has it now.</param>
/// <param name="Lines">How many lines of it were made today.</param>
/// <param name="Today">How long they took on average.</param>
/// <param name="Usual">The average of the seven business days before; null where it was not made.</param>
public sealed record DishSpeed(Guid MenuItemId, LocalText Name, int Lines, TimeSpan Today, TimeSpan? Usual);

/// <summary>Reads the kept sums: as many rows as there are half hours and dishes in eight days, never orders.</summary>
internal static class KitchenSpeedSql
{
    private const int UsualDays = 7;
    private const int SlowestDishes = 10;

    internal const string SelectStations = """
        SELECT business_day, half_hour, station, tickets, seconds FROM statistics_station_speed
        WHERE business_day BETWEEN $1 AND $2 AND tickets > 0 ORDER BY business_day, half_hour
        """;

    internal const string SelectDishes =
        "SELECT business_day, menu_item_id, lines, seconds FROM statistics_dish_speed WHERE business_day BETWEEN $1 AND $2 AND lines > 0";

    public static KitchenSpeed Read(Session session, DateOnly today)
    {
        var halfHours = session.Query(
            SelectStations,
            row => (Day: row.Day(0), Start: row.Time(1), Station: row.Text(2), Sum: new Sum(row.Int(3), row.Long(4))),
            today.AddDays(-UsualDays),
            today
        );
        var dishes = session.Query(
            SelectDishes,
            row => (Day: row.Day(0), Dish: row.Id(1), Sum: new Sum(row.Int(2), row.Long(3))),
            today.AddDays(-UsualDays),
            today
        );
        var stations = halfHours
            .GroupBy(row => row.Station, StringComparer.Ordinal)
            .OrderBy(rows => rows.Key, StringComparer.Ordinal)
            .Select(rows => new StationSpeed(
                rows.Key,
                [.. rows.Where(row => row.Day == today).Select(row => new HalfHourSpeed(row.Start, row.Sum.Count, row.Sum.Average!.Value))],
                Sum.Of(rows.Where(row => row.Day == today).Select(row => row.Sum)).Average,
                Sum.Of(rows.Where(row => row.Day < today).Select(row => row.Sum)).Average
            ));
        var slowest = dishes
            .GroupBy(row => row.Dish)
            .Select(rows =>
                (
                    Dish: rows.Key,
                    Today: Sum.Of(rows.Where(row => row.Day == today).Select(row => row.Sum)),
                    Usual: Sum.Of(rows.Where(row => row.Day < today).Select(row => row.Sum))
                )
            )
            .Where(dish => dish.Today.Count > 0)
            .OrderByDescending(dish => dish.Today.Average)
            .ThenBy(dish => dish.Dish)
            .Take(SlowestDishes)
            .Select(dish => new DishSpeed(
                dish.Dish,
                MenuSql.Name(session, dish.Dish),
                dish.Today.Count,
                dish.Today.Average!.Value,
                dish.Usual.Average
            ));
        return new KitchenSpeed([.. stations], [.. slowest]);
    }

    private readonly record struct Sum(int Count, long Seconds)
    {
        public TimeSpan? Average => Count == 0 ? null : TimeSpan.FromSeconds((double)Seconds / Count);

        public static Sum Of(IEnumerable<Sum> sums) =>
            sums.Aggregate(default(Sum), (all, one) => new Sum(all.Count + one.Count, all.Seconds + one.Seconds));
    }
}
