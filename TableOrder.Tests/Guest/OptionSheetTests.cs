using AngleSharp.Dom;
using Bunit;
using TableOrder.Core;
using TableOrder.Core.Carts;
using TableOrder.Core.Menu;
using TableOrder.Web.Guest;
using static TableOrder.Tests.Guest.Dishes;

namespace TableOrder.Tests.Guest;

public sealed class OptionSheetTests : GuestScreen
{
    private readonly Modifier crispy = Option("Crispy");
    private readonly Modifier juicy = Option("Juicy");
    private readonly Modifier garlic = Option("Garlic", 1000);
    private readonly Modifier greens = Option("Greens", 3000);
    private readonly Modifier gone = Option("Truffle", 9000, soldOut: true);
    private readonly MenuItem pork;
    private string? refuses;
    private readonly List<AddToCart> added = [];

    public OptionSheetTests() => pork = Dish("Pork", 17000, 2, Group("Extras", 0, 1, garlic, greens, gone), Group("Doneness", 1, 1, crispy, juicy));

    [Fact]
    public void Required_groups_come_first_with_their_rule_in_words()
    {
        var sheet = Show();

        sheet.FindAll(".question").Select(question => question.TextContent).Should().Equal("Doneness", "Extras");
        sheet.FindAll(".rule").Select(rule => rule.TextContent).Should().Equal("Choose 1", "Up to 1");
    }

    [Fact]
    public void Without_a_required_answer_nothing_is_added_and_words_say_what_is_missing()
    {
        var sheet = Show();

        sheet.Find(".add").Click();

        added.Should().BeEmpty();
        sheet.Find("[role=alert]").TextContent.Should().Be("Please choose first: Doneness");
        sheet.FindAll("fieldset[data-missing]").Should().ContainSingle();
    }

    [Fact]
    public void What_was_missing_is_no_longer_said_once_it_is_chosen()
    {
        var sheet = Show();
        sheet.Find(".add").Click();

        Choose(sheet, "Juicy");

        sheet.Find("[role=alert]").TextContent.Should().BeEmpty();
        sheet.FindAll("fieldset[data-missing]").Should().BeEmpty();
    }

    [Fact]
    public void At_the_maximum_the_other_options_can_not_be_chosen_until_one_is_taken_back()
    {
        var sheet = Show();

        Choose(sheet, "Garlic");
        Input(sheet, "Greens").HasAttribute("disabled").Should().BeTrue();
        Input(sheet, "Garlic").Change(false);

        Input(sheet, "Greens").HasAttribute("disabled").Should().BeFalse();
    }

    [Fact]
    public void A_sold_out_option_is_disabled_and_says_so()
    {
        var sheet = Show();

        Input(sheet, "Truffle").HasAttribute("disabled").Should().BeTrue();
        Label(sheet, "Truffle").TextContent.Should().Contain("Sold out");
    }

    [Fact]
    public void The_button_tells_the_price_of_the_whole()
    {
        var sheet = Show();
        sheet.Find(".add b").TextContent.Should().Be("₩34,000");

        Choose(sheet, "Garlic");
        sheet.Find("button[aria-label='One more']").Click();

        sheet.Find(".add b").TextContent.Should().Be("₩54,000");
    }

    [Fact]
    public void The_quantity_stays_between_the_minimum_and_what_is_left()
    {
        var sheet = Show(left: 3);
        sheet.Find("button[aria-label='One fewer']").HasAttribute("disabled").Should().BeTrue();

        sheet.Find("button[aria-label='One more']").Click();

        sheet.Find("output").TextContent.Should().Be("3");
        sheet.Find("button[aria-label='One more']").HasAttribute("disabled").Should().BeTrue();
    }

    [Fact]
    public void Adding_gives_the_line_with_options_note_quantity_and_price()
    {
        var sheet = Show();
        Choose(sheet, "Crispy");
        Choose(sheet, "Juicy");
        Choose(sheet, "Garlic");
        sheet.Find("textarea").Input("  no salt ");

        sheet.Find(".add").Click();

        added
            .Should()
            .ContainSingle()
            .Which.Should()
            .BeEquivalentTo(new AddToCart(pork.Id, [juicy.Id, garlic.Id], 2) { Note = "no salt", SeenPrice = new Money(18000) });
    }

    [Fact]
    public void A_dish_that_sells_out_meanwhile_can_not_be_added()
    {
        var sheet = Show();

        sheet.Render(parameters => parameters.Add(s => s.Dish, pork with { SoldOut = true }).Add(s => s.IsOut, true));

        sheet.Find(".add").HasAttribute("disabled").Should().BeTrue();
        sheet.Find("[role=alert]").TextContent.Should().Contain("no longer available");
    }

    [Fact]
    public void An_option_that_sells_out_meanwhile_is_no_longer_chosen()
    {
        var sheet = Show();
        Choose(sheet, "Garlic");
        var extras = pork.ModifierGroups[0];

        sheet.Render(parameters =>
            parameters.Add(
                s => s.Dish,
                pork with
                {
                    ModifierGroups = [extras with { Modifiers = [garlic with { SoldOut = true }, greens] }, pork.ModifierGroups[1]],
                }
            )
        );

        sheet.Find(".add b").TextContent.Should().Be("₩34,000");
        Input(sheet, "Greens").HasAttribute("disabled").Should().BeFalse();
    }

    [Fact]
    public void What_the_cart_refuses_is_said_and_the_choice_stays()
    {
        refuses = "The cart is full.";
        var sheet = Show();
        Choose(sheet, "Crispy");

        sheet.Find(".add").Click();

        sheet.Find("[role=alert]").TextContent.Should().Be("The cart is full.");
        Input(sheet, "Crispy").HasAttribute("checked").Should().BeTrue();
        JSInterop.Invocations.Should().NotContain(call => call.Identifier == "tableOrder.hide");
    }

    private Task<string?> Add(AddToCart add)
    {
        added.Add(add);
        return Task.FromResult(refuses);
    }

    private IRenderedComponent<OptionSheet> Show(int? left = null) =>
        Render<OptionSheet>(parameters => parameters.Add(s => s.Dish, pork).Add(s => s.Left, left).Add(s => s.Currency, "KRW").Add(s => s.Add, Add));

    private static void Choose(IRenderedComponent<OptionSheet> sheet, string option) => Input(sheet, option).Change(true);

    private static IElement Input(IRenderedComponent<OptionSheet> sheet, string option) => Label(sheet, option).QuerySelector("input")!;

    private static IElement Label(IRenderedComponent<OptionSheet> sheet, string option) =>
        sheet.FindAll("label.option").Single(label => string.Equals(label.QuerySelector(".name")!.TextContent, option, StringComparison.Ordinal));
}
