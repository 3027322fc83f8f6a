using TableOrder.Core.Access;
using TableOrder.Core.Storage;

namespace TableOrder.Core.Seating;

/// <summary>Answers who sits where.</summary>
public sealed class SeatingReader
{
    /// <summary>Who came longer ago does not come back to the table.</summary>
    private static readonly TimeSpan ComesBackWithin = TimeSpan.FromHours(18);

    private const string SelectDetail = $"""
        SELECT s.id, s.table_id, t.name, s.opened_at, s.closed_at, s.party, s.total, s.last_round, s.allergies, s.merged_into, {BillSumsSql.Columns}
        FROM seatings s JOIN tables t ON t.id = s.table_id
        """;

    /// <summary>Every table with who sits there now: as many look-ups as there are tables.</summary>
    internal const string SelectTables = $"""
        SELECT t.id, t.name, t.area, t.seats, t.token, t.closed, t.counter, s.id, {SeatingSql.Occupies}, s.opened_at, s.party, s.last_round,
            (SELECT count(*) FROM calls c WHERE c.seating_id = s.id AND c.state = 'waiting'), {BillSumsSql.Columns}, t.plan_x, t.plan_y
        FROM tables t LEFT JOIN seatings s ON s.table_id = t.id AND {SeatingSql.IsOpen}
        WHERE t.archived_at IS NULL
        ORDER BY t.position, s.opened_at, s.id
        """;

    private readonly ReadPool reads;
    private readonly SeatingOptions options;
    private readonly TimeProvider clock;

    internal SeatingReader(ReadPool reads, SeatingOptions options, TimeProvider clock) =>
        (this.reads, this.options, this.clock) = (reads, options, clock);

    /// <summary>Every table of the room in its order; tokens only for whoever may see them. Tables that were taken away are none of it.</summary>
    public async Task<Outcome<IReadOnlyList<TableView>>> TablesAsync(Actor actor)
    {
        if (Rights.Refuse(actor, Right.ReadTables) is { } refusal)
        {
            return refusal;
        }

        var tokens = Rights.Allows(actor.Role, Right.ReadTableTokens);
        return await reads.ReadAsync<Outcome<IReadOnlyList<TableView>>>(session => Tables(session, tokens));
    }

    /// <summary>The tables that were taken away, the latest first.</summary>
    public async Task<Outcome<IReadOnlyList<ArchivedTable>>> ArchivedAsync(Actor actor) =>
        Rights.Refuse(actor, Right.ManageTables) is { } refusal
            ? refusal
            : await reads.ReadAsync<Outcome<IReadOnlyList<ArchivedTable>>>(session =>
                session.Query(
                    "SELECT id, name, area, archived_at FROM tables WHERE archived_at IS NOT NULL ORDER BY archived_at DESC, id",
                    row => new ArchivedTable(row.Id(0), row.Text(1), row.Json<LocalText>(2), row.Time(3))
                )
            );

    /// <summary>The topics that rise when something changes that a seating's guests share: their cart, their allergies, that it stands at all.</summary>
    public static IReadOnlyList<string> Watched(Guid seating) => [SeatingSql.SharedTopic(seating)];

    /// <summary>The guest's own seating; "not_found" where it has been closed.</summary>
    public async Task<Outcome<OwnSeating>> MineAsync(Actor actor) =>
        Rights.Refuse(actor, Right.ReadOwnSeating) is { } refusal
            ? refusal
            : await reads.SnapshotAsync<Outcome<OwnSeating>>(session => Own(session, actor) is { } mine ? mine : new Refusal(Refusal.NotFound));

    /// <summary>One seating, open or closed; "not_found" where there is none.</summary>
    public async Task<Outcome<SeatingDetail>> GetAsync(Actor actor, Guid seatingId) =>
        Rights.Refuse(actor, Right.ReadSeatings) is { } refusal
            ? refusal
            : await reads.ReadAsync<Outcome<SeatingDetail>>(session =>
                Detail(session, seatingId) is { } found ? found : new Refusal(Refusal.NotFound)
            );

    /// <summary>The party that left a table last and ordered something there, of those that came within the last 18 hours: the one that might come back. "not_found" where there is none.</summary>
    public async Task<Outcome<SeatingDetail>> LastLeftAsync(Actor actor, Guid tableId) =>
        Rights.Refuse(actor, Right.ReadSeatings) is { } refusal
            ? refusal
            : await reads.ReadAsync<Outcome<SeatingDetail>>(session =>
                LastLeft(session, tableId, clock.GetUtcNow() - ComesBackWithin) is { } found ? found : new Refusal(Refusal.NotFound)
            );

    /// <summary>
    /// The code that joins a seating now. A guest has it of their own seating alone, another does not exist for them ("not_found"). Refuses a seating that has been closed ("seating_closed").
    /// </summary>
    public async Task<Outcome<CurrentCode>> CodeAsync(Actor actor, Guid seatingId) =>
        Rights.Refuse(actor, Right.ReadJoinCode) is { } refusal ? refusal
        : actor.OnlySeating is { } mine && mine != seatingId ? new Refusal(Refusal.NotFound)
        : await reads.ReadAsync(session => Code(session, seatingId, clock.GetUtcNow()));

    /// <summary>
    /// The table of a printed token, for the tablet that stands on it: whoever has the token may ask. Refuses a token that no table has, or has any more ("unknown_table"), and a table
    /// that is out of use ("table_closed").
    /// </summary>
    public async Task<Outcome<FreeTable>> FreeTableAsync(Actor actor, string? token) =>
        Rights.Refuse(actor, Right.JoinTable) is { } refusal ? refusal
        : TableToken.IsWellFormed(token) ? await reads.ReadAsync(session => Free(session, token!))
        : new Refusal(SeatingRefusal.UnknownTable);

    private Outcome<FreeTable> Free(Session session, string token)
    {
        var table = session.First(
            "SELECT t.name, t.closed, s.id FROM tables t LEFT JOIN seatings s ON s.table_id = t.id AND s.closed_at IS NULL AND s.at_counter = 0 WHERE t.token = $1 AND t.archived_at IS NULL",
            row => new
            {
                Name = row.Text(0),
                IsInUse = !row.Flag(1),
                IsOpen = !row.IsNull(2),
            },
            token
        );
        return table is null ? new Refusal(SeatingRefusal.UnknownTable)
            : table.IsInUse ? new FreeTable(table.Name, table.IsOpen || options.Opening == TableOpening.Automatic)
            : new Refusal(SeatingRefusal.TableClosed);
    }

    private static Outcome<CurrentCode> Code(Session session, Guid seating, DateTimeOffset now)
    {
        if (SeatingSql.Find(session, seating) is not { } found)
        {
            return new Refusal(Refusal.NotFound);
        }

        var secret = session.First("SELECT join_secret FROM seatings WHERE id = $1", row => row.Text(0), found.Id)!;
        return found.IsOpen
            ? new CurrentCode(JoinCode.Make(found.Id, secret, now), found.TableName, JoinCode.NextAt(now))
            : new Refusal(SeatingRefusal.SeatingClosed);
    }

    private static SeatingDetail? Detail(Session session, Guid seating) => session.First($"{SelectDetail} WHERE s.id = $1", Detail, seating);

    /// <summary>Seatings' ids rise with time: however many there have been, this looks at those of the last hours alone.</summary>
    private static SeatingDetail? LastLeft(Session session, Guid table, DateTimeOffset after) =>
        session.First(
            $"""
            {SelectDetail}
            WHERE s.id > $1 AND s.table_id = $2 AND s.closed_at IS NOT NULL AND s.merged_into IS NULL AND s.last_round > 0
            ORDER BY s.closed_at DESC LIMIT 1
            """,
            Detail,
            Guid.CreateVersion7(after),
            table
        );

    private static SeatingDetail Detail(Row row) =>
        new(
            row.Id(0),
            row.Id(1),
            row.Text(2),
            row.Time(3),
            row.TimeOrNull(4),
            row.Int(5),
            row.Money(6),
            row.Int(7),
            row.Json<IReadOnlyList<string>>(8)
        )
        {
            MergedInto = row.IdOrNull(9),
            Sums = BillSumsSql.Sums(row, 10),
        };

    private static OwnSeating? Own(Session session, Actor actor)
    {
        var own = session.First(
            $"""
            SELECT s.id, t.name, g.nickname, g.number, s.allergies, s.party, {BillSumsSql.Columns}
            FROM guests g JOIN seatings s ON s.id = g.seating_id JOIN tables t ON t.id = s.table_id
            WHERE g.id = $1 AND s.closed_at IS NULL
            """,
            row => new OwnSeating(row.Id(0), row.Text(1), row.Text(2), row.Int(3), row.Json<IReadOnlyList<string>>(4))
            {
                Party = row.Int(5),
                Sums = BillSumsSql.Sums(row, 6),
            },
            actor.Id
        );
        return own is null
            ? null
            : own with
            {
                JoinedTables = session.Query(
                    "SELECT t.name FROM seatings s JOIN tables t ON t.id = s.table_id WHERE s.merged_into = $1 ORDER BY s.closed_at, s.id",
                    row => row.Text(0),
                    own.SeatingId
                ),
            };
    }

    private static List<TableView> Tables(Session session, bool tokens)
    {
        var rows = session.Query(
            SelectTables,
            row =>
                (
                    Table: new TableView(row.Id(0), row.Text(1), row.Json<LocalText>(2), row.Int(3), tokens ? row.Text(4) : null, Seating: null)
                    {
                        IsOutOfUse = row.Flag(5),
                        IsCounter = row.Flag(6),
                        HasGuests = !row.IsNull(7),
                        Place = row.IsNull(19) || row.IsNull(20) ? null : new PlanCell(row.Int(19), row.Int(20)),
                    },
                    Seating: !row.IsNull(7) && row.Flag(8) ? Seating(row) : null
                )
        );

        // A counter has a row for each of its parties.
        return
        [
            .. rows.GroupBy(row => row.Table.Id)
                .Select(table => (table.First().Table, Seatings: table.Select(row => row.Seating).OfType<SeatingView>().ToList()))
                .Select(table => table.Table with { Seating = table.Seatings.FirstOrDefault(), Seatings = table.Seatings }),
        ];
    }

    private static SeatingView Seating(Row row)
    {
        var sums = BillSumsSql.Sums(row, 13);
        return new SeatingView(row.Id(7), row.Time(9), row.Int(10), sums.Subtotal, row.Int(11)) { Sums = sums, WaitingCalls = row.Int(12) };
    }
}
