using System.Buffers.Text;
using System.Text.Json;

namespace TableOrder.Web.Guest;

/// <summary>What somebody last chose about each dish, as the browser keeps it. What comes back may be anything: only what could have been made here is taken. Immutable.</summary>
internal sealed record KeptChoices
{
    /// <summary>Where the browser keeps them.</summary>
    public const string Place = "choices";

    private const int MostDishes = 50;
    private const int MostOptions = 12;
    private const int IdLength = 22;

    // The dish chosen last comes first.
    private readonly IReadOnlyList<(Guid Dish, IReadOnlyList<Guid> Options)> choices;

    private KeptChoices(IReadOnlyList<(Guid Dish, IReadOnlyList<Guid> Options)> choices) => this.choices = choices;

    /// <summary>Nothing was ever chosen here.</summary>
    public static KeptChoices None { get; } = new([]);

    /// <summary>The options last chosen for a dish.</summary>
    public IReadOnlyList<Guid> Of(Guid dish) => choices.FirstOrDefault(choice => choice.Dish == dish).Options ?? [];

    /// <summary>With what was just chosen for a dish; the one chosen longest ago is forgotten.</summary>
    public KeptChoices With(Guid dish, IReadOnlyList<Guid> options) =>
        new([(dish, [.. options.Take(MostOptions)]), .. choices.Where(choice => choice.Dish != dish).Take(MostDishes - 1)]);

    /// <summary>The text to keep: for each dish its id and its options', 22 letters each.</summary>
    public string Write() =>
        JsonSerializer.Serialize(choices.Select(choice => string.Concat(choice.Options.Prepend(choice.Dish).Select(id => Letters(id)))));

    /// <summary>The choices that a text stands for; none where it stands for none.</summary>
    public static KeptChoices Read(string? text)
    {
        try
        {
            var kept = string.IsNullOrWhiteSpace(text) ? null : JsonSerializer.Deserialize<List<string?>>(text);
            var ids = (kept ?? []).Select(Ids).Where(choice => choice.Count > 0).DistinctBy(choice => choice[0]).Take(MostDishes);
            return new KeptChoices([.. ids.Select(choice => (choice[0], (IReadOnlyList<Guid>)[.. choice.Skip(1).Distinct()]))]);
        }
        catch (JsonException)
        {
            return None;
        }
    }

    private static string Letters(Guid id) => Base64Url.EncodeToString(id.ToByteArray());

    /// <summary>A dish and its options; nothing where a letter is wrong.</summary>
    private static List<Guid> Ids(string? letters)
    {
        var isSound = letters is not null && letters.Length % IdLength == 0 && letters.Length / IdLength <= MostOptions + 1 && letters.All(IsLetter);
        var ids = new List<Guid>();
        for (var from = 0; isSound && from < letters!.Length; from += IdLength)
        {
            var id = new byte[18];
            if (!Base64Url.TryDecodeFromChars(letters.AsSpan(from, IdLength), id, out var length) || length != 16)
            {
                return [];
            }

            ids.Add(new Guid(id.AsSpan(0, length)));
        }

        return ids;
    }

    private static bool IsLetter(char letter) => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_';
}
