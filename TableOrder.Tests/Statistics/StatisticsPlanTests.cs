using TableOrder.Core.Statistics;
using TableOrder.Core.Storage;
using TableOrder.Tests.Support;

namespace TableOrder.Tests.Statistics;

/// <summary>A dashboard costs days, dishes and minutes, never orders: every question is a look-up in an index.</summary>
public sealed class StatisticsPlanTests(TestHouse house) : IClassFixture<TestHouse>
{
    private static readonly Value[] Days = [new DateOnly(2026, 3, 1), new DateOnly(2026, 3, 2)];

    public static TheoryData<string> Questions =>
        [
            StatisticsSql.SelectSum,
            StatisticsSql.SelectHalfHours,
            StatisticsSql.SelectItems,
            PrepTimes.SelectMinutes,
            KitchenSpeedSql.SelectStations,
            KitchenSpeedSql.SelectDishes,
        ];

    [Theory]
    [MemberData(nameof(Questions))]
    public void Days_are_looked_up_and_nothing_is_sorted(string sql)
    {
        var plan = Plan(sql, Days);

        plan.Should().ContainSingle().Which.Should().Contain("SEARCH").And.Contain("business_day>? AND business_day<?");
    }

    [Fact]
    public void The_seconds_of_one_minute_are_looked_up_day_by_day()
    {
        var plan = Plan(PrepTimes.SelectSeconds, [.. Days, "grill", 60, 119]);

        plan.Should().HaveCount(2);
        plan[0].Should().Contain("SEARCH d").And.Contain("business_day>? AND business_day<?");
        plan[1].Should().Contain("SEARCH p").And.Contain("business_day=? AND station=? AND seconds>? AND seconds<?");
    }

    [Fact]
    public async Task Nothing_but_kept_figures_and_names_is_read()
    {
        var guest = await house.SeatAsync(7);
        await house.OrderAsync(guest, Dishes.Pancake, Dishes.Cola);

        using var other = new Core.Storage.Sqlite.SqliteDatabase(new StorageOptions($"Data Source={house.File}"));
        var asked = new List<string>();
        other.Trace = asked.Add;
        using var session = other.OpenReader();
        var day = new DateOnly(2026, 3, 2);
        asked.Clear();

        StatisticsSql.Sum(session, day, day);
        StatisticsSql.HalfHours(session, day, day);
        StatisticsSql.Top(session, day, day).Should().HaveCount(2);
        PrepTimes.Medians(session, day, day);

        asked
            .Should()
            .HaveCount(6, "four questions and the names of two dishes")
            .And.NotContain(sql => sql.Contains("order", StringComparison.Ordinal) && !sql.Contains("statistics_", StringComparison.Ordinal));
    }

    private List<string> Plan(string sql, Value[] values) =>
        house.Read(session => session.Query($"EXPLAIN QUERY PLAN {sql}", row => row.Text(3), values));
}
