namespace TableOrder.Core.Menu.Search;

/// <summary>How well a dish answers what was typed, the best first.</summary>
internal enum SearchHit
{
    NameBegins,
    InName,
    InText,
    LikeName,
    LikeOption,
    None,
}

/// <summary>A dish, prepared for being looked for.</summary>
internal sealed record SearchedDish(MenuItem Item, IReadOnlyList<SearchText> Names, IReadOnlyList<SearchText> Texts)
{
    public static SearchedDish Of(MenuItem item)
    {
        var options = item.ModifierGroups.SelectMany(group => group.Modifiers).SelectMany(option => Spellings(option.Name));
        return new SearchedDish(
            item,
            [.. Spellings(item.Name).Select(SearchText.Of)],
            [.. item.Description.Texts.Values.Concat(options).Select(SearchText.Of)]
        );
    }

    /// <summary>As one text, else each word for itself, wherever it stands: the worst of them counts.</summary>
    public SearchHit Look(string typed)
    {
        if (SearchText.IsInitials(typed))
        {
            return Initials(SearchText.Of(typed).Letters);
        }

        var whole = LookFor(SearchText.Of(typed));
        var words = typed
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Select(SearchText.Of)
            .Where(word => word.Letters.Length > 0)
            .ToList();
        return words.Count < 2 || whole <= SearchHit.InName ? whole : (SearchHit)Math.Min((int)whole, words.Max(word => (int)LookFor(word)));
    }

    private static IEnumerable<string> Spellings(LocalText name) =>
        name.Texts.Values.Concat(name.Texts.Values.Where(text => text.Any(Hangul.IsSyllable)).Select(Hangul.Romanized));

    private SearchHit Initials(string typed) =>
        Names.Any(name => name.Initials.StartsWith(typed, StringComparison.Ordinal)) ? SearchHit.NameBegins
        : Names.Any(name => name.Initials.Contains(typed, StringComparison.Ordinal)) ? SearchHit.InName
        : SearchHit.None;

    private SearchHit LookFor(SearchText typed) =>
        Names.Any(name => name.Letters.StartsWith(typed.Letters, StringComparison.Ordinal)) ? SearchHit.NameBegins
        : Names.Any(name => Has(name, typed.Letters)) ? SearchHit.InName
        : Texts.Any(text => Has(text, typed.Letters)) ? SearchHit.InText
        : Names.Any(name => IsLike(name, typed.Letters)) ? SearchHit.LikeName
        : Texts.Skip(Item.Description.Texts.Count).Any(option => IsLike(option, typed.Letters)) ? SearchHit.LikeOption
        : SearchHit.None;

    /// <summary>A letter or two are in every text: they count where a word begins. Hangul counts where a syllable begins: 김 is not in 고깃집.</summary>
    private static bool Has(SearchText text, string typed) =>
        typed.Length < 3 || Hangul.IsConsonant(typed[0])
            ? text.Starts.Any(start => string.CompareOrdinal(text.Letters, start, typed, 0, typed.Length) == 0)
            : text.Letters.Contains(typed, StringComparison.Ordinal);

    private static bool IsLike(SearchText text, string typed)
    {
        var most = Typos.Tolerated(typed.Length);
        return most > 0 && text.Starts.Any(start => Typos.FromBeginning(typed, text.Letters.AsSpan(start), most) <= most);
    }
}
