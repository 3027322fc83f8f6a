using TableOrder.Web.Guest;

namespace TableOrder.Tests.Guest;

public sealed class KeptChoicesTests
{
    private readonly Guid dish = Guid.CreateVersion7();
    private readonly Guid[] options = [Guid.CreateVersion7(), Guid.CreateVersion7()];

    [Fact]
    public void What_was_chosen_comes_back()
    {
        var back = KeptChoices.Read(KeptChoices.None.With(Guid.NewGuid(), []).With(dish, options).Write());

        back.Of(dish).Should().Equal(options);
        back.Of(Guid.NewGuid()).Should().BeEmpty();
    }

    [Fact]
    public void The_last_choice_of_a_dish_counts_and_fifty_dishes_are_remembered()
    {
        var choices = KeptChoices.None.With(dish, options).With(dish, [options[1]]);
        choices.Of(dish).Should().Equal(options[1]);

        var many = Enumerable.Range(0, 49).Aggregate(choices, (kept, _) => kept.With(Guid.NewGuid(), options));
        KeptChoices.Read(many.Write()).Of(dish).Should().Equal(options[1]);
        many.With(Guid.NewGuid(), []).Of(dish).Should().BeEmpty();
    }

    [Fact]
    public void Fifty_dishes_with_all_their_options_fit_into_what_is_read()
    {
        var many = Enumerable
            .Range(0, 60)
            .Aggregate(KeptChoices.None, (kept, _) => kept.With(Guid.NewGuid(), [.. Enumerable.Range(0, 30).Select(_ => Guid.NewGuid())]));

        many.Write().Length.Should().BeLessThan(20_000);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("[null]")]
    [InlineData("[5]")]
    [InlineData("[\"\"]")]
    [InlineData("[\"short\"]")]
    [InlineData("[\"!!!!!!!!!!!!!!!!!!!!!!\"]")]
    [InlineData("[\"김치김치김치김치김치김치김치김치김치김치김치\"]")]
    public void What_could_not_have_been_made_here_is_ignored(string? text) => KeptChoices.Read(text).Write().Should().Be("[]");
}
