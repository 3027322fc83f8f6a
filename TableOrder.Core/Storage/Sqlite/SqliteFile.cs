using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace TableOrder.Core.Storage.Sqlite;

/// <summary>A database file that is only looked at: a copy, or the one of a running restaurant. Nothing in it is changed, and nothing is made where there is none.</summary>
internal static class SqliteFile
{
    private const string Settings = "PRAGMA cache_size=-65536; PRAGMA temp_store=MEMORY; PRAGMA query_only=ON";

    /// <summary>Opens it read-only. Throws <see cref="StorageException"/> with one line for people where it is missing, not ours, or of another version.</summary>
    public static Session OpenToLook(string file)
    {
        if (!File.Exists(file))
        {
            throw new StorageException(
                Directory.Exists(file) ? $"{file} is a folder. Name a database file." : $"{file} does not exist. Name a database file."
            );
        }

        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder
            {
                DataSource = file,
                Mode = SqliteOpenMode.ReadOnly,
                Pooling = false,
            }.ConnectionString
        );
        try
        {
            connection.Open();
            using (var command = connection.CreateCommand())
            {
                command.CommandText = Settings;
                command.ExecuteNonQuery();
            }

            var session = new SqliteSession(connection, open => SqliteDatabase.Context(open, QueryTrackingBehavior.NoTracking));
            RefuseOthers(session, file);
            return session;
        }
        catch (Exception fault) when (fault is SqliteException or IOException or UnauthorizedAccessException)
        {
            connection.Dispose();
            throw new StorageException(SqliteDatabase.Explain(file, fault), fault);
        }
        catch (StorageException)
        {
            connection.Dispose();
            throw;
        }
    }

    private static void RefuseOthers(Session session, string file)
    {
        if (session.First("SELECT count(*) FROM sqlite_master WHERE name = '__EFMigrationsHistory'", row => row.Int(0)) == 0)
        {
            throw new StorageException($"{file} is not a database of TableOrder. Name another file.");
        }

        var applied = session.Query("SELECT MigrationId FROM __EFMigrationsHistory", row => row.Text(0));
        var known = session.Db.Database.GetMigrations().ToList();
        if (applied.Except(known, StringComparer.Ordinal).FirstOrDefault() is { } unknown)
        {
            throw new StorageException($"{file} was written by a newer version of TableOrder (it has {unknown}). Check it with that version.");
        }

        if (known.Except(applied, StringComparer.Ordinal).FirstOrDefault() is { } missing)
        {
            throw new StorageException(
                $"{file} was written by an older version of TableOrder (it lacks {missing}). Start this version with it once, then check it."
            );
        }
    }
}
