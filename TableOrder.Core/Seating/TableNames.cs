using System.Globalization;

namespace TableOrder.Core.Seating;

/// <summary>What tables and the parts of the room are called. Pure.</summary>
public static class TableNames
{
    /// <summary>A plate has room for so many characters.</summary>
    public const int Longest = 20;

    /// <summary>The name of a part of the room has at most so many.</summary>
    public const int LongestArea = 40;

    /// <summary>So many tables are made at once.</summary>
    public const int MostAtOnce = 100;

    /// <summary>
    /// The names from one to another, both included: "12" to "20", "A1" to "A6", "01" to "08". Without a last one it is the first alone.
    /// Refuses two that do not count up from one to the other, and more than <see cref="MostAtOnce"/> names.
    /// </summary>
    public static Outcome<IReadOnlyList<string>> Row(string? first, string? last)
    {
        if (PlainText.Tidy(first) is not { } from)
        {
            return Refusal.Bad("first", "Send a name.");
        }

        if (PlainText.Tidy(last) is not { } to)
        {
            return new[] { from };
        }

        var ((prefix, low), (ending, high)) = (Split(from), Split(to));
        if (low is not { } lowest || high is not { } highest || highest < lowest || !string.Equals(prefix, ending, StringComparison.Ordinal))
        {
            return Refusal.Bad("last", "Send two names that end in numbers and are alike before them, such as 12 and 20.");
        }

        if (highest - lowest >= MostAtOnce)
        {
            return Refusal.Bad("last", $"Send at most {MostAtOnce} names.");
        }

        // 08 follows 07, where the first has the zero.
        var digits = from.Length - prefix.Length;
        return Enumerable
            .Range(lowest, highest - lowest + 1)
            .Select(number => prefix + number.ToString($"D{digits}", CultureInfo.InvariantCulture))
            .ToArray();
    }

    /// <summary>The name as it is kept; null where it is none, or too long.</summary>
    internal static string? Tidy(string? name) => PlainText.Tidy(name)?.Normalize() is { Length: <= Longest } tidy ? tidy : null;

    /// <summary>The area as it is kept: in each language of the house, and in no other; null where one is missing or too long.</summary>
    internal static LocalText? Tidy(LocalText area, IReadOnlyList<string> languages)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var language in languages)
        {
            if (PlainText.Tidy(area.Texts.GetValueOrDefault(language))?.Normalize() is not { Length: <= LongestArea } text)
            {
                return null;
            }

            texts.Add(language, text);
        }

        return new LocalText(texts);
    }

    /// <summary>Whether two plates would be taken for one another.</summary>
    internal static bool AreAlike(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private static (string Prefix, int? Number) Split(string name)
    {
        var prefix = name.TrimEnd(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9']);
        return (prefix, int.TryParse(name[prefix.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null);
    }
}
