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
                SELECT e.order_id, e.order_version, e.event_type FROM orders o JOIN order_events e ON e.order_id = o.id
                WHERE {OfPage} ORDER BY e.order_id, e.order_version
                """,
                row => new EventKey(row.Id(0), row.Int(1), row.Text(2)),
                Range(page)
            )
            .ToLookup(happened => happened.OrderId);

    public static int LastNumber(Session session, string day) =>
        session.First("SELECT last_number FROM business_days WHERE day = $1", row => row.Int(0), day);

    /// <summary>The seatings whose kept total is not the sum of their orders' totals.</summary>
    public static void Seatings(Session session, Findings findings) =>
        session.Read(
            """
            SELECT id, total, counted FROM
                (SELECT s.id, s.total, COALESCE((SELECT SUM(o.total) FROM orders o WHERE o.seating_id = s.id), 0) AS counted FROM seatings s) AS sums
            WHERE total <> counted
            """,
            row =>
            {
                findings.Expect(row.Long(1), row.Long(2), $"seating {row.Id(0)}: total");
                return true;
            }
        );

    /// <summary>What SQLite itself says of the file: its pages and indexes, and rows that point to nothing.</summary>
    public static void Integrity(Session session, Findings findings)
    {
        session.Read(
            "PRAGMA integrity_check",
            row =>
            {
                if (row.Text(0) is not "ok" and var fault)
                {
                    findings.Add($"integrity: {fault.ReplaceLineEndings(" ")}");
                }

                return true;
            }
        );
        session.Read(
            "PRAGMA foreign_key_check",
            row =>
            {
                // A table without row ids has no number to tell.
                findings.Add($"foreign key: row {row.TextOrNull(1) ?? "?"} of {row.Text(0)} points to a row of {row.Text(2)} that is not there");
                return true;
            }
        );
    }

    private static Value[] Range(IReadOnlyList<OrderKey> page) => [page[0].Day, page[0].Number, page[^1].Day, page[^1].Number];
}

/// <summary>An order's place in the pages, with the total that is kept of it.</summary>
internal readonly record struct OrderKey(Guid Id, string Day, int Number, Money Total);

internal readonly record struct TicketKey(Guid OrderId, string Station, bool Shown);

internal readonly record struct EventKey(Guid OrderId, int Version, string Type);
