using System.Data.Common;

namespace TableOrder.Core.Storage;

/// <summary>
/// One connection with its prepared statements, and an EF context on the same connection.
/// Statements are prepared once and kept; parameters are $1, $2, … , which both databases understand. Used by one thread at a time.
/// </summary>
internal abstract class Session : IDisposable
{
    private TableOrderDb? db;
    private bool remembers;

    /// <summary>EF, for everything that is not a hot row; made when it is first asked for.</summary>
    public TableOrderDb Db
    {
        get
        {
            remembers = true;
            return db ??= OpenDb();
        }
    }

    /// <summary>How many rows this connection has changed so far, by whatever way.</summary>
    public abstract long Changes { get; }

    /// <summary>Runs a statement; gives the number of rows it changed.</summary>
    public abstract int Execute(string sql, params ReadOnlySpan<Value> values);

    /// <summary>Looks at row after row until one says false.</summary>
    public abstract void Read(string sql, Func<Row, bool> look, params ReadOnlySpan<Value> values);

    /// <summary>Every row, mapped.</summary>
    public List<T> Query<T>(string sql, Func<Row, T> map, params ReadOnlySpan<Value> values)
    {
        var rows = new List<T>();
        Read(
            sql,
            row =>
            {
                rows.Add(map(row));
                return true;
            },
            values
        );
        return rows;
    }

    /// <summary>The first row, mapped, or the type's default where there is none.</summary>
    public T? First<T>(string sql, Func<Row, T> map, params ReadOnlySpan<Value> values)
    {
        T? first = default;
        Read(
            sql,
            row =>
            {
                first = map(row);
                return false;
            },
            values
        );
        return first;
    }

    /// <summary>Statements in one transaction that all see the same moment; read-only.</summary>
    public T Snapshot<T>(Func<Session, T> query)
    {
        Execute("BEGIN");
        T answer;
        try
        {
            answer = query(this);
        }
        catch
        {
            TryRollBack();
            throw;
        }

        Execute("COMMIT");
        return answer;
    }

    /// <summary>What EF remembers of a command must not answer the next one. Costs nothing where EF was not asked.</summary>
    public void Forget()
    {
        if (remembers)
        {
            Db.ChangeTracker.Clear();
            remembers = false;
        }
    }

    public virtual void Dispose() => db?.Dispose();

    protected abstract TableOrderDb OpenDb();

    private void TryRollBack()
    {
        try
        {
            Execute("ROLLBACK");
        }
        catch (DbException)
        {
            // The error that is on its way may have ended the transaction already; it is the one to tell.
        }
    }
}
