using TableOrder.Core.Menu;
using TableOrder.Web.Guest;
using static TableOrder.Tests.Guest.Dishes;

namespace TableOrder.Tests.Guest;

public sealed class DishChoiceTests
{
    private readonly Modifier egg = Option("Egg") with { Allergens = ["egg"] };
    private readonly Modifier noodles = Option("Noodles") with { Allergens = ["wheat"] };
    private readonly Modifier gone = Option("Cheese", soldOut: true);
    private readonly ModifierGroup extras;
    private readonly MenuItem dish;

    public DishChoiceTests()
    {
        extras = Group("Extras", 0, 2, egg, noodles, gone);
        dish = Dish("Tteokbokki", 9000, 1, extras);
    }

    [Fact]
    public void What_somebody_must_not_eat_is_asked_about_once_before_it_may_be_added()
    {
        var choice = new DishChoice(dish, null) { Avoided = ["soy", "milk"] };

        choice.ToAsk.Should().Equal("soy");
        choice.Accept().ToAsk.Should().BeEmpty();
        choice.Accept().Dangers.Should().Equal("soy");
    }

    [Fact]
    public void An_option_that_brings_something_else_is_asked_about_again()
    {
        var accepted = (new DishChoice(dish, null) { Avoided = ["soy", "egg"] }).Accept();

        var withEgg = accepted.Choose(extras, egg);

        withEgg.ToAsk.Should().Equal("egg");
        withEgg.Drop(egg).ToAsk.Should().BeEmpty();
        (accepted with { Avoided = ["soy", "egg", "wheat"] }).Choose(extras, noodles).ToAsk.Should().Equal("wheat");
    }

    [Fact]
    public void Where_nothing_is_avoided_nothing_is_asked() => new DishChoice(dish, null).Choose(extras, egg).ToAsk.Should().BeEmpty();

    [Fact]
    public void What_was_chosen_another_time_is_chosen_again_as_far_as_it_is_offered()
    {
        var choice = new DishChoice(dish, null).ChooseAgain([gone.Id, noodles.Id, Guid.NewGuid(), egg.Id]);

        choice.Chosen.Should().Equal(egg.Id, noodles.Id);
        choice.IsFull(extras).Should().BeTrue();
    }

    [Fact]
    public void More_than_a_group_allows_now_is_not_chosen_again()
    {
        var stricter = dish with { ModifierGroups = [extras with { Max = 1 }] };

        new DishChoice(stricter, null).ChooseAgain([egg.Id, noodles.Id]).Chosen.Should().ContainSingle();
    }
}
