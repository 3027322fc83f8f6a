using Bunit;
using TableOrder.Core.Menu;
using TableOrder.Core.Seating;
using TableOrder.Web.Guest;

namespace TableOrder.Tests.Guest;

public sealed class AllergySheetTests : GuestScreen
{
    private readonly List<ChangeAllergies> changes = [];

    [Fact]
    public void Each_thing_that_the_menu_contains_is_a_switch_with_a_sign_and_a_word()
    {
        var sheet = Show("egg");

        sheet.FindAll("[data-allergen]").Select(button => button.GetAttribute("aria-pressed")).Should().Equal("true", "false");
        sheet.FindAll("[data-allergen]")[1].TextContent.Trim().Should().Be("🥛Milk");
    }

    [Fact]
    public void A_tap_says_what_it_changes_and_nothing_of_what_others_said()
    {
        Show("egg").Find("[data-allergen=milk]").Click();
        Show("egg").Find("[data-allergen=egg]").Click();
        Show("egg", "milk").Find(".foot .button:not(.primary)").Click();

        changes
            .Should()
            .BeEquivalentTo([new ChangeAllergies(["milk"], []), new ChangeAllergies([], ["egg"]), new ChangeAllergies([], ["egg", "milk"])]);
    }

    [Fact]
    public void Every_code_has_a_word_and_a_sign_of_its_own()
    {
        var sheet = Render<AllergySheet>(parameters => parameters.Add(s => s.Codes, Allergens.All).Add(s => s.Avoided, []));

        var texts = sheet.FindAll("[data-allergen]").Select(button => button.TextContent.Trim()).ToList();
        texts.Should().OnlyHaveUniqueItems().And.NotContain(text => text.Contains("Allergen_", StringComparison.Ordinal) || text.StartsWith('⚠'));
    }

    private IRenderedComponent<AllergySheet> Show(params string[] avoided) =>
        Render<AllergySheet>(parameters =>
            parameters.Add(s => s.Codes, ["egg", "milk"]).Add(s => s.Avoided, avoided).Add(s => s.OnAvoid, changes.Add)
        );
}
