namespace TableOrder.Core.Menu.Files;

internal static class ImportText
{
    private const int Longest = 60;

    /// <summary>What stands in a file, as a report repeats it.</summary>
    public static string Short(string value) => value.Length <= Longest ? value : string.Concat(value.AsSpan(0, Longest - 1), "…");
}
