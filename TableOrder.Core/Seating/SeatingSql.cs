using TableOrder.Core.Storage;

namespace TableOrder.Core.Seating;

/// <summary>What an order needs of its seating, in the order's own transaction.</summary>
internal static class SeatingSql
{
    /// <summary>Takes the seating's next round; null where it does not exist or is closed.</summary>
    public static SeatingAtOrder? NextRound(Session session, Guid seating) =>
        session.First(
            """
            UPDATE seatings SET last_round = last_round + 1
            WHERE id = $1 AND closed_at IS NULL
            RETURNING last_round, allergies, table_id, (SELECT name FROM tables WHERE tables.id = seatings.table_id)
            """,
            row => new SeatingAtOrder(row.Int(0), row.Json<IReadOnlyList<string>>(1), row.Id(2), row.Text(3)),
            seating
        );

    /// <summary>Whether there ever was such a stay.</summary>
    public static bool Exists(Session session, Guid seating) =>
        session.First("SELECT 1 FROM seatings WHERE id = $1", row => row.Int(0), seating) == 1;

    /// <summary>Keeps the seating's sum in step with its orders.</summary>
    public static void AddTotal(Session session, Guid seating, Money difference) =>
        session.Execute("UPDATE seatings SET total = total + $1 WHERE id = $2", difference, seating);
}

/// <summary>A seating as an order copies it.</summary>
internal sealed record SeatingAtOrder(int Round, IReadOnlyList<string> Allergies, Guid TableId, string TableName);
