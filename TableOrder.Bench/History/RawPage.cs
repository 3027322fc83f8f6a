using Microsoft.Data.Sqlite;
using TableOrder.Bench.Place;
using TableOrder.Core.Ordering;
using TableOrder.Core.Storage;

namespace TableOrder.Bench.History;

/// <summary>The two statements of a page by SQLite's own functions: prepared, each column read as bytes or as a number, which it is known to be; nothing is made of them.</summary>
internal sealed class RawPage : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly RawStatement list;
    private readonly RawStatement fetch;
    private readonly byte[][] ids;
    private readonly int[] places;
    private readonly bool[] numbers;

    public RawPage(string file, int orders)
    {
        connection = new SqliteConnection($"Data Source={file};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using (var settings = connection.CreateCommand())
        {
            settings.CommandText = "PRAGMA cache_size=-8192";
            settings.ExecuteNonQuery();
        }

        var statement = new OrderListStatement(new OrderQuery { Limit = orders }, orders + 1);
        list = new RawStatement(connection.Handle!, statement.Sql);
        for (var i = 0; i < statement.Values.Length; i++)
        {
            Bind(list, i, statement.Values[i]);
        }

        fetch = new RawStatement(connection.Handle!, OrderSql.Select(orders));
        ids = [.. Enumerable.Range(0, orders).Select(_ => new byte[Columns.IdLength])];
        places = [.. Enumerable.Range(1, orders).Select(place => fetch.Place($"${place}"))];
        numbers = [];
        bool[] known = [];
        _ = Read(columns => known = columns);
        numbers = known;
    }

    /// <summary>One page; gives how many bytes its columns hold.</summary>
    public long Read() => Read(look: null);

    public void Dispose()
    {
        list.Dispose();
        fetch.Dispose();
        connection.Dispose();
    }

    private static void Bind(RawStatement statement, int index, Value value)
    {
        var place = statement.Place($"${index + 1}");
        if (value.Kind == ValueKind.Number)
        {
            statement.Bind(place, value.Number);
        }
        else
        {
            statement.Bind(place, System.Text.Encoding.UTF8.GetBytes(value.Text!));
        }
    }

    private long Read(Action<bool[]>? look)
    {
        var (found, bytes) = (0, 0L);
        while (found < ids.Length && list.Step())
        {
            list.Text(0).CopyTo(ids[found++]);
            bytes += list.Text(1).Length + list.Number(2) + list.Number(3);
        }

        list.Reset();
        for (var i = 0; i < places.Length; i++)
        {
            fetch.BindId(places[i], ids[i]);
        }

        while (fetch.Step())
        {
            look?.Invoke([.. Enumerable.Range(0, fetch.Columns).Select(fetch.IsNumber)]);
            for (var i = 0; i < numbers.Length; i++)
            {
                bytes += numbers[i] ? fetch.Number(i) : fetch.Text(i).Length;
            }
        }

        fetch.Reset();
        return bytes;
    }
}
