using TableOrder.Core;
using TableOrder.Core.Ordering;

namespace TableOrder.Tests.Support;

/// <summary>Orders in memory, for rules that need no database. They are at version 10, their lines unchanged since 1.</summary>
public static class Orders
{
    public const int Version = 10;
    public static readonly DateTimeOffset PlacedAt = new(2026, 3, 2, 3, 0, 0, TimeSpan.Zero);

    public static Order Of(params OrderLine[] lines) =>
        new()
        {
            Id = Guid.NewGuid(),
            Number = 1,
            BusinessDay = new DateOnly(2026, 3, 2),
            HalfHour = PlacedAt,
            Round = 1,
            SeatingId = Guid.NewGuid(),
            TableId = Guid.NewGuid(),
            TableName = "7",
            Status = OrderStatusRule.Derive(lines),
            Version = Version,
            Currency = "KRW",
            PlacedAt = PlacedAt,
            Allergies = [],
            Lines = lines,
            Tickets =
            [
                .. lines
                    .Where(line => line.Station is not null)
                    .GroupBy(line => line.Station!, StringComparer.Ordinal)
                    .Select(mine => new Ticket(mine.Key) { FiredAt = mine.All(line => line.Status == LineStatus.Held) ? null : PlacedAt }),
            ],
        };

    public static OrderLine Line(LineStatus status, string? station = "grill", int quantity = 1, int changed = 1) =>
        new()
        {
            Id = Guid.NewGuid(),
            MenuItemId = Guid.NewGuid(),
            Name = LocalText.Same("dish"),
            Modifiers = [],
            Quantity = quantity,
            UnitPrice = new Money(1000),
            TaxRate = 1000,
            Station = station,
            Course = 0,
            Status = status,
            ChangedVersion = changed,
            Allergens = [],
        };

    /// <summary>The same order with one of its tickets changed.</summary>
    public static Order With(this Order order, string station, Func<Ticket, Ticket> change) =>
        order with
        {
            Tickets = [.. order.Tickets.Select(ticket => string.Equals(ticket.Station, station, StringComparison.Ordinal) ? change(ticket) : ticket)],
        };

    public static Ticket Ticket(this Order order, string station) =>
        order.Tickets.Single(ticket => string.Equals(ticket.Station, station, StringComparison.Ordinal));

    public static LineStatus[] Statuses(this Order order) => [.. order.Lines.Select(line => line.Status)];
}
