using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace TableOrder.Core.Storage;

/// <summary>How our types stand in columns: one place for EF's converters and for prepared SQL, so that both see the same rows.</summary>
internal static class Columns
{
    /// <summary>An id is its 16 bytes, the most significant first: ids that rise stand in that order, and take less than half of what their letters would.</summary>
    public const int IdLength = 16;
    private const string DayFormat = "yyyy-MM-dd";
    private const int LongestKept = 512;
    private const int KeptSlots = 2048;

    /// <summary>Korean stays readable in the file; the JSON never meets HTML. Statuses go by name here too: their numbers may change, the log stays.</summary>
    private static readonly JsonSerializerOptions JsonForm = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        RespectNullableAnnotations = true,
    };

    private static readonly ConditionalWeakTable<LocalText, string> Texts = [];

    public static string ToJson<T>(T value) => JsonSerializer.Serialize(value, JsonForm);

    /// <summary>A text's JSON, written once, however many lines copy a dish's name.</summary>
    public static string ToJson(LocalText text) => Texts.GetValue(text, static written => ToJson<LocalText>(written));

    /// <summary>Most lists of a line are empty.</summary>
    public static string ListToJson<T>(IReadOnlyList<T> list) => list.Count == 0 ? "[]" : ToJson(list);

    public static T FromJson<T>(string json) => Whole(JsonSerializer.Deserialize<T>(json, JsonForm));

    /// <summary>Statuses and such: the enum's name in lower case.</summary>
    public static string ToName<T>(T value)
        where T : struct, Enum => Names<T>.ByValue[value];

    public static T FromName<T>(string name)
        where T : struct, Enum => Names<T>.ByName[name];

    /// <summary>A value kept as JSON. Small ones are kept by their bytes: dishes' names repeat on every line there is, and values kept as JSON are never edited.</summary>
    public static T FromJson<T>(ReadOnlySpan<byte> json)
        where T : class
    {
        if (json.Length > LongestKept)
        {
            return Whole(JsonSerializer.Deserialize<T>(json, JsonForm));
        }

        ref var slot = ref Kept<T>.Slots[Slot(json)];
        var known = Volatile.Read(ref slot);
        if (known is null || !json.SequenceEqual(known.Json))
        {
            known = new Kept<T>(json.ToArray(), Whole(JsonSerializer.Deserialize<T>(json, JsonForm)));
            Volatile.Write(ref slot, known);
        }

        return known.Value;
    }

    public static T FromName<T>(ReadOnlySpan<byte> name)
        where T : struct, Enum
    {
        Span<char> text = stackalloc char[name.Length];
        return Names<T>.BySpan[text[..Encoding.UTF8.GetChars(name, text)]];
    }

    public static string ToText(DateOnly day) => day.ToString(DayFormat, CultureInfo.InvariantCulture);

    public static DateOnly ToDay(ReadOnlySpan<byte> text)
    {
        Span<char> day = stackalloc char[text.Length];
        return DateOnly.ParseExact(day[..Encoding.UTF8.GetChars(text, day)], DayFormat, CultureInfo.InvariantCulture);
    }

    public sealed class TimeConverter()
        : ValueConverter<DateTimeOffset, long>(t => t.ToUnixTimeMilliseconds(), v => DateTimeOffset.FromUnixTimeMilliseconds(v));

    public sealed class DayConverter()
        : ValueConverter<DateOnly, string>(d => ToText(d), v => DateOnly.ParseExact(v, DayFormat, CultureInfo.InvariantCulture));

    public sealed class IdConverter() : ValueConverter<Guid, byte[]>(id => id.ToByteArray(true), v => new Guid(v, true));

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
        public static readonly Dictionary<string, T>.AlternateLookup<ReadOnlySpan<char>> BySpan = ByName.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>JSON's null reads as any type, also within a list: refused here, or whoever uses the value stumbles over it much later.</summary>
    private static T Whole<T>(T? value) =>
        value is null || (value is IEnumerable<object?> list && list.Contains(null))
            ? throw new JsonException("null stands where a value must")
            : value;

    /// <summary>A bounded table, one entry a slot: a clash costs a parse, nothing else.</summary>
    private static int Slot(ReadOnlySpan<byte> json)
    {
        var hash = json.Length;
        foreach (var letter in json)
        {
            hash = (hash * 31) + letter;
        }

        return hash & (KeptSlots - 1);
    }

    private sealed record Kept<T>(byte[] Json, T Value)
    {
        public static readonly Kept<T>?[] Slots = new Kept<T>?[KeptSlots];
    }
}
