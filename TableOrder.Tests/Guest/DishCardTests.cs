using Bunit;
using TableOrder.Core.Menu;
using TableOrder.Web.Guest;
using static TableOrder.Tests.Guest.Dishes;

namespace TableOrder.Tests.Guest;

public sealed class DishCardTests : GuestScreen
{
    private readonly MenuItem rice = Dish("Rice") with { Allergens = ["egg", "soy"] };

    [Fact]
    public void A_dish_that_somebody_must_not_eat_says_so_in_words_and_on_its_quick_button()
    {
        var card = Show(rice, dangers: "egg soy");

        card.Find(".danger").TextContent.Should().Be("⚠ Contains: Egg\u00a0· Soy");
        card.Find(".quick").GetAttribute("aria-label").Should().Be("Rice: contains Egg\u00a0· Soy. Look before adding");
        card.Find(".quick").GetAttribute("aria-haspopup").Should().Be("dialog");
        Show(rice).FindAll(".danger").Should().BeEmpty();
    }

    [Fact]
    public void Outside_of_its_hours_a_dish_tells_when_it_is_served_and_is_not_called_sold_out()
    {
        var lunch = rice with { Hours = [new ServingHours(new TimeOnly(11, 0), new TimeOnly(15, 0), [])] };

        var later = Show(lunch, isOut: true);

        later.Find(".hours").TextContent.Should().Contain("Served 11:00–15:00");
        later.FindAll(".out, .quick").Should().BeEmpty();
        later.Find(".open").HasAttribute("disabled").Should().BeTrue();
        Show(lunch).Find(".hours").TextContent.Should().Contain("11:00–15:00").And.NotContain("Served");
    }

    [Fact]
    public void A_sold_out_lunch_is_sold_out_whatever_the_hour()
    {
        var lunch = rice with { SoldOut = true, Hours = [new ServingHours(new TimeOnly(11, 0), new TimeOnly(15, 0), [])] };

        Show(lunch, isSoldOut: true, isOut: true).Find(".tags").TextContent.Trim().Should().Be("Sold out");
    }

    [Fact]
    public void A_photo_takes_the_emojis_place_in_the_size_that_fits()
    {
        var card = Show(rice with { Photo = new Photo("abc", [320, 960]) });

        var image = card.Find(".picture img");
        image.GetAttribute("srcset").Should().Be("/photos/abc-320 320w, /photos/abc-960 960w");
        image.GetAttribute("src").Should().Be("/photos/abc-960");
        (image.GetAttribute("loading"), image.GetAttribute("alt"), image.GetAttribute("width"), image.GetAttribute("height"))
            .Should()
            .Be(("lazy", "", "640", "480"));
        card.FindAll(".picture span").Should().BeEmpty();
        Show(rice).Find(".picture").TextContent.Trim().Should().Be("🍚");
    }

    [Fact]
    public void Every_dish_that_can_be_had_shows_a_plus_and_only_one_without_choices_has_a_second_button()
    {
        var asks = Show(rice with { ModifierGroups = [Group("Size", 1, 1, Option("Large"))] });

        asks.Find(".plus").HasAttribute("aria-hidden").Should().BeTrue("the card itself opens it");
        asks.FindAll("button").Should().ContainSingle();
        Show(rice).FindAll("button").Should().HaveCount(2);
        Show(rice, isOut: true).FindAll(".plus").Should().BeEmpty();
    }

    [Fact]
    public void A_rank_is_a_word()
    {
        Show(rice, rank: 1).Find(".rank").TextContent.Should().Be("No. 1");
        Show(rice).FindAll(".rank").Should().BeEmpty();
    }

    private IRenderedComponent<DishCard> Show(MenuItem dish, string dangers = "", bool isSoldOut = false, bool isOut = false, int rank = 0) =>
        Render<DishCard>(parameters =>
            parameters
                .Add(c => c.Dish, dish)
                .Add(c => c.Currency, "KRW")
                .Add(c => c.Dangers, dangers)
                .Add(c => c.IsSoldOut, isSoldOut)
                .Add(c => c.IsOut, isOut)
                .Add(c => c.Rank, rank)
        );
}
