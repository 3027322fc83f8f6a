using TableOrder.Core.Storage;
using TableOrder.Core.Storage.Sqlite;

namespace TableOrder.Core.Checking;

/// <summary>
/// Checks a database file: SQLite's own integrity, and that orders agree with their lines, tickets and replayed events, numbers, rounds and sums with the orders,
/// and every kept figure with a recount. Reads only, and sees one moment, so it may run beside the app; the app's write-ahead log grows as long as it runs.
/// </summary>
public static class DatabaseCheck
{
    /// <summary>Checks a file. Throws <see cref="StorageException"/> with one line for people where there is nothing to check: it is missing, not ours, or of another version.</summary>
    /// <param name="file">The database file.</param>
    /// <param name="progress">Hears how far it is, now and then.</param>
    public static CheckReport Run(string file, Action<CheckProgress>? progress = null)
    {
        using var session = SqliteFile.OpenToLook(file);

        // One moment, ended by closing: on a damaged file even a COMMIT can fail.
        session.Execute("BEGIN");
        return HouseCheck.Run(session, progress);
    }

    /// <summary>The configured database's file. Throws <see cref="StorageException"/> where the configuration names none.</summary>
    public static string FileOf(StorageOptions storage)
    {
        using var database = new SqliteDatabase(storage);
        return database.Location.Path;
    }
}
