using System.Collections.Concurrent;

namespace TableOrder.Core.Storage;

/// <summary>Read-only connections with their prepared statements, kept for the next question.</summary>
internal sealed class ReadPool(IDatabase database) : IDisposable
{
    private const int Kept = 16;
    private readonly ConcurrentBag<Session> idle = [];
    private volatile bool disposed;

    /// <summary>Asks one question. SQLite answers on the caller's thread in microseconds.</summary>
    public Task<T> ReadAsync<T>(Func<Session, T> query)
    {
        var session = idle.TryTake(out var kept) ? kept : database.OpenReader();
        try
        {
            return Task.FromResult(query(session));
        }
        finally
        {
            if (disposed || idle.Count >= Kept)
            {
                session.Dispose();
            }
            else
            {
                idle.Add(session);
            }
        }
    }

    /// <summary>Several statements that all see the same moment.</summary>
    public Task<T> SnapshotAsync<T>(Func<Session, T> query) => ReadAsync(session => session.Snapshot(query));

    public void Dispose()
    {
        disposed = true;
        while (idle.TryTake(out var session))
        {
            session.Dispose();
        }
    }
}
