namespace TableOrder.Core.Storage;

/// <summary>What a kind of database gives: connections, and the question whether a transaction still stands. All that differs between kinds is behind this.</summary>
internal interface IDatabase : IDisposable
{
    /// <summary>Where it is, for people.</summary>
    DatabaseLocation Location { get; }

    /// <summary>Makes or checks the database and brings its schema up to date.</summary>
    void Open();

    /// <summary>The one connection that writes; the last one opened is closed with the database, after all readers.</summary>
    Session OpenWriter();

    /// <summary>A connection that cannot write.</summary>
    Session OpenReader();

    /// <summary>Whether a transaction is open on the writer's connection; after an error SQLite may have rolled it back.</summary>
    bool InTransaction { get; }

    /// <summary>Whether an error of a COMMIT says for sure that nothing of it stands.</summary>
    bool SurelyNotCommitted(Exception fault);

    /// <summary>For the writer's thread, after callers are answered: house-keeping where enough has been written.</summary>
    void Tidy();

    /// <summary>What the owner must look after, in a sentence; null while all is well.</summary>
    string? Alarm { get; }
}
