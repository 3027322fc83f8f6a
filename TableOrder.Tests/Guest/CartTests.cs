using TableOrder.Core;
using TableOrder.Core.Ordering;
using TableOrder.Web.Guest;
using static TableOrder.Tests.Guest.Dishes;

namespace TableOrder.Tests.Guest;

public sealed class CartTests
{
    private static readonly Guid Garlic = Guid.NewGuid();
    private static readonly Guid Greens = Guid.NewGuid();
    private readonly Guid dish = Guid.NewGuid();

    [Fact]
    public void Equal_lines_become_one_whatever_the_order_of_their_options()
    {
        var cart = Cart.Empty().Add(Line(1, null, Garlic, Greens)).Add(Line(2, null, Greens, Garlic));

        cart.Lines.Should().ContainSingle().Which.Quantity.Should().Be(3);
    }

    [Fact]
    public void Another_option_or_another_note_is_another_line()
    {
        var cart = Cart.Empty().Add(Line(1, null, Garlic)).Add(Line(1, null, Greens)).Add(Line(1, "no salt", Garlic));

        cart.Lines.Should().HaveCount(3);
    }

    [Fact]
    public void A_line_never_grows_beyond_99()
    {
        var cart = Cart.Empty().Add(Line(98, null)).Add(Line(5, null));

        cart.Lines[0].Quantity.Should().Be(99);
        cart.SetQuantity(cart.Lines[0].Key, 120).Lines[0].Quantity.Should().Be(99);
    }

    [Fact]
    public void Quantity_none_takes_the_line_out()
    {
        var cart = Cart.Empty().Add(Line(2, null)).Add(Line(1, "hot"));

        cart.SetQuantity(cart.Lines[0].Key, 0).Lines.Should().ContainSingle().Which.Note.Should().Be("hot");
    }

    [Fact]
    public void The_hundred_and_first_line_does_not_fit()
    {
        var full = Enumerable.Range(0, 100).Aggregate(Cart.Empty(), (cart, i) => cart.Add(Line(1, $"note {i}")));

        full.IsFull.Should().BeTrue();
        full.Add(Line(1, "one more")).Should().BeSameAs(full);
        full.Add(Line(1, "note 7")).Lines[7].Quantity.Should().Be(2);
    }

    [Fact]
    public void Changes_keep_the_request_id_and_carts_do_not_share_one()
    {
        var cart = Cart.Empty();

        cart.Add(Line(1, null)).SetQuantity(Line(1, null).Key, 3).RequestId.Should().Be(cart.RequestId);
        Cart.Empty().RequestId.Should().NotBe(cart.RequestId);
    }

    [Fact]
    public void The_total_follows_the_menu_of_now_and_the_change_is_seen()
    {
        var garlic = Option("Garlic", 1000);
        var pork = Dish("Pork", 17000, 1, Group("Extras", 0, 2, garlic));
        var cart = Cart.Empty().Add(new CartLine(pork.Id, pork.Name, [garlic.Id], null, 2, new Money(18000)));

        cart.Against(MenuWith(pork)).Total.Should().Be(new Money(36000));
        var now = cart.Against(MenuWith(pork with { Price = new Money(18000) }));

        now.Total.Should().Be(new Money(38000));
        now.Lines[0].IsRepriced.Should().BeTrue();
        now.Command(cart.RequestId).Lines[0].UnitPrice.Should().Be(new Money(19000));
        now.Agreed(cart).Against(MenuWith(pork with { Price = new Money(18000) })).Lines[0].IsRepriced.Should().BeFalse();
    }

    [Fact]
    public void What_can_not_be_had_says_why_and_is_not_counted()
    {
        var (rice, soup) = (Dish("Rice"), Dish("Soup", 9000));
        var cart = Cart.Empty().Add(Of(rice, 1)).Add(Of(soup, 1));

        var review = cart.Against(MenuWith(rice with { SoldOut = true }));

        review.Lines.Select(line => line.Trouble).Should().Equal(CartTrouble.SoldOut, CartTrouble.Gone);
        review.Total.Should().Be(Money.Zero);
        review.CanBeSent.Should().BeFalse();
    }

    [Fact]
    public void A_sold_out_option_and_a_changed_choice_are_told_apart()
    {
        var garlic = Option("Garlic");
        var pork = Dish("Pork", 17000, 1, Group("Extras", 0, 2, garlic));
        var cart = Cart.Empty().Add(new CartLine(pork.Id, pork.Name, [garlic.Id], null, 1, pork.Price));
        var soldOut = pork with { ModifierGroups = [pork.ModifierGroups[0] with { Modifiers = [garlic with { SoldOut = true }] }] };
        var without = pork with { ModifierGroups = [Group("Extras", 0, 2, Option("Greens"))] };

        cart.Against(MenuWith(soldOut)).Lines[0].Trouble.Should().Be(CartTrouble.OptionSoldOut);
        cart.Against(MenuWith(without)).Lines[0].Trouble.Should().Be(CartTrouble.OptionsChanged);
    }

    [Fact]
    public void Portions_are_counted_over_all_lines_of_a_dish()
    {
        var rice = Dish("Rice");
        var cart = Cart.Empty().Add(Of(rice, 3)).Add(Of(rice, 2, "well done"));

        var review = cart.Against(MenuWith([rice], new Dictionary<Guid, int> { [rice.Id] = 4 }));

        review.Lines.Should().OnlyContain(line => line.Trouble == CartTrouble.TooFewLeft && line.Left == 4);
    }

    [Fact]
    public void The_minimum_of_a_dish_is_reached_by_its_lines_together()
    {
        var pork = Dish("Pork", 17000, least: 3);
        var cart = Cart.Empty().Add(Of(pork, 1)).Add(Of(pork, 2, "crispy"));

        cart.Against(MenuWith(pork)).Lines.Select(line => line.Least).Should().Equal(1, 2);
        cart.Against(MenuWith(pork)).CanBeSent.Should().BeTrue();
        cart.SetQuantity(cart.Lines[0].Key, 0).Against(MenuWith(pork)).Lines[0].Trouble.Should().Be(CartTrouble.BelowMinimum);
    }

    private static CartLine Of(Core.Menu.MenuItem item, int quantity, string? note = null) => new(item.Id, item.Name, [], note, quantity, item.Price);

    private CartLine Line(int quantity, string? note, params Guid[] options) =>
        new(dish, LocalText.Same("Pork"), options, note, quantity, new Money(1000));
}
