using System.Collections.Concurrent;

namespace TableOrder.Tests.Support;

/// <summary>What SQLite was asked, in order, heard where nobody can forget a statement: give <see cref="Hear"/> to a house.</summary>
public sealed class Statements
{
    private readonly ConcurrentQueue<string> heard = new();

    /// <summary>
    /// The questions about orders, their lines and their tickets since <see cref="Forget"/>. The feed's own look at the log is not one of them: there is one for
    /// all screens together. Of the log's head, which a list is read with, only its transaction's other statements are counted.
    /// </summary>
    public IReadOnlyList<string> OfOrders =>
        [
            .. heard.Where(sql =>
                sql.StartsWith("SELECT", StringComparison.Ordinal) && Rooms.Any(room => sql.Contains(room, StringComparison.Ordinal))
            ),
        ];

    /// <summary>All questions since <see cref="Forget"/> but the feed's own: it looks at the log and its topics whoever reads.</summary>
    public IReadOnlyList<string> Asked =>
        [
            .. heard.Where(sql =>
                sql.StartsWith("SELECT", StringComparison.Ordinal) && !Feeds.Any(look => sql.StartsWith(look, StringComparison.Ordinal))
            ),
        ];

    /// <summary>Everything that was asked.</summary>
    public IReadOnlyCollection<string> All => heard;

    private static readonly string[] Feeds = ["SELECT sequence, order_id, order_version", "SELECT COALESCE(MAX(sequence), 0)"];
    private static readonly string[] Rooms = ["FROM orders", "FROM order_lines", "FROM tickets"];

    public void Hear(string sql) => heard.Enqueue(sql);

    public void Forget() => heard.Clear();
}
