using TableOrder.Core.Menu.Editing;

namespace TableOrder.Core.Menu.Files;

internal static class ImportText
{
    private const int Longest = 60;

    /// <summary>What stands in a file, as a report repeats it.</summary>
    public static string Short(string value) => value.Length <= Longest ? value : string.Concat(value.AsSpan(0, Longest - 1), "…");

    /// <summary>What is said over what there is, language by language.</summary>
    public static LocalText Over(LocalText said, LocalText before) => said.Texts.Aggregate(before, (text, own) => text.With(own.Key, own.Value));
}
