using TableOrder.Core.Storage;

namespace TableOrder.Core.Seating;

/// <summary>What an order needs of its seating, in the order's own transaction.</summary>
internal static class SeatingSql
{
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

    /// <summary>The seating's next round has been ordered.</summary>
    public static void AddRound(Session session, Guid seating, int round, Money total) =>
        session.Execute("UPDATE seatings SET last_round = $1, total = total + $2 WHERE id = $3", round, total, seating);

    /// <summary>Keeps the seating's sum in step with its orders.</summary>
    public static void AddTotal(Session session, Guid seating, Money difference) =>
        session.Execute("UPDATE seatings SET total = total + $1 WHERE id = $2", difference, seating);
}

/// <summary>A seating as an order copies it.</summary>
internal sealed record SeatingAtOrder(int Round, IReadOnlyList<string> Allergies, Guid TableId, string TableName, bool IsOpen);
