using Bunit;
using TableOrder.Core.Ordering;
using TableOrder.Core.Stations;
using TableOrder.Web.Kitchen;
using static TableOrder.Tests.Kitchen.KitchenOrders;

namespace TableOrder.Tests.Kitchen;

public class TicketBoardTests : KitchenScreen
{
    private readonly Dictionary<Guid, Order> orders = [];
    private readonly KitchenView view = View();
    private readonly TicketRail rail;

    public TicketBoardTests() => rail = new TicketRail(view, code => code) { Frame = new Frame(1600, 900) };

    [Fact]
    public void Oldest_ticket_stands_first_and_has_the_first_key()
    {
        Put(Order(3, 2, Line("Third")), Order(1, 0, Line("First")), Order(2, 1, Line("Second")));

        var board = Board();

        board.FindAll(".name").Select(name => name.TextContent).Should().Equal("First", "Second", "Third");
        board.FindAll(".bump").Select(bump => bump.GetAttribute("data-key")).Should().Equal("1", "2", "3");
    }

    [Theory]
    [InlineData(20)]
    [InlineData(1000)]
    public async Task One_change_renders_one_ticket_and_neither_board_nor_bar(int others)
    {
        var changing = Order(5, 0, Line("Pork belly"));
        Put([.. Enumerable.Range(1, others).Select(i => Order(i + 10, i, Line("Mackerel"))), changing]);
        var board = Board();
        var (boardRenders, barRenders, before) = (board.RenderCount, board.FindComponent<PageBar>().RenderCount, Renders(board));

        await ChangeAsync(board, changing.After(new StepOrder(changing.Id, LineStatus.Ready) { LineId = changing.Lines[0].Id }));

        board.FindAll("li.ready").Should().ContainSingle();
        Renders(board).Where(card => card.Value != before[card.Key]).Should().ContainSingle().Which.Key.Should().Be(changing.Id);
        (board.RenderCount - boardRenders).Should().BeLessThanOrEqualTo(1, "the ticket's own render is told to those above it, once");
        board.FindComponent<PageBar>().RenderCount.Should().Be(barRenders);
    }

    [Fact]
    public async Task Change_on_another_page_renders_no_ticket()
    {
        Put([.. Enumerable.Range(1, 200).Select(i => Order(i, i, Line("Mackerel")))]);
        var board = Board();
        var before = Renders(board);
        var later = orders.Values.MaxBy(order => order.Number)!;

        await ChangeAsync(board, later.After(new StepOrder(later.Id, LineStatus.Preparing)));

        Renders(board).Should().BeEquivalentTo(before);
        board.Find(".pages .what").TextContent.Should().Contain($"{199 - before.Count} not touched yet");
    }

    [Fact]
    public async Task Receipt_renders_nothing_for_a_cook_could_see_no_difference()
    {
        var order = Order(1, 0, Line("Mackerel"));
        Put(order);
        var board = Board();
        var before = Renders(board);

        await ChangeAsync(board, ReceiveRule.Decide(order, ["grill"], Noon).After);

        Renders(board).Should().BeEquivalentTo(before);
        board.FindAll(".flash-odd, .flash-even").Should().BeEmpty();
    }

    [Fact]
    public async Task Coming_ticket_renders_itself_and_none_of_those_that_keep_their_place()
    {
        Put([.. Enumerable.Range(1, 5).Select(i => Order(i, i, Line("Mackerel")))]);
        var board = Board();
        var before = Renders(board);
        var coming = Order(99, 50, Line("Pork belly"));

        await ChangeAsync(board, coming);

        var after = Renders(board);
        after.Should().HaveCount(6);
        after.Where(card => before.TryGetValue(card.Key, out var old) && old != card.Value).Should().BeEmpty();
        board.Find($"[data-order='{coming.Id}']").ClassList.Should().Contain("flash-odd", "the cook's eye is drawn to what is new");
    }

    [Fact]
    public async Task Leaving_ticket_gives_its_key_to_the_next()
    {
        var first = Order(1, 0, Line("First"));
        Put(first, Order(2, 1, Line("Second")));
        var board = Board();

        await LeaveAsync(board, first.Id);

        board.FindAll(".bump").Should().ContainSingle().Which.GetAttribute("data-key").Should().Be("1");
        board.FindAll(".flash-odd, .flash-even").Should().BeEmpty("the ticket itself has not changed");
    }

    [Fact]
    public async Task Priority_goes_before_the_oldest()
    {
        var (old, young) = (Order(1, 0, Line("Old")), Order(2, 9, Line("Young")));
        Put(old, young);
        var board = Board();

        await ChangeAsync(board, PriorityRule.Decide(young, new PrioritizeOrder(young.Id, First: true), Noon).Value.After);

        board.FindAll(".name").Select(name => name.TextContent).Should().Equal("Young", "Old");
        board.Find(".chip.first").TextContent.Should().Contain("First");
    }

    [Fact]
    public async Task Every_ticket_is_on_some_page_however_many_there_are()
    {
        Put([.. Enumerable.Range(1, 120).Select(i => Order(i, i, Line("Mackerel")))]);
        var board = Board();
        var seen = new List<string>();

        while (true)
        {
            seen.AddRange(board.FindAll(".ticket .no").Select(number => number.TextContent));
            var next = board.Find("[data-key=PageDown]");
            if (next.HasAttribute("disabled"))
            {
                break;
            }

            await next.ClickAsync(new());
        }

        seen.Should().Equal(Enumerable.Range(1, 120).Select(number => $"#{number}"));
        await board.Find("[data-key=Home]").ClickAsync(new());
        board.FindAll(".ticket .no")[0].TextContent.Should().Be("#1");
    }

    [Fact]
    public void Ticket_of_sixty_lines_goes_on_on_further_cards_and_is_bumped_on_its_last()
    {
        Put(Order(7, 0, [.. Enumerable.Range(1, 60).Select(i => Line($"Dish {i}"))]));

        var board = Board();

        board.FindAll(".ticket .name").Select(name => name.TextContent).Should().Equal(Enumerable.Range(1, 60).Select(i => $"Dish {i}"));
        board.FindAll(".ticket").Should().HaveCountGreaterThan(1).And.OnlyContain(card => card.TextContent.Contains("#7", StringComparison.Ordinal));
        board.FindAll(".bump").Should().ContainSingle();
        board.FindAll(".goes-on").Should().HaveCount(board.FindAll(".ticket").Count - 1);
    }

    [Fact]
    public void Empty_board_says_that_all_is_done()
    {
        var board = Board();

        board.Find("h2").TextContent.Should().Be("No open tickets");
        board.FindAll(".ticket, .pages").Should().BeEmpty();
    }

    private void Put(params Order[] some)
    {
        foreach (var order in some)
        {
            orders[order.Id] = order;
            rail.Take(order.Id, order);
        }
    }

    private Task ChangeAsync(IRenderedComponent<TicketBoard> board, Order now)
    {
        Put(now);
        return board.InvokeAsync(() => board.Instance.Show([now.Id]));
    }

    private Task LeaveAsync(IRenderedComponent<TicketBoard> board, Guid id)
    {
        orders.Remove(id);
        rail.Take(id, now: null);
        return board.InvokeAsync(() => board.Instance.Show([id]));
    }

    private IRenderedComponent<TicketBoard> Board() =>
        Render<TicketBoard>(p => p.Add(b => b.View, view).Add(b => b.Rail, rail).Add(b => b.Send, SendAsync));

    private static Dictionary<Guid, int> Renders(IRenderedComponent<TicketBoard> board) =>
        board.FindComponents<TicketCard>().ToDictionary(card => card.Instance.Order.Id, card => card.RenderCount);
}
