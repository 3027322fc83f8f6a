using Bunit;
using TableOrder.Core;
using TableOrder.Core.Carts;
using TableOrder.Core.Menu;
using TableOrder.Web.Guest;
using static TableOrder.Tests.Guest.Carts;
using static TableOrder.Tests.Guest.Dishes;

namespace TableOrder.Tests.Guest;

public sealed class OrderSummaryTests : GuestScreen
{
    private readonly MenuItem rice = Dish("Rice");
    private readonly MenuItem pork = Dish("Pork", 17000, least: 2);
    private readonly List<CartReview> confirmed = [];

    [Fact]
    public void What_is_as_it_was_chosen_is_sent_without_much_ado()
    {
        var summary = Show(Of(Line(rice, 2), Line(pork, 2, "crispy")), MenuWith(rice, pork));

        summary.FindAll("li").Should().HaveCount(2);
        summary.FindAll(".difference").Should().BeEmpty();
        summary.Find(".total b").TextContent.Should().Be("₩36,000");
        summary.Find(".confirm").TextContent.Should().Contain("Send order");
        summary.Find(".confirm").Click();
        confirmed.Should().ContainSingle();
    }

    [Fact]
    public void What_has_changed_is_told_line_by_line_and_the_button_asks_to_accept_it()
    {
        var summary = Show(
            Of(Line(rice, 3), Line(pork, 2), Line(Dish("Gone"), 1)),
            MenuWith([rice, pork with { Price = new Money(18000) }], new Dictionary<Guid, int> { [rice.Id] = 2 })
        );

        summary
            .FindAll(".difference")
            .Select(difference => difference.TextContent)
            .Should()
            .Equal(
                "2 instead of 3: no more are left",
                "Price changed (each): ₩17,000 → ₩18,000",
                "Will be left out. No longer on the menu. Please take it out."
            );
        summary.Find(".total b").TextContent.Should().Be("₩38,000");
        summary.Find(".confirm").TextContent.Should().Contain("Accept and order");
    }

    [Fact]
    public void What_only_the_guests_can_mend_can_not_be_accepted()
    {
        var summary = Show(Of(Line(pork, 1)), MenuWith(pork));

        summary.Find(".difference").TextContent.Should().Contain("2 portions");
        summary.Find(".confirm").GetAttribute("aria-disabled").Should().Be("true");
    }

    [Fact]
    public void What_somebody_must_not_eat_is_said_once_more() =>
        Show(Of(Line(rice, 1)), MenuWith(rice), avoided: "soy").Find(".danger").TextContent.Should().Contain("Soy");

    private IRenderedComponent<OrderSummary> Show(SharedCart cart, MenuView menu, params string[] avoided) =>
        Render<OrderSummary>(parameters =>
            parameters
                .Add(p => p.Review, CartReview.Of(cart, menu))
                .Add(p => p.Currency, "KRW")
                .Add(p => p.Avoided, avoided)
                .Add(p => p.Me, Me)
                .Add(p => p.OnConfirm, confirmed.Add)
        );
}
