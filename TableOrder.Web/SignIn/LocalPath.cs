namespace TableOrder.Web.SignIn;

/// <summary>Where to go back to: only ever a path of this app, so that a link cannot lead a freshly signed-in person elsewhere.</summary>
internal static class LocalPath
{
    /// <summary>Only to write a path as a header may hold it: escaped where it is not ASCII.</summary>
    private static readonly Uri Anywhere = new("http://localhost");

    public static string? Of(string? path) =>
        path is ['/', ..]
        && !path.StartsWith("//", StringComparison.Ordinal)
        && !path.Contains('\\', StringComparison.Ordinal)
        && !path.Any(char.IsControl)
            ? new Uri(Anywhere, path).PathAndQuery
            : null;
}
