using TableOrder.Core;

namespace TableOrder.Web.Manager.Room;

/// <summary>A part of the room as somebody chooses it: one there is, or a new one by its name in every language of the house.</summary>
public sealed class AreaChoice
{
    /// <param name="areas">Those there are.</param>
    /// <param name="languages">The house's.</param>
    /// <param name="chosen">The one that is chosen at first; null: the first one, or a new one where there is none.</param>
    public AreaChoice(IReadOnlyList<LocalText> areas, IReadOnlyList<string> languages, LocalText? chosen = null)
    {
        (Areas, Languages) = (areas, languages);
        Index = chosen is null ? Math.Min(0, areas.Count - 1) : Math.Max(0, areas.ToList().FindIndex(area => ReferenceEquals(area, chosen)));
        Names = languages.ToDictionary(language => language, _ => "", StringComparer.Ordinal);
    }

    /// <summary>Those there are.</summary>
    public IReadOnlyList<LocalText> Areas { get; }

    /// <summary>The house's.</summary>
    public IReadOnlyList<string> Languages { get; }

    /// <summary>Which of them; below zero: a new one.</summary>
    public int Index { get; set; }

    /// <summary>Whether it is a new one.</summary>
    public bool IsNew => Index < 0;

    /// <summary>What a new one is called in each language.</summary>
    public IDictionary<string, string> Names { get; }

    /// <summary>What was chosen.</summary>
    public LocalText Chosen => IsNew ? new LocalText(new Dictionary<string, string>(Names, StringComparer.Ordinal)) : Areas[Index];
}
