using TableOrder.Core.Ordering;
using TableOrder.Core.Storage;
using TableOrder.Tests.Support;

namespace TableOrder.Tests.Ordering;

/// <summary>Every list walks one index in the list's own order: asked of SQLite's planner, for whatever a screen or the API can ask.</summary>
public sealed class ListPlanTests(ListPlanTests.PlannedHouse planned) : IClassFixture<ListPlanTests.PlannedHouse>
{
    private static readonly DateOnly Today = new(2026, 3, 2);
    private static readonly Guid Someone = Guid.NewGuid();
    private static readonly string?[] Stations = [null, "grill"];
    private static readonly bool[] Directions = [true, false];
    private static readonly string[] StationLook = ["CORRELATED SCALAR SUBQUERY 1", "SEARCH t USING PRIMARY KEY (order_id=? AND station=?)"];

    /// <summary>What narrows, and the index that has to serve it.</summary>
    public static readonly TheoryData<OrderQuery, string> Lists = new()
    {
        { new OrderQuery(), "ix_orders_day_number ((business_day,number)<(?,?))" },
        {
            new OrderQuery { OldestFirst = true },
            "ix_orders_day_number ((business_day,number)>(?,?))"
        },
        {
            new OrderQuery { Day = Today },
            "ix_orders_day_number (business_day=? AND number<?)"
        },
        {
            new OrderQuery { Status = OrderStatus.Served },
            "ix_orders_day_number ((business_day,number)<(?,?))"
        },
        {
            new OrderQuery { Open = false },
            "ix_orders_day_number ((business_day,number)<(?,?))"
        },
        {
            new OrderQuery { Station = "grill" },
            "ix_orders_day_number ((business_day,number)<(?,?))"
        },
        {
            new OrderQuery { Status = OrderStatus.Cancelled },
            "ix_orders_cancelled ((business_day,number)<(?,?))"
        },
        {
            new OrderQuery { Status = OrderStatus.Cancelled, Day = Today },
            "ix_orders_day_number (business_day=? AND number<?)"
        },
        {
            new OrderQuery { Status = OrderStatus.Cancelled, TableId = Someone },
            "ix_orders_cancelled_table (table_id=? AND status=? AND (business_day,number)<(?,?))"
        },
        {
            new OrderQuery { Open = true },
            "ix_orders_open ((business_day,number)<(?,?))"
        },
        {
            new OrderQuery { Status = OrderStatus.Ready, TableId = Someone },
            "ix_orders_open ((business_day,number)<(?,?))"
        },
        {
            new OrderQuery { Open = true, Day = Today },
            "ix_orders_open (business_day=? AND number<?)"
        },
        {
            new OrderQuery { TableId = Someone },
            "ix_orders_table (table_id=? AND (business_day,number)<(?,?))"
        },
        {
            new OrderQuery { TableId = Someone, Day = Today },
            "ix_orders_table (table_id=? AND business_day=? AND number<?)"
        },
        {
            new OrderQuery { TableId = Someone, Status = OrderStatus.Served },
            "ix_orders_table (table_id=? AND (business_day,number)<(?,?))"
        },
        {
            new OrderQuery { SeatingId = Someone },
            "ix_orders_seating (seating_id=? AND (business_day,number)<(?,?))"
        },
        {
            new OrderQuery { SeatingId = Someone, Open = true },
            "ix_orders_seating (seating_id=? AND (business_day,number)<(?,?))"
        },
        {
            new OrderQuery { SeatingId = Someone, Day = Today },
            "ix_orders_seating (seating_id=? AND business_day=? AND number<?)"
        },
    };

    [Theory]
    [MemberData(nameof(Lists))]
    public void A_list_walks_the_index_that_fits_best(OrderQuery query, string index)
    {
        Plan(query)[0].Should().Be($"SEARCH orders USING INDEX {index}");
    }

    [Fact]
    public void No_list_that_can_be_asked_for_scans_or_sorts()
    {
        var all = Every().ToList();

        all.Should().HaveCount(3 * 6 * 2 * 2 * 2 * 2 * 2);
        foreach (var query in all.Where(query => !query.IsContradiction))
        {
            var plan = Plan(query);
            plan[0].Should().StartWith("SEARCH orders USING INDEX ix_orders_", "{0} asks so", query);
            plan.Skip(1).Should().BeSubsetOf(StationLook, "{0} looks at stations order by order", query);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(10)]
    [InlineData(20)]
    [InlineData(50)]
    [InlineData(100)]
    public void Orders_are_fetched_by_their_keys_in_the_order_of_their_lines(int orders)
    {
        var plan = planned.Plan(OrderSql.Select(orders), [.. Enumerable.Repeat<Value>(Someone, orders)]);

        plan.Should()
            .Equal(
                "SEARCH o USING INDEX sqlite_autoindex_orders_1 (id=?)",
                "SEARCH l USING PRIMARY KEY (order_id=?)",
                "SEARCH t USING PRIMARY KEY (order_id=? AND station=?) LEFT-JOIN"
            );
    }

    [Fact]
    public void What_a_live_screen_begins_with_walks_an_index_that_holds_nothing_else()
    {
        planned.Plan(OrderListSql.OpenSql).Should().Equal("SCAN orders USING INDEX ix_orders_open");
        planned.Plan(OrderListSql.OpenVersionsSql).Should().Equal("SCAN orders USING INDEX ix_orders_open");
        planned.Plan(OrderListSql.ShownSql).Where(step => step.Contains(" tickets ", StringComparison.Ordinal)).Should().Equal(Shown);
        planned.Plan(OrderListSql.ShownSql)[^1].Should().StartWith("SEARCH o USING");
        planned
            .Plan(OrderListSql.ShownAtSql, "grill")
            .Should()
            .Equal("SCAN t USING COVERING INDEX ix_tickets_shown", "SEARCH o USING INDEX sqlite_autoindex_orders_1 (id=?)");
    }

    private const string Shown = "SCAN tickets USING COVERING INDEX ix_tickets_shown";

    private static IEnumerable<OrderQuery> Every() =>
        from open in new bool?[] { null, true, false }
        from status in Enum.GetValues<OrderStatus>().Cast<OrderStatus?>().Append(null)
        from day in new DateOnly?[] { null, Today }
        from seating in new Guid?[] { null, Someone }
        from table in new Guid?[] { null, Someone }
        from station in Stations
        from oldest in Directions
        select new OrderQuery
        {
            Open = open,
            Status = status,
            Day = day,
            SeatingId = seating,
            TableId = table,
            Station = station,
            OldestFirst = oldest,
        };

    private List<string> Plan(OrderQuery query)
    {
        var statement = new OrderListStatement(query, OrderListSql.MostLooked);
        return planned.Plan(statement.Sql, statement.Values);
    }

    /// <summary>Plans change nothing: one house for all.</summary>
    public sealed class PlannedHouse : IAsyncLifetime
    {
        private readonly TestHouse house = new();

        public Task InitializeAsync() => house.InitializeAsync();

        public async Task DisposeAsync() => await house.DisposeAsync();

        internal List<string> Plan(string sql, params Value[] values) =>
            house.Read(session => session.Query($"EXPLAIN QUERY PLAN {sql}", row => row.Text(3), values));
    }
}
