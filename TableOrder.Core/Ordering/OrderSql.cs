using TableOrder.Core.Seating;
using TableOrder.Core.Storage;

namespace TableOrder.Core.Ordering;

/// <summary>Hot rows: orders, lines and tickets, read and written by prepared statements that both databases understand.</summary>
internal static class OrderSql
{
    private const string LineColumns =
        "order_id, id, menu_item_id, name, modifiers, quantity, cancelled_quantity, unit_price, tax_rate, note, station, course, status, changed_version, fired_at, ready_at, guest, allergens";

    /// <summary>So many orders are fetched by one statement; a longer list takes several.</summary>
    private const int Chunk = 100;

    /// <summary>An IN list is filled up to one of these by repeating the last, so that so many statements are prepared and no more.</summary>
    private static readonly int[] Shapes = [1, 10, 20, 50, Chunk];
    private static readonly Dictionary<int, string> Selects = Shapes.ToDictionary(size => size, Select);

    public static Order? Find(Session session, Guid id) => Fetch(session, [id]).FirstOrDefault();

    /// <summary>The order that a request became, with the hash of what it sent; null where it is new. Also of a request that was sent before its seating was merged into this one.</summary>
    public static (Guid Id, string Hash)? ByRequest(Session session, SeatingAtOrder seating, Guid request) =>
        session.First(
            seating.HasMerged
                ? """
                SELECT o.id, o.request_hash FROM seatings s CROSS JOIN orders o
                WHERE (s.id = $1 OR s.merged_into = $1) AND o.request_seating_id = s.id AND o.request_id = $2
                """
                : "SELECT id, request_hash FROM orders WHERE request_seating_id = $1 AND request_id = $2",
            row => ((Guid, string)?)(row.Id(0), row.Text(1)),
            seating.Id,
            request
        );

    /// <summary>Every order of a seating, oldest first.</summary>
    public static List<Order> FetchOf(Session session, Guid seating) =>
        Fetch(session, session.Query("SELECT id FROM orders WHERE seating_id = $1 ORDER BY business_day, number", row => row.Id(0), seating));

    /// <summary>
    /// The orders of a page, in the page's order: one statement for up to a hundred, never one for each. Each line comes with its order and its station's ticket;
    /// every ticket has a line. One statement sees one moment, so a single order needs no transaction around it.
    /// </summary>
    public static List<Order> Fetch(Session session, IReadOnlyList<Guid> ids)
    {
        var found = new List<Order>(ids.Count);
        foreach (var chunk in ids.Chunk(Chunk))
        {
            var size = Array.Find(Shapes, shape => shape >= chunk.Length);
            var values = new Value[size];
            for (var i = 0; i < size; i++)
            {
                values[i] = chunk[Math.Min(i, chunk.Length - 1)];
            }

            var rows = new OrderRows();
            session.Read(Selects[size], rows.Add, values);
            var orders = rows.Done();
            found.AddRange(chunk.Where(orders.ContainsKey).Select(id => orders[id]));
        }

        return found;
    }

    /// <summary>The next number of a business day, from 1.</summary>
    public static int NextNumber(Session session, DateOnly day)
    {
        // Two statements: RETURNING makes a table of its own for its one row, each time.
        session.Execute(
            "INSERT INTO business_days (day, last_number) VALUES ($1, 1) ON CONFLICT (day) DO UPDATE SET last_number = business_days.last_number + 1",
            day
        );
        return session.First("SELECT last_number FROM business_days WHERE day = $1", row => row.Int(0), day);
    }

    public static void Insert(Session session, Order order, IReadOnlyList<LineTexts> texts, Guid requestSeating, Guid request, string hash)
    {
        session.Execute(
            """
            INSERT INTO orders (id, number, business_day, half_hour, round, seating_id, table_id, table_name, status, version, total, currency, placed_at, allergies,
                remake, request_seating_id, request_id, request_hash)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)
            """,
            order.Id,
            order.Number,
            order.BusinessDay,
            order.HalfHour,
            order.Round,
            order.SeatingId,
            order.TableId,
            order.TableName,
            Columns.ToName(order.Status),
            order.Version,
            order.Total,
            order.Currency,
            order.PlacedAt,
            Columns.ListToJson(order.Allergies),
            order.Remake is { } remake ? Columns.ToJson(remake) : null,
            requestSeating,
            request,
            hash
        );
        for (var i = 0; i < order.Lines.Count; i++)
        {
            Insert(session, order.Id, i, order.Lines[i], texts[i]);
        }

        foreach (var ticket in order.Tickets)
        {
            Save(session, order, ticket);
        }
    }

    /// <summary>Writes what differs between an order and itself after a change.</summary>
    public static void Update(Session session, Order before, Order after)
    {
        session.Execute(
            "UPDATE orders SET status = $1, version = $2, total = $3, prioritized_at = $4 WHERE id = $5",
            Columns.ToName(after.Status),
            after.Version,
            after.Total,
            after.PrioritizedAt,
            after.Id
        );
        if (before.SeatingId != after.SeatingId || before.TableId != after.TableId)
        {
            session.Execute(
                "UPDATE orders SET seating_id = $1, table_id = $2, table_name = $3 WHERE id = $4",
                after.SeatingId,
                after.TableId,
                after.TableName,
                after.Id
            );
        }

        if (before.PaidAt != after.PaidAt)
        {
            session.Execute("UPDATE orders SET paid_at = $1 WHERE id = $2", after.PaidAt, after.Id);
        }

        for (var i = 0; i < after.Lines.Count; i++)
        {
            if (after.Lines[i].ChangedVersion == after.Version)
            {
                var line = after.Lines[i];
                session.Execute(
                    "UPDATE order_lines SET quantity = $1, cancelled_quantity = $2, status = $3, changed_version = $4, fired_at = $5, ready_at = $6 WHERE order_id = $7 AND position = $8",
                    line.Quantity,
                    line.CancelledQuantity,
                    Columns.ToName(line.Status),
                    line.ChangedVersion,
                    line.FiredAt,
                    line.ReadyAt,
                    after.Id,
                    i
                );
            }
        }

        foreach (var (old, ticket) in before.Tickets.Zip(after.Tickets))
        {
            if (ticket != old || after.Shows(ticket) != before.Shows(old))
            {
                Save(session, after, ticket);
            }
        }
    }

    private static void Insert(Session session, Guid order, int position, OrderLine line, LineTexts texts) =>
        session.Execute(
            $"INSERT INTO order_lines ({LineColumns}, position) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)",
            order,
            line.Id,
            line.MenuItemId,
            line.Name,
            texts.Modifiers,
            line.Quantity,
            line.CancelledQuantity,
            line.UnitPrice,
            line.TaxRate,
            line.Note,
            line.Station,
            line.Course,
            Columns.ToName(line.Status),
            line.ChangedVersion,
            line.FiredAt,
            line.ReadyAt,
            line.Guest,
            texts.Allergens,
            position
        );

    private static void Save(Session session, Order order, Ticket ticket) =>
        session.Execute(
            """
            INSERT INTO tickets (order_id, station, shown, fired_at, received_at, touched_at, bumped_at, recalled_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
            ON CONFLICT (order_id, station) DO UPDATE SET shown = $3, fired_at = $4, received_at = $5, touched_at = $6, bumped_at = $7, recalled_at = $8
            """,
            order.Id,
            ticket.Station,
            order.Shows(ticket),
            ticket.FiredAt,
            ticket.ReceivedAt,
            ticket.TouchedAt,
            ticket.BumpedAt,
            ticket.RecalledAt
        );

    /// <summary>SQLite takes the tables of a CROSS JOIN in their order: each order once, then its lines, instead of the order again for every line.</summary>
    public static string Select(int ids) =>
        $"""
            SELECT {OrderRows.Columns}
            FROM orders o CROSS JOIN order_lines l LEFT JOIN tickets t ON t.order_id = l.order_id AND t.station = l.station
            WHERE l.order_id = o.id AND o.id IN ({string.Join(", ", Enumerable.Range(1, ids).Select(i => $"${i}"))})
            ORDER BY o.id, l.position
            """;
}
