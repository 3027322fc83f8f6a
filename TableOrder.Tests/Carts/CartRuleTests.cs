using TableOrder.Core;
using TableOrder.Core.Carts;
using TableOrder.Core.Menu;
using TableOrder.Core.Ordering;
using TableOrder.Tests.Support;
using static TableOrder.Tests.Guest.Dishes;

namespace TableOrder.Tests.Carts;

public sealed class CartRuleTests
{
    private static readonly Guid Minji = Guid.NewGuid();
    private static readonly Guid Juno = Guid.NewGuid();
    private static readonly Guid Waiter = Guid.NewGuid();
    private static readonly Modifier Hot = Option("hot", 500);
    private static readonly Modifier Mild = Option("mild");
    private static readonly Modifier GoneOption = Option("gone", soldOut: true);
    private static readonly MenuItem Stew = Dish("Stew", 9_500, 1, Group("how", 1, 1, Hot, Mild, GoneOption));
    private static readonly MenuItem Rice = Dish("Rice", 1_000);
    private static readonly MenuItem Out = Dish("Out", 1_000) with { SoldOut = true };
    private static readonly MenuItem Lunch = Dish("Lunch") with { Hours = [new ServingHours(new TimeOnly(11, 0), new TimeOnly(15, 0), [])] };
    private static readonly MenuNow Menu = new(MenuWith(Stew, Rice, Out, Lunch).Menu, new DateTime(2026, 11, 20, 19, 0, 0, DateTimeKind.Unspecified));

    [Fact]
    public void Two_who_want_the_same_share_a_line_and_each_keeps_their_part()
    {
        var cart = Add(Add(Add(SharedCart.Empty, Minji, Rice, 1), Juno, Rice, 2), Minji, Rice, 1);

        cart.Lines.Should().ContainSingle().Which.Quantity.Should().Be(4);
        cart.Lines[0].Shares.Should().Equal(new CartShare(Minji, 2), new CartShare(Juno, 2));
    }

    [Fact]
    public void Other_options_or_another_note_are_another_line()
    {
        var cart = Add(Add(Add(SharedCart.Empty, Minji, Stew, 1, Hot), Juno, Stew, 1, Mild), Juno, Stew, 1, Mild, note: "no leek");

        cart.Lines.Select(line => (line.Options.Single(), line.Note)).Should().Equal((Hot.Id, null), (Mild.Id, null), (Mild.Id, "no leek"));
        cart.Lines.Select(line => line.SeenPrice.Minor).Should().Equal(10_000, 9_500, 9_500);
    }

    [Fact]
    public void Fewer_are_taken_from_whoever_presses_then_from_the_last_who_joined_in()
    {
        var cart = Add(Add(Add(SharedCart.Empty, Minji, Rice, 2), Juno, Rice, 2), Waiter, Rice, 1);

        var fewer = Change(cart, Juno, -3);

        fewer.Lines[0].Shares.Should().Equal(new CartShare(Minji, 2));
        Change(fewer, Juno, -1).Lines[0].Shares.Should().Equal(new CartShare(Minji, 1));
    }

    [Theory]
    [InlineData(-2)]
    [InlineData(-3)]
    [InlineData(int.MinValue)]
    public void With_nothing_left_the_line_is_gone(int by) => Change(Add(SharedCart.Empty, Minji, Rice, 2), Juno, by).Lines.Should().BeEmpty();

    [Fact]
    public void A_line_that_is_gone_can_not_be_changed()
    {
        var cart = Add(SharedCart.Empty, Minji, Rice, 1);

        CartRule.Change(cart, new ChangeCartLine(Guid.NewGuid(), 1), Minji).Refusal!.Code.Should().Be(Refusal.NotFound);
    }

    [Theory]
    [InlineData(99, 1, CartRule.LineFull)]
    [InlineData(98, 1, null)]
    [InlineData(1, int.MaxValue, CartRule.LineFull)]
    public void A_line_holds_at_most_99_and_nothing_is_dropped_silently(int held, int by, string? code)
    {
        var cart = Add(SharedCart.Empty, Minji, Rice, held);

        CartRule.Change(cart, new ChangeCartLine(cart.Lines[0].Id, by), Juno).Refusal?.Code.Should().Be(code);
        if (by <= 99)
        {
            CartRule.Add(cart, Menu, new AddToCart(Rice.Id, [], by), Juno, Guid.NewGuid).Refusal?.Code.Should().Be(code);
        }
    }

    [Fact]
    public void A_cart_holds_as_many_lines_as_an_order()
    {
        var cart = Enumerable.Range(0, PlaceRule.MostLines).Aggregate(SharedCart.Empty, (cart, i) => Add(cart, Minji, Rice, 1, note: $"{i}"));

        CartRule.Add(cart, Menu, new AddToCart(Rice.Id, [], 1) { Note = "one more" }, Juno, Guid.NewGuid).Refusal!.Code.Should().Be(CartRule.Full);
        Add(cart, Juno, Rice, 1, note: "7").Lines[7].Quantity.Should().Be(2, "an equal line still takes more");
    }

    [Fact]
    public void What_can_not_be_ordered_does_not_get_into_the_cart()
    {
        Refused(new AddToCart(Guid.NewGuid(), [], 1)).Should().Be(OrderRefusal.UnknownItem);
        Refused(new AddToCart(Out.Id, [], 1)).Should().Be(OrderRefusal.SoldOut);
        Refused(new AddToCart(Lunch.Id, [], 1)).Should().Be(OrderRefusal.SoldOut);
        Refused(new AddToCart(Stew.Id, [GoneOption.Id], 1)).Should().Be(OrderRefusal.SoldOut);
        Refused(new AddToCart(Stew.Id, [], 1)).Should().Be(Refusal.Invalid);
        Refused(new AddToCart(Stew.Id, [Hot.Id, Mild.Id], 1)).Should().Be(Refusal.Invalid);
        Refused(new AddToCart(Stew.Id, [Hot.Id, Hot.Id], 1)).Should().Be(Refusal.Invalid);
        Refused(new AddToCart(Rice.Id, [Hot.Id], 1)).Should().Be(Refusal.Invalid);
        Refused(new AddToCart(Rice.Id, [], 0)).Should().Be(Refusal.Invalid);
        Refused(new AddToCart(Rice.Id, [], 100)).Should().Be(Refusal.Invalid);
        Refused(new AddToCart(Rice.Id, [], 1) { Note = new string('x', 10_000) }).Should().Be(Refusal.Invalid);
        Refused(new AddToCart(Rice.Id, [], 1) { SeenPrice = new Money(-1) }).Should().Be(Refusal.Invalid);
    }

    [Fact]
    public void A_note_keeps_no_mark_that_turns_the_writing_around()
    {
        var cart = Add(SharedCart.Empty, Minji, Rice, 1, note: "\u202Eno salt\u2066\u0007 ");

        cart.Lines[0].Note.Should().Be("no salt");
        Add(cart, Juno, Rice, 1, note: "no salt").Lines.Should().ContainSingle("it is the same line");
    }

    [Fact]
    public void The_same_again_is_what_can_be_had_of_it_now()
    {
        var order = Orders.Of(
            Ordered(Stew, 2, Hot, note: "no leek"),
            Ordered(Out, 1),
            Ordered(Rice, 1) with
            {
                Quantity = 0,
                CancelledQuantity = 1,
                Status = LineStatus.Cancelled,
            },
            Ordered(Rice, 3)
        );

        var filled = CartRule.Again(Add(SharedCart.Empty, Juno, Rice, 1), Menu, order, Minji, Guid.CreateVersion7).Value;

        filled.LeftOut.Select(name => name.In("en")).Should().Equal("Out");
        filled.Cart.Lines.Select(line => (line.MenuItemId, line.Quantity, line.Note)).Should().Equal((Rice.Id, 4, null), (Stew.Id, 2, "no leek"));
        filled.Cart.Lines[1].Options.Should().Equal(Hot.Id);
    }

    [Fact]
    public void Nothing_of_it_to_be_had_is_a_refusal_that_says_why() =>
        CartRule
            .Again(SharedCart.Empty, Menu, Orders.Of(Ordered(Out, 1)), Minji, Guid.CreateVersion7)
            .Refusal!.Code.Should()
            .Be(OrderRefusal.SoldOut);

    private static OrderLine Ordered(MenuItem dish, int quantity, Modifier? option = null, string? note = null) =>
        Orders.Line(LineStatus.Served, quantity: quantity) with
        {
            MenuItemId = dish.Id,
            Name = dish.Name,
            Modifiers = option is null ? [] : [new LineModifier(option.Id, option.Name, option.Price)],
            Note = note,
        };

    private static string Refused(AddToCart add) => CartRule.Add(SharedCart.Empty, Menu, add, Minji, Guid.NewGuid).Refusal!.Code;

    private static SharedCart Add(SharedCart cart, Guid person, MenuItem dish, int quantity, Modifier? option = null, string? note = null) =>
        CartRule
            .Add(cart, Menu, new AddToCart(dish.Id, option is null ? [] : [option.Id], quantity) { Note = note }, person, Guid.CreateVersion7)
            .Value;

    private static SharedCart Change(SharedCart cart, Guid person, int by) =>
        CartRule.Change(cart, new ChangeCartLine(cart.Lines[0].Id, by), person).Value;
}
