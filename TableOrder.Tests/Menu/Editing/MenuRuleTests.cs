using TableOrder.Core;
using TableOrder.Core.Menu;
using TableOrder.Core.Menu.Editing;

namespace TableOrder.Tests.Menu.Editing;

public sealed class MenuRuleTests
{
    private static readonly string[] Languages = ["ko", "en"];
    private static readonly DishDraft Dish = new() { CategoryId = Guid.NewGuid(), Name = LocalText.Empty.With("ko", "전") };
    private static readonly GroupDraft Group = new()
    {
        Name = LocalText.Same("맵기"),
        Modifiers = [new ModifierDraft(Guid.NewGuid(), LocalText.Same("순한맛"))],
    };

    [Fact]
    public void A_dish_with_a_name_and_a_choice_with_an_option_are_taken()
    {
        MenuRule.Refuse(Dish, "ko").Should().BeNull();
        MenuRule.Refuse(Group, "ko").Should().BeNull();
    }

    [Fact]
    public void What_is_wrong_with_a_dish_is_named_field_by_field()
    {
        var hours = new ServingHours(new TimeOnly(9, 0), new TimeOnly(9, 0), []);
        var wrong = Dish with
        {
            Name = LocalText.Empty.With("en", "Pancake"),
            Description = LocalText.Same(new string('x', MenuRule.LongestDescription + 1)),
            Emoji = new string('x', 30),
            Price = new Money(-1),
            TaxRate = 10_001,
            Course = 10,
            MinQuantity = 0,
            Allergens = ["love"],
            Hours = [hours],
            Groups = [.. Enumerable.Range(0, 21).Select(_ => Guid.NewGuid())],
        };

        MenuRule
            .Refuse(wrong, "ko")!
            .Errors!.Keys.Should()
            .Equal("name", "description", "emoji", "price", "taxRate", "course", "minQuantity", "allergens", "hours", "groups");
    }

    [Fact]
    public void What_is_wrong_with_a_choice_is_named_field_by_field()
    {
        Wrong(Group with { Name = LocalText.Empty }).Should().Equal("name");
        Wrong(Group with { Min = 2 }).Should().Equal("min");
        Wrong(Group with { Max = 2 }).Should().Equal("max");
        Wrong(Group with { Max = 0 }).Should().Equal("max");
        Wrong(Group with { Modifiers = [] }).Should().Equal("max", "modifiers");
        Wrong(Group with { Modifiers = [Group.Modifiers[0] with { Price = new Money(-1) }] }).Should().Equal("modifiers");
        Wrong(Group with { Modifiers = [Group.Modifiers[0] with { Allergens = ["love"] }] }).Should().Equal("modifiers");
        Wrong(Group with { Modifiers = [Group.Modifiers[0], Group.Modifiers[0]] }).Should().Equal("modifiers");
        Wrong(Group with { Modifiers = [Group.Modifiers[0] with { Name = LocalText.Empty.With("en", "mild") }] }).Should().Equal("modifiers");
    }

    [Fact]
    public void What_is_kept_is_tidy()
    {
        var tidy = MenuRule.Tidy(
            Dish with
            {
                Name = LocalText.Empty.With("en", " Pancake\u202E ").With("ko", "전 "),
                Description = LocalText.Empty.With("en", "One.\r\nTwo.").With("ko", "  "),
                Emoji = " ",
                Station = "",
                Allergens = ["wheat", "egg", "egg"],
                Groups = [Dish.CategoryId, Dish.CategoryId],
            },
            Languages
        );

        tidy.Name.Texts.Should().Equal(new Dictionary<string, string>(StringComparer.Ordinal) { ["ko"] = "전", ["en"] = "Pancake" });
        tidy.Name.In("fr").Should().Be("전", "the house's own language stands in for one that is missing");
        tidy.Description.Texts.Should().Equal(new Dictionary<string, string>(StringComparer.Ordinal) { ["en"] = "One. Two." });
        (tidy.Emoji, tidy.Station, tidy.Groups.Count).Should().Be((DishDraft.UsualEmoji, null, 1));
        tidy.Allergens.Should().Equal("egg", "wheat");
    }

    [Fact]
    public void What_is_not_translated_is_named_by_language()
    {
        Dish.MissingIn(Languages).Should().Equal("en");
        (Dish with { Name = LocalText.Same("전") }).MissingIn(Languages).Should().BeEmpty();
        (Dish with { Name = LocalText.Same("전"), Description = LocalText.Empty.With("en", "Crisp") }).MissingIn(Languages).Should().Equal("ko");
        Group.MissingIn(Languages).Should().BeEmpty();
        (Group with { Modifiers = [Group.Modifiers[0] with { Name = LocalText.Empty.With("ko", "순한맛") }] })
            .MissingIn(Languages)
            .Should()
            .Equal("en");
    }

    private static IEnumerable<string> Wrong(GroupDraft group) => MenuRule.Refuse(group, "ko")?.Errors!.Keys ?? [];
}
