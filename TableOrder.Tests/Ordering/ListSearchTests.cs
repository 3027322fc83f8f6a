using TableOrder.Core;
using TableOrder.Core.Ordering;
using TableOrder.Core.Service;
using TableOrder.Tests.Support;

namespace TableOrder.Tests.Ordering;

/// <summary>Whatever is searched for, with whatever else is asked: the database's list, page by page, is what the query itself says it holds; also where a page may look at a few orders only.</summary>
public sealed class ListSearchTests(ListSearchTests.SearchedHouse searched) : IClassFixture<ListSearchTests.SearchedHouse>
{
    private const int Queries = 150;

    [Theory]
    [InlineData(1, OrderListSql.MostLooked)]
    [InlineData(2, OrderListSql.MostLooked)]
    [InlineData(3, 7)]
    [InlineData(4, 7)]
    [InlineData(5, 1)]
    public void Any_search_finds_what_it_says_it_holds_each_once(int seed, int mostLooked)
    {
        var random = new Random(seed);
        for (var i = 0; i < Queries; i++)
        {
            var query = searched.Query(random);
            var expected = searched
                .All.Where(query.Holds)
                .OrderBy(order => order.BusinessDay)
                .ThenBy(order => order.Number)
                .Select(order => order.Id);

            searched.Pages(query, mostLooked).Should().Equal(query.OldestFirst ? expected : expected.Reverse(), "{0} asks so", query);
        }
    }

    [Fact]
    public void Every_kind_of_search_finds_something_and_leaves_something_out()
    {
        foreach (
            var query in new[]
            {
                new OrderQuery { Number = 3 },
                new OrderQuery { MenuItemIds = [searched.All[0].Lines[0].MenuItemId] },
                new OrderQuery { MinTotal = searched.All[0].Total, MaxTotal = searched.All[0].Total },
            }
        )
        {
            searched.Pages(query, OrderListSql.MostLooked).Count.Should().BeInRange(1, searched.All.Count - 1);
        }
    }

    [Fact]
    public async Task More_dishes_than_a_question_holds_are_refused()
    {
        var tooMany = Enumerable.Range(0, OrderQuery.MostItems + 1).Select(_ => Guid.NewGuid()).ToList();

        (await searched.House.OrderReader.ListAsync(searched.House.Manager, new OrderQuery { MenuItemIds = tooMany }))
            .Refusal!.Errors.Should()
            .ContainKey("menuItemId");
        (await searched.House.OrderReader.ListAsync(searched.House.Manager, new OrderQuery { MenuItemIds = tooMany[1..] }))
            .Value.Items.Should()
            .BeEmpty();
        (await searched.House.OrderReader.ListAsync(searched.House.Manager, new OrderQuery { MenuItemIds = [] })).Value.Items.Should().BeEmpty();
    }

    [Fact]
    public void A_remake_on_another_day_is_found_by_its_dish()
    {
        var remake = searched.All.Single(order => order.Remake is not null);

        searched.Pages(new OrderQuery { MenuItemIds = [remake.Lines[0].MenuItemId] }, OrderListSql.MostLooked).Should().Contain(remake.Id);
        searched.All.Where(order => order.BusinessDay == remake.BusinessDay).SelectMany(order => order.Lines).Should().ContainSingle();
    }

    /// <summary>Six days of orders at four tables: random dishes, some cancelled in part or whole, served, moved; on the last day nothing but a remake.</summary>
    public sealed class SearchedHouse : IAsyncLifetime
    {
        private static readonly string[] Menu = [Dishes.Pancake, Dishes.Rice, Dishes.Sorbet, Dishes.Cola, Dishes.Shrimp];
        private readonly Random random = new(20260302);

        public TestHouse House { get; } = new();

        public IReadOnlyList<Order> All { get; private set; } = [];

        public async Task InitializeAsync()
        {
            await House.InitializeAsync();
            Order? last = null;
            for (var day = 0; day < 6; day++)
            {
                var guests = new[] { await House.SeatAsync(1), await House.SeatAsync(2), await House.SeatAsync(3) };
                for (var i = 0; i < 14; i++)
                {
                    // Each day has dishes of its own, so that some days are passed over.
                    var dishes = Enumerable.Range(0, random.Next(1, 4)).Select(_ => Menu[(day + random.Next(2)) % 4]);
                    last = await House.OrderAsync(guests[random.Next(3)], [.. dishes]);
                    await ChangeAsync(last);
                }

                House.Clock.Now = House.Clock.Now.AddHours(24);
            }

            var party = await House.SeatAsync(4);
            var shrimp = await House.OrderAsync(party, Dishes.Shrimp);
            await House.StepAsync(shrimp, LineStatus.Ready);
            House.Clock.Now = House.Clock.Now.AddHours(24);
            (await House.Orders.RemakeAsync(House.Manager, new RemakeLine(Guid.NewGuid(), shrimp.Id, shrimp.Lines[0].Id, 1, "dropped")))
                .Refusal.Should()
                .BeNull();
            All = (await House.OrderReader.ListAsync(House.Manager, new OrderQuery { Limit = OrderQuery.MostPerPage })).Value.Items;
        }

        public async Task DisposeAsync() => await House.DisposeAsync();

        /// <summary>A question at random, about things that there are and, now and then, about some that there are not.</summary>
        public OrderQuery Query(Random any)
        {
            var one = All[any.Next(All.Count)];
            var other = All[any.Next(All.Count)];
            var (least, most) = (Money.Min(one.Total, other.Total), one.Total > other.Total ? one.Total : other.Total);
            return new OrderQuery
            {
                Number = any.Next(3) == 0 ? any.Next(1, 17) : null,
                MenuItemIds =
                    any.Next(2) == 0
                        ? [.. one.Lines.Concat(other.Lines).Select(line => line.MenuItemId).Take(any.Next(1, 4)), .. Unknown(any)]
                        : null,
                MinTotal = any.Next(3) == 0 ? least : null,
                MaxTotal = any.Next(3) == 0 ? most : null,
                Status = any.Next(4) == 0 ? other.Status : null,
                Open = any.Next(4) == 0 ? any.Next(2) == 0 : null,
                Day = any.Next(5) == 0 ? one.BusinessDay : null,
                TableId = any.Next(4) == 0 ? one.TableId : null,
                SeatingId = any.Next(6) == 0 ? other.SeatingId : null,
                Station = any.Next(6) == 0 ? "grill" : null,
                OldestFirst = any.Next(2) == 0,
                Limit = any.Next(1, 6),
            };
        }

        /// <summary>All pages, one after the other; each bounded.</summary>
        public IReadOnlyList<Guid> Pages(OrderQuery query, int mostLooked)
        {
            var ids = new List<Guid>();
            do
            {
                var (page, next) = House.Read(session => OrderListSql.Page(session, query, mostLooked));
                page.Count.Should().BeLessThanOrEqualTo(query.Limit);
                ids.AddRange(page);
                query = query with { After = next is { } cursor ? OrderCursor.Parse(cursor.ToString()) : null };
            } while (query.After is not null);

            return ids;
        }

        private static IEnumerable<Guid> Unknown(Random any) => any.Next(3) == 0 ? [Guid.NewGuid()] : [];

        private async Task ChangeAsync(Order order)
        {
            switch (random.Next(5))
            {
                case 0:
                    await House.Orders.CancelAsync(House.Manager, new CancelOrder(order.Id, "for a test"));
                    break;
                case 1:
                    await House.Orders.CancelAsync(
                        House.Manager,
                        new CancelOrder(order.Id, "for a test") { Lines = [new CancelLine(order.Lines[0].Id)] }
                    );
                    break;
                case 2:
                    await House.StepAsync(order, LineStatus.Ready);
                    await House.Orders.StepAsync(House.Manager, new StepOrder(order.Id, LineStatus.Served));
                    break;
                case 3:
                    var table = await House.TableAsync(random.Next(5, 9));
                    await House.Moving.MoveAsync(House.Floor, order.SeatingId, table.Id);
                    break;
                default:
                    break;
            }
        }
    }
}
