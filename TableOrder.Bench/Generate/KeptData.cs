using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using TableOrder.Bench.Harness;
using TableOrder.Core.Storage.Sqlite;

namespace TableOrder.Bench.Generate;

/// <summary>
/// Generated databases, made once and kept in the folder that TABLEORDER_BENCH_DATA names, else in the system's temporary folder. A changed schema or generator makes another one.
/// Whoever only reads opens the kept file itself (signing the bench's manager in is all that this writes); whoever writes takes a <see cref="Copy"/>.
/// </summary>
internal static class KeptData
{
    /// <summary>Raise it when the same schema is to be filled otherwise, also by a changed rule or a changed statistic.</summary>
    private const int GeneratorVersion = 1;

    /// <summary>Larger files are checked only where that is asked for: it takes as long as filling them.</summary>
    private const int AlwaysChecked = 100_000;

    /// <summary>What this process has made: fresh enough for the whole run, however often it is asked for.</summary>
    private static readonly HashSet<string> Made = new(StringComparer.Ordinal);

    private static string Folder =>
        Environment.GetEnvironmentVariable("TABLEORDER_BENCH_DATA") is { Length: > 0 } named
            ? named
            : Path.Combine(Path.GetTempPath(), "tableorder-bench-data");

    /// <summary>The file with so many orders, generated where there is none.</summary>
    public static async Task<string> FileAsync(int orders, bool fresh = false)
    {
        var file = Name(orders);
        if (File.Exists(file) && (!fresh || Made.Contains(file)))
        {
            return file;
        }

        Directory.CreateDirectory(Folder);
        Forget(orders);

        // Named at the end: a file that bears the name is complete.
        var unfinished = Path.Combine(Folder, $"unfinished-{Guid.NewGuid():N}.db");
        try
        {
            await Generator.FillAsync(unfinished, orders);
            if (orders <= AlwaysChecked)
            {
                Generator.Check(unfinished, orders);
            }

            File.Move(unfinished, file, overwrite: true);
            Made.Add(file);
        }
        finally
        {
            Delete(unfinished);
        }

        return file;
    }

    /// <summary>A copy in the run's own folder, to be written to; it goes with the run.</summary>
    public static async Task<string> CopyAsync(Run run, int orders, string name)
    {
        var (from, to) = (await FileAsync(orders, run.Fresh), Path.Combine(run.Folder, name + ".db"));
        File.Copy(from, to);
        return to;
    }

    private static string Name(int orders)
    {
        using var nowhere = new SqliteConnection("Data Source=:memory:");
        using var db = SqliteDatabase.Context(nowhere, QueryTrackingBehavior.NoTracking);
        var schema = string.Create(CultureInfo.InvariantCulture, $"{GeneratorVersion}\n{db.Database.GenerateCreateScript()}");
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(schema)))[..12];
        return Path.Combine(Folder, string.Create(CultureInfo.InvariantCulture, $"orders-{orders}-{hash}.db"));
    }

    /// <summary>Those of other schemas are large and of no use any more.</summary>
    private static void Forget(int orders)
    {
        foreach (var old in Directory.EnumerateFiles(Folder, string.Create(CultureInfo.InvariantCulture, $"orders-{orders}-*.db")))
        {
            Delete(old);
        }
    }

    private static void Delete(string file)
    {
        foreach (var part in new[] { "", "-wal", "-shm", ".lock" })
        {
            File.Delete(file + part);
        }
    }
}
