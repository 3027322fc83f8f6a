using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using Microsoft.Data.Sqlite;
using TableOrder.Core.Checking;

namespace TableOrder.Tests.Support;

/// <summary>
/// The database of a restaurant with a long past, made by the benchmarks' own generator once for all tests, and lived in: every party that left has called and paid.
/// It is copied before use. ORDERS=1000000 in the environment is a longer past than the default; such a one is kept where the benchmarks keep theirs.
/// </summary>
internal static class LongPast
{
    private const int Usual = 5_000;

    /// <summary>Checking takes as long as making: a larger one is not checked.</summary>
    private const int AlwaysChecked = 100_000;

    /// <summary>What the generator leaves out: it knows orders alone.</summary>
    private const string LivedIn = """
        PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF;
        BEGIN;
        INSERT INTO payments (id, seating_id, kind, method, amount, status, lines, actor, device, created_at, moved_at, business_day, request_seating_id, request_id, request_hash)
            SELECT s.id, s.id, 'payment', CASE WHEN s.total % 3 = 0 THEN 'terminal' ELSE 'cash' END, s.total, 'succeeded', '[]', 'MANAGER', 'till',
                s.closed_at, s.closed_at, (SELECT o.business_day FROM orders o WHERE o.seating_id = s.id LIMIT 1), s.id, s.id, ''
            FROM seatings s WHERE s.closed_at IS NOT NULL AND s.total > 0;
        UPDATE seatings SET paid = total WHERE closed_at IS NOT NULL;
        UPDATE orders SET version = version + 1, paid_at = (SELECT s.closed_at FROM seatings s WHERE s.id = orders.seating_id)
            WHERE status <> 'cancelled' AND total > 0 AND remake IS NULL AND seating_id IN (SELECT id FROM seatings WHERE closed_at IS NOT NULL);
        INSERT INTO order_events (id, order_id, order_version, event_type, seating_id, stations, actor, device, detail, created_at)
            SELECT o.id, o.id, o.version, 'order_paid', o.seating_id, e.stations, 'MANAGER', 'till', '{"lines":[],"paid":true}', o.paid_at
            FROM orders o JOIN order_events e ON e.order_id = o.id AND e.order_version = 1 WHERE o.paid_at IS NOT NULL ORDER BY o.paid_at;
        UPDATE statistics_days SET payments = (SELECT COALESCE(SUM(p.amount), 0) FROM payments p WHERE p.business_day = statistics_days.business_day);
        INSERT INTO calls (id, seating_id, kind, state, business_day, created_at, answered_at, actor, device, answered_by)
            SELECT s.id, s.id, 'water', 'confirmed', (SELECT o.business_day FROM orders o WHERE o.seating_id = s.id LIMIT 1), s.opened_at, s.opened_at + 60000,
                'guest', 'phone', 'MANAGER'
            FROM seatings s WHERE s.closed_at IS NOT NULL;
        INSERT INTO statistics_calls (business_day, kind, waiting, confirmed, ended, seconds)
            SELECT business_day, kind, 0, COUNT(*), 0, SUM(answered_at - created_at) / 1000 FROM calls GROUP BY 1, 2;
        INSERT INTO statistics_call_seconds (business_day, seconds, calls)
            SELECT business_day, (answered_at - created_at) / 1000, COUNT(*) FROM calls GROUP BY 1, 2;
        INSERT INTO journal (at, actor, device, act, subject, detail)
            SELECT s.closed_at, 'MANAGER', 'till', 'table_closed', t.name, '{}'
            FROM seatings s JOIN tables t ON t.id = s.table_id WHERE s.closed_at IS NOT NULL ORDER BY s.closed_at;
        COMMIT;
        PRAGMA journal_mode = WAL;
        """;

    private static readonly Lazy<Task<string>> Made = new(MakeAsync);

    /// <summary>How many orders there are in it.</summary>
    public static int Orders { get; } =
        int.TryParse(Environment.GetEnvironmentVariable("ORDERS"), CultureInfo.InvariantCulture, out var wanted) ? wanted : Usual;

    /// <summary>The file. To be copied, never to be opened.</summary>
    public static Task<string> FileAsync() => Made.Value;

    private static async Task<string> MakeAsync()
    {
        // Always the same place: whoever runs tests may be ended before a file as large is deleted.
        var folder = Path.Combine(AppContext.BaseDirectory, "long-past");
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        Directory.CreateDirectory(folder);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        var file = Path.Combine(folder, "lived-in.db");
        File.Copy(await GenerateAsync(Orders == Usual ? folder : null), file);
        await LiveAsync(file);
        if (Orders <= AlwaysChecked)
        {
            var found = DatabaseCheck.Run(file);
            found.Disagreements.Should().BeEmpty("a past that cannot have been would prove nothing");
            found.Orders.Should().Be(Orders);
        }

        return file;
    }

    /// <summary>Runs the generator; gives the file that it names at its end.</summary>
    private static async Task<string> GenerateAsync(string? folder)
    {
        var bench = typeof(LongPast)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(a => string.Equals(a.Key, "Bench", StringComparison.Ordinal))
            .Value!;
        using var generator = new Process
        {
            StartInfo = new ProcessStartInfo("dotnet", [bench, "generate", string.Create(CultureInfo.InvariantCulture, $"--orders={Orders}")])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                UseShellExecute = false,
            },
        };
        if (folder is not null)
        {
            generator.StartInfo.Environment["TABLEORDER_BENCH_DATA"] = folder;
        }

        generator.Start();
        var figures = generator.StandardOutput.ReadToEndAsync();
        var said = await generator.StandardError.ReadToEndAsync();
        await figures;
        await generator.WaitForExitAsync();
        generator.ExitCode.Should().Be(0, "{0}", said);
        return said.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)[^1];
    }

    private static async Task LiveAsync(string file)
    {
        await using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        await connection.OpenAsync();
        await using var who = connection.CreateCommand();
        who.CommandText = "SELECT id FROM staff WHERE name = 'manager'";
        await using var reader = await who.ExecuteReaderAsync();
        await reader.ReadAsync();

        // As the engine writes ids: the first byte first.
        var manager = new Guid(await reader.GetFieldValueAsync<byte[]>(0), bigEndian: true);
        await reader.CloseAsync();
        await using var live = connection.CreateCommand();
        live.CommandText = LivedIn.Replace("MANAGER", $"staff:{manager}", StringComparison.Ordinal);
        live.CommandTimeout = 0;
        await live.ExecuteNonQueryAsync();
    }
}
