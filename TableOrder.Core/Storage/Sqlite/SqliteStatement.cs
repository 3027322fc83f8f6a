using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace TableOrder.Core.Storage.Sqlite;

/// <summary>A statement, prepared once, and the row it stands on.</summary>
internal sealed class SqliteStatement : Row, IDisposable
{
    private const int ShortText = 256;
    private readonly sqlite3 connection;
    private readonly sqlite3_stmt statement;

    /// <summary>Where $1, $2, … stand: SQLite numbers names by their first appearance.</summary>
    private readonly int[] places;

    public SqliteStatement(sqlite3 connection, string sql)
    {
        this.connection = connection;
        Check(raw.sqlite3_prepare_v3(connection, sql, raw.SQLITE_PREPARE_PERSISTENT, out statement));
        places = new int[raw.sqlite3_bind_parameter_count(statement)];
        for (var i = 0; i < places.Length; i++)
        {
            places[i] = raw.sqlite3_bind_parameter_index(statement, string.Create(CultureInfo.InvariantCulture, $"${i + 1}"));
        }
    }

    public void Bind(ReadOnlySpan<Value> values)
    {
        if (values.Length != places.Length)
        {
            throw new ArgumentException($"The statement has {places.Length} parameters, not {values.Length}", nameof(values));
        }

        for (var i = 0; i < values.Length; i++)
        {
            Check(Bind(places[i], in values[i]));
        }
    }

    /// <summary>On to the next row; false at the end.</summary>
    public bool Step()
    {
        var result = raw.sqlite3_step(statement);
        if (result == raw.SQLITE_ROW)
        {
            return true;
        }

        if (result != raw.SQLITE_DONE)
        {
            Throw(result);
        }

        return false;
    }

    /// <summary>Ends what the statement is doing. Its error was told by the step, so it is not told again.</summary>
    public void Reset() => _ = raw.sqlite3_reset(statement);

    public override ValueKind Kind(int column) =>
        raw.sqlite3_column_type(statement, column) switch
        {
            raw.SQLITE_NULL => ValueKind.Null,
            raw.SQLITE_INTEGER => ValueKind.Number,
            raw.SQLITE_BLOB => ValueKind.Id,
            _ => ValueKind.Text,
        };

    public override long Long(int column) => raw.sqlite3_column_int64(statement, column);

    // A text's blob is its bytes; no copy is made.
    public override ReadOnlySpan<byte> Bytes(int column) => raw.sqlite3_column_blob(statement, column);

    public void Dispose() => statement.Dispose();

    private int Bind(int place, in Value value) =>
        value.Kind switch
        {
            ValueKind.Number => raw.sqlite3_bind_int64(statement, place, value.Number),
            ValueKind.Text => BindText(place, value.Text!),
            ValueKind.Id => BindId(place, value.Id),
            _ => raw.sqlite3_bind_null(statement, place),
        };

    private int BindText(int place, string text)
    {
        if (text.Length is 0 or > ShortText)
        {
            // An empty span would be null.
            return text.Length == 0
                ? raw.sqlite3_bind_text(statement, place, "")
                : raw.sqlite3_bind_text(statement, place, (ReadOnlySpan<byte>)Encoding.UTF8.GetBytes(text));
        }

        // Three bytes hold any UTF-16 unit. SQLite makes its own copy.
        Span<byte> bytes = stackalloc byte[ShortText * 3];
        return raw.sqlite3_bind_text(statement, place, bytes[..Encoding.UTF8.GetBytes(text, bytes)]);
    }

    private int BindId(int place, Guid id)
    {
        Span<byte> bytes = stackalloc byte[Columns.IdLength];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        return raw.sqlite3_bind_blob(statement, place, bytes);
    }

    private void Check(int result)
    {
        if (result != raw.SQLITE_OK)
        {
            Throw(result);
        }
    }

    private void Throw(int result) =>
        throw new SqliteException(
            $"SQLite error {result}: {raw.sqlite3_errmsg(connection).utf8_to_string()}",
            result & 0xff,
            raw.sqlite3_extended_errcode(connection)
        );
}
