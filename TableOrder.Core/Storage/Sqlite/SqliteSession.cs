using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace TableOrder.Core.Storage.Sqlite;

/// <summary>
/// Prepared statements by SQLite's own functions, on the connection that EF uses too: ADO.NET binds by name, boxes every value and makes a reader for each
/// statement, which costs the hot path as much as SQLite itself does.
/// </summary>
internal sealed class SqliteSession(SqliteConnection connection, Func<SqliteConnection, TableOrderDb> openDb) : Session
{
    private readonly sqlite3 handle = connection.Handle!;
    private readonly Dictionary<string, SqliteStatement> prepared = new(StringComparer.Ordinal);

    public override long Changes => raw.sqlite3_total_changes(handle);

    public override int Execute(string sql, params ReadOnlySpan<Value> values)
    {
        var statement = Prepare(sql);
        try
        {
            statement.Bind(values);
            while (statement.Step()) { }
            return raw.sqlite3_changes(handle);
        }
        finally
        {
            statement.Reset();
        }
    }

    public override void Read(string sql, Func<Row, bool> look, params ReadOnlySpan<Value> values)
    {
        var statement = Prepare(sql);
        try
        {
            statement.Bind(values);
            while (statement.Step() && look(statement)) { }
        }
        finally
        {
            statement.Reset();
        }
    }

    public override void Dispose()
    {
        foreach (var statement in prepared.Values)
        {
            statement.Dispose();
        }

        base.Dispose();
        connection.Dispose();
    }

    protected override TableOrderDb OpenDb() => openDb(connection);

    private SqliteStatement Prepare(string sql)
    {
        if (!prepared.TryGetValue(sql, out var statement))
        {
            statement = new SqliteStatement(handle, sql);
            prepared.Add(sql, statement);
        }

        return statement;
    }
}
