using Bunit;
using TableOrder.Core;
using TableOrder.Core.Ordering;
using TableOrder.Core.Stations;
using TableOrder.Web.Kitchen;
using static TableOrder.Tests.Kitchen.KitchenOrders;

namespace TableOrder.Tests.Kitchen;

public class TicketTapTests : KitchenScreen
{
    private readonly Order order = Order(1, 0, Line("Pork belly"), Line("Mojito", "bar"));

    public TicketTapTests() => Desk = step => order.After(step);

    [Fact]
    public void Head_starts_the_stations_ticket()
    {
        Card(order).Find(".head").Click();

        Sent.Should().Equal(new StepOrder(order.Id, LineStatus.Preparing) { Station = "grill", Seen = 1 });
    }

    [Fact]
    public async Task Line_is_done_without_a_version_and_undone_with_the_one_seen()
    {
        var line = order.Lines[0].Id;
        var card = Card(order);

        card.Find("button.line").Click();
        await ChangeAsync(card, order.After(Sent[0]));
        card.Find("button.line").GetAttribute("aria-pressed").Should().Be("true");
        card.Find("button.line").Click();

        Sent.Should()
            .Equal(
                new StepOrder(order.Id, LineStatus.Ready) { LineId = line, Seen = 1 },
                new StepOrder(order.Id, LineStatus.Preparing)
                {
                    LineId = line,
                    Version = 2,
                    Seen = 2,
                }
            );
    }

    [Fact]
    public void Bump_means_the_stations_ticket_as_it_stands()
    {
        Card(order).Find(".bump").Click();

        Sent.Should().Equal(new StepOrder(order.Id, LineStatus.Ready) { Station = "grill", Seen = 1 });
    }

    [Fact]
    public void Bump_among_all_stations_means_every_ticket()
    {
        Card(order, station: null).Find(".bump").Click();

        Sent.Should().Equal(new StepOrder(order.Id, LineStatus.Ready) { Seen = 1 });
    }

    [Fact]
    public async Task Allergies_are_acknowledged_before_the_first_bump()
    {
        var allergic = order with { Allergies = ["egg"] };
        Desk = step => allergic.After(step);
        var card = Card(allergic);

        card.Find(".bump").TextContent.Should().Contain("Allergies seen");
        card.Find(".bump").Click();
        await ChangeAsync(card, allergic.After(Sent[0]));
        card.Find(".bump").TextContent.Should().Contain("Done");
        card.Find(".bump").Click();

        Sent.Select(step => step.To).Should().Equal(LineStatus.Preparing, LineStatus.Ready);
    }

    [Fact]
    public void Ticket_with_nothing_left_is_taken_away()
    {
        var card = Card(Order(1, 0, Line("Pork belly", status: LineStatus.Cancelled)));

        card.Find(".bump").TextContent.Should().Contain("Take away");
        card.Find(".bump").Click();

        Sent.Should().ContainSingle().Which.To.Should().Be(LineStatus.Ready);
    }

    [Fact]
    public async Task Second_tap_does_nothing_until_the_screen_shows_the_first()
    {
        var card = Card(order);

        card.Find("button.line").Click();
        card.Find("button.line").Click();
        card.Find(".bump").Click();
        Sent.Should().ContainSingle("the answer is version 2, and the screen shows version 1");

        await ChangeAsync(card, order.After(Sent[0]));
        card.Find(".bump").Click();
        Sent.Should().HaveCount(2);
    }

    [Fact]
    public async Task Refused_tap_flashes_and_waits_for_what_is_true()
    {
        var newer = order.After(new StepOrder(order.Id, LineStatus.Preparing));
        Desk = _ => new OrderRefusal(OrderRefusal.StaleVersion) { Current = newer };
        var card = Card(order);

        card.Find("button.line").Click();
        card.Find("button.line").Click();
        Sent.Should().ContainSingle();
        await ChangeAsync(card, newer);

        card.Find("article").ClassList.Should().Contain(name => name.StartsWith("flash", StringComparison.Ordinal));
        card.Find("button.line").Click();
        Sent.Should().HaveCount(2);
    }

    [Fact]
    public void Busy_desk_may_be_asked_again_at_once()
    {
        Desk = _ => new Refusal(Refusal.Busy);
        var card = Card(order);

        card.Find(".bump").Click();
        card.Find("article").GetAttribute("data-turn").Should().Be("1", "the tap is over");
        card.Find(".bump").Click();

        Sent.Should().HaveCount(2);
        card.Find("article").ClassList.Should().NotContain(name => name.StartsWith("flash", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Newer_is_never_replaced_by_older()
    {
        var card = Card(order.After(new StepOrder(order.Id, LineStatus.Preparing)));

        await ChangeAsync(card, order);

        card.FindAll("li.preparing").Should().ContainSingle();
        card.RenderCount.Should().Be(1);
    }

    private IRenderedComponent<TicketCard> Card(Order shown, string? station = "grill") =>
        Render<TicketCard>(p => p.Add(c => c.Order, shown).Add(c => c.View, View(station)).Add(c => c.Key, 1).Add(c => c.Send, SendAsync));

    private static Task ChangeAsync(IRenderedComponent<TicketCard> card, Order newer) => card.InvokeAsync(() => card.Instance.Show(newer));
}
