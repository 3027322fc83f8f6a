using TableOrder.Core.Calls;
using TableOrder.Core.Settings;
using TableOrder.Core.Statistics;
using TableOrder.Core.Storage;
using TableOrder.Core.Storage.Sqlite;
using TableOrder.Tests.Support;

namespace TableOrder.Tests.Statistics;

/// <summary>The manager's pages of sales and calls cost days, dishes and stations, never orders.</summary>
public sealed class SalesPlanTests(TestHouse house) : IClassFixture<TestHouse>
{
    private static readonly DateOnly Today = new(2026, 3, 2);

    public static TheoryData<string> Questions =>
        [StatisticsSql.SelectDays, SalesSql.SelectHalfHours, SalesSql.SelectCallSeconds, CallLogSql.SelectDays, CallLogSql.SelectSeconds];

    [Theory]
    [MemberData(nameof(Questions))]
    public void Days_are_looked_up_and_nothing_is_sorted(string sql) =>
        Plan(sql, Today.AddDays(-1), Today)
            .Should()
            .ContainSingle()
            .Which.Should()
            .Contain("SEARCH")
            .And.Contain("business_day>? AND business_day<?");

    [Fact]
    public void The_first_day_is_the_first_of_its_index() =>
        Plan(SalesSql.SelectFirstDay).Should().ContainSingle().Which.Should().Contain("SCAN statistics_days").And.NotContain("TEMP");

    [Fact]
    public void A_page_of_answered_calls_is_looked_up_by_its_day()
    {
        var plan = Plan(CallLogSql.SelectAnswered, Today, Guid.CreateVersion7(), 51);

        plan[0].Should().Contain("SEARCH c USING INDEX ix_calls_day");
        plan.Should().NotContain(step => step.Contains("SCAN", StringComparison.Ordinal));
    }

    [Fact]
    public async Task However_long_the_period_it_asks_as_often_and_never_about_orders()
    {
        var guest = await house.SeatAsync(7);
        for (var day = 0; day < 3; day++)
        {
            foreach (var dish in new[] { Dishes.Pancake, Dishes.Cola, Dishes.Rice })
            {
                var order = await house.OrderAsync(guest, dish);
                house.Clock.Now += TimeSpan.FromSeconds(90);
                await house.StepAsync(order, Core.Ordering.LineStatus.Ready);
            }

            house.Clock.Now += TimeSpan.FromDays(1);
        }

        var (day1, year) = (Asked(SalesPeriod.Of(PeriodKind.Day, Today)), Asked(SalesPeriod.Of(PeriodKind.Year, Today)));

        year.Count.Should().BeInRange(15, 24);
        day1.Count.Should().BeLessThanOrEqualTo(year.Count);
        year.Should()
            .OnlyContain(sql => sql.Contains("statistics_", StringComparison.Ordinal) || sql.Contains("FROM menu_items", StringComparison.Ordinal));
    }

    private List<string> Asked(Core.Outcome<SalesPeriod> period)
    {
        using var other = new SqliteDatabase(new StorageOptions($"Data Source={house.File}"));
        var asked = new List<string>();
        other.Trace = asked.Add;
        using var session = other.OpenReader();
        var settings = SettingsReader.Load(session);
        asked.Clear();
        SalesSql.Read(session, settings, period.Value, house.Clock.GetUtcNow());
        return asked;
    }

    private List<string> Plan(string sql, params Value[] values) =>
        house.Read(session => session.Query($"EXPLAIN QUERY PLAN {sql}", row => row.Text(3), values));
}
