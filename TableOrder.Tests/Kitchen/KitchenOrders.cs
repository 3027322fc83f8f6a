using TableOrder.Core;
using TableOrder.Core.Menu;
using TableOrder.Core.Ordering;
using TableOrder.Web.Kitchen;

namespace TableOrder.Tests.Kitchen;

/// <summary>Orders and stations in memory, as a kitchen screen is given them.</summary>
internal static class KitchenOrders
{
    public static readonly DateTimeOffset Noon = new(2026, 3, 2, 3, 0, 0, TimeSpan.Zero);

    public static readonly IReadOnlyList<Station> Stations =
    [
        new("grill", LocalText.Same("Grill"), "🔥", TimeSpan.FromSeconds(300), TimeSpan.FromSeconds(480)),
        new("bar", LocalText.Same("Bar"), "🍸", TimeSpan.FromSeconds(120), TimeSpan.FromSeconds(240)),
    ];

    public static KitchenView View(string? station = "grill") => new(station, Stations);

    public static OrderLine Line(string name, string? station = "grill", LineStatus status = LineStatus.Placed, int quantity = 1) =>
        new()
        {
            Id = Guid.NewGuid(),
            MenuItemId = Guid.NewGuid(),
            Name = LocalText.Same(name),
            Modifiers = [],
            Quantity = status == LineStatus.Cancelled ? 0 : quantity,
            CancelledQuantity = status == LineStatus.Cancelled ? quantity : 0,
            UnitPrice = new Money(1000),
            TaxRate = 1000,
            Station = station,
            Course = 0,
            Status = status,
            ChangedVersion = 1,
            Allergens = [],
        };

    /// <summary>An order whose tickets were fired so many minutes after noon; untouched.</summary>
    public static Order Order(int number, int minute, params OrderLine[] lines) =>
        new()
        {
            Id = Guid.NewGuid(),
            Number = number,
            BusinessDay = new DateOnly(2026, 3, 2),
            HalfHour = Noon,
            Round = 1,
            SeatingId = Guid.NewGuid(),
            TableName = "12",
            Status = OrderStatusRule.Derive(lines),
            Version = 1,
            Currency = "KRW",
            PlacedAt = Noon.AddMinutes(minute),
            Allergies = [],
            Lines = lines,
            Tickets =
            [
                .. lines
                    .Where(line => line.Station is not null)
                    .Select(line => line.Station!)
                    .Distinct(StringComparer.Ordinal)
                    .Select(station => new Ticket(station) { FiredAt = Noon.AddMinutes(minute) }),
            ],
        };

    public static Order WithTickets(this Order order, Func<Ticket, Ticket> change) => order with { Tickets = [.. order.Tickets.Select(change)] };

    /// <summary>The order after a step by the real rule.</summary>
    public static Order After(this Order order, StepOrder step) => StepRule.Decide(order, step, Noon.AddHours(1)).Value.After;

    public static IReadOnlyDictionary<Guid, Order> Board(params Order[] orders) => orders.ToDictionary(order => order.Id);
}
