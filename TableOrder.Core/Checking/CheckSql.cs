using TableOrder.Core.Storage;

namespace TableOrder.Core.Checking;

/// <summary>Reads what a check compares, a page of orders at a time, however many there are.</summary>
internal static class CheckSql
{
    private const int Page = 100;
    private const string OfPage = "(o.business_day, o.number) >= ($1, $2) AND (o.business_day, o.number) <= ($3, $4)";

    public static long Orders(Session session) => session.First("SELECT count(*) FROM orders", row => row.Long(0));

    /// <summary>The orders that follow in the order of (business day, number).</summary>
    public static List<OrderKey> After(Session session, OrderKey last) =>
        session.Query(
            "SELECT id, business_day, number, total FROM orders WHERE (business_day, number) > ($1, $2) ORDER BY business_day, number LIMIT $3",
            row => new OrderKey(row.Id(0), row.Text(1), row.Int(2), row.Money(3)),
            last.Day,
            last.Number,
            Page
        );

    public static ILookup<Guid, TicketKey> Tickets(Session session, IReadOnlyList<OrderKey> page) =>
        session
            .Query(
                $"SELECT t.order_id, t.station, t.shown FROM orders o JOIN tickets t ON t.order_id = o.id WHERE {OfPage}",
                row => new TicketKey(row.Id(0), row.Text(1), row.Flag(2)),
                Range(page)
            )
            .ToLookup(ticket => ticket.OrderId);

    /// <summary>Each order's events in the order of their versions.</summary>
    public static ILookup<Guid, EventKey> Events(Session session, IReadOnlyList<OrderKey> page) =>
        session
            .Query(
                $"""
                SELECT e.order_id, e.order_version, e.event_type, e.sequence, e.seating_id, e.from_seating_id, e.stations, e.detail FROM orders o JOIN order_events e ON e.order_id = o.id
                WHERE {OfPage} ORDER BY e.order_id, e.order_version
                """,
                row => new EventKey(row.Id(0), row.Int(1), row.Text(2), row.Long(3), row.Told(4), row.Told(5), row.Text(6), row.Text(7)),
                Range(page)
            )
            .ToLookup(happened => happened.OrderId);

    public static int LastNumber(Session session, string day) =>
        session.First("SELECT last_number FROM business_days WHERE day = $1", row => row.Int(0), day);

    private static Value[] Range(IReadOnlyList<OrderKey> page) => [page[0].Day, page[0].Number, page[^1].Day, page[^1].Number];
}

/// <summary>An order's place in the pages, with the total that is kept of it.</summary>
internal readonly record struct OrderKey(Guid Id, string Day, int Number, Money Total);

internal readonly record struct TicketKey(Guid OrderId, string Station, bool Shown);

/// <summary>An event as it stands there. Its seatings are not read as ids: one that is none is for the check to tell. Where it comes from no other seating, that is empty.</summary>
internal readonly record struct EventKey(
    Guid OrderId,
    int Version,
    string Type,
    long Sequence,
    string Seating,
    string FromSeating,
    string Stations,
    string Detail
);
