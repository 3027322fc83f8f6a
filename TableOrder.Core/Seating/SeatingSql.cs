using TableOrder.Core.Feed;
using TableOrder.Core.Storage;

namespace TableOrder.Core.Seating;

/// <summary>Seatings as other rooms' transactions find, begin and end them.</summary>
internal static class SeatingSql
{
    /// <summary>
    /// Whether a seating <c>s</c> holds its table: staff opened it, or somebody has chosen or ordered something. A scan alone holds nothing, or whoever walks past with a camera
    /// could fill the house.
    /// </summary>
    public const string Occupies =
        "(s.opened_by_staff = 1 OR s.last_round > 0 OR EXISTS (SELECT 1 FROM cart_lines line WHERE line.seating_id = s.id))";

    /// <summary>So long after its last guest came a seating that holds nothing is over.</summary>
    public static readonly TimeSpan LapsesAfter = TimeSpan.FromMinutes(90);

    /// <summary>Raised when something changes that the guests of a seating share.</summary>
    public static string SharedTopic(Guid seating) => $"cart:{seating:N}";

    /// <summary>The seating as its next order finds it; null where it does not exist.</summary>
    public static SeatingAtOrder? Find(Session session, Guid seating) =>
        session.First(
            """
            SELECT s.last_round, s.allergies, s.table_id, t.name, s.closed_at
            FROM seatings s JOIN tables t ON t.id = s.table_id
            WHERE s.id = $1
            """,
            row => new SeatingAtOrder(row.Int(0) + 1, row.Json<IReadOnlyList<string>>(1), row.Id(2), row.Text(3), row.IsNull(4)),
            seating
        );

    /// <summary>The seating's next round has been ordered. With the first one it holds its table.</summary>
    public static void AddRound(Tx tx, Guid seating, int round, Money total)
    {
        tx.Session.Execute("UPDATE seatings SET last_round = $1, total = total + $2 WHERE id = $3", round, total, seating);
        if (round == 1)
        {
            Topics.Raise(tx, SeatingDesk.TablesTopic);
        }
    }

    /// <summary>Keeps the seating's sum in step with its orders.</summary>
    public static void AddTotal(Session session, Guid seating, Money difference) =>
        session.Execute("UPDATE seatings SET total = total + $1 WHERE id = $2", difference, seating);

    /// <summary>The seating that is open at a table; null where there is none. One that has lapsed is ended first.</summary>
    public static Guid? OpenAt(Tx tx, Guid table)
    {
        var open = tx.Session.First("SELECT id FROM seatings WHERE table_id = $1 AND closed_at IS NULL", row => row.IdOrNull(0), table);
        if (open is not { } seating || !HasLapsed(tx, seating))
        {
            return open;
        }

        End(tx, seating);
        return null;
    }

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
        Topics.Raise(tx, SeatingDesk.TablesTopic);
        Topics.Raise(tx, SeatingDesk.AccessTopic);
        Topics.Raise(tx, SharedTopic(seating));
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
internal sealed record SeatingAtOrder(int Round, IReadOnlyList<string> Allergies, Guid TableId, string TableName, bool IsOpen);
