using System.Collections;
using System.Diagnostics.CodeAnalysis;
using Bunit;
using TableOrder.Core.Ordering;
using TableOrder.Web.Kitchen;
using static TableOrder.Tests.Kitchen.KitchenOrders;

namespace TableOrder.Tests.Kitchen;

public class KitchenBoardTests : KitchenScreen
{
    private readonly Dictionary<Guid, Order> orders = [];
    private readonly KitchenView view = View();

    [Theory]
    [InlineData(50)]
    [InlineData(1000)]
    public async Task One_change_renders_one_ticket_and_the_counts_however_many_tickets_there_are(int tickets)
    {
        var (pork, mackerel) = (Line("Pork belly"), Line("Mackerel"));
        foreach (var order in Enumerable.Range(1, tickets).Select(i => Order(i, i, pork with { Id = Guid.NewGuid() }, mackerel)))
        {
            orders[order.Id] = order;
        }

        var asked = new AskedOrders(orders);
        var board = Board(asked);
        asked.Times = 0;
        var cards = board.FindComponents<TicketCard>();
        var changing = orders.Values.ElementAt(tickets / 2);

        await StepAsync(board, changing.Id, new StepOrder(changing.Id, LineStatus.Ready) { LineId = changing.Lines[0].Id });

        asked.Times.Should().BeLessThanOrEqualTo(3, "a change looks at its own order and at no other");
        cards.Where(card => card.RenderCount > 1).Should().ContainSingle().Which.Instance.Order.Id.Should().Be(changing.Id);
        board.FindComponent<AllDayPanel>().RenderCount.Should().Be(2);
        board.Find($"[data-order='{changing.Id}'] li").ClassList.Should().Contain("ready");
        board.FindAll("aside li b").Select(count => count.TextContent).Should().Equal($"{tickets}", $"{tickets - 1}");
    }

    [Fact]
    public async Task Start_of_a_ticket_changes_no_count_and_renders_the_ticket_alone()
    {
        var order = Order(1, 0, Line("Pork belly"));
        orders[order.Id] = order;
        var board = Board();

        await StepAsync(board, order.Id, new StepOrder(order.Id, LineStatus.Preparing));

        board.FindComponent<TicketCard>().RenderCount.Should().Be(2);
        board.FindComponent<AllDayPanel>().RenderCount.Should().Be(1);
    }

    [Fact]
    public async Task Ticket_that_leaves_or_comes_is_for_the_page_to_render_and_all_is_right_then()
    {
        var (first, second) = (Order(1, 0, Line("Pork belly")), Order(2, 1, Line("Mackerel")));
        orders[first.Id] = first;
        var board = Board();

        orders.Remove(first.Id);
        orders[second.Id] = second;
        var shown = await board.InvokeAsync(() => board.Instance.Show([first.Id, second.Id]));
        board.Render(p => p.Add(b => b.Orders, orders));

        shown.Should().BeFalse();
        board.FindAll(".ticket .name").Select(name => name.TextContent).Should().Equal("Mackerel");
        board.FindAll("aside li").Select(dish => dish.TextContent).Should().Equal("Mackerel 1");
    }

    [Fact]
    public async Task Ticket_whose_clock_moves_takes_its_new_place()
    {
        var early = Order(1, 0, Line("Pork belly"));
        var late = Order(2, 1, Line("Mackerel"));
        (orders[early.Id], orders[late.Id]) = (early, late);
        var board = Board();

        orders[early.Id] = early.WithTickets(ticket => ticket with { FiredAt = Noon.AddMinutes(9) }) with { Version = 2 };
        var shown = await board.InvokeAsync(() => board.Instance.Show([early.Id]));
        board.Render(p => p.Add(b => b.Orders, orders));

        shown.Should().BeFalse();
        board.FindAll(".ticket .name").Select(name => name.TextContent).Should().Equal("Mackerel", "Pork belly");
    }

    [Fact]
    public async Task Order_that_came_and_left_between_two_looks_changes_nothing()
    {
        var order = Order(1, 0, Line("Pork belly"));
        orders[order.Id] = order;
        var board = Board();

        var shown = await board.InvokeAsync(() => board.Instance.Show([Guid.NewGuid()]));

        shown.Should().BeTrue();
    }

    private async Task StepAsync(IRenderedComponent<KitchenBoard> board, Guid id, StepOrder step)
    {
        orders[id] = orders[id].After(step);
        var shown = await board.InvokeAsync(() => board.Instance.Show([id]));
        shown.Should().BeTrue("the page need not render");
    }

    private IRenderedComponent<KitchenBoard> Board(IReadOnlyDictionary<Guid, Order>? shown = null) =>
        Render<KitchenBoard>(p => p.Add(b => b.View, view).Add(b => b.Orders, shown ?? orders).Add(b => b.Send, SendAsync));

    /// <summary>Orders that count how many of them were looked at. A holder that rendered again would look at all of them.</summary>
    private sealed class AskedOrders(Dictionary<Guid, Order> orders) : IReadOnlyDictionary<Guid, Order>
    {
        public int Times { get; set; }

        public int Count => orders.Count;

        public IEnumerable<Guid> Keys => Asked(orders.Keys);

        public IEnumerable<Order> Values => Asked(orders.Values);

        public Order this[Guid key] => TryGetValue(key, out var order) ? order : throw new KeyNotFoundException();

        public bool ContainsKey(Guid key) => TryGetValue(key, out _);

        public bool TryGetValue(Guid key, [MaybeNullWhen(false)] out Order value)
        {
            Times++;
            return orders.TryGetValue(key, out value);
        }

        public IEnumerator<KeyValuePair<Guid, Order>> GetEnumerator() => Asked(orders).GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

        private IEnumerable<T> Asked<T>(IEnumerable<T> all) =>
            all.Select(one =>
            {
                Times++;
                return one;
            });
    }
}
