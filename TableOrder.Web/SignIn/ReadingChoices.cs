using Microsoft.AspNetCore.Localization;

namespace TableOrder.Web.SignIn;

/// <summary>How whoever holds a device likes to read, in a cookie each: the language, light or dark, larger letters, more contrast.</summary>
internal static class ReadingChoices
{
    /// <summary>"light" or "dark"; without it the device's own wish decides.</summary>
    public const string Theme = "theme";

    /// <summary>"large" for larger letters.</summary>
    public const string Text = "text";

    /// <summary>"high" for more contrast; without it the device's own wish decides.</summary>
    public const string Contrast = "contrast";

    /// <summary>The language of the screens; without it the browser's own.</summary>
    public static readonly string Language = CookieRequestCultureProvider.DefaultCookieName;
    private static readonly string[] All = [Theme, Text, Contrast, Language];

    /// <summary>Forgets them all; false where there were none.</summary>
    public static bool Forget(HttpContext context)
    {
        var chosen = All.Where(context.Request.Cookies.ContainsKey).ToList();
        chosen.ForEach(what => context.Response.Cookies.Delete(what));
        return chosen.Count > 0;
    }
}
