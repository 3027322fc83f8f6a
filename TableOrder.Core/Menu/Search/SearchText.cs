using System.Globalization;
using System.Text;

namespace TableOrder.Core.Menu.Search;

/// <summary>A text as it is compared: small letters and digits without accents, Hangul in its letters; where its words begin is kept beside.</summary>
internal sealed record SearchText
{
    private SearchText(string letters, IReadOnlyList<int> starts, string initials) => (Letters, Starts, Initials) = (letters, starts, initials);

    /// <summary>Everything that is compared, without spaces.</summary>
    public string Letters { get; }

    /// <summary>Where words and Hangul syllables begin in it: where what somebody looks for may begin.</summary>
    public IReadOnlyList<int> Starts { get; }

    /// <summary>The consonants its syllables begin with: ㄱㅊ of 김치.</summary>
    public string Initials { get; }

    public static SearchText Of(string text)
    {
        var (letters, initials, starts) = (new StringBuilder(text.Length * 3), new StringBuilder(), new List<int>());
        var isInWord = false;
        foreach (var character in Plain(text))
        {
            if (!char.IsLetterOrDigit(character))
            {
                // Within a word an apostrophe separates nothing: kids' and kids are one.
                isInWord &= character is '\'' or '\u2019';
                continue;
            }

            if (!isInWord || Hangul.IsSyllable(character))
            {
                starts.Add(letters.Length);
            }

            if (Hangul.IsSyllable(character))
            {
                initials.Append(Hangul.Initial(character));
            }

            isInWord = true;
            Hangul.AddLetters(letters, char.ToLowerInvariant(character));
        }

        return new SearchText(letters.ToString(), starts, initials.ToString());
    }

    /// <summary>Whether somebody typed initial consonants only.</summary>
    public static bool IsInitials(string typed) => typed.All(character => Hangul.IsConsonant(character) || char.IsWhiteSpace(character));

    /// <summary>Without accents, and with syllables whole however they were composed. What is no text at all stays as it is: it finds nothing.</summary>
    private static string Plain(string text)
    {
        try
        {
            var apart = text.Normalize(NormalizationForm.FormD)
                .Where(character => char.GetUnicodeCategory(character) != UnicodeCategory.NonSpacingMark);
            return string.Concat(apart).Normalize(NormalizationForm.FormC);
        }
        catch (ArgumentException)
        {
            return text;
        }
    }
}
