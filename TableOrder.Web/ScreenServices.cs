using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Localization;
using Microsoft.Extensions.WebEncoders;
using Radzen;
using TableOrder.Core.Access;
using TableOrder.Core.Settings;
using TableOrder.Web.Layout;
using TableOrder.Web.Live;
using TableOrder.Web.SignIn;

namespace TableOrder.Web;

/// <summary>What the screens need, and what every request passes.</summary>
internal static class ScreenServices
{
    /// <summary>What phones load over bad Wi-Fi.</summary>
    private static readonly string[] GuestPaths = ["/menu", "/order", "/bill"];

    public static IServiceCollection AddScreens(this IServiceCollection services)
    {
        services.AddRazorComponents().AddInteractiveServerComponents(options => options.DetailedErrors = false);
        services.AddLocalization();
        services.AddRadzenComponents();

        // Korean as it is written, not as entities three times as long; what HTML needs escaped still is.
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddResponseCompression(compression =>
        {
            // Nothing of a guest's page is secret and none of it repeats what a stranger sent: there is nothing that its length could tell.
            compression.EnableForHttps = true;
            compression.MimeTypes = ["text/html"];
        });
        services.AddHttpContextAccessor();
        services.AddScoped<Visitor>();
        return services;
    }

    public static void UseScreens(this WebApplication app)
    {
        app.UseWhen(
            context => !ApiRequest.Is(context.Request),
            pages =>
                pages
                    .UseExceptionHandler("/error", createScopeForErrors: true)
                    .UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true)
        );
        app.Use(AnswerHead);
        app.UseWhen(context => GuestPaths.Contains(context.Request.Path.Value, StringComparer.Ordinal), pages => pages.UseResponseCompression());

        // Here and not at the very beginning, as it would be by itself: what the error pages ask for again must be routed again.
        app.UseRouting();
        app.Use(SecurityHeaders);
        app.UseRequestLocalization(Languages(app));
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
    }

    /// <summary>The pages and their circuits.</summary>
    public static void MapScreens(this WebApplication app) =>
        // Compression keeps some 310 KB of state for each screen, most of what all else of a kitchen's screen costs, and works through every change once for each screen;
        // what it would save is a kilobyte or two a change, on the house's own network. So it is for guests alone, whose first view is most of what they ever get: see CircuitWire.
        app.MapRazorComponents<App>()
            .AddInteractiveServerRenderMode(options =>
            {
                options.DisableWebSocketCompression = true;
                options.ConfigureWebSocketAcceptContext = CircuitWire.ConfigureAsync;
            });

    /// <summary>HEAD is GET without the body (RFC 9110): watchers of addresses ask so.</summary>
    private static Task AnswerHead(HttpContext context, RequestDelegate next)
    {
        if (HttpMethods.IsHead(context.Request.Method) && !ApiRequest.Is(context.Request))
        {
            context.Request.Method = HttpMethods.Get;
            context.Response.Body = Stream.Null;
        }

        return next(context);
    }

    private static Task SecurityHeaders(HttpContext context, RequestDelegate next)
    {
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers.ContentSecurityPolicy =
            "default-src 'self'; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline'; connect-src 'self' ws: wss:; frame-ancestors 'self'; base-uri 'self'; form-action 'self'; object-src 'none'";
        return next(context);
    }

    private static RequestLocalizationOptions Languages(WebApplication app)
    {
        var settings = app.Services.GetRequiredService<SettingsReader>();
        var options = new RequestLocalizationOptions();
        options.RequestCultureProviders =
        [
            new HouseLanguages(settings) { Options = options },
            new CookieRequestCultureProvider { Options = options },
            new AcceptLanguageHeaderRequestCultureProvider { Options = options },
            // Not the default, which was looked up before anybody was asked: the first request after a change would still get the old one.
            new CustomRequestCultureProvider(async _ => new ProviderCultureResult((await settings.GetAsync(Actor.Nobody)).Value.Languages[0])),
        ];
        return options;
    }
}
