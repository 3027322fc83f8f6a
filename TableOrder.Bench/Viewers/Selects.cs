namespace TableOrder.Bench.Viewers;

/// <summary>Counts the SELECTs that SQLite begins, on whatever connection.</summary>
internal sealed class Selects
{
    private long all;
    private long ofOrders;

    /// <summary>Every SELECT: also the feed's look at the log and each page's look at its own access.</summary>
    public long All => Volatile.Read(ref all);

    /// <summary>Those that read orders, their lines or their tickets.</summary>
    public long OfOrders => Volatile.Read(ref ofOrders);

    public void Hear(string sql)
    {
        if (!sql.StartsWith("SELECT", StringComparison.Ordinal))
        {
            return;
        }

        Interlocked.Increment(ref all);
        if (
            sql.Contains("FROM orders", StringComparison.Ordinal)
            || sql.Contains("FROM order_lines", StringComparison.Ordinal)
            || sql.Contains("FROM tickets", StringComparison.Ordinal)
        )
        {
            Interlocked.Increment(ref ofOrders);
        }
    }

    public void Forget()
    {
        Volatile.Write(ref all, 0);
        Volatile.Write(ref ofOrders, 0);
    }
}
