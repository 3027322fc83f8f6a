using TableOrder.Core.Feed;
using TableOrder.Core.Ordering;
using TableOrder.Web.Kitchen;
using static TableOrder.Tests.Kitchen.KitchenOrders;

namespace TableOrder.Tests.Kitchen;

public class KitchenViewTests
{
    [Theory]
    [InlineData("grill", ",bar,grill,", true)]
    [InlineData("grill", ",bar,", false)]
    [InlineData(null, ",bar,", true)]
    [InlineData(null, ",,", false)]
    public void Event_concerns_a_screen_by_its_stations(string? station, string stations, bool concerns) =>
        View(station).Concerns(new OrderEvent(1, Guid.NewGuid(), 1, "order_placed", Guid.NewGuid(), null, stations)).Should().Be(concerns);

    [Fact]
    public void Bumped_ticket_leaves_its_station_and_stays_on_the_whole_orders_card()
    {
        var order = Order(1, 0, Line("Pork belly"), Line("Mojito", "bar"));
        var bumped = order.After(new StepOrder(order.Id, LineStatus.Ready) { Station = "grill" });

        View("grill").Belongs(bumped).Should().BeFalse();
        View("bar").Belongs(bumped).Should().BeTrue();
        View(null).Belongs(bumped).Should().BeTrue();
        View(null).Belongs(bumped.After(new StepOrder(order.Id, LineStatus.Ready))).Should().BeFalse();
    }

    [Fact]
    public void Ticket_fired_later_stands_behind_those_that_already_cook()
    {
        var firedLate = Order(1, 0, Line("Dessert")).WithTickets(ticket => ticket with { FiredAt = Noon.AddMinutes(30) });
        var orders = new[] { firedLate, Order(3, 10, Line("Stew")), Order(2, 10, Line("Pork belly")) };

        var rail = new TicketRail(View(), code => code);
        rail.TakeAll(Board(orders));

        rail.Pages[0].Select(part => rail.Find(part.OrderId)!.Number).Should().Equal(2, 3, 1);
    }

    [Fact]
    public void Clock_of_a_whole_order_is_that_of_its_oldest_ticket_still_shown()
    {
        var order = Order(1, 0, Line("Pork belly"), Line("Mojito", "bar"))
            .WithTickets(ticket =>
                string.Equals(ticket.Station, "bar", StringComparison.Ordinal) ? ticket with { FiredAt = Noon.AddMinutes(9) } : ticket
            );

        View(null).Since(order).Should().Be(Noon);
        View(null).Since(order.After(new StepOrder(order.Id, LineStatus.Ready) { Station = "grill" })).Should().Be(Noon.AddMinutes(9));
    }

    [Fact]
    public void Unknown_station_is_told_from_all_stations()
    {
        View("sushi").IsUnknown.Should().BeTrue();
        View(null).IsUnknown.Should().BeFalse();
        View("bar").Station!.Emoji.Should().Be("🍸");
    }

    [Fact]
    public void All_day_counts_what_is_still_to_be_made_here_most_first()
    {
        var pork = Line("Pork belly", quantity: 2);
        var orders = new[]
        {
            Order(1, 0, pork, Line("Mojito", "bar", quantity: 9)),
            Order(2, 1, pork with { Id = Guid.NewGuid(), Quantity = 3, Status = LineStatus.Preparing }, Line("Mackerel")),
            Order(3, 2, pork with { Id = Guid.NewGuid(), Status = LineStatus.Ready }, Line("Mackerel", status: LineStatus.Cancelled)),
            Order(4, 3, pork with { Id = Guid.NewGuid(), Status = LineStatus.Held }),
        };

        Counted(orders, View()).Select(dish => $"{dish.Quantity} {dish.Name}").Should().Equal("5 Pork belly", "1 Mackerel");
        Counted(orders, View(null)).Select(dish => dish.Quantity).Should().Equal(9, 5, 1);
    }

    [Fact]
    public void All_day_counts_are_kept_as_if_counted_anew_through_every_step()
    {
        var (pork, mojito) = (Line("Pork belly"), Line("Mojito", "bar"));
        var orders = Enumerable.Range(1, 6).Select(i => Order(i, i, pork with { Quantity = i }, mojito)).ToDictionary(o => o.Id);
        var allDay = new AllDay(View(null));
        allDay.TakeAll(orders);
        var way = new[] { LineStatus.Preparing, LineStatus.Ready, LineStatus.Preparing, LineStatus.Ready, LineStatus.Served };
        foreach (var (id, to) in orders.Keys.ToList().SelectMany(id => way.Select(to => (id, to))))
        {
            var after = orders[id].After(new StepOrder(id, to) { Version = orders[id].Version });
            var belongs = View(null).Belongs(after);
            orders[id] = after;

            allDay.Take(id, belongs ? after : null);

            allDay.Dishes.Should().BeEquivalentTo(Counted(orders.Values, View(null)), options => options.WithStrictOrdering());
        }

        allDay.Dishes.Should().BeEmpty();
    }

    [Fact]
    public void All_day_says_whether_a_count_has_changed()
    {
        var order = Order(1, 0, Line("Pork belly"));
        var allDay = new AllDay(View());
        allDay.TakeAll(Board(order));

        allDay.Take(order.Id, order.After(new StepOrder(order.Id, LineStatus.Preparing))).Should().BeFalse("a started dish is still to be made");
        allDay.Take(order.Id, order.After(new StepOrder(order.Id, LineStatus.Ready))).Should().BeTrue();
        allDay.Take(order.Id, now: null).Should().BeFalse("it was counted out before it left");
    }

    [Fact]
    public void All_day_forgets_orders_that_are_not_there_any_more()
    {
        var (gone, stays) = (Order(1, 0, Line("Pork belly")), Order(2, 1, Line("Mackerel")));
        var allDay = new AllDay(View());
        allDay.TakeAll(Board(gone, stays));

        allDay.TakeAll(Board(stays));

        allDay.Dishes.Should().ContainSingle().Which.Name.ToString().Should().Be("Mackerel");
    }

    private static IReadOnlyList<AllDayDish> Counted(IEnumerable<Order> orders, KitchenView view)
    {
        var allDay = new AllDay(view);
        allDay.TakeAll(Board([.. orders]));
        return allDay.Dishes;
    }
}
