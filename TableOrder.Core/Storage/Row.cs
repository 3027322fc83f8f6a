using System.Text;

namespace TableOrder.Core.Storage;

/// <summary>The row that a query stands on; its columns by place, from 0. Good until the query moves on.</summary>
internal abstract class Row
{
    /// <summary>What stands there.</summary>
    public abstract ValueKind Kind(int column);

    public abstract long Long(int column);

    /// <summary>The column as it stands in the database: a text's UTF-8, an id's 16 bytes; empty where it is null.</summary>
    public abstract ReadOnlySpan<byte> Bytes(int column);

    public bool IsNull(int column) => Kind(column) == ValueKind.Null;

    public int Int(int column) => checked((int)Long(column));

    public bool Flag(int column) => Long(column) != 0;

    public string Text(int column) => Encoding.UTF8.GetString(Bytes(column));

    public string? TextOrNull(int column) => IsNull(column) ? null : Text(column);

    public Guid Id(int column) =>
        Bytes(column) is { Length: Columns.IdLength } id
            ? new Guid(id, bigEndian: true)
            : throw new FormatException($"Column {column} holds no id but '{Text(column)}'");

    public Guid? IdOrNull(int column) => IsNull(column) ? null : Id(column);

    /// <summary>Whatever stands there, for people to read; empty where it is null.</summary>
    public string Told(int column) => Kind(column) == ValueKind.Id && Bytes(column).Length == Columns.IdLength ? Id(column).ToString() : Text(column);

    public DateTimeOffset Time(int column) => DateTimeOffset.FromUnixTimeMilliseconds(Long(column));

    public DateTimeOffset? TimeOrNull(int column) => IsNull(column) ? null : Time(column);

    public DateOnly Day(int column) => Columns.ToDay(Bytes(column));

    public Money Money(int column) => new(Long(column));

    /// <summary>A value kept as JSON; the same JSON may give the same instance, which nobody may edit.</summary>
    public T Json<T>(int column)
        where T : class => Columns.FromJson<T>(Bytes(column));

    /// <summary>An enum kept by name.</summary>
    public T Name<T>(int column)
        where T : struct, Enum => Columns.FromName<T>(Bytes(column));
}
