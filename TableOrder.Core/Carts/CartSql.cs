using TableOrder.Core.Storage;

namespace TableOrder.Core.Carts;

/// <summary>Keeps carts.</summary>
internal static class CartSql
{
    /// <summary>The cart of a seating; the empty one where nobody has chosen anything yet.</summary>
    public static SharedCart Read(Session session, Guid seating)
    {
        var shares = session
            .Query(
                """
                SELECT s.line_id, s.person_id, s.quantity, g.nickname, g.number
                FROM cart_lines l JOIN cart_shares s ON s.line_id = l.id LEFT JOIN guests g ON g.id = s.person_id
                WHERE l.seating_id = $1
                ORDER BY s.line_id, s.position
                """,
                row => (Line: row.Id(0), Share: Share(row, 1)),
                seating
            )
            .ToLookup(share => share.Line, share => share.Share);
        var lines = session.Query(
            "SELECT id, menu_item_id, name, options, note, seen_price FROM cart_lines WHERE seating_id = $1 ORDER BY id",
            row => new CartLine
            {
                Id = row.Id(0),
                MenuItemId = row.Id(1),
                Name = row.Json<LocalText>(2),
                Options = row.Json<IReadOnlyList<Guid>>(3),
                Note = row.TextOrNull(4),
                SeenPrice = row.Money(5),
                Shares = [.. shares[row.Id(0)]],
            },
            seating
        );
        return session.First(
                """
                SELECT c.request_id, c.version, o.id, o.number, c.last_sent_by, g.nickname, g.number, o.placed_at
                FROM carts c LEFT JOIN orders o ON o.id = c.last_order_id LEFT JOIN guests g ON g.id = c.last_sent_by
                WHERE c.seating_id = $1
                """,
                row => new SharedCart(
                    row.Id(0),
                    row.Long(1),
                    lines,
                    row.IsNull(2) ? null : new SentCart(row.Id(2), row.Int(3), row.Time(7), Sender(row))
                ),
                seating
            ) ?? SharedCart.Empty;
    }

    /// <summary>Begins the cart of a seating, with the id of its one order, where it has none yet.</summary>
    public static void Begin(Tx tx, Guid seating) =>
        tx.Session.Execute(
            "INSERT INTO carts (seating_id, request_id, version) VALUES ($1, $2, 0) ON CONFLICT (seating_id) DO NOTHING",
            seating,
            RisingId.Next()
        );

    /// <summary>Writes what an edit changed.</summary>
    public static void Write(Tx tx, Guid seating, SharedCart before, SharedCart after)
    {
        foreach (var gone in before.Lines.Where(line => after.Line(line.Id) is null))
        {
            tx.Session.Execute("DELETE FROM cart_lines WHERE id = $1", gone.Id);
        }

        foreach (var line in after.Lines)
        {
            var old = before.Line(line.Id);
            if (old is null)
            {
                Insert(tx, seating, line);
            }

            WriteShares(tx, line.Id, old?.Shares ?? [], line.Shares);
        }

        tx.Session.Execute("UPDATE carts SET version = version + 1 WHERE seating_id = $1", seating);
    }

    /// <summary>What one party has chosen becomes part of another's cart, see <see cref="CartRule.Join"/>; its own is gone.</summary>
    public static Outcome<SharedCart> Join(Tx tx, Guid from, Guid into)
    {
        var theirs = Read(tx.Session, from);
        if (theirs.Lines.Count == 0)
        {
            tx.Session.Execute("DELETE FROM carts WHERE seating_id = $1", from);
            return theirs;
        }

        Begin(tx, into);
        var cart = Read(tx.Session, into);
        return CartRule
            .Join(cart, theirs)
            .Then<SharedCart>(joined =>
            {
                tx.Session.Execute("DELETE FROM carts WHERE seating_id = $1", from);
                Write(tx, into, cart, joined);
                return joined;
            });
    }

    /// <summary>The cart has become an order: the next one is empty and has an id of its own.</summary>
    public static void Sent(Tx tx, Guid seating, Guid order, Guid by)
    {
        tx.Session.Execute("DELETE FROM cart_lines WHERE seating_id = $1", seating);
        tx.Session.Execute(
            "UPDATE carts SET request_id = $1, version = version + 1, last_order_id = $2, last_sent_by = $3 WHERE seating_id = $4",
            RisingId.Next(),
            order,
            by,
            seating
        );
    }

    private static void Insert(Tx tx, Guid seating, CartLine line) =>
        tx.Session.Execute(
            """
            INSERT INTO cart_lines (id, seating_id, kind, menu_item_id, name, options, note, seen_price)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
            """,
            line.Id,
            seating,
            line.Kind,
            line.MenuItemId,
            line.Name,
            Columns.ListToJson(line.Options),
            line.Note,
            line.SeenPrice
        );

    private static void WriteShares(Tx tx, Guid line, IReadOnlyList<CartShare> before, IReadOnlyList<CartShare> after)
    {
        foreach (var gone in before.Where(old => after.All(share => share.Person != old.Person)))
        {
            tx.Session.Execute("DELETE FROM cart_shares WHERE line_id = $1 AND person_id = $2", line, gone.Person);
        }

        foreach (var share in after.Except(before))
        {
            tx.Session.Execute(
                """
                INSERT INTO cart_shares (line_id, person_id, quantity, position)
                VALUES ($1, $2, $3, (SELECT coalesce(max(position), 0) + 1 FROM cart_shares WHERE line_id = $1))
                ON CONFLICT (line_id, person_id) DO UPDATE SET quantity = excluded.quantity
                """,
                line,
                share.Person,
                share.Quantity
            );
        }
    }

    /// <summary>A person and how many, from three columns and the guest's two.</summary>
    private static CartShare Share(Row row, int at) =>
        new(row.Id(at), row.Int(at + 1)) { Nickname = row.TextOrNull(at + 2) ?? "", Number = Number(row, at + 3) };

    private static CartShare Sender(Row row) => new(row.Id(4), 1) { Nickname = row.TextOrNull(5) ?? "", Number = Number(row, 6) };

    private static int? Number(Row row, int at) => row.IsNull(at) ? null : row.Int(at);
}
