using Bunit;
using TableOrder.Core;
using TableOrder.Core.Ordering;
using TableOrder.Core.Stations;
using TableOrder.Web.Kitchen;
using static TableOrder.Tests.Kitchen.KitchenOrders;

namespace TableOrder.Tests.Kitchen;

public class KitchenPanelTests : KitchenScreen
{
    private readonly Dictionary<Guid, Order> orders = [];

    [Fact]
    public async Task All_day_panel_renders_only_when_its_counts_change()
    {
        var order = Order(1, 0, Line("Pork belly", quantity: 2));
        orders[order.Id] = order;
        var panel = Render<AllDayPanel>(p => p.Add(a => a.View, View()).Add(a => a.Orders, orders));
        panel.Find("li").TextContent.Should().Be("Pork belly 2");

        orders[order.Id] = order.After(new StepOrder(order.Id, LineStatus.Preparing));
        await panel.InvokeAsync(() => panel.Instance.Recount([order.Id]));
        panel.RenderCount.Should().Be(1, "a started dish is still to be made");

        orders[order.Id] = order.After(new StepOrder(order.Id, LineStatus.Ready));
        await panel.InvokeAsync(() => panel.Instance.Recount([order.Id]));
        panel.FindAll("li").Should().BeEmpty();
        panel.Find("p").TextContent.Should().Be("Nothing to make");
    }

    [Fact]
    public async Task Busy_desk_is_told_in_a_sentence_that_goes_by_itself()
    {
        var note = Render<KitchenNote>();
        note.FindAll("p").Should().BeEmpty();

        await note.InvokeAsync(() => note.Instance.Say(new Refusal(Refusal.Busy)));

        note.Find("[role=status] p").TextContent.Should().Contain("try again in a moment");
        note.Find("p").HasAttribute("data-until").Should().BeTrue();
    }
}
