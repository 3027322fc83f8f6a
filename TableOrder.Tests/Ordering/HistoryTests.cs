using TableOrder.Core.Access;
using TableOrder.Core.Ordering;
using TableOrder.Tests.Support;

namespace TableOrder.Tests.Ordering;

/// <summary>A long history, page by page.</summary>
public sealed class HistoryTests : HouseTests
{
    [Fact]
    public async Task A_page_s_cursor_holds_while_orders_are_being_placed()
    {
        var guest = await House.SeatAsync(7);
        var older = new List<Guid>();
        for (var i = 0; i < 10; i++)
        {
            older.Add((await House.OrderAsync(guest, Dishes.Rice)).Id);
            House.Clock.Now = House.Clock.Now.AddHours(i == 4 ? 24 : 0);
        }

        var seen = new List<Guid>();
        OrderCursor? next = null;
        do
        {
            var page = await PageAsync(new OrderQuery { Limit = 3, After = next });
            seen.AddRange(page.Items.Select(order => order.Id));
            next = page.Next;
            await House.OrderAsync(guest, Dishes.Cola);
        } while (next is not null);

        older.Reverse();
        seen.Should().Equal(older, "none comes twice, and none is missing among those older than the first page");
    }

    [Fact]
    public async Task The_last_page_says_that_it_is_the_last_also_when_it_is_full()
    {
        var guest = await House.SeatAsync(7);
        for (var i = 0; i < 6; i++)
        {
            await House.OrderAsync(guest, Dishes.Rice);
        }

        var first = await PageAsync(new OrderQuery { Limit = 3 });
        var last = await PageAsync(new OrderQuery { Limit = 3, After = first.Next });

        first.Next.Should().Be(new OrderCursor(first.Items[2].BusinessDay, first.Items[2].Number));
        last.Items.Should().HaveCount(3);
        last.Next.Should().BeNull();
    }

    [Fact]
    public async Task An_empty_house_has_one_empty_page()
    {
        var page = await PageAsync(new OrderQuery());

        page.Items.Should().BeEmpty();
        page.Next.Should().BeNull();
        page.Sequence.Should().Be(0);
    }

    [Fact]
    public async Task What_cannot_be_is_empty_without_a_look()
    {
        await House.OrderAsync(await House.SeatAsync(7), Dishes.Rice);

        (await PageAsync(new OrderQuery { Open = true, Status = OrderStatus.Served })).Items.Should().BeEmpty();
        (await PageAsync(new OrderQuery { Open = false, Status = OrderStatus.Placed })).Items.Should().BeEmpty();
    }

    [Fact]
    public async Task A_cursor_of_another_day_is_refused()
    {
        var order = await House.OrderAsync(await House.SeatAsync(7), Dishes.Rice);
        var elsewhere = new OrderCursor(order.BusinessDay.AddDays(-1), 1);

        var answer = await House.OrderReader.ListAsync(House.Manager, new OrderQuery { Day = order.BusinessDay, After = elsewhere });

        answer.Refusal!.Errors.Should().ContainKey("cursor");
    }

    [Fact]
    public async Task A_guest_gets_their_own_party_s_orders_whichever_table_they_ask_for()
    {
        var guest = await House.SeatAsync(1);
        var other = await House.SeatAsync(2);
        var mine = await House.OrderAsync(guest, Dishes.Rice);
        var theirs = await House.OrderAsync(other, Dishes.Rice);

        (await PageAsync(new OrderQuery(), guest)).Items.Select(order => order.Id).Should().Equal(mine.Id);
        (await PageAsync(new OrderQuery { TableId = theirs.TableId }, guest)).Items.Should().BeEmpty();
        (await PageAsync(new OrderQuery { TableId = mine.TableId }, guest)).Items.Should().ContainSingle();
        (await House.OrderReader.ListAsync(guest, new OrderQuery { SeatingId = other.SeatingId })).Refusal!.Code.Should().Be("not_found");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_rare_filter_looks_at_so_many_orders_a_page_and_goes_on_from_there(bool oldestFirst)
    {
        var first = await House.OrderAsync(await House.SeatAsync(7), Dishes.Pancake);
        await FillAsync(first, OrderListSql.MostLooked + 10);
        var last = await House.OrderAsync(await House.SeatAsync(8), Dishes.Pancake);
        var (near, far) = oldestFirst ? (first, last) : (last, first);
        var query = new OrderQuery { Station = "grill", OldestFirst = oldestFirst };

        var page = await PageAsync(query);
        var second = await PageAsync(query with { After = page.Next });

        page.Items.Select(order => order.Id).Should().Equal(near.Id);
        page.Next.Should().NotBeNull("the page ended before the history did");
        second.Items.Select(order => order.Id).Should().Equal(far.Id);
        second.Next.Should().BeNull();
    }

    /// <summary>So many later orders of nothing but drinks, served, in one transaction; their lines are never asked for.</summary>
    private async Task FillAsync(Order like, int orders)
    {
        await House.ExecuteAsync(
            """
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < $1)
            INSERT INTO orders (id, number, business_day, half_hour, round, seating_id, table_id, table_name, status, version, total, currency, placed_at,
                allergies, request_seating_id, request_id, request_hash)
            SELECT 'filled-' || i, number + i, business_day, half_hour, round + i, seating_id, table_id, table_name, 'served', 1, 0, currency, placed_at,
                '[]', seating_id, 'filled-' || i, ''
            FROM n, orders WHERE orders.id = $2
            """,
            orders,
            like.Id
        );
        await House.ExecuteAsync("UPDATE business_days SET last_number = last_number + $1", orders);
    }

    private async Task<OrderPage> PageAsync(OrderQuery query, Actor? actor = null) =>
        (await House.OrderReader.ListAsync(actor ?? House.Manager, query)).Value;
}
