using TableOrder.Core;
using TableOrder.Core.Menu;
using TableOrder.Core.Ordering;
using TableOrder.Tests.Support;
using TableOrder.Web.Kitchen;

namespace TableOrder.Tests.Kitchen;

/// <summary>Orders and stations in memory, as a kitchen screen is given them.</summary>
internal static class KitchenOrders
{
    public static readonly DateTimeOffset Noon = Orders.PlacedAt;

    public static readonly IReadOnlyList<Station> Stations =
    [
        new("grill", LocalText.Same("Grill"), "🔥", TimeSpan.FromSeconds(300), TimeSpan.FromSeconds(480)),
        new("bar", LocalText.Same("Bar"), "🍸", TimeSpan.FromSeconds(120), TimeSpan.FromSeconds(240)),
    ];

    public static KitchenView View(string? station = "grill") => new(station, Stations);

    public static OrderLine Line(string name, string? station = "grill", LineStatus status = LineStatus.Placed, int quantity = 1) =>
        Orders.Line(status, station, status == LineStatus.Cancelled ? 0 : quantity) with
        {
            Name = LocalText.Same(name),
            CancelledQuantity = status == LineStatus.Cancelled ? quantity : 0,
        };

    /// <summary>An order whose tickets were fired so many minutes after noon; untouched.</summary>
    public static Order Order(int number, int minute, params OrderLine[] lines)
    {
        var order = Orders.Of(lines) with { Number = number, Version = 1, TableName = "12", PlacedAt = Noon.AddMinutes(minute) };
        return order.WithTickets(ticket => ticket with { FiredAt = order.PlacedAt });
    }

    public static Order WithTickets(this Order order, Func<Ticket, Ticket> change) => order with { Tickets = [.. order.Tickets.Select(change)] };

    /// <summary>The order after a step by the real rule.</summary>
    public static Order After(this Order order, StepOrder step) => StepRule.Decide(order, step, Noon.AddHours(1)).Value.After;

    public static IReadOnlyDictionary<Guid, Order> Board(params Order[] orders) => orders.ToDictionary(order => order.Id);
}
