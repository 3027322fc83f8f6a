using Bunit;
using TableOrder.Core;
using TableOrder.Core.Menu;
using TableOrder.Web.Guest;
using static TableOrder.Tests.Guest.Dishes;

namespace TableOrder.Tests.Guest;

public sealed class CartPanelTests : GuestScreen
{
    private readonly MenuItem rice = Dish("Rice");
    private readonly MenuItem pork = Dish("Pork", 17000, least: 2);
    private readonly List<(string Key, int Quantity)> wishes = [];
    private readonly Cart cart;
    private int sent;

    public CartPanelTests() => cart = Cart.Empty().Add(Line(rice, 2)).Add(Line(pork, 2));

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

        wishes.Should().Equal((cart.Lines[0].Key, 0));
    }

    [Fact]
    public void At_the_minimum_fewer_means_out()
    {
        var panel = Show(cart, MenuWith(rice, pork));

        panel.Find("button[aria-label='One fewer: Rice']").Click();
        panel.Find("button[aria-label='Take out Pork']").Click();

        wishes.Should().Equal((cart.Lines[0].Key, 1), (cart.Lines[1].Key, 0));
    }

    [Fact]
    public void Lines_of_a_refusal_are_marked()
    {
        var panel = Show(cart, MenuWith(rice, pork), concerned: [cart.Lines[1].Key]);

        panel.FindAll("li[data-trouble]").Should().ContainSingle().Which.TextContent.Should().Contain("Pork");
    }

    [Fact]
    public void While_it_is_sent_nothing_can_be_changed_and_the_button_says_so()
    {
        var panel = Show(cart, MenuWith(rice, pork), isSending: true);

        panel.FindAll(".quantity button").Should().OnlyContain(button => button.HasAttribute("disabled"));
        panel.Find(".send").GetAttribute("aria-disabled").Should().Be("true");
        panel.Find(".send").TextContent.Should().Contain("Sending your order");
    }

    [Fact]
    public void The_button_sends()
    {
        Show(cart, MenuWith(rice, pork)).Find(".send").Click();

        sent.Should().Be(1);
    }

    [Fact]
    public void Empty_is_only_said_once_the_browser_told_what_it_kept()
    {
        Show(Cart.Empty(), MenuWith(rice), isRead: false).FindAll(".empty").Should().BeEmpty();
        Show(Cart.Empty(), MenuWith(rice)).Find(".empty").TextContent.Should().Contain("Nothing here yet");
    }

    [Fact]
    public void A_placed_order_is_confirmed_by_its_number_with_the_way_to_it()
    {
        var panel = Render<CartPanel>(parameters =>
            parameters
                .Add(p => p.Review, Cart.Empty().Against(MenuWith(rice)))
                .Add(p => p.Currency, "KRW")
                .Add(p => p.HeadingId, "cart")
                .Add(p => p.Placed, GuestOrders.Order())
        );

        panel.Find(".placed").TextContent.Should().Contain("Order 12 is in the kitchen");
        panel.Find(".placed a").GetAttribute("href").Should().Be("/order");
    }

    private static CartLine Line(MenuItem dish, int quantity) => new(dish.Id, dish.Name, [], null, quantity, dish.Price);

    private IRenderedComponent<CartPanel> Show(Cart shown, MenuView menu, bool isRead = true, bool isSending = false, params string[] concerned) =>
        Render<CartPanel>(parameters =>
            parameters
                .Add(p => p.Review, shown.Against(menu))
                .Add(p => p.Currency, "KRW")
                .Add(p => p.HeadingId, "cart")
                .Add(p => p.IsRead, isRead)
                .Add(p => p.IsSending, isSending)
                .Add(p => p.Concerned, concerned)
                .Add(p => p.OnQuantity, wishes.Add)
                .Add(p => p.OnSend, () => sent++)
        );
}
