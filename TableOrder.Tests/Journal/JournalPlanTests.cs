using TableOrder.Core.Journal;
using TableOrder.Core.Storage;
using TableOrder.Tests.Support;

namespace TableOrder.Tests.Journal;

/// <summary>What somebody did is found along an index, in the list's own order: asked of SQLite's planner.</summary>
public sealed class JournalPlanTests : HouseTests
{
    private const string OrderByKey = "SEARCH o USING INDEX sqlite_autoindex_orders_1 (id=?)";

    [Fact]
    public void What_one_did_to_orders_walks_the_index_of_staff_s_events()
    {
        Plan(JournalSql.OrdersOfSql, "staff:x", 9, 50)
            .Should()
            .Equal("SEARCH e USING INDEX ix_order_events_staff (actor=? AND sequence<?)", OrderByKey);
    }

    [Fact]
    public void What_all_did_to_orders_walks_a_part_of_the_log_itself()
    {
        Plan(JournalSql.OrdersOfAllSql, 9, 1, 50).Should().Equal("SEARCH e USING INTEGER PRIMARY KEY (rowid>? AND rowid<?)", OrderByKey);
    }

    [Fact]
    public void The_journal_walks_its_index_or_itself()
    {
        Plan(JournalSql.OfSql, "staff:x", 9, 50).Should().Equal("SEARCH journal USING INDEX ix_journal_actor (actor=? AND sequence<?)");
        Plan(JournalSql.OfAllSql, 9, 50).Should().Equal("SEARCH journal USING INTEGER PRIMARY KEY (rowid<?)");
    }

    private List<string> Plan(string sql, params Value[] values) =>
        House.Read(session => session.Query($"EXPLAIN QUERY PLAN {sql}", row => row.Text(3), values));
}
