using TableOrder.Core.Access;
using TableOrder.Core.Ordering;
using TableOrder.Tests.Support;
using TableOrder.Web.Live;

namespace TableOrder.Tests.Ordering;

/// <summary>What a list and a change cost in questions to the database, counted by SQLite itself: as many for one order as for a hundred, for one screen as for twenty.</summary>
public sealed class StatementCountTests : IAsyncLifetime
{
    private const int Orders = 30;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly Statements statements = new();
    private readonly TestHouse house;
    private readonly List<Order> placed = [];
    private Actor guest = Actor.Nobody;

    public StatementCountTests() => house = new TestHouse(statements.Hear);

    public async Task InitializeAsync()
    {
        await house.InitializeAsync();
        guest = await house.SeatAsync(7);
        for (var i = 0; i < Orders; i++)
        {
            placed.Add(await house.OrderAsync(guest, Dishes.Pancake, Dishes.Sorbet, Dishes.Cola));
        }
    }

    public async Task DisposeAsync() => await house.DisposeAsync();

    [Fact]
    public async Task A_kitchen_s_first_view_is_two_questions_however_many_tickets_it_has()
    {
        var asked = await AskedAsync(() => house.OrderReader.KitchenAsync(house.Kitchen, null), Orders);

        asked.Should().HaveCount(2);
        asked[0].Should().StartWith(OrderListSql.ShownSql);
        asked[1].Should().Contain("JOIN order_lines");
        (await AskedAsync(() => house.OrderReader.KitchenAsync(house.Kitchen, "bar"), Orders))
            .Should()
            .ContainSingle("another screen has read these orders in the very same version");
    }

    [Fact]
    public async Task A_list_is_two_questions_on_whichever_page()
    {
        (await AskedAsync(() => house.OrderReader.ListAsync(guest, new OrderQuery()), Orders)).Should().HaveCount(2);
        (await AskedAsync(() => house.OrderReader.ListAsync(house.Manager, new OrderQuery { Limit = 5, Status = OrderStatus.Placed }), 5))
            .Should()
            .HaveCount(2);
        var after = new OrderCursor(placed[19].BusinessDay, placed[19].Number);
        (await AskedAsync(() => house.OrderReader.ListAsync(house.Manager, new OrderQuery { Limit = 5, After = after }), 5)).Should().HaveCount(2);
        (await AskedAsync(() => house.OrderReader.ListAsync(house.Manager, new OrderQuery { Open = false }), 0)).Should().HaveCount(1);
    }

    [Fact]
    public async Task A_manager_s_live_list_is_three_questions()
    {
        (await AskedAsync(() => house.OrderReader.OpenAsync(house.Manager, 40), Orders))
            .Should()
            .HaveCount(3, "the open ones, the newest others, all of them");
    }

    [Fact]
    public async Task A_list_and_its_place_in_the_log_are_read_in_one_transaction()
    {
        statements.Forget();
        await house.OrderReader.ListAsync(house.Manager, new OrderQuery());

        // The feed looks at the log whenever it likes, and then a second connection may be opened.
        var asked = statements
            .All.Where(sql => !sql.Contains("WHERE sequence >", StringComparison.Ordinal) && !sql.StartsWith("PRAGMA", StringComparison.Ordinal))
            .ToList();
        asked.Should().HaveCount(5).And.StartWith("BEGIN").And.EndWith("COMMIT");
        asked.Should().ContainSingle(sql => sql.Contains("MAX(sequence)", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(20)]
    public async Task A_change_is_one_question_however_many_look(int screens)
    {
        var watches = new List<OrderWatch>();
        for (var i = 0; i < screens; i++)
        {
            var watch = new OrderWatch(house.Feed, house.OrderReader, house.Kitchen, _ => true, _ => true);
            (await watch.LoadAsync(() => house.OrderReader.KitchenAsync(house.Kitchen, null))).Should().BeNull();
            watches.Add(watch);
        }

        await house.Orders.StepAsync(house.Kitchen, new StepOrder(placed[0].Id, LineStatus.Preparing));
        statements.Forget();
        using var patience = new CancellationTokenSource(Patience);
        await Task.WhenAll(watches.Select(watch => Task.Run(() => watch.NextAsync(patience.Token))));

        watches.Should().OnlyContain(watch => watch.Orders[placed[0].Id].Status == OrderStatus.Preparing);
        statements.OfOrders.Should().ContainSingle();
    }

    [Fact]
    public async Task A_step_itself_reads_its_order_once()
    {
        statements.Forget();
        await house.Orders.StepAsync(house.Kitchen, new StepOrder(placed[0].Id, LineStatus.Preparing));

        statements.OfOrders.Should().ContainSingle();
    }

    private async Task<IReadOnlyList<string>> AskedAsync(Func<Task<Core.Outcome<OrderPage>>> list, int orders)
    {
        statements.Forget();
        (await list()).Value.Items.Should().HaveCount(orders);
        return statements.OfOrders;
    }
}
