using TableOrder.Core.Ordering;

namespace TableOrder.Core.Menu.Editing;

/// <summary>What may stand on a menu, and how it is kept. Pure.</summary>
public static class MenuRule
{
    /// <summary>The most letters of a name.</summary>
    public const int LongestName = 160;

    /// <summary>The most letters of a description.</summary>
    public const int LongestDescription = 500;

    /// <summary>The most portions that are counted.</summary>
    public const int MostPortions = 9999;

    /// <summary>The most choices of a dish, and the most times of day it is served.</summary>
    public const int MostOfADish = 20;

    /// <summary>The most options of a choice.</summary>
    public const int MostModifiers = 50;

    /// <summary>Some emoji are made of many.</summary>
    private const int LongestEmoji = 24;
    private const int WholeRate = 10_000;

    /// <summary>Nothing costs more, in minor units.</summary>
    public static Money MostExpensive { get; } = new(100_000_000);

    /// <summary>A dish as it is kept: texts without space around them, the house's language first, allergens in the list's order, nothing twice.</summary>
    /// <param name="dish">As it was sent.</param>
    /// <param name="languages">The house's.</param>
    public static DishDraft Tidy(DishDraft dish, IReadOnlyList<string> languages) =>
        dish with
        {
            Name = Tidy(dish.Name, languages),
            Description = Tidy(dish.Description, languages),
            Emoji = PlainText.Tidy(dish.Emoji) ?? DishDraft.UsualEmoji,
            Station = PlainText.Tidy(dish.Station),
            Allergens = Allergens.InOrder(dish.Allergens),
            Hours = [.. dish.Hours.Select(hours => hours with { Days = [.. hours.Days.Distinct().Order()] })],
            Groups = [.. dish.Groups.Distinct()],
        };

    /// <summary>A choice as it is kept.</summary>
    public static GroupDraft Tidy(GroupDraft group, IReadOnlyList<string> languages) =>
        group with
        {
            Name = Tidy(group.Name, languages),
            Modifiers =
            [
                .. group.Modifiers.Select(option =>
                    option with
                    {
                        Name = Tidy(option.Name, languages),
                        Allergens = Allergens.InOrder(option.Allergens),
                    }
                ),
            ],
        };

    /// <summary>A text as it is kept.</summary>
    internal static LocalText Tidy(LocalText text, IReadOnlyList<string> languages) =>
        new(
            text.Texts.OrderBy(pair => languages.ToList().IndexOf(pair.Key) is var place and >= 0 ? place : languages.Count)
                .Select(pair => (pair.Key, Text: PlainText.Tidy(pair.Value.ReplaceLineEndings(" "))))
                .Where(pair => pair.Text is not null)
                .ToDictionary(pair => pair.Key, pair => pair.Text!, StringComparer.Ordinal)
        );

    /// <summary>What is wrong with a tidy dish, field by field; null where nothing is.</summary>
    /// <param name="dish">The dish.</param>
    /// <param name="language">The house's own language.</param>
    public static Refusal? Refuse(DishDraft dish, string language) =>
        Wrong(
            ("name", WrongName(dish.Name, language)),
            (
                "description",
                dish.Description.Texts.Values.Any(text => text.Length > LongestDescription) ? $"Send at most {LongestDescription} letters." : null
            ),
            ("emoji", dish.Emoji.Length > LongestEmoji ? "Send one emoji." : null),
            ("price", dish.Price < Money.Zero || dish.Price > MostExpensive ? "Send a price of 0 or more, in minor units." : null),
            ("taxRate", dish.TaxRate is < 0 or > WholeRate ? $"Send a rate of 0 to {WholeRate} basis points." : null),
            ("course", dish.Course is < 0 or > PlaceRule.LastCourse ? $"Send a course from 0 to {PlaceRule.LastCourse}." : null),
            ("minQuantity", dish.MinQuantity is < 1 or > PlaceRule.MostQuantity ? $"Send 1 to {PlaceRule.MostQuantity}." : null),
            (
                "allergens",
                dish.Allergens.Any(code => !Allergens.All.Contains(code, StringComparer.Ordinal)) ? "Send codes of the labelling list only." : null
            ),
            (
                "hours",
                (dish.Hours.Count > MostOfADish || dish.Hours.Any(hours => hours.From == hours.Until || hours.Days.Any(day => !Enum.IsDefined(day))))
                    ? $"Send at most {MostOfADish} times, each with an end that is not its beginning."
                    : null
            ),
            ("groups", dish.Groups.Count > MostOfADish ? $"Send at most {MostOfADish} choices." : null)
        );

    /// <summary>What is wrong with a tidy choice, field by field; null where nothing is.</summary>
    public static Refusal? Refuse(GroupDraft group, string language) =>
        Wrong(
            ("name", WrongName(group.Name, language)),
            ("min", group.Min < 0 || group.Min > group.Max ? "Send 0 or more, and not more than the most." : null),
            ("max", group.Max < 1 || group.Max > group.Modifiers.Count ? "Send 1 or more, and not more than there are options." : null),
            ("modifiers", WrongOptions(group.Modifiers, language))
        );

    /// <summary>What is wrong with a tidy category's name; null where nothing is.</summary>
    internal static Refusal? Refuse(LocalText name, string language) => Wrong(("name", WrongName(name, language)));

    private static string? WrongName(LocalText name, string language) =>
        name.Own(language).Length == 0 ? $"Send a name in the house's language, {language}."
        : name.Texts.Values.Any(text => text.Length > LongestName) ? $"Send at most {LongestName} letters."
        : null;

    private static string? WrongOptions(IReadOnlyList<ModifierDraft> options, string language) =>
        options.Count is 0 or > MostModifiers ? $"Send 1 to {MostModifiers} options."
        : options.Select(option => option.Id).Distinct().Count() < options.Count ? "Send each option once."
        : options.Any(option => option.Price < Money.Zero || option.Price > MostExpensive) ? "Send prices of 0 or more, in minor units."
        : options.Any(option => option.Allergens.Any(code => !Allergens.All.Contains(code, StringComparer.Ordinal)))
            ? "Send codes of the labelling list only."
        : options.Select(option => WrongName(option.Name, language)).FirstOrDefault(wrong => wrong is not null);

    private static Refusal? Wrong(params (string Field, string? Sentence)[] fields)
    {
        var errors = fields
            .Where(field => field.Sentence is not null)
            .ToDictionary(field => field.Field, field => new[] { field.Sentence! }, StringComparer.Ordinal);
        return errors.Count == 0 ? null : new Refusal(Refusal.Invalid) { Errors = errors };
    }
}
