using Bunit;
using TableOrder.Core.Ordering;
using TableOrder.Web.Kitchen;
using static TableOrder.Tests.Kitchen.KitchenOrders;

namespace TableOrder.Tests.Kitchen;

public class TicketBoardTests : KitchenScreen
{
    private readonly Dictionary<Guid, Order> orders = [];

    [Fact]
    public void Oldest_ticket_stands_first_and_has_the_first_key()
    {
        Put(Order(3, 2, Line("Third")), Order(1, 0, Line("First")), Order(2, 1, Line("Second")));

        var board = Board();

        board.FindAll(".name").Select(name => name.TextContent).Should().Equal("First", "Second", "Third");
        board.FindAll(".bump").Select(bump => bump.GetAttribute("data-key")).Should().Equal("1", "2", "3");
    }

    [Fact]
    public async Task One_change_renders_one_ticket()
    {
        var changing = Order(5, 5, Line("Pork belly"));
        Put([.. Enumerable.Range(1, 20).Select(i => Order(i + 10, i, Line("Mackerel"))), changing]);
        var board = Board();
        var boardRenders = board.RenderCount;
        var before = Renders(board);

        Put(changing.After(new StepOrder(changing.Id, LineStatus.Preparing)));
        var shown = await board.InvokeAsync(() => board.Instance.Show([changing.Id]));

        shown.Should().BeTrue("the board itself need not render");
        var after = Renders(board);
        after.Where(card => card.Value != before[card.Key]).Should().ContainSingle().Which.Key.Should().Be(changing.Id);
        after[changing.Id].Should().Be(before[changing.Id] + 1);
        board.FindAll("li.preparing").Should().ContainSingle();
    }

    [Fact]
    public async Task Coming_ticket_renders_itself_and_none_of_those_that_keep_their_place()
    {
        Put([.. Enumerable.Range(1, 12).Select(i => Order(i, i, Line("Mackerel")))]);
        var board = Board();
        var before = Renders(board);
        var coming = Order(99, 50, Line("Pork belly"));
        Put(coming);

        var shown = await board.InvokeAsync(() => board.Instance.Show([coming.Id]));
        shown.Should().BeFalse("a ticket came");
        Again(board);

        var after = Renders(board);
        after.Should().HaveCount(13);
        after.Where(card => before.TryGetValue(card.Key, out var old) && old != card.Value).Should().BeEmpty();
        board.Find($"[data-order='{coming.Id}']").ClassList.Should().Contain("flash-odd", "the cook's eye is drawn to what is new");
    }

    [Fact]
    public void Leaving_ticket_gives_its_key_to_the_next()
    {
        var first = Order(1, 0, Line("First"));
        Put(first, Order(2, 1, Line("Second")));
        var board = Board();

        orders.Remove(first.Id);
        Again(board);

        board.FindAll(".bump").Should().ContainSingle().Which.GetAttribute("data-key").Should().Be("1");
        board.FindAll(".flash-odd, .flash-even").Should().BeEmpty("the ticket itself has not changed");
    }

    [Fact]
    public void Leaving_ticket_renders_those_whose_key_changes_and_no_other()
    {
        Put([.. Enumerable.Range(1, 30).Select(i => Order(i, i, Line("Mackerel")))]);
        var board = Board();
        var before = Renders(board);
        var line = new TicketLine(view).Of(orders);

        orders.Remove(line[0].Id);
        Again(board);

        var after = Renders(board);
        after.Where(card => card.Value != before[card.Key]).Select(card => card.Key).Should().BeEquivalentTo(line.Skip(1).Take(9).Select(o => o.Id));
        board.FindAll(".bump[data-key]").Select(bump => bump.GetAttribute("data-key")).Should().Equal("1", "2", "3", "4", "5", "6", "7", "8", "9");
    }

    [Fact]
    public void Every_ticket_is_on_the_board_however_many_there_are()
    {
        Put([.. Enumerable.Range(1, 120).Select(i => Order(i, i, Line("Mackerel")))]);

        var board = Board();

        board.FindAll(".ticket").Should().HaveCount(120);
        board.FindAll("[data-beyond]").Select(mark => mark.GetAttribute("data-words")).Should().Equal("{0} more above", "{0} more below");
    }

    [Fact]
    public void Empty_board_says_that_all_is_done()
    {
        var board = Board();

        board.Find("h2").TextContent.Should().Be("No open tickets");
        board.FindAll(".ticket").Should().BeEmpty();
    }

    private void Put(params Order[] some)
    {
        foreach (var order in some)
        {
            orders[order.Id] = order;
        }
    }

    private IRenderedComponent<TicketBoard> Board() =>
        Render<TicketBoard>(p => p.Add(b => b.View, view).Add(b => b.Orders, orders).Add(b => b.Send, SendAsync));

    private void Again(IRenderedComponent<TicketBoard> board) => board.Render(p => p.Add(b => b.Orders, orders));

    private static Dictionary<Guid, int> Renders(IRenderedComponent<TicketBoard> board) =>
        board.FindComponents<TicketCard>().ToDictionary(card => card.Instance.Order.Id, card => card.RenderCount);

    private readonly KitchenView view = View();
}
