namespace TableOrder.Web.SignIn;

/// <summary>Remembers, for the length of a request, that whoever asks was somebody and is not any more.</summary>
internal static class EndedAccess
{
    private static readonly object Code = new();

    /// <summary>A browser may have been a guest and staff: the first that is told stays.</summary>
    public static void Set(HttpContext context, string code) => context.Items.TryAdd(Code, code);

    /// <summary>Why the access ended; null where there was none, or where it stands.</summary>
    public static string? Of(HttpContext context) => context.Items[Code] as string;
}
