using TableOrder.Core.Seating;
using TableOrder.Core.Storage;
using TableOrder.Tests.Support;

namespace TableOrder.Tests.Seating;

/// <summary>Who sits where costs tables, never parties: those that left long ago are not looked at.</summary>
public sealed class TablesPlanTests(TestHouse house) : IClassFixture<TestHouse>
{
    [Fact]
    public void Every_table_s_parties_are_looked_up_in_the_indexes_of_open_ones()
    {
        var plan = Plan(SeatingReader.SelectTables);

        plan.Should().ContainSingle(step => step.StartsWith("SCAN", StringComparison.Ordinal)).Which.Should().Be("SCAN t");
        ShouldLookUp(plan);
    }

    [Fact]
    public void The_parties_of_one_table_are_looked_up_in_the_indexes_of_open_ones()
    {
        var plan = Plan(TableDesk.SelectOpen, Guid.NewGuid());

        plan.Should().NotContain(step => step.StartsWith("SCAN", StringComparison.Ordinal));
        ShouldLookUp(plan);
    }

    private static void ShouldLookUp(IReadOnlyList<string> plan) =>
        plan.Should()
            .Contain(step => step.Contains("SEARCH s USING INDEX ix_seatings_open (table_id=?)", StringComparison.Ordinal))
            .And.Contain(step => step.Contains("SEARCH s USING INDEX ix_seatings_counter (table_id=?)", StringComparison.Ordinal))
            .And.NotContain(step => step.Contains("AUTOMATIC", StringComparison.Ordinal));

    private List<string> Plan(string sql, params Value[] values) =>
        house.Read(session => session.Query($"EXPLAIN QUERY PLAN {sql}", row => row.Text(3), values));
}
