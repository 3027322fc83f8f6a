using TableOrder.Core.Storage;

namespace TableOrder.Core.Feed;

/// <summary>Reads the append-only log.</summary>
internal static class EventSql
{
    private const string Select = "SELECT sequence, order_id, order_version, event_type, seating_id, from_seating_id, stations FROM order_events";

    /// <summary>The name under which new events are announced after a commit.</summary>
    public const string Announced = "order_events";

    /// <summary>Writes an event in the transaction that makes it true; the pump hears of it after the commit.</summary>
    public static void Append(Tx tx, NewEvent happened)
    {
        tx.Session.Execute(
            """
            INSERT INTO order_events (id, order_id, order_version, event_type, seating_id, from_seating_id, stations, actor, device, detail, created_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
            """,
            RisingId.Next(),
            happened.OrderId,
            happened.OrderVersion,
            happened.Type,
            happened.SeatingId,
            happened.FromSeatingId,
            Stations(happened.Stations),
            happened.Actor,
            happened.Device,
            happened.Detail,
            tx.Now
        );
        tx.Announce(Announced);
    }

    /// <summary>Events of members of staff, literally as the index of them says it: a query that does not say it too does not find that index.</summary>
    public const string ByStaff = "actor >= 'staff:' AND actor < 'staff;'";

    /// <summary>Stations as an event keeps them: each between commas, so that a search for one finds no other that begins or ends like it.</summary>
    public static string Stations(IEnumerable<string> stations) => string.Concat(",", string.Join(',', stations), ",");

    /// <summary>The newest position, 0 where nothing ever happened.</summary>
    public static long Head(Session session) => session.First("SELECT COALESCE(MAX(sequence), 0) FROM order_events", row => row.Long(0));

    /// <summary>The events after a position, oldest first.</summary>
    public static List<OrderEvent> After(Session session, long position, int most) =>
        session.Query($"{Select} WHERE sequence > $1 ORDER BY sequence LIMIT $2", Event, position, most);

    private static OrderEvent Event(Row row) => new(row.Long(0), row.Id(1), row.Int(2), row.Text(3), row.Id(4), row.IdOrNull(5), row.Text(6));
}

/// <summary>An event that is about to be written; the log gives it its sequence.</summary>
internal sealed record NewEvent(
    Guid OrderId,
    int OrderVersion,
    string Type,
    Guid SeatingId,
    Guid? FromSeatingId,
    IEnumerable<string> Stations,
    string Actor,
    string Device,
    string Detail
);
