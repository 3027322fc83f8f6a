using System.Diagnostics;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;
using TableOrder.Core.Storage;
using TableOrder.Core.Storage.Sqlite;

namespace TableOrder.Bench.Place;

/// <summary>
/// What SQLite itself can do: the statements that the engine was seen to run for an order, prepared, by SQLitePCLRaw's own functions, on one thread,
/// one order a transaction, with the engine's settings and checkpoints. It is given its ids and its texts as bytes; it decides nothing and answers nobody.
/// </summary>
internal sealed class RawOrders : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly sqlite3 handle;
    private readonly WriteAheadLog log;
    private readonly Dictionary<string, RawStatement> prepared = new(StringComparer.Ordinal);
    private readonly RawStep[][] orders;
    private readonly byte[][] seatings;
    private readonly Queue<byte[]> ids = new();
    private int next;

    /// <param name="file">A database like the engine's, used by nobody else.</param>
    /// <param name="templates">What the engine ran for each of some orders.</param>
    /// <param name="constant">Ids that stay in every order: dishes, guests.</param>
    /// <param name="seatings">The parties, who order in turn.</param>
    public RawOrders(string file, IReadOnlyList<IReadOnlyList<Recorded>> templates, IReadOnlySet<Guid> constant, IReadOnlyList<Guid> seatings)
    {
        connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        handle = connection.Handle!;
        using (var settings = connection.CreateCommand())
        {
            settings.CommandText =
                $"PRAGMA journal_mode=WAL; PRAGMA foreign_keys=ON; PRAGMA synchronous=FULL; PRAGMA wal_autocheckpoint=0; {SqliteDatabase.WriterSettings}";
            settings.ExecuteNonQuery();
        }

        log = new WriteAheadLog(connection);
        this.seatings = [.. seatings.Select(Bytes)];
        var parties = seatings.ToHashSet();
        orders = [.. templates.Select(template => RawStep.Of(template, Prepare, constant, parties))];
    }

    /// <summary>How many bytes of log the orders so far took.</summary>
    public long LogBytes => log.Written;

    /// <summary>Makes ids ahead of the clock, enough for so many orders.</summary>
    public void Provide(int count)
    {
        while (ids.Count < count * RawStep.MostIds)
        {
            ids.Enqueue(Bytes(Guid.CreateVersion7()));
        }
    }

    /// <summary>Order after order until the time is over; gives how many.</summary>
    public (int Count, TimeSpan Took) Run(TimeSpan time)
    {
        var (start, count) = (Stopwatch.GetTimestamp(), 0);
        do
        {
            Place();
            count++;
        } while (Stopwatch.GetElapsedTime(start) < time);

        return (count, Stopwatch.GetElapsedTime(start));
    }

    /// <summary>One order, durable.</summary>
    public void Place()
    {
        Span<byte[]> fresh = new byte[RawStep.MostIds][];
        for (var i = 0; i < fresh.Length; i++)
        {
            fresh[i] = ids.TryDequeue(out var id) ? id : Bytes(Guid.CreateVersion7());
        }

        var seating = seatings[next % seatings.Length];
        var (number, round) = (0L, 0L);
        foreach (var step in orders[next++ % orders.Length])
        {
            step.Run(fresh, seating, ref number, ref round);
        }

        log.Tidy();
    }

    public void Dispose()
    {
        foreach (var statement in prepared.Values)
        {
            statement.Dispose();
        }

        connection.Dispose();
    }

    public static byte[] Bytes(Guid id)
    {
        return id.ToByteArray(bigEndian: true);
    }

    private RawStatement Prepare(string sql)
    {
        if (!prepared.TryGetValue(sql, out var statement))
        {
            prepared.Add(sql, statement = new RawStatement(handle, sql));
        }

        return statement;
    }
}
