namespace TableOrder.Core;

/// <summary>What people type, as it may stand on a screen or a ticket.</summary>
public static class PlainText
{
    /// <summary>A text without control characters, without marks that turn the writing direction of what stands beside it, and without space around it. Null where nothing is left.</summary>
    public static string? Tidy(string? text)
    {
        var kept = text is null ? "" : string.Concat(text.Where(c => !char.IsControl(c) && !IsDirectionMark(c))).Trim();
        return kept.Length == 0 ? null : kept;
    }

    // LRM, RLM, ALM, the embeddings and overrides, and the isolates.
    private static bool IsDirectionMark(char c) =>
        c is '\u200E' or '\u200F' or '\u061C' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
