using TableOrder.Core.Ordering;
using TableOrder.Tests.Support;

namespace TableOrder.Tests.Ordering;

/// <summary>Whatever is asked together: the database's list, page by page, is what the query itself says it holds.</summary>
public sealed class ListFilterTests(ListFilterTests.VariedHouse varied) : IClassFixture<ListFilterTests.VariedHouse>
{
    public static TheoryData<bool?, OrderStatus?> Statuses
    {
        get
        {
            var all = new TheoryData<bool?, OrderStatus?>();
            foreach (var status in Enum.GetValues<OrderStatus>().Cast<OrderStatus?>().Append(null))
            {
                all.Add(null, status);
                all.Add(true, status);
                all.Add(false, status);
            }

            return all;
        }
    }

    [Theory]
    [MemberData(nameof(Statuses))]
    public async Task Filters_narrow_together(bool? open, OrderStatus? status)
    {
        foreach (var query in varied.Queries().Select(query => query with { Open = open, Status = status }))
        {
            var expected = varied.All.Where(query.Holds).OrderBy(order => order.BusinessDay).ThenBy(order => order.Number).Select(order => order.Id);

            (await varied.PagesAsync(query)).Should().Equal(query.OldestFirst ? expected : expected.Reverse(), "{0} asks so", query);
        }
    }

    /// <summary>Two tables on two days, orders in every status, at several stations or none; nothing changes any more.</summary>
    public sealed class VariedHouse : IAsyncLifetime
    {
        private readonly TestHouse house = new();

        public IReadOnlyList<Order> All { get; private set; } = [];

        public async Task InitializeAsync()
        {
            await house.InitializeAsync();
            var guests = new[] { await house.SeatAsync(1), await house.SeatAsync(2) };
            foreach (var hours in new[] { 0, 24 })
            {
                house.Clock.Now = house.Clock.Now.AddHours(hours);
                foreach (var guest in guests)
                {
                    foreach (var status in Enum.GetValues<OrderStatus>())
                    {
                        await BringToAsync(status, await house.OrderAsync(guest, Dishes.Pancake));
                        await BringToAsync(status, await house.OrderAsync(guest, Dishes.Rice, Dishes.Sorbet, Dishes.Cola));
                    }
                }
            }

            All = (await house.OrderReader.ListAsync(house.Manager, new OrderQuery { Limit = OrderQuery.MostPerPage })).Value.Items;
            All.GroupBy(order => order.Status).Should().HaveCount(5).And.OnlyContain(alike => alike.Count() == 8);
        }

        public async Task DisposeAsync() => await house.DisposeAsync();

        /// <summary>Every way to ask for day, party, table, station and direction; the status comes on top.</summary>
        public IEnumerable<OrderQuery> Queries() =>
            from day in new DateOnly?[] { null, All[0].BusinessDay }
            from seating in new Guid?[] { null, All[0].SeatingId }
            from table in new Guid?[] { null, All[0].TableId, All[^1].TableId }
            from station in Stations
            from oldest in Directions
            select new OrderQuery
            {
                Day = day,
                SeatingId = seating,
                TableId = table,
                Station = station,
                OldestFirst = oldest,
                Limit = 3,
            };

        public async Task<IReadOnlyList<Guid>> PagesAsync(OrderQuery query)
        {
            var ids = new List<Guid>();
            do
            {
                var page = (await house.OrderReader.ListAsync(house.Manager, query)).Value;
                page.Items.Count.Should().BeLessThanOrEqualTo(query.Limit);
                ids.AddRange(page.Items.Select(order => order.Id));
                query = query with { After = page.Next };
            } while (query.After is not null);

            return ids;
        }

        private async Task BringToAsync(OrderStatus status, Order order)
        {
            foreach (var to in WayTo(status))
            {
                (await house.Orders.StepAsync(house.Manager, new StepOrder(order.Id, to))).Refusal.Should().BeNull();
            }

            if (status is OrderStatus.Cancelled)
            {
                (await house.Orders.CancelAsync(house.Manager, new CancelOrder(order.Id, "for a test"))).Refusal.Should().BeNull();
            }
        }

        private static LineStatus[] WayTo(OrderStatus status) =>
            status switch
            {
                OrderStatus.Preparing => [LineStatus.Preparing],
                OrderStatus.Ready => [LineStatus.Ready],
                OrderStatus.Served => [LineStatus.Ready, LineStatus.Served],
                _ => [],
            };

        private static readonly string?[] Stations = [null, "grill", "bar", "nowhere"];
        private static readonly bool[] Directions = [true, false];
    }
}
