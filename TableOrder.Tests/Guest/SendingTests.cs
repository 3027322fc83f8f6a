using TableOrder.Core;
using TableOrder.Core.Ordering;
using TableOrder.Web.Guest;

namespace TableOrder.Tests.Guest;

public sealed class SendingTests
{
    private readonly Cart cart = Cart.Empty()
        .Add(new CartLine(Guid.NewGuid(), LocalText.Same("Rice"), [], null, 1, new Money(1000)))
        .Add(new CartLine(Guid.NewGuid(), LocalText.Same("Soup"), [], null, 1, new Money(9000)));

    [Fact]
    public void A_placed_cart_is_followed_by_an_empty_one_with_another_id()
    {
        var sent = Sending.Of(cart, new PlacedOrder(GuestOrders.Order(), Created: true));

        sent.Placed!.Number.Should().Be(12);
        sent.Cart.Lines.Should().BeEmpty();
        sent.Cart.RequestId.Should().NotBe(cart.RequestId);
    }

    [Theory]
    [InlineData(Refusal.Busy)]
    [InlineData(OrderRefusal.SoldOut)]
    [InlineData(OrderRefusal.PriceChanged)]
    [InlineData(OrderRefusal.UnknownItem)]
    public void A_refused_cart_is_kept_with_its_id(string code)
    {
        var sent = Sending.Of(cart, new OrderRefusal(code));

        sent.Cart.Lines.Should().Equal(cart.Lines);
        sent.Cart.RequestId.Should().Be(cart.RequestId);
    }

    [Fact]
    public void A_refusal_marks_the_lines_it_is_about()
    {
        var refusal = new OrderRefusal(OrderRefusal.SoldOut) { Lines = [new RefusedLine(1, cart.Lines[1].ItemId)] };

        Sending.Of(cart, refusal).Concerned.Should().Equal(cart.Lines[1].Key);
    }

    [Fact]
    public void A_cart_that_already_became_another_order_goes_on_under_a_new_id()
    {
        var sent = Sending.Of(cart with { Unconfirmed = true }, new OrderRefusal(OrderRefusal.KeyReused) { Current = GuestOrders.Order() });

        sent.Earlier!.Number.Should().Be(12);
        sent.Cart.Lines.Should().Equal(cart.Lines);
        sent.Cart.RequestId.Should().NotBe(cart.RequestId);
        sent.Cart.Unconfirmed.Should().BeFalse();
    }

    [Fact]
    public void Busy_leaves_open_whether_an_earlier_attempt_arrived()
    {
        Sending.Of(cart with { Unconfirmed = true }, new Refusal(Refusal.Busy)).Cart.Unconfirmed.Should().BeTrue();
        Sending.Of(cart with { Unconfirmed = true }, new OrderRefusal(OrderRefusal.SoldOut)).Cart.Unconfirmed.Should().BeFalse();
    }
}
