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
    private static readonly int?[] Numbers = [null, 128];
    private static readonly Guid[]?[] Dishes = [null, [Someone], [Someone, Guid.NewGuid()]];
    private static readonly string[] Looks =
    [
        "CORRELATED SCALAR SUBQUERY 1",
        "CORRELATED SCALAR SUBQUERY 2",
        "SEARCH t USING PRIMARY KEY (order_id=? AND station=?)",
        "SEARCH l USING PRIMARY KEY (order_id=?)",
    ];

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
        {
            new OrderQuery { MenuItemIds = [Someone], Day = Today },
            "ix_orders_day_number (business_day=? AND number<?)"
        },
        {
            new OrderQuery { MenuItemIds = [Someone], TableId = Someone },
            "ix_orders_table (table_id=? AND (business_day,number)<(?,?))"
        },
        {
            new OrderQuery { MinTotal = new(42_500), MaxTotal = new(42_500) },
            "ix_orders_day_number ((business_day,number)<(?,?))"
        },
        {
            new OrderQuery { Number = 128, Open = true },
            "ix_orders_open ((business_day,number)<(?,?))"
        },
    };

    [Theory]
    [MemberData(nameof(Lists))]
    public void A_list_walks_the_index_that_fits_best(OrderQuery query, string index)
    {
        Plan(query)[0].Should().Be($"SEARCH orders USING INDEX {index}");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_number_is_sought_once_a_business_day(bool oldestFirst)
    {
        var beyond = oldestFirst ? ">" : "<";

        Plan(new OrderQuery { Number = 128, OldestFirst = oldestFirst })
            .Should()
            .Equal(
                $"SEARCH days USING PRIMARY KEY (day{beyond}?)",
                "SEARCH orders USING INDEX ix_orders_day_number (business_day=? AND number=?) LEFT-JOIN"
            );
        Plan(
            new OrderQuery
            {
                Number = 128,
                OldestFirst = oldestFirst,
                Day = Today,
            }
        )[0]
            .Should()
            .Be("SEARCH days USING PRIMARY KEY (day=?)");
    }

    [Fact]
    public void The_days_on_which_a_dish_was_ordered_are_found_in_their_order()
    {
        planned
            .Plan(OrderDaysSql.SelectNewest, Someone, Today, 1)
            .Should()
            .Equal("SEARCH statistics_day_items USING COVERING INDEX ix_statistics_day_items_item (menu_item_id=? AND business_day<?)");
        planned
            .Plan(OrderDaysSql.SelectOldest, Someone, Today, 1)
            .Should()
            .Equal("SEARCH statistics_day_items USING COVERING INDEX ix_statistics_day_items_item (menu_item_id=? AND business_day>?)");
    }

    [Fact]
    public void No_list_that_can_be_asked_for_scans_or_sorts()
    {
        var all = Every().ToList();

        all.Should().HaveCount(3 * 6 * 2 * 2 * 2 * 2 * 2 * 2 * 3);
        foreach (var query in all.Where(query => !query.IsContradiction))
        {
            var plan = Plan(query);
            var walks = query.WalksNumbers() ? 2 : 1;
            plan[walks - 1].Should().StartWith("SEARCH orders USING INDEX ix_orders_", "{0} asks so", query);
            plan[0].Should().StartWith(query.WalksNumbers() ? "SEARCH days USING PRIMARY KEY (day" : "SEARCH orders ", "{0} asks so", query);
            plan.Skip(walks).Should().BeSubsetOf(Looks, "{0} looks at stations and dishes order by order", query);
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
        from number in Numbers
        from dishes in Dishes
        select new OrderQuery
        {
            Number = number,
            MenuItemIds = dishes,
            MinTotal = number is null ? new(1) : null,
            MaxTotal = dishes is null ? new(9) : null,
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
        // Dishes are walked day by day, each day as its own list.
        var part = query.WalksDays() ? query with { Day = Today } : query;
        var statement = new OrderListStatement(part, OrderListSql.MostLooked);
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
