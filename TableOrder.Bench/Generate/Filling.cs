using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using TableOrder.Core.Feed;
using TableOrder.Core.Ordering;
using TableOrder.Core.Seating;
using TableOrder.Core.Storage;
using TableOrder.Core.Storage.Sqlite;

namespace TableOrder.Bench.Generate;

/// <summary>
/// Writes days into a seeded file by the engine's own statements, on a connection that trades safety for speed: no journal, no sync, no foreign keys.
/// Indexes stay: ids rise with time, so almost all grow at their end, and making them afterwards takes longer. A file that was not finished is worth nothing;
/// a finished one is set up as the engine leaves it.
/// </summary>
internal sealed class Filling : IDisposable
{
    private const string Reckless = """
        PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA foreign_keys=OFF; PRAGMA locking_mode=EXCLUSIVE;
        PRAGMA cache_size=-262144; PRAGMA temp_store=MEMORY
        """;

    private readonly SqliteConnection connection;
    private readonly SqliteSession session;

    public Filling(string file)
    {
        connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        Run(Reckless);
        session = new SqliteSession(connection, open => SqliteDatabase.Context(open, QueryTrackingBehavior.NoTracking));
    }

    /// <summary>One business day, in one transaction.</summary>
    public void Add(Day day)
    {
        session.Execute("BEGIN");
        foreach (var stay in day.Stays)
        {
            Add(stay);
        }

        session.Execute("INSERT INTO business_days (day, last_number) VALUES ($1, $2)", day.Date, day.Orders[^1].Order.Number);
        foreach (var (order, request) in day.Orders)
        {
            OrderSql.Insert(session, order, [.. order.Lines.Select(LineTexts.Of)], order.SeatingId, request.RequestId, request.Hash());
        }

        foreach (var (at, happened) in day.Events)
        {
            EventSql.Append(new Tx(session, at, day.Figures), happened);
        }

        day.Figures.Write(session);
        session.Execute("COMMIT");
    }

    /// <summary>Leaves the file as the engine does.</summary>
    public void Finish() => Run("PRAGMA locking_mode=NORMAL; PRAGMA journal_mode=WAL");

    public void Dispose() => session.Dispose();

    private void Add(Stay stay)
    {
        session.Execute(
            """
            INSERT INTO seatings (id, table_id, opened_at, closed_at, party, last_round, total, allergies, opened_by_staff, join_secret)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 0, $9)
            """,
            stay.Id,
            stay.Table.Id,
            stay.OpenedAt,
            stay.ClosedAt,
            stay.Guests.Count,
            stay.Rounds,
            stay.Total,
            Columns.ListToJson(stay.Allergies),
            TableToken.Make()
        );
        foreach (var (guest, i) in stay.Guests.Select((guest, i) => (guest, i)))
        {
            session.Execute(
                "INSERT INTO guests (id, seating_id, nickname, joined_at, number) VALUES ($1, $2, $3, $4, $5)",
                guest.Id,
                stay.Id,
                guest.Name,
                stay.OpenedAt,
                i + 1
            );
        }
    }

    private void Run(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
