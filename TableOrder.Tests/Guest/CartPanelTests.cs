using Bunit;
using TableOrder.Core;
using TableOrder.Core.Carts;
using TableOrder.Core.Menu;
using TableOrder.Web.Guest;
using static TableOrder.Tests.Guest.Carts;
using static TableOrder.Tests.Guest.Dishes;

namespace TableOrder.Tests.Guest;

public sealed class CartPanelTests : GuestScreen
{
    private readonly MenuItem rice = Dish("Rice");
    private readonly MenuItem pork = Dish("Pork", 17000, least: 2);
    private readonly List<ChangeCartLine> wishes = [];
    private readonly SharedCart cart;
    private int sent;

    public CartPanelTests() => cart = Of(Line(rice, 2), Line(pork, 2));

    [Fact]
    public void Lines_and_total_are_what_the_menu_says_now()
    {
        var panel = Show(cart, MenuWith(rice, pork));

        panel.FindAll(".what b").Select(name => name.TextContent).Should().Equal("Rice", "Pork");
        panel.Find(".total b").TextContent.Should().Be("₩36,000");
    }

    [Fact]
    public void A_new_price_is_shown_beside_the_old_one()
    {
        var panel = Show(cart, MenuWith(rice with { Price = new Money(1500) }, pork));

        panel.Find(".changed").TextContent.Should().Be("Price changed (each): ₩1,000 → ₩1,500");
        panel.Find(".sum s").TextContent.Should().EndWith("₩2,000");
        panel.Find(".total b").TextContent.Should().Be("₩37,000");
    }

    [Fact]
    public void A_sold_out_dish_says_so_and_can_only_be_taken_out()
    {
        var panel = Show(cart, MenuWith(rice with { SoldOut = true }, pork));

        panel.Find("li[data-trouble] .trouble").TextContent.Should().Contain("sold out");
        panel.Find("li[data-trouble] .take-out").Click();

        wishes.Should().Equal(new ChangeCartLine(cart.Lines[0].Id, -2));
    }

    [Fact]
    public void At_the_minimum_fewer_means_out()
    {
        var panel = Show(cart, MenuWith(rice, pork));

        panel.Find("button[aria-label='One fewer: Rice']").Click();
        panel.Find("button[aria-label='Take out Pork']").Click();

        wishes.Should().Equal(new ChangeCartLine(cart.Lines[0].Id, -1), new ChangeCartLine(cart.Lines[1].Id, -2));
    }

    [Fact]
    public void Lines_of_a_refusal_are_marked()
    {
        var panel = Show(cart, MenuWith(rice, pork), concerned: [cart.Lines[1].Id]);

        panel.FindAll("li[data-trouble]").Should().ContainSingle().Which.TextContent.Should().Contain("Pork");
    }

    [Fact]
    public void While_it_is_sent_nothing_can_be_changed()
    {
        var panel = Show(cart, MenuWith(rice, pork), isSending: true);

        panel.FindAll(".quantity button").Should().OnlyContain(button => button.HasAttribute("disabled"));
        panel.Find(".send").GetAttribute("aria-disabled").Should().Be("true");
    }

    [Fact]
    public void The_button_sends()
    {
        Show(cart, MenuWith(rice, pork)).Find(".send").Click();

        sent.Should().Be(1);
    }

    [Fact]
    public void An_empty_cart_says_how_to_fill_it() => Show(Of(), MenuWith(rice)).Find(".empty").TextContent.Should().Contain("Nothing here yet");

    [Fact]
    public void Everybody_sees_who_wants_how_many()
    {
        var shared = cart.Lines[0] with
        {
            Shares = [.. cart.Lines[0].Shares, new CartShare(Other, 3) { Number = 2 }, new CartShare(Guid.NewGuid(), 1)],
        };

        var panel = Show(Of(shared), MenuWith(rice, pork));

        panel.FindAll(".who .visually-hidden").Select(name => name.TextContent).Should().Equal("민지 (you)", "Guest 2", "Staff");
        panel.FindAll(".share > span:last-child:not(.who)").Select(many => many.TextContent).Should().Equal("2", "3", "1");
        Show(cart, MenuWith(rice, pork)).FindAll(".share > span:not(.who)").Should().BeEmpty("one person's are the line's");
    }

    [Fact]
    public void A_placed_order_is_confirmed_by_its_number_with_the_way_to_it()
    {
        var panel = Render<CartPanel>(parameters =>
            parameters
                .Add(p => p.Review, CartReview.Of(Of(), MenuWith(rice)))
                .Add(p => p.Me, Me)
                .Add(p => p.Currency, "KRW")
                .Add(p => p.HeadingId, "cart")
                .Add(p => p.Placed, new SentCart(Guid.NewGuid(), 12, GuestOrders.Noon, new CartShare(Other, 1) { Nickname = "준호" }))
        );

        panel.Find(".placed").TextContent.Should().Contain("Order 12 is in the kitchen").And.Contain("준호 sent it");
        panel.Find(".placed a").GetAttribute("href").Should().Be("/order");
    }

    private IRenderedComponent<CartPanel> Show(SharedCart shown, MenuView menu, bool isSending = false, params Guid[] concerned) =>
        Render<CartPanel>(parameters =>
            parameters
                .Add(p => p.Review, CartReview.Of(shown, menu))
                .Add(p => p.Currency, "KRW")
                .Add(p => p.HeadingId, "cart")
                .Add(p => p.Me, Me)
                .Add(p => p.IsSending, isSending)
                .Add(p => p.Concerned, concerned)
                .Add(p => p.OnChange, wishes.Add)
                .Add(p => p.OnSend, () => sent++)
        );
}
