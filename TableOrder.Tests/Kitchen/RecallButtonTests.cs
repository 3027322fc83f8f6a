using Bunit;
using TableOrder.Core;
using TableOrder.Core.Ordering;
using TableOrder.Web.Kitchen;
using static TableOrder.Tests.Kitchen.KitchenOrders;

namespace TableOrder.Tests.Kitchen;

public class RecallButtonTests : KitchenScreen
{
    private Order now;

    public RecallButtonTests()
    {
        var order = Order(207, 0, Line("Pork belly"), Line("Mojito", "bar"));
        now = order.After(new StepOrder(order.Id, LineStatus.Ready));
        Desk = step => now = now.After(step);
    }

    [Fact]
    public void Nothing_bumped_nothing_to_recall() => Recall().Find("button").HasAttribute("disabled").Should().BeTrue();

    [Fact]
    public async Task Last_bump_comes_back_at_its_stations_alone_even_if_it_was_served_meanwhile()
    {
        var recall = Recall();
        await recall.InvokeAsync(() => recall.Instance.Remember(now.Id, 207, ["grill"]));
        now = now.After(new StepOrder(now.Id, LineStatus.Served));
        recall.Find("button").TextContent.Should().Contain("#207");

        recall.Find("[data-key='0']").Click();

        View("grill").Belongs(now).Should().BeTrue();
        View("bar").Belongs(now).Should().BeFalse();
        recall.Find("button").HasAttribute("disabled").Should().BeTrue("there is nothing else to call back");
    }

    [Fact]
    public async Task What_came_back_by_itself_is_passed_over()
    {
        var recall = Recall();
        await recall.InvokeAsync(() => recall.Instance.Remember(now.Id, 207, ["grill"]));
        now = now.After(new StepOrder(now.Id, LineStatus.Preparing) { Version = now.Version });
        Desk = _ => throw new InvalidOperationException("Nothing may be sent.");

        recall.Find("button").Click();

        Sent.Should().BeEmpty();
        recall.Find("button").HasAttribute("disabled").Should().BeTrue();
    }

    [Fact]
    public async Task Refused_recall_may_be_tried_again()
    {
        var recall = Recall();
        await recall.InvokeAsync(() => recall.Instance.Remember(now.Id, 207, ["grill"]));
        Desk = _ => new Refusal(Refusal.Busy);

        recall.Find("button").Click();

        recall.Find("button").HasAttribute("disabled").Should().BeFalse();
    }

    private IRenderedComponent<RecallButton> Recall() =>
        Render<RecallButton>(p => p.Add(r => r.Read, _ => Task.FromResult<Outcome<Order>>(now)).Add(r => r.Send, SendAsync));
}
