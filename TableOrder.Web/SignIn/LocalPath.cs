namespace TableOrder.Web.SignIn;

/// <summary>Where to go back to: only ever a path of this app, so that a link cannot lead a freshly signed-in person elsewhere.</summary>
internal static class LocalPath
{
    public static string? Of(string? path) =>
        path is ['/', ..]
        && !path.StartsWith("//", StringComparison.Ordinal)
        && !path.Contains('\\', StringComparison.Ordinal)
        && !path.Any(char.IsControl)
            ? path
            : null;
}
