using Bunit;
using TableOrder.Core;
using TableOrder.Core.Menu;
using TableOrder.Core.Ordering;
using TableOrder.Tests.Support;
using TableOrder.Web.Manager;
using static TableOrder.Core.Ordering.LineStatus;

namespace TableOrder.Tests.Manager;

/// <summary>What the manager is told of tickets that no kitchen screen holds.</summary>
public sealed class UnheldTicketsTests : ManagerScreen
{
    private static readonly MenuSnapshot Menu = new(
        1,
        [
            new Station(
                "grill",
                new LocalText(new Dictionary<string, string>(StringComparer.Ordinal) { ["ko"] = "그릴", ["en"] = "Grill" }),
                "🔥",
                TimeSpan.FromMinutes(5),
                TimeSpan.FromMinutes(8)
            ),
        ],
        []
    );

    [Fact]
    public void A_ticket_tells_table_number_station_and_since_when_and_waits_unseen_for_its_time()
    {
        var order = Orders.Of(Orders.Line(Placed)) with { Number = 12 };

        var alarm = Show(order).Find("[role=alert] li");

        alarm.TextContent.Should().Contain("Table 7").And.Contain("#12").And.Contain("🔥 Grill").And.Contain("since 12:00");
        alarm.QuerySelector("[data-until]")!.GetAttribute("data-until").Should().Be($"{Orders.PlacedAt.AddSeconds(20).ToUnixTimeMilliseconds()}");
    }

    [Fact]
    public void Those_that_wait_longest_come_first_and_a_station_that_is_gone_is_told_by_its_slug()
    {
        var first = Orders.Of(Orders.Line(Placed, "oven"), Orders.Line(Placed)) with { Number = 3 };
        var later = Orders.Of(Orders.Line(Placed)) with { Number = 2 };
        later = later.With("grill", ticket => ticket with { FiredAt = Orders.PlacedAt.AddSeconds(1) });
        var held = first.With("grill", ticket => ticket with { ReceivedAt = Orders.PlacedAt });

        UnheldTicket.Of([later, held], Menu, House).Select(ticket => (ticket.Number, ticket.Station)).Should().Equal((3, "oven"), (2, "🔥 Grill"));
    }

    [Fact]
    public void It_renders_again_only_when_a_ticket_comes_or_goes()
    {
        var order = Orders.Of(Orders.Line(Placed));
        var shown = Show(order);

        Again(shown, order with { Version = 11, PrioritizedAt = Orders.PlacedAt }, Orders.Of(Orders.Line(Preparing)));
        shown.RenderCount.Should().Be(1);

        Again(shown, ReceiveRule.Decide(order, ["grill"], Orders.PlacedAt).After);
        shown.RenderCount.Should().Be(2);
        shown.FindAll("li").Should().BeEmpty();
    }

    private static IReadOnlyList<UnheldTicket> Of(params Order[] orders) => UnheldTicket.Of(orders, Menu, House);

    private static void Again(IRenderedComponent<UnheldTickets> shown, params Order[] orders) =>
        shown.Render(parameters => parameters.Add(c => c.Tickets, Of(orders)));

    private IRenderedComponent<UnheldTickets> Show(params Order[] orders) =>
        Render<UnheldTickets>(parameters => parameters.Add(c => c.Tickets, Of(orders)));
}
