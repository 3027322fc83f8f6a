using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Localization;
using TableOrder.Core;
using TableOrder.Core.Journal;
using TableOrder.Core.Ordering;
using TableOrder.Web.Layout;

namespace TableOrder.Web.Manager.Team;

/// <summary>
/// Tells what somebody did in a sentence. The sentence of an act is the text Act_ACT, of an order's event Event_EVENT. In it {subject}, {number} and the names of the detail stand for what
/// they hold; {amount:money}, {method:word}, {to:status}, {warn:clock} and {allergies:allergens} say how that reads. A part in [brackets] is left out where something in it is not known.
/// An act that no text knows is told by its name, so that nothing somebody did is hidden.
/// </summary>
public sealed partial class JournalWords(IStringLocalizer<TeamTexts> texts, IStringLocalizer<CommonTexts> common, string currency)
{
    /// <summary>The sentence, without who did it.</summary>
    public string Of(JournalEntry entry)
    {
        var sentence = texts[Key(entry)];
        return sentence.ResourceNotFound
            ? $"{entry.Act.Replace('_', ' ')} {entry.Subject}".Trim()
            : Fill(Optional().Replace(sentence.Value, part => AllKnown(part.Groups["part"].Value, entry) ? part.Groups["part"].Value : ""), entry);
    }

    /// <summary>A sign of what it was about.</summary>
    public static string Icon(JournalEntry entry) =>
        entry switch
        {
            { OrderId: not null } => "🧾",
            { Act: Acts.SignedIn or Acts.SignedOut or Acts.SignInsEnded } => "🔑",
            { Act: Acts.DeviceAdded or Acts.DeviceEnrolled or Acts.DeviceLinkMade or Acts.DeviceRevoked } => "📱",
            { Act: Acts.PaymentTaken or Acts.PaymentVoided or Acts.PaymentRefunded or Acts.DiscountGiven or Acts.WrittenOff } => "💳",
            { Act: Acts.CallConfirmed } => "🔔",
            { Act: Acts.KitchenScreenChanged or Acts.StationAgesChanged or Acts.StationRemoved } => "🔥",
            _ when entry.Act.StartsWith("staff_", StringComparison.Ordinal) => "👥",
            _ when entry.Act.StartsWith("table", StringComparison.Ordinal) => "🪑",
            _ => "✏️",
        };

    private static string Key(JournalEntry entry) =>
        entry.OrderId is null ? $"Act_{entry.Act}"
        : entry.Detail.TryGetValue("priority", out var first) && first.ValueKind is JsonValueKind.True or JsonValueKind.False
            ? $"Event_{entry.Act}_{(first.ValueKind == JsonValueKind.True ? "first" : "turn")}"
        : Signals.Of(entry.Act) is OrderEventType.LinesUpdated && Lines(entry).Exists(IsCancelled) ? $"Event_{entry.Act}_off"
        : $"Event_{entry.Act}";

    private bool AllKnown(string part, JournalEntry entry) => Place().Matches(part).All(place => Value(place, entry).Length > 0);

    private string Fill(string sentence, JournalEntry entry) => Place().Replace(sentence, place => Value(place, entry));

    private string Value(Match place, JournalEntry entry)
    {
        var (name, form) = (place.Groups["name"].Value, place.Groups["form"].Value);
        return name switch
        {
            "subject" => entry.Subject,
            "number" => entry.OrderNumber?.ToString(CultureInfo.InvariantCulture) ?? "",
            "to" when form is "status" => Status(entry),
            _ => entry.Detail.TryGetValue(name, out var value) ? Read(value, form) : "",
        };
    }

    private string Read(JsonElement value, string form) =>
        value.ValueKind switch
        {
            JsonValueKind.Number when form is "money" => new Money(value.GetInt64()).Here(currency),
            JsonValueKind.Number when form is "clock" => TimeSpan.FromSeconds(value.GetInt32()).ToString("h\\:mm\\:ss", CultureInfo.InvariantCulture),
            JsonValueKind.Number => value.GetRawText(),
            JsonValueKind.String => Word(value.GetString()!, form),
            JsonValueKind.Array => string.Join(", ", value.EnumerateArray().Select(one => Read(one, form))),
            JsonValueKind.Object when value.TryGetProperty(TextHelp.Language, out var here) => Read(here, form),
            JsonValueKind.Object => Read(value.EnumerateObject().FirstOrDefault().Value, form),
            _ => "",
        };

    private string Word(string word, string form) =>
        form switch
        {
            "word" when texts[$"Word_{word}"] is { ResourceNotFound: false } known => known,
            "allergens" => common.Allergen(word),
            _ => word,
        };

    /// <summary>Where an event's lines went: they go together but for what was cancelled beside, and the last says it.</summary>
    private string Status(JournalEntry entry) =>
        Lines(entry).LastOrDefault() is { ValueKind: JsonValueKind.Object } last
        && last.TryGetProperty("to", out var to)
        && to.GetString() is { Length: > 0 } status
            ? common[$"Line_{char.ToUpperInvariant(status[0])}{status[1..]}"]
            : "";

    private static List<JsonElement> Lines(JournalEntry entry) =>
        entry.Detail.TryGetValue("lines", out var lines) && lines.ValueKind == JsonValueKind.Array ? [.. lines.EnumerateArray()] : [];

    private static bool IsCancelled(JsonElement line) =>
        line.ValueKind == JsonValueKind.Object && line.TryGetProperty("cancelled", out var units) && units.GetInt32() > 0;

    [GeneratedRegex(@"\{(?<name>[a-zA-Z]+)(:(?<form>[a-z]+))?\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Place();

    [GeneratedRegex(@"\[(?<part>[^\[\]]*)\]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Optional();
}
