using TableOrder.Core.Access;
using TableOrder.Core.Storage;

namespace TableOrder.Core.Seating;

/// <summary>Answers who sits where.</summary>
public sealed class SeatingReader
{
    private readonly ReadPool reads;

    internal SeatingReader(ReadPool reads) => this.reads = reads;

    /// <summary>Every table in the order of the plan; tokens only for whoever may see them.</summary>
    public async Task<Outcome<IReadOnlyList<TableView>>> TablesAsync(Actor actor)
    {
        if (Rights.Refuse(actor, Right.ReadTables) is { } refusal)
        {
            return refusal;
        }

        var tokens = Rights.Allows(actor.Role, Right.ReadTableTokens);
        return await reads.ReadAsync<Outcome<IReadOnlyList<TableView>>>(session => Tables(session, tokens));
    }

    /// <summary>The topics that rise when something changes that a seating's guests share: their cart, their allergies, that it stands at all.</summary>
    public static IReadOnlyList<string> Watched(Guid seating) => [SeatingSql.SharedTopic(seating)];

    /// <summary>The guest's own seating; "not_found" where it has been closed.</summary>
    public async Task<Outcome<OwnSeating>> MineAsync(Actor actor) =>
        Rights.Refuse(actor, Right.ReadOwnSeating) is { } refusal
            ? refusal
            : await reads.ReadAsync<Outcome<OwnSeating>>(session => Own(session, actor) is { } mine ? mine : new Refusal(Refusal.NotFound));

    private static OwnSeating? Own(Session session, Actor actor) =>
        session.First(
            """
            SELECT s.id, t.name, g.nickname, g.number, s.allergies
            FROM guests g JOIN seatings s ON s.id = g.seating_id JOIN tables t ON t.id = s.table_id
            WHERE g.id = $1 AND s.id = $2 AND s.closed_at IS NULL
            """,
            row => new OwnSeating(row.Id(0), row.Text(1), row.Text(2), row.Int(3), row.Json<IReadOnlyList<string>>(4)),
            actor.Id,
            actor.SeatingId
        );

    private static List<TableView> Tables(Session session, bool tokens) =>
        session.Query(
            """
            SELECT t.id, t.name, t.area, t.seats, t.token, s.id, s.opened_at, s.party, s.total, s.last_round
            FROM tables t LEFT JOIN seatings s ON s.table_id = t.id AND s.closed_at IS NULL
            ORDER BY t.position
            """,
            row => new TableView(
                row.Id(0),
                row.Text(1),
                row.Json<LocalText>(2),
                row.Int(3),
                tokens ? row.Text(4) : null,
                row.IsNull(5) ? null : new SeatingView(row.Id(5), row.Time(6), row.Int(7), row.Money(8), row.Int(9))
            )
        );
}
