using Bunit;
using Microsoft.Extensions.DependencyInjection;
using TableOrder.Core;
using TableOrder.Core.Ordering;
using TableOrder.Core.Settings;
using TableOrder.Tests.Support;
using TableOrder.Web.Guest;
using static TableOrder.Tests.Guest.GuestOrders;

namespace TableOrder.Tests.Guest;

public sealed class OrderCardTests : GuestScreen
{
    private readonly RestaurantSettings house = new(LocalText.Same("House"), "KRW", "Asia/Seoul", new TimeOnly(5, 0), ["ko", "en"]);
    private readonly List<Order> cancelled = [];
    private Refusal? answer;

    public OrderCardTests() => Services.AddSingleton<TimeProvider>(new StoppedClock());

    [Fact]
    public void The_status_and_the_way_to_the_table_are_told_in_words()
    {
        var card = Show(Order(Line("Pork", LineStatus.Preparing)));

        card.Find(".status").TextContent.Should().Contain("Cooking");
        card.Find("[aria-current=step]").TextContent.Should().Contain("Cooking");
        card.FindAll("[data-step=done]").Should().ContainSingle().Which.TextContent.Should().Contain("Ordered").And.Contain("done");
        card.Find(".when").TextContent.Should().Contain("12:00");
    }

    [Fact]
    public void Each_line_tells_quantity_options_note_and_its_own_status()
    {
        var card = Show(Order(Line("Pork", LineStatus.Ready, quantity: 2), Line("Rice", LineStatus.Placed)));

        var line = card.Find(".lines li");
        line.TextContent.Should().Contain("2×").And.Contain("Crispy").And.Contain("no garlic").And.Contain("₩34,000").And.Contain("Ready");
    }

    [Fact]
    public void A_sent_order_waits_for_the_kitchen_until_every_station_with_something_to_do_holds_it()
    {
        var order = Orders.Of(Orders.Line(LineStatus.Placed, "grill"), Orders.Line(LineStatus.Placed, "bar"), Orders.Line(LineStatus.Held, "stew"));
        Show(order).Find(".received").TextContent.Should().Contain("Sent, waiting for the kitchen");

        var grill = ReceiveRule.Decide(order, ["grill"], Noon.AddMinutes(1)).After;
        Show(grill).Find(".received").TextContent.Should().Contain("waiting");

        var both = ReceiveRule.Decide(grill, ["bar"], Noon.AddMinutes(2)).After;
        Show(both).Find(".received").TextContent.Should().Contain("In the kitchen since 12:02");
        var begun = StepRule.Decide(both, new StepOrder(order.Id, LineStatus.Preparing), Noon.AddMinutes(3)).Value.After;
        Show(begun).Find(".received").TextContent.Should().Contain("In the kitchen since 12:02");
    }

    [Fact]
    public void What_is_made_without_a_screen_or_by_no_station_or_is_ready_waits_for_no_kitchen()
    {
        Show(Order(Line("Pork", LineStatus.Preparing))).FindAll(".received").Should().BeEmpty("somebody began without a screen");
        Show(Orders.Of(Orders.Line(LineStatus.Ready, station: null), Orders.Line(LineStatus.Held))).FindAll(".received").Should().BeEmpty();
        Show(Order(Line("Pork", LineStatus.Cancelled, quantity: 0, cancelled: 1))).FindAll(".received").Should().BeEmpty();
        Show(ReceiveRule.Decide(Order(Line("Pork", LineStatus.Ready)), ["grill"], Noon).After).FindAll(".received").Should().BeEmpty();
    }

    [Fact]
    public void Cancelled_lines_are_struck_through_and_not_in_the_total()
    {
        var card = Show(Order(Line("Pork", LineStatus.Cancelled, quantity: 0, cancelled: 2), Line("Rice", LineStatus.Placed)));

        card.Find("li[data-gone] s").TextContent.Should().Be("Pork");
        card.Find("li[data-gone] .quantity").TextContent.Should().StartWith("2");
        card.Find(".sum b").TextContent.Should().Be("₩17,000");
    }

    [Fact]
    public void A_cancelled_order_has_no_way_to_the_table()
    {
        var card = Show(Order(Line("Pork", LineStatus.Cancelled, quantity: 0, cancelled: 1)));

        card.Find(".status").TextContent.Should().Contain("Cancelled");
        card.FindAll(".steps").Should().BeEmpty();
    }

    [Fact]
    public void Cancelling_is_offered_for_a_minute_while_nobody_has_begun()
    {
        var order = Order(Line("Pork", LineStatus.Placed));

        Show(order).Find(".cancel").GetAttribute("data-until").Should().Be($"{Noon.AddSeconds(60).ToUnixTimeMilliseconds()}");
        Show(order with { PlacedAt = Noon.AddSeconds(-61) }).FindAll(".cancel").Should().BeEmpty();
        Show(Order(Line("Pork", LineStatus.Preparing))).FindAll(".cancel").Should().BeEmpty();
    }

    [Fact]
    public void Cancelling_asks_first()
    {
        var order = Order(Line("Pork", LineStatus.Placed));
        var card = Show(order);

        card.Find(".cancel button").Click();
        cancelled.Should().BeEmpty();
        card.Find(".answers .yes").Click();

        cancelled.Should().Equal(order);
    }

    [Fact]
    public void An_order_that_can_no_longer_be_cancelled_says_what_to_do()
    {
        answer = new OrderRefusal(OrderRefusal.IllegalTransition);
        var card = Show(Order(Line("Pork", LineStatus.Placed)));

        card.Find(".cancel button").Click();
        card.Find(".answers .yes").Click();

        card.Find("[role=alert]").TextContent.Should().Contain("too late").And.Contain("ask the staff");
    }

    [Fact]
    public void It_renders_again_only_when_its_order_changed()
    {
        var order = Order(Line("Pork", LineStatus.Placed));
        var card = Show(order);

        card.Render(parameters => parameters.Add(c => c.Order, order with { }));
        card.RenderCount.Should().Be(1);
        card.Render(parameters => parameters.Add(c => c.Order, order with { Version = 2, Status = OrderStatus.Preparing }));

        card.Find(".status").TextContent.Should().Contain("Cooking");
    }

    private IRenderedComponent<OrderCard> Show(Order order) =>
        Render<OrderCard>(parameters =>
            parameters
                .Add(c => c.Order, order)
                .Add(c => c.House, house)
                .Add(
                    c => c.Cancel,
                    taken =>
                    {
                        cancelled.Add(taken);
                        return Task.FromResult(answer);
                    }
                )
        );

    private sealed class StoppedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Noon;
    }
}
