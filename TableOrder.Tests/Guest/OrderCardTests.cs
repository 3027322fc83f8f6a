using Bunit;
using Microsoft.Extensions.DependencyInjection;
using TableOrder.Core;
using TableOrder.Core.Ordering;
using TableOrder.Core.Settings;
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
