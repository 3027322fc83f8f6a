using System.Buffers.Text;
using System.Text;

namespace TableOrder.Core.Storage;

/// <summary>The row that a query stands on; its columns by place, from 0. Good until the query moves on.</summary>
internal abstract class Row
{
    public abstract bool IsNull(int column);

    public abstract long Long(int column);

    /// <summary>The column's text as it stands in the database; empty where it is null.</summary>
    public abstract ReadOnlySpan<byte> Utf8(int column);

    public int Int(int column) => checked((int)Long(column));

    public int? IntOrNull(int column) => IsNull(column) ? null : Int(column);

    public bool Flag(int column) => Long(column) != 0;

    public string Text(int column) => Encoding.UTF8.GetString(Utf8(column));

    public string? TextOrNull(int column) => IsNull(column) ? null : Text(column);

    public Guid Id(int column) =>
        Utf8Parser.TryParse(Utf8(column), out Guid id, out _, 'D')
            ? id
            : throw new FormatException($"Column {column} holds no id but '{Text(column)}'");

    public Guid? IdOrNull(int column) => IsNull(column) ? null : Id(column);

    public DateTimeOffset Time(int column) => DateTimeOffset.FromUnixTimeMilliseconds(Long(column));

    public DateTimeOffset? TimeOrNull(int column) => IsNull(column) ? null : Time(column);

    public DateOnly Day(int column) => Columns.ToDay(Utf8(column));

    public Money Money(int column) => new(Long(column));

    /// <summary>A value kept as JSON; the same JSON may give the same instance, which nobody may edit.</summary>
    public T Json<T>(int column)
        where T : class => Columns.FromJson<T>(Utf8(column));

    /// <summary>An enum kept by name.</summary>
    public T Name<T>(int column)
        where T : struct, Enum => Columns.FromName<T>(Utf8(column));
}
