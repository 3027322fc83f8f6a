using TableOrder.Core;
using TableOrder.Core.Ordering;
using TableOrder.Tests.Support;

namespace TableOrder.Tests.Guest;

/// <summary>An order in memory, as a guest's page gets it.</summary>
internal static class GuestOrders
{
    public static readonly DateTimeOffset Noon = Orders.PlacedAt;

    public static Order Order(params OrderLine[] lines) => Orders.Of(lines) with { Number = 12, Version = 1 };

    public static OrderLine Line(string name, LineStatus status, int quantity = 1, int cancelled = 0) =>
        Orders.Line(status, quantity: quantity) with
        {
            Name = LocalText.Same(name),
            Modifiers = [new LineModifier(Guid.CreateVersion7(), LocalText.Same("Crispy"), Money.Zero)],
            CancelledQuantity = cancelled,
            UnitPrice = new Money(17000),
            Note = "no garlic",
        };
}
