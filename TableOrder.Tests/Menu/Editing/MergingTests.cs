using TableOrder.Core;
using TableOrder.Core.Menu;
using TableOrder.Core.Menu.Editing;

namespace TableOrder.Tests.Menu.Editing;

public sealed class MergingTests
{
    private static readonly DishDraft Origin = new()
    {
        CategoryId = Guid.NewGuid(),
        Name = Text(("ko", "전"), ("en", "Pancake")),
        Price = new Money(19_000),
        Allergens = ["egg", "wheat"],
        Hours = [new ServingHours(new TimeOnly(11, 0), new TimeOnly(14, 0), [])],
    };

    [Fact]
    public void What_only_one_of_two_changed_is_merged_by_itself()
    {
        var mine = Origin with { Price = new Money(20_000) };
        var theirs = Origin with { Course = 2, Allergens = ["egg"], Name = Origin.Name.With("en", "Scallion pancake") };

        var merged = MenuFields.Dish.Merge(Origin, mine, theirs);

        merged.Disputed.Should().BeEmpty();
        merged.Taken.Should().Equal("name.en", "course", "allergens");
        merged.Draft.Price.Should().Be(new Money(20_000));
        merged.Draft.Course.Should().Be(2);
        merged.Draft.Allergens.Should().Equal("egg");
        merged.Draft.Name.In("en").Should().Be("Scallion pancake");
    }

    [Fact]
    public void What_both_changed_differently_is_mine_until_somebody_takes_theirs()
    {
        var mine = Origin with { Price = new Money(20_000), Hours = [] };
        var theirs = Origin with { Price = new Money(21_000), Hours = [] };

        var merged = MenuFields.Dish.Merge(Origin, mine, theirs);

        merged.Disputed.Should().Equal("price");
        merged.Taken.Should().BeEmpty("both took the hours away");
        merged.Draft.Price.Should().Be(new Money(20_000));
        MenuFields.Dish.Take(merged.Draft, theirs, "price").Price.Should().Be(new Money(21_000));
        MenuFields.Dish.Take(merged.Draft, theirs, "nothing").Should().Be(merged.Draft);
    }

    [Fact]
    public void Languages_are_fields_of_their_own()
    {
        var mine = Origin with { Description = Origin.Description.With("ko", "바삭해요") };
        var theirs = Origin with { Description = Origin.Description.With("en", "Crisp"), Name = Origin.Name.With("en", "") };

        var merged = MenuFields.Dish.Merge(Origin, mine, theirs);

        merged.Disputed.Should().BeEmpty();
        merged
            .Draft.Description.Texts.Should()
            .BeEquivalentTo(new Dictionary<string, string>(StringComparer.Ordinal) { ["ko"] = "바삭해요", ["en"] = "Crisp" });
        merged.Draft.Name.Texts.Keys.Should().Equal("ko");
    }

    [Fact]
    public void Lists_are_compared_by_what_is_in_them_and_texts_by_language_not_by_order()
    {
        var same = Origin with { Allergens = ["egg", "wheat"], Hours = [.. Origin.Hours], Name = Text(("en", "Pancake"), ("ko", "전")) };

        MenuFields.Dish.Changed(Origin, same).Should().BeEmpty();
        MenuFields.Dish.Changed(Origin, same with { Allergens = ["wheat", "egg"], Groups = [Guid.NewGuid()] }).Should().Equal("allergens", "groups");
    }

    [Fact]
    public void A_choice_s_options_are_one_field()
    {
        var option = new ModifierDraft(Guid.NewGuid(), LocalText.Same("hot"));
        var origin = new GroupDraft { Name = LocalText.Same("How hot?"), Modifiers = [option] };

        var merged = MenuFields.Group.Merge(
            origin,
            origin with
            {
                Modifiers = [option with { SoldOut = true }],
            },
            origin with
            {
                Max = 1,
                Min = 1,
                Modifiers = [option, new(Guid.NewGuid(), LocalText.Same("mild"))],
            }
        );

        merged.Taken.Should().Equal("min");
        merged.Disputed.Should().Equal("modifiers");
        merged.Draft.Modifiers.Should().ContainSingle().Which.SoldOut.Should().BeTrue();
    }

    [Fact]
    public void Nothing_changed_by_them_is_nothing_to_tell()
    {
        var merged = MenuFields.Dish.Merge(Origin, Origin with { Price = Money.Zero, Name = LocalText.Empty }, Origin);

        (merged.Taken.Count, merged.Disputed.Count, merged.Draft.Price).Should().Be((0, 0, Money.Zero));
    }

    private static LocalText Text(params (string Language, string Text)[] texts) =>
        new(texts.ToDictionary(pair => pair.Language, pair => pair.Text, StringComparer.Ordinal));
}
