using System.Globalization;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace TableOrder.Core.Storage.Sqlite;

/// <summary>Keeps SQLite's write-ahead log short. No connection checkpoints by itself; the writer's does here, when nobody waits for it.</summary>
internal sealed class WriteAheadLog(SqliteConnection writer, long alarmAfter = WriteAheadLog.AlarmAfter)
{
    private const int FrameHeader = 24;
    private const int MegaByte = 1024 * 1024;
    private const long MoveAfter = 4 * MegaByte;
    public const long AlarmAfter = 256L * MegaByte;
    private readonly long pageSize = Ask("PRAGMA page_size", writer).First;
    private long pages;

    /// <summary>The log grows because somebody reads one moment for too long.</summary>
    public string? Alarm { get; private set; }

    /// <summary>How many bytes this connection has put into the log, as of the last <see cref="Tidy"/>.</summary>
    public long Written { get; private set; }

    /// <summary>Moves the log into the file once so much has been written since the last time. PASSIVE: it waits for no reader, and what they still need stays.</summary>
    public void Tidy()
    {
        // What this connection wrote since it was last asked: the log's own size does not shrink when it begins again from the front.
        raw.sqlite3_db_status(writer.Handle, raw.SQLITE_DBSTATUS_CACHE_WRITE, out var written, out _, 1);
        pages += written;
        Written += written * (pageSize + FrameHeader);
        if (pages * pageSize <= MoveAfter)
        {
            return;
        }

        pages = 0;
        var length = Ask("PRAGMA wal_checkpoint(PASSIVE)", writer).Second * pageSize;
        Alarm =
            length > alarmAfter
                ? string.Create(
                    CultureInfo.InvariantCulture,
                    $"The write-ahead log has grown to {length / MegaByte} MB because something reads one moment for too long. Restart the app if it stays."
                )
                : null;
    }

    private static (long First, long Second) Ask(string sql, SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var row = command.ExecuteReader();
        row.Read();
        return (row.GetInt64(0), row.FieldCount > 1 ? row.GetInt64(1) : 0);
    }
}
