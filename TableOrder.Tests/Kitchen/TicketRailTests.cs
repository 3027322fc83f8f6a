using TableOrder.Core;
using TableOrder.Core.Ordering;
using TableOrder.Web.Kitchen;
using static TableOrder.Tests.Kitchen.KitchenOrders;

namespace TableOrder.Tests.Kitchen;

public class TicketRailTests
{
    private static readonly Frame Wall = new(1600, 900);
    private readonly Dictionary<Guid, Order> orders = [];

    [Theory]
    [InlineData(1920, 960, 0, 6)]
    [InlineData(1600, 960, 0, 5)]
    [InlineData(1188, 640, 0, 4)]
    [InlineData(358, 3000, 0, 1)]
    [InlineData(1600, 960, 3, 3)]
    public void As_many_columns_as_fit_or_as_the_screen_is_set_to(int width, int height, int set, int columns)
    {
        var frame = new Frame(width, height, set);

        frame.ColumnCount.Should().Be(columns);
        ((frame.ColumnWidth * columns) + (Frame.Gap * (columns - 1))).Should().BeInRange(width - columns, width);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(-5, 99_999_999)]
    public void Browser_that_lies_about_its_room_takes_no_page_down(int width, int height)
    {
        var rail = Rail(Frame.Of(width, height), Many(30));

        Shown(rail).Distinct().Should().HaveCount(30);
    }

    [Theory]
    [InlineData(3, 0)]
    [InlineData(300, 0)]
    [InlineData(1000, 3)]
    public void Every_line_of_every_ticket_stands_on_exactly_one_card_and_the_oldest_on_the_first_page(int tickets, int squeeze)
    {
        var random = new Random(tickets);
        var rail = Rail(
            Wall with
            {
                Squeeze = squeeze,
            },
            [
                .. Enumerable
                    .Range(1, tickets)
                    .Select(i => Order(i, i / 3, [.. Enumerable.Range(0, random.Next(1, i % 40 == 0 ? 70 : 6)).Select(n => Line($"Dish {n}"))])),
            ]
        );

        var lines = rail
            .Pages.SelectMany(page => page)
            .SelectMany(part => Enumerable.Range(part.From, part.Lines).Select(line => (part.OrderId, line)));
        lines.Should().OnlyHaveUniqueItems();
        lines.Should().HaveCount(orders.Values.Sum(order => order.Lines.Count));
        Shown(rail)
            .Distinct()
            .Should()
            .Equal(orders.Values.OrderBy(order => order.Number).Select(order => order.Id), "the number decides between orders of one moment");
    }

    [Fact]
    public void Page_with_others_behind_it_leaves_room_for_the_bar_that_leads_there()
    {
        var rail = Rail(Wall, Many(200));
        var few = Rail(Wall, [.. orders.Values.Take(rail.Pages[0].Count)]);

        rail.Pages.Should().HaveCountGreaterThan(5);
        few.Pages.Should().ContainSingle("without a bar there is more room, never less");
    }

    [Fact]
    public void Part_of_a_long_ticket_leaves_room_for_the_row_that_says_which_part_it_is()
    {
        const int LineAtLeast = 53;
        var height = TicketSize.Head + (13 * LineAtLeast) + TicketSize.Foot + 10;

        var rail = Rail(Wall with { Height = height }, [Order(1, 0, [.. Enumerable.Range(1, 60).Select(n => Line($"Dish {n}"))])]);

        rail.Pages.Single().Select(part => part.Lines).Should().Equal([12, 12, 12, 12, 12], "thirteen would fit without that row");
    }

    [Fact]
    public void Taller_texts_than_reckoned_give_pages_with_fewer_tickets()
    {
        var rail = Rail(Wall, Many(100));
        var before = rail.Pages[0].Count;

        rail.Frame = Wall with { Squeeze = 5 };

        rail.Pages[0].Count.Should().BeLessThan(before);
        Shown(rail).Distinct().Should().HaveCount(100);
    }

    [Fact]
    public void Change_that_moves_nothing_leaves_the_pages_as_they_are()
    {
        var rail = Rail(Wall, Many(50));
        var pages = rail.Pages;
        var order = orders.Values.First();

        rail.Take(order.Id, order.After(new StepOrder(order.Id, LineStatus.Preparing)));

        rail.Pages.Should().BeSameAs(pages);
        rail.Untouched.Should().Be(49);
    }

    [Fact]
    public void Counts_are_kept_as_tickets_come_change_and_go()
    {
        var rail = Rail(Wall, []);
        rail.MeanSince.Should().BeNull();
        var (first, second) = (Order(1, 0, Line("A")), Order(2, 10, Line("B")));

        rail.Take(first.Id, first);
        rail.Take(second.Id, second);
        rail.Count.Should().Be(2);
        rail.MeanSince.Should().Be(Noon.AddMinutes(5).ToUnixTimeMilliseconds());
        rail.Untouched.Should().Be(2);

        rail.Take(first.Id, first.After(new StepOrder(first.Id, LineStatus.Preparing)));
        rail.Untouched.Should().Be(1);
        rail.Take(second.Id, now: null);
        rail.Take(second.Id, now: null);
        (rail.Count, rail.Untouched).Should().Be((1, 0));
        rail.MeanSince.Should().Be(Noon.ToUnixTimeMilliseconds());
    }

    [Fact]
    public void Unreceived_tickets_are_those_that_this_screen_shows_and_nobody_has_confirmed()
    {
        var both = Order(1, 0, Line("Pork belly"), Line("Mojito", "bar"));
        var received = ReceiveRule.Decide(Order(2, 0, Line("Stew")), ["grill"], Noon).After;

        Rail(Wall, [both, received]).Unreceived.Should().Equal(new HeldTicket(both.Id, "grill"));
        new TicketRailOf(View(null), both, received).Rail.Unreceived.Select(ticket => ticket.Station).Should().BeEquivalentTo("grill", "bar");
        var pass = new KitchenView(null, Stations) { IsExpo = true };
        new TicketRailOf(pass, both, received).Rail.Unreceived.Should().BeEmpty("the pass does not cook");
    }

    [Theory]
    [InlineData("🌶🌶🌶🌶🌶🌶🌶🌶🌶🌶🌶🌶🌶🌶🌶🌶🌶🌶🌶🌶")]
    [InlineData("아주 긴 한국어 메모입니다 그래서 여러 줄이 필요합니다 정말로요")]
    [InlineData("A rather long note in English that needs several rows, too, indeed it does")]
    public void Long_notes_make_a_ticket_taller(string note)
    {
        var face = new TicketFace(Order(1, 0, Line("Stew")), View());

        var (plain, noted) = (
            TicketSize.Line(Line("Stew"), face, 290, code => code),
            TicketSize.Line(Line("Stew") with { Note = note }, face, 290, code => code)
        );

        noted.Should().BeGreaterThan(plain + (2 * 27));
    }

    [Fact]
    public void Dish_with_a_name_of_500_characters_is_cut_after_three_rows()
    {
        var face = new TicketFace(Order(1, 0, Line("Stew")), View());

        TicketSize.Line(Line(new string('가', 500)), face, 290, code => code).Should().BeInRange(3 * 32, 4 * 32);
    }

    [Fact]
    public void Line_that_is_taller_than_a_column_is_set_in_smaller_letters()
    {
        var line = Line("Stew") with { Note = new string('가', 200) };

        Rail(new Frame(300, 400), [Order(1, 0, line, Line("Rice"))])
            .Pages.SelectMany(page => page)
            .Select(part => part.IsTight)
            .Should()
            .Equal(true, false);
        Rail(Wall, [Order(1, 0, line, Line("Rice"))]).Pages.SelectMany(page => page).Should().OnlyContain(part => !part.IsTight);
    }

    private static Order[] Many(int count) => [.. Enumerable.Range(1, count).Select(i => Order(i, i, Line("Mackerel")))];

    private TicketRail Rail(Frame frame, Order[] some)
    {
        orders.Clear();
        foreach (var order in some)
        {
            orders[order.Id] = order;
        }

        var rail = new TicketRail(View(), code => code) { Frame = frame };
        rail.TakeAll(orders);
        return rail;
    }

    private static IEnumerable<Guid> Shown(TicketRail rail) => rail.Pages.SelectMany(page => page).Select(part => part.OrderId);

    private sealed class TicketRailOf
    {
        public TicketRailOf(KitchenView view, params Order[] some)
        {
            Rail = new TicketRail(view, code => code);
            Rail.TakeAll(Board(some));
        }

        public TicketRail Rail { get; }
    }
}
