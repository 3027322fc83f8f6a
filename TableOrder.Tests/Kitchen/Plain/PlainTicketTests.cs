using Bunit;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.DependencyInjection;
using TableOrder.Core;
using TableOrder.Core.Ordering;
using TableOrder.Core.Stations;
using TableOrder.Web.Kitchen.Plain;
using static TableOrder.Tests.Kitchen.KitchenOrders;

namespace TableOrder.Tests.Kitchen.Plain;

public sealed class PlainTicketTests : KitchenScreen
{
    public PlainTicketTests() => Services.AddSingleton<AntiforgeryStateProvider, Token>();

    [Fact]
    public void It_tells_table_number_age_and_each_line_with_its_status_in_words()
    {
        var line = Line("Pork belly", status: LineStatus.Preparing, quantity: 3) with
        {
            Modifiers = [new(Guid.NewGuid(), LocalText.Same("Crispy"), Money.Zero), new(Guid.NewGuid(), LocalText.Same("Garlic"), Money.Zero)],
            Note = "not spicy",
        };

        var ticket = Show(Order(207, 0, line), minutesLater: 3);

        ticket.Find(".table").TextContent.Should().Contain("12");
        ticket.Find(".no").TextContent.Should().Be("#207");
        ticket.Find(".age").TextContent.Trim().Should().Be("3 min");
        ticket.Find(".quantity").TextContent.Should().Be("3");
        ticket.FindAll("small").Select(small => small.TextContent).Should().Equal("Crispy\u00a0· Garlic", "“not spicy”");
        ticket.Find(".status").TextContent.Should().Contain("◐").And.Contain("Cooking");
    }

    [Theory]
    [InlineData(4, null, "4 min")]
    [InlineData(5, "warn", "Getting late:")]
    [InlineData(8, "late", "Late:")]
    public void Its_age_is_told_by_colour_sign_and_word(int minutes, string? age, string word)
    {
        var ticket = Show(Order(1, 0, Line("Pork belly")), minutesLater: minutes);

        ticket.Find("article").ClassList.Should().BeEquivalentTo(new[] { "ticket", age }.OfType<string>());
        ticket.Find(".age").TextContent.Should().Contain(word);
    }

    [Fact]
    public void What_was_cancelled_is_struck_through_and_a_part_is_told()
    {
        var part = Line("Sorbet", quantity: 2) with { CancelledQuantity = 1 };

        var ticket = Show(Order(1, 0, Line("Mackerel", status: LineStatus.Cancelled, quantity: 2), part));

        ticket.Find(".cancelled del").TextContent.Should().Be("Mackerel");
        ticket.Find(".cancelled .quantity").TextContent.Should().Be("2");
        ticket.Find(".less").TextContent.Should().Be("3 1 cancelled");
    }

    [Fact]
    public void Held_lines_stand_on_the_view_of_all_stations_only()
    {
        var order = Order(1, 0, Line("Pork belly"), Line("Sorbet", status: LineStatus.Held));

        Show(order, station: null).Find(".held .status").TextContent.Should().Contain("Later");
        Show(order).FindAll(".held").Should().BeEmpty();
    }

    [Fact]
    public void Added_and_recalled_tickets_say_so()
    {
        var order = Order(1, 0, Line("Pork belly")) with { Round = 2 };

        var ticket = Show(order.WithTickets(shown => shown with { RecalledAt = Noon }));

        ticket.FindAll(".chip").Select(chip => chip.TextContent).Should().Equal("Added", "↩ Recalled");
    }

    [Fact]
    public void What_goes_first_and_what_is_made_again_say_so_and_of_which_order_and_why()
    {
        var order = Order(2, 0, Line("Pork belly")) with { PrioritizedAt = Noon, Remake = new(Guid.NewGuid(), Guid.NewGuid(), 207, "Burnt") };

        var ticket = Show(order);

        ticket.Find(".chip.first").TextContent.Should().Be("⚑ First");
        ticket.Find(".remake").TextContent.Should().Be("↻ Instead of #207 · Burnt");
    }

    [Fact]
    public void Allergies_are_told_and_have_to_be_seen_before_it_can_leave()
    {
        var order = Order(1, 0, Line("Pork belly") with { Allergens = ["egg", "milk"] }) with { Allergies = ["egg"] };

        var ticket = Show(order);
        ticket.Find(".allergies").TextContent.Should().Contain("Egg");
        ticket.Find(".allergy").TextContent.Should().Contain("Egg").And.NotContain("Milk");
        ticket.Find("[name=to]").GetAttribute("value").Should().Be("preparing");
        ticket.Find("button").TextContent.Should().Contain("Allergies seen");

        var seen = Show(order.After(new StepOrder(order.Id, LineStatus.Preparing)));
        seen.Find("[name=to]").GetAttribute("value").Should().Be("ready");
    }

    private IRenderedComponent<PlainTicket> Show(Order order, string? station = "grill", int minutesLater = 0) =>
        Render<PlainTicket>(p =>
            p.Add(ticket => ticket.Order, order)
                .Add(
                    ticket => ticket.Board,
                    new PlainBoard(new PlainAddress(station, Refreshes: true), View(station), [order], Noon.AddMinutes(minutesLater))
                )
        );

    private sealed class Token : AntiforgeryStateProvider
    {
        public override AntiforgeryRequestToken? GetAntiforgeryToken() => new("value", "name");
    }
}
