using TableOrder.Core;
using TableOrder.Core.Carts;
using TableOrder.Core.Menu;
using TableOrder.Web.Guest;
using static TableOrder.Tests.Guest.Carts;
using static TableOrder.Tests.Guest.Dishes;

namespace TableOrder.Tests.Guest;

public sealed class CartReviewTests
{
    private readonly MenuItem rice = Dish("Rice");
    private readonly MenuItem soup = Dish("Soup", 9000);

    [Fact]
    public void The_total_follows_the_menu_of_now_and_the_change_is_seen()
    {
        var garlic = Option("Garlic", 1000);
        var pork = Dish("Pork", 17000, 1, Group("Extras", 0, 2, garlic));
        var cart = Of(Line(pork, 2, null, garlic.Id) with { SeenPrice = new Money(18000) });

        CartReview.Of(cart, MenuWith(pork)).Should().BeEquivalentTo(new { Total = new Money(36000), Differs = false });
        var now = CartReview.Of(cart, MenuWith(pork with { Price = new Money(18000) }));

        now.Should()
            .BeEquivalentTo(
                new
                {
                    Total = new Money(38000),
                    Differs = true,
                    CanBeSent = true,
                }
            );
        now.ToSend.Lines.Should().Equal(new AcceptedLine(cart.Lines[0].Id, 2, new Money(19000)));
    }

    [Fact]
    public void What_can_not_be_had_says_why_and_the_rest_can_be_accepted()
    {
        var cart = Of(Line(rice, 2), Line(soup, 1), Line(Dish("Gone"), 1));

        var review = CartReview.Of(cart, MenuWith(rice with { SoldOut = true }, soup));

        review.Lines.Select(line => line.Trouble).Should().Equal(CartTrouble.SoldOut, CartTrouble.None, CartTrouble.Gone);
        (review.Total, review.Accepted, review.Differs, review.CanBeSent).Should().Be((new Money(9000), new Money(9000), true, true));
        review.ToSend.Lines.Should().Equal(new AcceptedLine(cart.Lines[1].Id, 1, new Money(9000)));
    }

    [Fact]
    public void With_nothing_left_there_is_nothing_to_send() =>
        CartReview.Of(Of(Line(rice, 1)), MenuWith(rice with { SoldOut = true })).CanBeSent.Should().BeFalse();

    [Fact]
    public void A_sold_out_option_and_a_changed_choice_are_told_apart()
    {
        var garlic = Option("Garlic");
        var pork = Dish("Pork", 17000, 1, Group("Extras", 0, 2, garlic));
        var cart = Of(Line(pork, 1, null, garlic.Id));
        var soldOut = pork with { ModifierGroups = [pork.ModifierGroups[0] with { Modifiers = [garlic with { SoldOut = true }] }] };
        var without = pork with { ModifierGroups = [Group("Extras", 0, 2, Option("Greens"))] };

        CartReview.Of(cart, MenuWith(soldOut)).Lines[0].Trouble.Should().Be(CartTrouble.OptionSoldOut);
        CartReview.Of(cart, MenuWith(without)).Lines[0].Trouble.Should().Be(CartTrouble.OptionsChanged);
    }

    [Fact]
    public void Portions_are_counted_over_all_lines_of_a_dish_and_given_in_their_order()
    {
        var cart = Of(Line(rice, 3), Line(rice, 2, "well done"));

        var review = CartReview.Of(cart, MenuWith([rice], new Dictionary<Guid, int> { [rice.Id] = 4 }));

        review.Lines.Should().OnlyContain(line => line.Trouble == CartTrouble.TooFewLeft && line.Left == 4);
        review.Lines.Select(line => line.Sent).Should().Equal(3, 1);
        review.ToSend.Lines.Select(line => line.Quantity).Should().Equal(3, 1);
        review.Accepted.Should().Be(new Money(4000));
    }

    [Fact]
    public void The_minimum_of_a_dish_is_reached_by_its_lines_together()
    {
        var pork = Dish("Pork", 17000, least: 3);
        var cart = Of(Line(pork, 1), Line(pork, 2, "crispy"));

        CartReview.Of(cart, MenuWith(pork)).Lines.Select(line => line.Least).Should().Equal(1, 2);
        CartReview.Of(cart, MenuWith(pork)).CanBeSent.Should().BeTrue();
        var fewer = CartReview.Of(Of(cart.Lines[1]), MenuWith(pork));
        fewer.Lines[0].Trouble.Should().Be(CartTrouble.BelowMinimum);
        fewer.CanBeSent.Should().BeFalse("only the guests can mend that");
    }

    [Fact]
    public void What_somebody_must_not_eat_is_the_dishs_and_its_options()
    {
        var egg = Option("Egg") with { Allergens = ["egg"] };
        var stew = Dish("Stew", 9000, 1, Group("Extras", 0, 2, egg)) with { Allergens = ["soy"] };
        var line = CartReview.Of(Of(Line(stew, 1, null, egg.Id)), MenuWith(stew)).Lines[0];

        line.Dangers(["egg", "soy", "milk"]).Should().BeEquivalentTo("egg", "soy");
        line.Dangers(["milk"]).Should().BeEmpty();
    }

    [Fact]
    public void A_dish_of_other_hours_is_left_out_and_says_so()
    {
        var lunch = rice with { Hours = [new ServingHours(new TimeOnly(11, 0), new TimeOnly(15, 0), [])] };

        var review = CartReview.Of(Of(Line(lunch, 1), Line(soup, 1)), MenuWith(lunch, soup) with { Local = new DateTime(2026, 11, 20, 16, 0, 0) });

        review.Lines.Select(line => (line.Trouble, line.Sent)).Should().Equal((CartTrouble.NotNow, 0), (CartTrouble.None, 1));
    }
}
