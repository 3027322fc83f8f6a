using Bunit;
using TableOrder.Core;
using TableOrder.Core.Ordering;
using TableOrder.Core.Stations;
using TableOrder.Web.Kitchen;
using static TableOrder.Tests.Kitchen.KitchenOrders;

namespace TableOrder.Tests.Kitchen;

public class TicketCardTests : KitchenScreen
{
    [Fact]
    public void Station_sees_its_own_lines_only()
    {
        var card = Card(Order(207, 0, Line("Pork belly"), Line("Mojito", "bar")));

        card.Find(".table").TextContent.Should().Contain("12");
        card.Find(".no").TextContent.Should().Be("#207");
        card.FindAll(".name").Select(name => name.TextContent).Should().Equal("Pork belly");
    }

    [Fact]
    public void All_stations_see_one_card_with_the_lines_by_station()
    {
        var card = Card(Order(1, 0, Line("Mojito", "bar"), Line("Pork belly"), Line("Cola", station: null)), station: null);

        card.FindAll(".station").Select(mark => mark.TextContent.Trim()).Should().Equal("🔥 Grill", "🍸 Bar");
        card.FindAll(".name").Select(name => name.TextContent).Should().Equal("Pork belly", "Mojito");
    }

    [Fact]
    public void Line_tells_quantity_options_and_the_guests_words()
    {
        var line = Line("Pork belly", quantity: 3) with
        {
            Modifiers = [new(Guid.NewGuid(), LocalText.Same("Crispy"), Money.Zero), new(Guid.NewGuid(), LocalText.Same("Garlic"), Money.Zero)],
            Note = "not spicy",
        };

        var card = Card(Order(1, 0, line));

        card.Find(".quantity").TextContent.Should().Be("3");
        card.Find(".modifiers").TextContent.Should().Be("Crispy\u00a0· Garlic");
        card.Find(".note").TextContent.Should().Be("“not spicy”");
    }

    [Fact]
    public void Words_of_people_stay_words_whatever_signs_are_in_them()
    {
        const string Note = "<img src=x onerror=alert(1)> & \"<b>extra\"</b> 🌶 매워요";
        var order = Order(1, 0, Line("<script>Stew</script>") with { Note = Note }) with
        {
            TableName = "<i>7</i>",
            Remake = new Remake(Guid.NewGuid(), Guid.NewGuid(), 5, "<u>burnt</u>"),
        };

        var card = Card(order);

        card.Find(".note").TextContent.Should().Be($"“{Note}”");
        card.Find(".name").TextContent.Should().Be("<script>Stew</script>");
        card.Find(".table").TextContent.Should().Contain("<i>7</i>");
        card.Find(".remake").TextContent.Should().Contain("<u>burnt</u>");
        card.FindAll("img, script, .note b, .table i:not([class]), .remake u").Should().BeEmpty();
        card.Markup.Should().Contain("매워요", "a text in another script is not spelled out in numbers");
    }

    [Fact]
    public async Task Cancelled_line_is_struck_through_until_the_ticket_is_touched()
    {
        var order = Order(1, 0, Line("Pork belly"), Line("Mackerel", status: LineStatus.Cancelled, quantity: 2));

        var card = Card(order);
        card.Find("li.cancelled .quantity").TextContent.Should().Be("2");
        card.FindAll("li.cancelled button").Should().BeEmpty("what is cancelled cannot be ticked");

        await ChangeAsync(card, order.After(new StepOrder(order.Id, LineStatus.Preparing)));
        card.FindAll("li.cancelled").Should().BeEmpty();
    }

    [Fact]
    public void Part_that_was_cancelled_is_told_beside_what_is_left()
    {
        var card = Card(Order(1, 0, Line("Pork belly", quantity: 2) with { CancelledQuantity = 1 }));

        card.Find(".quantity").TextContent.Should().Be("2");
        card.Find(".less").TextContent.Should().Be("3 1 cancelled");
    }

    [Fact]
    public void Held_line_waits_unseen_at_its_station_and_dim_among_all()
    {
        var order = Order(1, 0, Line("Pork belly"), Line("Cold noodles", status: LineStatus.Held));

        Card(order).FindAll(".name").Should().ContainSingle();
        Card(order, station: null).Find("li.held").TextContent.Should().Contain("Cold noodles").And.Contain("Later");
    }

    [Fact]
    public void Allergies_stand_on_the_ticket_and_on_the_lines_that_contain_one()
    {
        var order = Order(1, 0, Line("Omelette") with { Allergens = ["egg", "milk"] }, Line("Pork belly")) with { Allergies = ["egg"] };

        var card = Card(order);

        card.Find(".allergies").TextContent.Should().Contain("Egg");
        card.FindAll(".allergy").Should().ContainSingle().Which.TextContent.Should().Contain("Egg").And.NotContain("Milk");
    }

    [Fact]
    public void Later_round_and_recalled_ticket_say_so()
    {
        var order = Order(1, 0, Line("Pork belly"));

        Card(order).FindAll(".chip").Should().BeEmpty();
        Card(order.WithTickets(ticket => ticket with { RecalledAt = Noon }) with { Round = 2 })
            .FindAll(".chip")
            .Select(chip => chip.TextContent)
            .Should()
            .Equal("Added", "↩ Recalled");
    }

    [Fact]
    public void Clock_starts_at_the_fire_and_turns_by_the_strictest_station_shown()
    {
        var order = Order(1, 5, Line("Pork belly"), Line("Mojito", "bar"));

        var time = Card(order, station: null).Find("time");

        time.GetAttribute("data-since").Should().Be($"{Noon.AddMinutes(5).ToUnixTimeMilliseconds()}");
        time.GetAttribute("data-warn").Should().Be("120");
        time.GetAttribute("data-late").Should().Be("240");
        Card(order).Find("time").GetAttribute("data-warn").Should().Be("300");
    }

    [Fact]
    public void Ticket_without_a_key_names_none()
    {
        var order = Order(1, 0, Line("Pork belly"));

        Card(order, key: 9).Find(".bump").GetAttribute("data-key").Should().Be("9");
        Card(order, key: 0).Find(".bump").HasAttribute("data-key").Should().BeFalse();
        Card(order, key: 0).FindAll("kbd").Should().BeEmpty();
    }

    [Fact]
    public void Language_of_the_house_is_spoken()
    {
        System.Globalization.CultureInfo.CurrentUICulture = System.Globalization.CultureInfo.GetCultureInfo("ko");

        Card(Order(1, 0, Line("삼겹살"))).Find(".bump").TextContent.Should().Contain("완료");
    }

    private IRenderedComponent<TicketCard> Card(Order order, string? station = "grill", int key = 1) =>
        Render<TicketCard>(p => p.Add(c => c.Order, order).Add(c => c.View, View(station)).Add(c => c.Key, key).Add(c => c.Send, SendAsync));

    private static Task ChangeAsync(IRenderedComponent<TicketCard> card, Order newer) => card.InvokeAsync(() => card.Instance.Show(newer));
}
