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
        sheet.FindAll(".most")[1].TextContent.Should().Be("That is the most you can choose here: 1. Take one back to choose another.");
        Input(sheet, "Garlic").Change(false);

        sheet.FindAll(".most").Should().OnlyContain(words => words.TextContent.Length == 0);
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

    [Fact]
    public void What_somebody_must_not_eat_is_asked_about_before_it_is_added()
    {
        var sheet = Show();
        sheet.Render(parameters => parameters.Add(s => s.Avoided, ["soy"]));
        Choose(sheet, "Juicy");

        sheet.Find(".add").Click();

        added.Should().BeEmpty();
        sheet.Find("[role=alert]").TextContent.Should().Be("Contains: Soy. Add it anyway?");
        sheet.Find(".add").TextContent.Should().StartWith("Add anyway");
        sheet.Find(".add").Click();
        added.Should().ContainSingle();
    }

    [Fact]
    public void A_second_tap_before_the_sheet_is_seen_to_close_adds_nothing_more()
    {
        var sheet = Show();
        Choose(sheet, "Juicy");

        sheet.Find(".add").Click();
        sheet.Find(".add").Click();

        added.Should().ContainSingle();
    }

    [Fact]
    public void An_option_that_somebody_must_not_eat_says_so()
    {
        var oily = garlic with { Allergens = ["milk", "peanut"] };
        var dish = pork with { ModifierGroups = [pork.ModifierGroups[0] with { Modifiers = [oily, greens] }] };

        var sheet = Render<OptionSheet>(parameters => parameters.Add(s => s.Dish, dish).Add(s => s.Currency, "KRW").Add(s => s.Avoided, ["peanut"]));

        Label(sheet, "Garlic⚠ Contains: Peanut").Should().NotBeNull();
        sheet.FindAll(".option .danger").Should().ContainSingle();
    }

    [Fact]
    public void It_opens_as_it_was_chosen_last_time_and_says_so()
    {
        var sheet = Render<OptionSheet>(parameters =>
            parameters.Add(s => s.Dish, pork).Add(s => s.Currency, "KRW").Add(s => s.LastTime, [juicy.Id, greens.Id, gone.Id]).Add(s => s.Add, Add)
        );

        sheet.Find(".again").TextContent.Should().Contain("last time");
        sheet.Find(".add").Click();
        added.Should().ContainSingle().Which.Options.Should().BeEquivalentTo([juicy.Id, greens.Id]);
        Show().FindAll(".again").Should().BeEmpty();
    }

    [Fact]
    public void A_note_longer_than_an_order_takes_is_told_and_not_added()
    {
        var sheet = Show();
        Choose(sheet, "Juicy");
        sheet.Find("textarea").Input(new string('x', 201));

        sheet.Find(".add").Click();

        added.Should().BeEmpty();
        sheet.Find("[role=alert]").TextContent.Should().Be("The note is too long. Please keep it to 200 characters.");
    }

    [Theory]
    [InlineData(0, 2, "Up to 2")]
    [InlineData(2, 2, "Choose 2")]
    [InlineData(1, 2, "Choose 1 to 2")]
    [InlineData(1, 3, "At least 1")]
    public void A_groups_rule_is_told_in_words(int least, int most, string words)
    {
        var dish = pork with { ModifierGroups = [Group("Extras", least, most, garlic, greens, crispy)] };

        Render<OptionSheet>(parameters => parameters.Add(s => s.Dish, dish).Add(s => s.Currency, "KRW")).Find(".rule").TextContent.Should().Be(words);
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
