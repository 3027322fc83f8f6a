using System.Text.Json;
using System.Text.Json.Serialization;

namespace TableOrder.Core;

/// <summary>A text in every language the restaurant speaks, such as a dish's name. In JSON an object: {"ko": "김치찌개", "en": "Kimchi stew"}.</summary>
[JsonConverter(typeof(LocalTextJson))]
public sealed class LocalText(IReadOnlyDictionary<string, string> texts)
{
    /// <summary>No text in any language.</summary>
    public static LocalText Empty { get; } = new(new Dictionary<string, string>(StringComparer.Ordinal));

    /// <summary>The texts by two-letter language code.</summary>
    public IReadOnlyDictionary<string, string> Texts { get; } = texts;

    /// <summary>The same text in every language, such as a name that nobody translates.</summary>
    public static LocalText Same(string text) => new(new Dictionary<string, string>(StringComparer.Ordinal) { ["*"] = text });

    /// <summary>The text in a language (a two-letter code), else in any: a dish without a translation still has a name.</summary>
    public string In(string language) => Texts.TryGetValue(language, out var text) ? text : Texts.Values.FirstOrDefault() ?? "";

    /// <inheritdoc/>
    public override string ToString() => In("en");
}

internal sealed class LocalTextJson : JsonConverter<LocalText>
{
    public override LocalText Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(JsonSerializer.Deserialize<Dictionary<string, string>>(ref reader, options) ?? []);

    public override void Write(Utf8JsonWriter writer, LocalText value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, value.Texts, options);
}
