using Bunit;
using TableOrder.Core.Ordering;
using TableOrder.Tests.Support;
using static TableOrder.Core.Ordering.LineStatus;
using OrderRow = TableOrder.Web.Manager.OrderRow;

namespace TableOrder.Tests.Manager;

public sealed class OrderRowTests : ManagerScreen
{
    [Fact]
    public void A_row_tells_since_when_the_kitchen_has_the_order()
    {
        Show(Orders.Of(Orders.Line(Placed)), received: "19:02").Find(".received").TextContent.Should().Be("received 19:02");
        Show(Orders.Of(Orders.Line(Placed)), received: null).FindAll(".received").Should().BeEmpty();
    }

    [Fact]
    public void A_row_renders_again_only_when_its_order_changed()
    {
        var order = Orders.Of(Orders.Line(Placed));
        var row = Show(order, received: null);

        row.Render(parameters => parameters.Add(c => c.Order, order with { }));
        row.RenderCount.Should().Be(1);

        row.Render(parameters => parameters.Add(c => c.Order, order with { Version = 11 }).Add(c => c.Received, "19:02"));
        row.RenderCount.Should().Be(2);
        row.Find(".received").TextContent.Should().Be("received 19:02");
    }

    private IRenderedComponent<OrderRow> Show(Order order, string? received) =>
        Render<OrderRow>(parameters => parameters.Add(c => c.Order, order).Add(c => c.Received, received));
}
