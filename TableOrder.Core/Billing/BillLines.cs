using TableOrder.Core.Ordering;
using TableOrder.Core.Storage;

namespace TableOrder.Core.Billing;

/// <summary>The lines of a bill as the log tells them: who ordered when and from where, and what was taken back.</summary>
internal static class BillLines
{
    private const string SelectEvents = """
        SELECT e.order_id, e.order_version, e.actor, e.device, e.detail, e.created_at FROM orders o JOIN order_events e ON e.order_id = o.id
        WHERE o.seating_id = $1 AND e.event_type <> 'order_received' ORDER BY e.sequence
        """;

    private const string Guests = "guest:";

    public static List<BillLine> Of(Session session, Guid seating, IReadOnlyList<Order> orders, IReadOnlyDictionary<Guid, int> unitsLeft)
    {
        var told = session
            .Query(
                SelectEvents,
                row => new Told(row.Id(0), row.Int(1), row.Text(2), row.Text(3), Columns.FromJson<EventDetail>(row.Text(4)), row.Time(5)),
                seating
            )
            .ToLookup(happened => happened.OrderId);
        return
        [
            .. orders
                .Where(order => order.Remake is null)
                .SelectMany(order => order.Lines.Select(line => Line(order, line, [.. told[order.Id]], unitsLeft[line.Id]))),
        ];
    }

    private static BillLine Line(Order order, OrderLine line, IReadOnlyList<Told> told, int unitsLeft) =>
        new()
        {
            Id = line.Id,
            OrderId = order.Id,
            OrderNumber = order.Number,
            OrderedAt = order.PlacedAt,
            Device = told[0].Device,
            ByStaff = told[0].ByStaff,
            Guest = line.Guest,
            Name = line.Name,
            Modifiers = [.. line.Modifiers.Select(modifier => modifier.Name)],
            UnitPrice = line.UnitPrice,
            Quantity = line.Quantity,
            TaxRate = line.TaxRate,
            UnitsLeft = unitsLeft,
            Cancelled =
            [
                .. told.SelectMany(happened =>
                    happened
                        .Detail.Lines.Where(move => move.Id == line.Id && move.Cancelled > 0)
                        .Select(move => new BillCancellation(happened.At, move.Cancelled, happened.ByStaff, happened.Detail.Reason))
                ),
            ],
        };

    private sealed record Told(Guid OrderId, int Version, string Actor, string Device, EventDetail Detail, DateTimeOffset At)
    {
        public bool ByStaff => !Actor.StartsWith(Guests, StringComparison.Ordinal);
    }
}
