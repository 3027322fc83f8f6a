using SQLitePCL;

namespace TableOrder.Bench.Place;

/// <summary>A prepared statement and nothing else.</summary>
internal sealed class RawStatement : IDisposable
{
    private readonly sqlite3 connection;
    private readonly sqlite3_stmt statement;

    public RawStatement(sqlite3 connection, string sql)
    {
        this.connection = connection;
        Check(raw.sqlite3_prepare_v3(connection, sql, raw.SQLITE_PREPARE_PERSISTENT, out statement));
    }

    /// <summary>Where a parameter stands.</summary>
    public int Place(string name) => raw.sqlite3_bind_parameter_index(statement, name);

    public void Bind(int place, long number) => Check(raw.sqlite3_bind_int64(statement, place, number));

    public void Bind(int place, ReadOnlySpan<byte> text) =>
        Check(text.IsEmpty ? raw.sqlite3_bind_text(statement, place, "") : raw.sqlite3_bind_text(statement, place, text));

    public void BindId(int place, ReadOnlySpan<byte> id) => Check(raw.sqlite3_bind_blob(statement, place, id));

    public void BindNull(int place) => Check(raw.sqlite3_bind_null(statement, place));

    /// <summary>On to the next row; false at the end.</summary>
    public bool Step()
    {
        var result = raw.sqlite3_step(statement);
        if (result is not (raw.SQLITE_ROW or raw.SQLITE_DONE))
        {
            Check(result);
        }

        return result == raw.SQLITE_ROW;
    }

    public long Number(int column) => raw.sqlite3_column_int64(statement, column);

    public ReadOnlySpan<byte> Text(int column) => raw.sqlite3_column_blob(statement, column);

    public int Columns => raw.sqlite3_column_count(statement);

    public bool IsNumber(int column) => raw.sqlite3_column_type(statement, column) == raw.SQLITE_INTEGER;

    public void Reset() => _ = raw.sqlite3_reset(statement);

    public void Dispose() => statement.Dispose();

    private void Check(int result)
    {
        if (result != raw.SQLITE_OK)
        {
            throw new InvalidOperationException($"SQLite error {result}: {raw.sqlite3_errmsg(connection).utf8_to_string()}");
        }
    }
}
