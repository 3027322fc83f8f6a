namespace TableOrder.Core.Storage;

/// <summary>What a command writes through: its part of the writer's transaction. A command has no effect but rows and its result, so it can be run again.</summary>
internal sealed class Tx(Session session, DateTimeOffset now, Tallied tallied)
{
    private HashSet<string>? changed;

    /// <summary>Statements and EF on the writer's connection.</summary>
    public Session Session { get; } = session;

    /// <summary>The server's clock when the command was taken: one time for all it writes, in whole milliseconds as the columns keep it, so that what is answered is what is read later.</summary>
    public DateTimeOffset Now { get; } = DateTimeOffset.FromUnixTimeMilliseconds(now.ToUnixTimeMilliseconds());

    /// <summary>The names of what changed, told to listeners after the commit.</summary>
    public IReadOnlyCollection<string> Changed => changed ?? (IReadOnlyCollection<string>)[];

    /// <summary>After the commit, listeners hear that this changed.</summary>
    public void Announce(string name) => (changed ??= new HashSet<string>(StringComparer.Ordinal)).Add(name);

    /// <summary>What it adds to kept sums, in this transaction: the rows are written before the commit, merged with what others of the batch add.</summary>
    public Tallied Tallied { get; } = tallied;
}
