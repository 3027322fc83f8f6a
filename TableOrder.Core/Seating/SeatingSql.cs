using TableOrder.Core.Access;
using TableOrder.Core.Feed;
using TableOrder.Core.Menu;
using TableOrder.Core.Storage;

namespace TableOrder.Core.Seating;

/// <summary>Seatings as other rooms' transactions find, begin and end them.</summary>
internal static class SeatingSql
{
    /// <summary>
    /// Whether a seating <c>s</c> is open. Each half says literally what its index says: "closed_at IS NULL" alone finds neither of the two, and looks at every party there ever was.
    /// </summary>
    public const string IsOpen = "((s.closed_at IS NULL AND s.at_counter = 0) OR (s.closed_at IS NULL AND s.at_counter = 1))";

    /// <summary>
    /// Whether a seating <c>s</c> holds its table: staff opened it, or somebody has chosen or ordered something. A scan alone holds nothing, or whoever walks past with a camera
    /// could fill the house.
    /// </summary>
    public const string Occupies = """
        (s.opened_by_staff = 1 OR s.last_round > 0 OR EXISTS (SELECT 1 FROM cart_lines line WHERE line.seating_id = s.id)
            OR EXISTS (SELECT 1 FROM calls call WHERE call.seating_id = s.id))
        """;

    /// <summary>So long after its last guest came a seating that holds nothing is over.</summary>
    public static readonly TimeSpan LapsesAfter = TimeSpan.FromMinutes(90);

    /// <summary>Raised when something changes that the guests of a seating share.</summary>
    public static string SharedTopic(Guid seating) => $"cart:{seating:N}";

    /// <summary>Raised when something changes the bill of a seating that no order tells of.</summary>
    public static string BillTopic(Guid seating) => $"bill:{seating:N}";

    /// <summary>The seating as its next order finds it, and as whoever names it means it: one that was merged into another is that other. Null where it does not exist.</summary>
    public static SeatingAtOrder? Find(Session session, Guid seating) =>
        FindItself(session, seating) is not { } found ? null
        : found.MergedInto is { } other ? FindItself(session, other)
        : found;

    /// <summary>The seating of this very id, also where it was merged into another; null where it does not exist.</summary>
    public static SeatingAtOrder? FindItself(Session session, Guid seating) =>
        session.First(
            $"""
            SELECT s.last_round, s.allergies, s.table_id, t.name, s.closed_at, s.merged_into, s.has_merged, s.bill_version, {BillSumsSql.Columns}
            FROM seatings s JOIN tables t ON t.id = s.table_id
            WHERE s.id = $1
            """,
            row => new SeatingAtOrder(seating, row.Int(0) + 1, row.Json<IReadOnlyList<string>>(1), row.Id(2), row.Text(3), row.IsNull(4))
            {
                MergedInto = row.IdOrNull(5),
                HasMerged = row.Flag(6),
                BillVersion = row.Long(7),
                Sums = BillSumsSql.Sums(row, 8),
            },
            seating
        );

    /// <summary>The seating's next round has been ordered. With the first one it holds its table.</summary>
    public static void AddRound(Tx tx, Guid seating, int round, Money total)
    {
        tx.Session.Execute(
            "UPDATE seatings SET last_round = $1, total = total + $2, bill_version = bill_version + 1 WHERE id = $3",
            round,
            total,
            seating
        );
        if (round == 1)
        {
            Topics.Raise(tx, SeatingDesk.TablesTopic);
        }
    }

    /// <summary>The seating that is open at a table; null where there is none, and at a counter, where each party begins its own. Those that have lapsed are ended first.</summary>
    public static Guid? OpenAt(Tx tx, Guid table)
    {
        Guid? open = null;
        foreach (
            var (seating, atCounter) in tx.Session.Query(
                "SELECT id, at_counter FROM seatings WHERE table_id = $1 AND closed_at IS NULL",
                row => (row.Id(0), row.Flag(1)),
                table
            )
        )
        {
            if (HasLapsed(tx, seating))
            {
                End(tx, seating);
            }
            else if (!atCounter)
            {
                open = seating;
            }
        }

        return open;
    }

    /// <summary>The open seating that a guest belongs to now, whichever they joined; null where it has been closed.</summary>
    public static Guid? OpenOf(Session session, Guid guest) =>
        session.First(
            "SELECT s.id FROM guests g JOIN seatings s ON s.id = g.seating_id WHERE g.id = $1 AND s.closed_at IS NULL",
            row => row.IdOrNull(0),
            guest
        );

    /// <summary>Whether a seating holds its table, see <see cref="Occupies"/>.</summary>
    public static bool IsHeld(Session session, Guid seating) =>
        session.First($"SELECT 1 FROM seatings s WHERE s.id = $1 AND {Occupies}", row => row.Int(0), seating) == 1;

    /// <summary>A table as a party is about to sit there: one that was taken away is out of use. Null where it does not exist.</summary>
    public static TableAtSeating? Table(Session session, Guid table) =>
        session.First(
            "SELECT name, closed, counter, archived_at FROM tables WHERE id = $1",
            row => new TableAtSeating(table, row.Text(0), !row.Flag(1) && row.IsNull(3), row.Flag(2)),
            table
        );

    /// <summary>Begins a party's stay.</summary>
    public static Guid Begin(Tx tx, Guid table, int party, bool byStaff)
    {
        var seating = new SeatingRow
        {
            Id = Guid.CreateVersion7(tx.Now),
            TableId = table,
            OpenedAt = tx.Now,
            Party = party,
            Allergies = [],
            OpenedByStaff = byStaff,
            JoinSecret = TableToken.Make(),
            AtCounter = Table(tx.Session, table)!.IsCounter,
            ServiceRate = tx.Session.First("SELECT service_rate FROM settings", row => row.Int(0)),
        };
        tx.Session.Db.Add(seating);
        tx.Session.Db.SaveChanges();
        Topics.Raise(tx, SeatingDesk.TablesTopic);
        return seating.Id;
    }

    /// <summary>Ends a party's stay, and with it its guests' access and what they had chosen. One that has ended stays as it is.</summary>
    public static void End(Tx tx, Guid seating)
    {
        if (tx.Session.Execute("UPDATE seatings SET closed_at = $1 WHERE id = $2 AND closed_at IS NULL", tx.Now, seating) == 0)
        {
            return;
        }

        tx.Session.Execute("DELETE FROM carts WHERE seating_id = $1", seating);
        Tell(tx, seating);
    }

    /// <summary>One party becomes part of another: its guests, with numbers after the others', and its sums. Whoever names it means the other from now on.</summary>
    public static void Join(Tx tx, SeatingAtOrder from, SeatingAtOrder into)
    {
        tx.Session.Execute(
            """
            UPDATE guests SET seating_id = $1, number = number + (SELECT coalesce(max(number), 0) FROM guests WHERE seating_id = $1)
            WHERE seating_id = $2
            """,
            into.Id,
            from.Id
        );
        tx.Session.Execute(
            """
            UPDATE seatings AS i SET party = i.party + f.party, total = i.total + f.total, discounts = i.discounts + f.discounts, adjustments = i.adjustments + f.adjustments,
                lapsed_discounts = i.lapsed_discounts + f.lapsed_discounts, lapsed_adjustments = i.lapsed_adjustments + f.lapsed_adjustments,
                paid = i.paid + f.paid, refunded = i.refunded + f.refunded, bill_version = i.bill_version + 1, has_merged = 1, opened_by_staff = 1, allergies = $3
            FROM seatings AS f WHERE i.id = $1 AND f.id = $2
            """,
            into.Id,
            from.Id,
            Columns.ListToJson(Allergens.InOrder([.. into.Allergies, .. from.Allergies]).ToList())
        );
        tx.Session.Execute(
            """
            UPDATE seatings SET merged_into = $1, closed_at = $2, total = 0, discounts = 0, adjustments = 0, lapsed_discounts = 0, lapsed_adjustments = 0, paid = 0, refunded = 0
            WHERE id = $3
            """,
            into.Id,
            tx.Now,
            from.Id
        );
        BillSumsSql.Lapse(tx.Session, into.Id);

        // Those that became part of it before are part of the other now: a pointer never points to a pointer.
        tx.Session.Execute("UPDATE seatings SET merged_into = $1 WHERE merged_into = $2", into.Id, from.Id);
    }

    /// <summary>Everybody who looks at a seating hears that it is not what it was: it ended, moved, became part of another, or is there again.</summary>
    public static void Tell(Tx tx, Guid seating)
    {
        Topics.Raise(tx, SeatingDesk.TablesTopic);
        Topics.Raise(tx, AccessReader.Topic);
        Topics.Raise(tx, SharedTopic(seating));
        Topics.Raise(tx, BillTopic(seating));
    }

    private static bool HasLapsed(Tx tx, Guid seating) =>
        tx.Session.First(
            $"""
            SELECT 1 FROM seatings s
            WHERE s.id = $1 AND NOT {Occupies}
                AND coalesce((SELECT max(joined_at) FROM guests g WHERE g.seating_id = s.id), s.opened_at) <= $2
            """,
            row => row.Int(0),
            seating,
            tx.Now - LapsesAfter
        ) == 1;
}

/// <summary>A seating as an order copies it.</summary>
internal sealed record SeatingAtOrder(Guid Id, int Round, IReadOnlyList<string> Allergies, Guid TableId, string TableName, bool IsOpen)
{
    /// <summary>The seating that it became a part of.</summary>
    public Guid? MergedInto { get; init; }

    /// <summary>Others became a part of it.</summary>
    public bool HasMerged { get; init; }

    /// <summary>Rises with whatever changes the bill.</summary>
    public long BillVersion { get; init; }

    /// <summary>The kept sums of its bill.</summary>
    public BillSums Sums { get; init; }
}

/// <summary>A table as a party is about to sit there.</summary>
internal sealed record TableAtSeating(Guid Id, string Name, bool IsInUse, bool IsCounter);
