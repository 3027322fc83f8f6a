using TableOrder.Core;
using TableOrder.Core.Menu.Editing;
using TableOrder.Web.Manager.Dishes;

namespace TableOrder.Tests.Manager;

public sealed class MenuFormTests
{
    private static readonly DishDraft Dish = new()
    {
        CategoryId = Guid.NewGuid(),
        Name = LocalText.Same("전"),
        Price = new Money(19_000),
        TaxRate = 1000,
    };

    [Theory]
    [InlineData("19000", "KRW", 19_000L)]
    [InlineData(" 19,000 ", "KRW", 19_000L)]
    [InlineData("19.5", "KRW", null)]
    [InlineData("17.99", "USD", 1_799L)]
    [InlineData("17.999", "USD", null)]
    [InlineData("-1", "KRW", null)]
    [InlineData("much", "KRW", null)]
    [InlineData("", "KRW", null)]
    [InlineData("99999999999999999999", "KRW", null)]
    public void An_amount_is_read_as_people_type_it(string typed, string currency, long? minor)
    {
        MoneyText.Read(typed, currency)?.Minor.Should().Be(minor);
        MoneyText.Read(typed, currency).HasValue.Should().Be(minor is not null);
    }

    [Theory]
    [InlineData("10", 1_000)]
    [InlineData("7.5 %", 750)]
    [InlineData("0", 0)]
    [InlineData("0.001", null)]
    public void A_rate_is_typed_in_per_cent(string typed, int? rate)
    {
        MoneyText.ReadPercent(typed).Should().Be(rate);
        (rate is { } read ? MoneyText.ReadPercent(MoneyText.Percent(read)) : rate).Should().Be(rate);
    }

    [Fact]
    public void What_cannot_be_read_yet_is_kept_as_it_was_typed_and_named()
    {
        var form = new DishForm(Dish, "KRW") { Price = "2000o", TaxRate = "8" };

        form.Unreadable.Should().Equal("price");
        (form.Said.Price, form.Said.TaxRate).Should().Be((Dish.Price, 800));
        form.Take(form.Said with { TaxRate = 500, Course = 2 }, ["taxRate", "course"]);
        (form.Price, form.TaxRate, form.Draft.Course).Should().Be(("2000o", "5", 2));
    }

    [Fact]
    public void What_another_saves_is_taken_over_or_shown_and_gone_once_it_is_decided()
    {
        var differences = new Differences<DishDraft>(MenuFields.Dish, Dish);
        var mine = Dish with { Price = new Money(20_000) };

        var first = differences.Hear(mine, Dish with { Price = new Money(21_000), Course = 1 });
        differences.Taken.Should().Equal("course");
        differences.Disputed.Should().Equal("price");
        differences.IsChanged(first.Draft).Should().BeTrue();

        differences.Hear(first.Draft, Dish with { Price = new Money(20_000), Course = 1 });
        differences.Disputed.Should().BeEmpty("both say the same now");
        differences.IsChanged(first.Draft).Should().BeFalse();
    }

    [Fact]
    public void Options_keep_their_ids_however_they_are_moved()
    {
        var draft = new GroupDraft
        {
            Name = LocalText.Same("맵기"),
            Modifiers = [new(Guid.NewGuid(), LocalText.Same("순한맛")), new(Guid.NewGuid(), LocalText.Same("매운맛"))],
        };
        var form = new GroupForm(draft, "KRW");

        form.Move(form.Options[1], 0);
        form.Add();
        form.Options[2].Price = "x";

        form.Said.Modifiers.Take(2).Select(option => option.Id).Should().Equal(draft.Modifiers.Reverse().Select(option => option.Id));
        form.Unreadable.Should().Equal("modifiers");
    }
}
