namespace TableOrder.Core.Menu.Search;

/// <summary>How far what somebody typed is from a text.</summary>
internal static class Typos
{
    /// <summary>How many letters may be wrong, missing, too many or swapped: none in a short word, or everything would be like everything.</summary>
    public static int Tolerated(int letters) =>
        letters switch
        {
            < 4 => 0,
            < 8 => 1,
            _ => 2,
        };

    /// <summary>The fewest mistakes that make the typed letters of the text's beginning, as far as that goes: who types on has not mistyped the rest. Counting ends above the most.</summary>
    public static int FromBeginning(ReadOnlySpan<char> typed, ReadOnlySpan<char> text, int most)
    {
        // A row for each typed letter, a column for each of the text; more of the text than this is never of use.
        var width = Math.Min(text.Length, typed.Length + most) + 1;
        Span<int> before = stackalloc int[width];
        Span<int> last = stackalloc int[width];
        Span<int> row = stackalloc int[width];
        for (var j = 0; j < width; j++)
        {
            last[j] = j;
        }

        for (var i = 1; i <= typed.Length; i++)
        {
            row[0] = i;
            var least = i;
            for (var j = 1; j < width; j++)
            {
                var same = typed[i - 1] == text[j - 1] ? 0 : 1;
                row[j] = Math.Min(Math.Min(last[j], row[j - 1]) + 1, last[j - 1] + same);
                if (i > 1 && j > 1 && typed[i - 1] == text[j - 2] && typed[i - 2] == text[j - 1])
                {
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
                }

                least = Math.Min(least, row[j]);
            }

            if (least > most)
            {
                return least;
            }

            var next = before;
            before = last;
            last = row;
            row = next;
        }

        var fewest = typed.Length;
        foreach (var mistakes in last)
        {
            fewest = Math.Min(fewest, mistakes);
        }

        return fewest;
    }
}
