using TableOrder.Core.Access;
using TableOrder.Core.Settings;
using TableOrder.Web.Layout;

namespace TableOrder.Web.Guest;

/// <summary>
/// What a browser asks for before it puts the menu on a tablet's or phone's start screen (https://www.w3.org/TR/appmanifest/). It is the restaurant's app, so it bears
/// the restaurant's name, in the language of whoever asks.
/// </summary>
internal static class AppManifest
{
    public const string Path = "/manifest.webmanifest";

    /// <summary>The ground of the pages, as tokens.css has it: what stands there until they have been painted.</summary>
    public const string Light = "#faf7f2";

    /// <summary>The same where it is dark.</summary>
    public const string Dark = "#121417";

    /// <summary>A tablet on the table shows nothing but the menu; where that cannot be, an app without the browser's bars.</summary>
    private static readonly string[] Displays = ["fullscreen", "standalone", "minimal-ui"];

    private static readonly Icon[] Icons =
    [
        new("/icon.svg", "any", "image/svg+xml", "any"),
        new("/icon-192.png", "192x192", "image/png", "any"),
        new("/icon-512.png", "512x512", "image/png", "any"),
        new("/icon-maskable.png", "512x512", "image/png", "maskable"),
    ];

    public static void MapAppManifest(this IEndpointRouteBuilder app) => app.MapGet(Path, AnswerAsync).AllowAnonymous().ExcludeFromDescription();

    private static async Task<IResult> AnswerAsync(HttpContext context, SettingsReader settings)
    {
        var name = (await settings.GetAsync(Actor.Nobody)).Value.Name.Here();
        context.Response.Headers.CacheControl = "no-cache";
        context.Response.Headers.Vary = "Accept-Language, Cookie";
        var manifest = new
        {
            id = "/menu",
            name,
            short_name = name,
            lang = TextHelp.Language,
            start_url = "/menu",
            scope = "/",
            display = "fullscreen",
            display_override = Displays,
            background_color = Light,
            theme_color = Light,
            icons = Icons,
        };
        return Results.Json(manifest, contentType: "application/manifest+json");
    }

    private sealed record Icon(string Src, string Sizes, string Type, string Purpose);
}
