using System.Data.Common;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace TableOrder.Core.Storage;

/// <summary>How our types stand in columns: one place for EF's converters and for prepared SQL, so that both see the same rows.</summary>
internal static class Columns
{
    private const string DayFormat = "yyyy-MM-dd";

    /// <summary>Korean stays readable in the file; the JSON never meets HTML. Statuses go by name here too: their numbers may change, the log stays.</summary>
    private static readonly JsonSerializerOptions JsonForm = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static string ToJson<T>(T value) => JsonSerializer.Serialize(value, JsonForm);

    public static T FromJson<T>(string json) => JsonSerializer.Deserialize<T>(json, JsonForm)!;

    /// <summary>Statuses and such: the enum's name in lower case.</summary>
    public static string ToName<T>(T value)
        where T : struct, Enum => Names<T>.ByValue[value];

    public static T FromName<T>(string name)
        where T : struct, Enum => Names<T>.ByName[name];

    public static object ToColumn(object? value) =>
        value switch
        {
            null => DBNull.Value,
            Guid id => id.ToString(),
            DateTimeOffset time => time.ToUnixTimeMilliseconds(),
            DateOnly day => day.ToString(DayFormat, CultureInfo.InvariantCulture),
            Money money => money.Minor,
            bool flag => flag ? 1L : 0L,
            LocalText text => ToJson(text),
            _ => value,
        };

    public static Guid Id(this DbDataReader row, int column) => Guid.ParseExact(row.GetString(column), "D");

    public static Guid? IdOrNull(this DbDataReader row, int column) => row.IsDBNull(column) ? null : row.Id(column);

    public static string? TextOrNull(this DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    public static DateTimeOffset Time(this DbDataReader row, int column) => DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(column));

    public static DateTimeOffset? TimeOrNull(this DbDataReader row, int column) => row.IsDBNull(column) ? null : row.Time(column);

    public static DateOnly Day(this DbDataReader row, int column) =>
        DateOnly.ParseExact(row.GetString(column), DayFormat, CultureInfo.InvariantCulture);

    public static Money Money(this DbDataReader row, int column) => new(row.GetInt64(column));

    public static T Json<T>(this DbDataReader row, int column) => FromJson<T>(row.GetString(column));

    public static T Name<T>(this DbDataReader row, int column)
        where T : struct, Enum => FromName<T>(row.GetString(column));

    public sealed class TimeConverter()
        : ValueConverter<DateTimeOffset, long>(t => t.ToUnixTimeMilliseconds(), v => DateTimeOffset.FromUnixTimeMilliseconds(v));

    public sealed class DayConverter()
        : ValueConverter<DateOnly, string>(
            d => d.ToString(DayFormat, CultureInfo.InvariantCulture),
            v => DateOnly.ParseExact(v, DayFormat, CultureInfo.InvariantCulture)
        );

    public sealed class MoneyConverter() : ValueConverter<Money, long>(m => m.Minor, v => new Money(v));

    public sealed class AsJson<T>() : ValueConverter<T, string>(t => ToJson(t), v => FromJson<T>(v));

    /// <summary>Values kept as JSON are immutable: replaced, never edited.</summary>
    public sealed class ByReference<T>() : ValueComparer<T>((a, b) => ReferenceEquals(a, b), v => v!.GetHashCode(), v => v);

    private static class Names<T>
        where T : struct, Enum
    {
        public static readonly Dictionary<T, string> ByValue = Enum.GetValues<T>()
            .ToDictionary(v => v, v => JsonNamingPolicy.CamelCase.ConvertName(v.ToString()));
        public static readonly Dictionary<string, T> ByName = ByValue.ToDictionary(p => p.Value, p => p.Key, StringComparer.Ordinal);
    }
}
