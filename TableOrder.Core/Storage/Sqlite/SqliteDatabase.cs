using System.Data;
using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SQLitePCL;

namespace TableOrder.Core.Storage.Sqlite;

/// <summary>
/// SQLite as this product uses it: WAL, synchronous=FULL, foreign keys, one process, one connection that writes and checkpoints.
/// (3.50's WAL-reset bug needs two connections that write or checkpoint at once; there is only one.)
/// </summary>
internal sealed class SqliteDatabase : IDatabase
{
    // What FileShare.None answers where somebody else holds the file: EWOULDBLOCK, and ERROR_SHARING_VIOLATION.
    private const int HeldOnLinux = 11;
    private const int HeldOnMac = 35;
    private const int HeldOnWindows = unchecked((int)0x80070020);
    private const int BusyMilliseconds = 5000;

    /// <summary>The pages that orders touch stay in memory; what a savepoint sets aside does too, instead of going to a file of its own.</summary>
    internal const string WriterSettings = "PRAGMA cache_size=-65536; PRAGMA temp_store=MEMORY";
    private const string ReaderSettings = "PRAGMA cache_size=-8192";
    private readonly string file;
    private FileStream? lockFile;
    private SqliteConnection? writer;
    private SqliteSession? writerSession;
    private WriteAheadLog? log;

    public SqliteDatabase(StorageOptions options)
    {
        var source = new SqliteConnectionStringBuilder(options.ConnectionString).DataSource;
        if (source is "" or ":memory:")
        {
            throw new StorageException("ConnectionStrings:TableOrder must name a file: Data Source=PATH");
        }

        file = Path.GetFullPath(source);
    }

    public DatabaseLocation Location => new(file);

    /// <summary>Hears each statement as SQLite begins it, on connections opened from now on: so statements are counted where nobody can forget one.</summary>
    internal Action<string>? Trace { get; set; }

    /// <summary>The same, of connections that only read.</summary>
    internal Action<string>? TraceReads { get; set; }

    public string? Alarm => log?.Alarm;

    public bool InTransaction => writer is not null && raw.sqlite3_get_autocommit(writer.Handle) == 0;

    public void Open()
    {
        try
        {
            PrivateFolder.Make(Path.GetDirectoryName(file)!);
            TakeLock();
            RefuseReadOnly();
            using var connection = Connect(SqliteOpenMode.ReadWriteCreate, "");
            using var db = Context(connection, QueryTrackingBehavior.NoTracking);
            RefuseNewer(connection, db);
            ForgetMigrationLock(connection);
            Execute(connection, "PRAGMA journal_mode=WAL");
            db.Database.Migrate();
        }
        catch (Exception fault) when (fault is SqliteException or IOException or UnauthorizedAccessException)
        {
            lockFile?.Dispose();
            throw new StorageException(Explain(file, fault), fault);
        }
    }

    public Session OpenWriter()
    {
        writer = Connect(SqliteOpenMode.ReadWrite, WriterSettings);
        log = new WriteAheadLog(writer);
        return writerSession = new SqliteSession(writer, connection => Context(connection, QueryTrackingBehavior.TrackAll));
    }

    public Session OpenReader() =>
        // Never tracking: the context lives as long as the connection, and must not answer from what it once saw.
        new SqliteSession(Connect(SqliteOpenMode.ReadOnly, ReaderSettings), connection => Context(connection, QueryTrackingBehavior.NoTracking));

    /// <summary>A COMMIT that an I/O error ended may stand: its last page may have reached the disk. A full disk is told before that page.</summary>
    public bool SurelyNotCommitted(Exception fault) =>
        fault is SqliteException { SqliteErrorCode: raw.SQLITE_FULL or raw.SQLITE_BUSY or raw.SQLITE_CONSTRAINT };

    public void Tidy() => log!.Tidy();

    /// <summary>The last to go: with the readers closed the log can be moved into the file, so that the file alone is the whole restaurant.</summary>
    public void Dispose()
    {
        try
        {
            // Closed already where nobody could say whether the last commit stands.
            if (writer is { State: ConnectionState.Open })
            {
                Execute(writer, "PRAGMA wal_checkpoint(TRUNCATE)");
            }
        }
        finally
        {
            writerSession?.Dispose();
            lockFile?.Dispose();
        }
    }

    internal static SqliteTableOrderDb Context(DbConnection connection, QueryTrackingBehavior tracking)
    {
        var options = new DbContextOptionsBuilder<SqliteTableOrderDb>().UseSqlite(connection).UseQueryTrackingBehavior(tracking).Options;
        var db = new SqliteTableOrderDb(options);

        // The transaction belongs to the writer's own prepared BEGIN and COMMIT.
        db.Database.AutoTransactionBehavior = AutoTransactionBehavior.Never;
        return db;
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static string Ask(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToString(command.ExecuteScalar(), CultureInfo.InvariantCulture) ?? "";
    }

    private SqliteConnection Connect(SqliteOpenMode mode, string settings)
    {
        var builder = new SqliteConnectionStringBuilder
        {
            DataSource = file,
            Mode = mode,
            Pooling = false,
            DefaultTimeout = 5,
        };
        var connection = new SqliteConnection(builder.ConnectionString);
        connection.Open();
        Execute(connection, $"PRAGMA foreign_keys=ON; PRAGMA synchronous=FULL; PRAGMA wal_autocheckpoint=0; {settings}");
        raw.sqlite3_busy_timeout(connection.Handle, BusyMilliseconds);
        if ((mode == SqliteOpenMode.ReadOnly ? Trace + TraceReads : Trace) is { } trace)
        {
            raw.sqlite3_trace(connection.Handle, (_, sql) => trace(sql), null);
        }

        return
            string.Equals(Ask(connection, "PRAGMA foreign_keys"), "1", StringComparison.Ordinal)
            && string.Equals(Ask(connection, "PRAGMA synchronous"), "2", StringComparison.Ordinal)
            ? connection
            : throw new StorageException($"SQLite did not accept foreign_keys=ON and synchronous=FULL for {file}");
    }

    /// <summary>A second process must never write to the file: the lock is the operating system's and ends with the process, however it ends.</summary>
    private void TakeLock()
    {
        try
        {
            lockFile = new FileStream(file + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException fault) when (fault.HResult is HeldOnLinux or HeldOnMac or HeldOnWindows)
        {
            throw new StorageException(
                $"Another process has {file} open. Stop it first, or name another file with ConnectionStrings:TableOrder.",
                fault
            );
        }
    }

    private void RefuseReadOnly()
    {
        // Asked of the file's own permissions: root may write anyway, but whoever made the file read-only meant it.
        if (System.IO.File.Exists(file) && System.IO.File.GetAttributes(file).HasFlag(FileAttributes.ReadOnly))
        {
            throw new StorageException($"{file} is read-only. Make it writable, or name another file with ConnectionStrings:TableOrder.");
        }
    }

    private void RefuseNewer(SqliteConnection connection, SqliteTableOrderDb db)
    {
        if (string.Equals(Ask(connection, "SELECT count(*) FROM sqlite_master WHERE name = '__EFMigrationsHistory'"), "0", StringComparison.Ordinal))
        {
            if (
                !string.Equals(
                    Ask(connection, "SELECT count(*) FROM sqlite_master WHERE name <> '__EFMigrationsLock'"),
                    "0",
                    StringComparison.Ordinal
                )
            )
            {
                throw new StorageException(
                    $"{file} is a SQLite database of some other program. Name another file with ConnectionStrings:TableOrder."
                );
            }

            return;
        }

        var unknown = db.Database.GetAppliedMigrations().Except(db.Database.GetMigrations(), StringComparer.Ordinal).FirstOrDefault();
        if (unknown is not null)
        {
            throw new StorageException(
                $"{file} was written by a newer version of TableOrder (it has {unknown}). Start that version, or name another file."
            );
        }
    }

    /// <summary>An EF migration lock left by a killed process would make Migrate wait for ever; the lock file says that we are alone.</summary>
    private static void ForgetMigrationLock(SqliteConnection connection)
    {
        if (!string.Equals(Ask(connection, "SELECT count(*) FROM sqlite_master WHERE name = '__EFMigrationsLock'"), "0", StringComparison.Ordinal))
        {
            Execute(connection, "DELETE FROM __EFMigrationsLock");
        }
    }

    /// <summary>What a fault of a file means for people, in a sentence.</summary>
    internal static string Explain(string file, Exception fault) =>
        fault switch
        {
            SqliteException { SqliteErrorCode: raw.SQLITE_NOTADB or raw.SQLITE_CORRUPT } =>
                $"{file} is not a SQLite database, or it is damaged. It was left as it is: restore a backup, or name another file.",
            SqliteException { SqliteErrorCode: raw.SQLITE_READONLY } =>
                $"{file} is read-only. Make it and its folder writable, or name another file.",
            SqliteException { SqliteErrorCode: raw.SQLITE_BUSY or raw.SQLITE_LOCKED } => $"Another process has {file} open. Stop it first.",
            SqliteException { SqliteErrorCode: raw.SQLITE_CANTOPEN } or IOException or UnauthorizedAccessException =>
                $"{file} cannot be opened: {fault.Message}",
            _ => $"{file} cannot be used: {fault.Message}",
        };
}
