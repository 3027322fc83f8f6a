using TableOrder.Core;
using TableOrder.Core.Ordering;

namespace TableOrder.Tests.Guest;

/// <summary>An order in memory, as a guest's page gets it.</summary>
internal static class GuestOrders
{
    public static readonly DateTimeOffset Noon = new(2026, 3, 2, 3, 0, 0, TimeSpan.Zero);

    public static Order Order(params OrderLine[] lines) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            Number = 12,
            BusinessDay = new DateOnly(2026, 3, 2),
            HalfHour = Noon,
            Round = 1,
            SeatingId = Guid.CreateVersion7(),
            TableName = "7",
            Status = OrderStatusRule.Derive(lines),
            Version = 1,
            Currency = "KRW",
            PlacedAt = Noon,
            Allergies = [],
            Tickets = [new Ticket("grill") { FiredAt = Noon }],
            Lines = lines,
        };

    public static OrderLine Line(string name, LineStatus status, int quantity = 1, int cancelled = 0) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            MenuItemId = Guid.CreateVersion7(),
            Name = LocalText.Same(name),
            Modifiers = [new LineModifier(Guid.CreateVersion7(), LocalText.Same("Crispy"), Money.Zero)],
            Quantity = quantity,
            CancelledQuantity = cancelled,
            UnitPrice = new Money(17000),
            TaxRate = 1000,
            Note = "no garlic",
            Station = "grill",
            Course = 0,
            Status = status,
            ChangedVersion = 1,
            Allergens = [],
        };
}
