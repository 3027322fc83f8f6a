namespace TableOrder.Web.SignIn;

/// <summary>What somebody signs in with, as its browser says it: "Chrome, Android". It is for people to tell their devices apart, and proves nothing.</summary>
internal static class BrowserName
{
    // Each also names those below it.
    private static readonly (string Sign, string Name)[] Browsers =
    [
        ("Edg", "Edge"),
        ("SamsungBrowser", "Samsung Internet"),
        ("Whale", "Whale"),
        ("Firefox", "Firefox"),
        ("Chrome", "Chrome"),
        ("Safari", "Safari"),
    ];

    private static readonly (string Sign, string Name)[] Systems =
    [
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Android", "Android"),
        ("Windows", "Windows"),
        ("Macintosh", "Mac"),
        ("Linux", "Linux"),
    ];

    public static string Of(HttpRequest request)
    {
        var agent = request.Headers.UserAgent.ToString();
        var told = new[] { Find(Browsers, agent), Find(Systems, agent) }.OfType<string>().ToList();
        return told.Count == 0 ? "browser" : string.Join(", ", told);
    }

    private static string? Find((string Sign, string Name)[] known, string agent) =>
        Array.Find(known, one => agent.Contains(one.Sign, StringComparison.Ordinal)).Name;
}
