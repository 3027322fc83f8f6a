namespace TableOrder.Core.Menu.Editing;

/// <summary>A text by language, as whoever translates it sees it.</summary>
public static class Translations
{
    /// <summary>Stands for every language: see <see cref="LocalText.Same"/>.</summary>
    private const string Any = "*";

    /// <summary>The text in this very language; empty where there is none.</summary>
    public static string Own(this LocalText text, string language) =>
        text.Texts.TryGetValue(language, out var own) || text.Texts.TryGetValue(Any, out own) ? own : "";

    /// <summary>The text with another one in a language; an empty one takes it out.</summary>
    public static LocalText With(this LocalText text, string language, string said)
    {
        var texts = new Dictionary<string, string>(text.Texts, StringComparer.Ordinal) { [language] = said };
        if (said.Length == 0)
        {
            texts.Remove(language);
        }

        return new LocalText(texts);
    }

    /// <summary>In which of the languages it is missing, in their order.</summary>
    public static IEnumerable<string> MissingIn(this LocalText text, IEnumerable<string> languages) =>
        languages.Where(language => text.Own(language).Length == 0);

    /// <summary>In which of the languages something of a dish is missing. A dish that has no description needs none in any language.</summary>
    public static IReadOnlyList<string> MissingIn(this DishDraft dish, IReadOnlyList<string> languages) =>
        [
            .. languages.Where(language =>
                dish.Name.Own(language).Length == 0 || (dish.Description.Texts.Count > 0 && dish.Description.Own(language).Length == 0)
            ),
        ];

    /// <summary>In which of the languages something of a choice is missing.</summary>
    public static IReadOnlyList<string> MissingIn(this GroupDraft group, IReadOnlyList<string> languages) =>
        [
            .. languages.Where(language =>
                group.Modifiers.Select(option => option.Name).Prepend(group.Name).Any(name => name.Own(language).Length == 0)
            ),
        ];
}
