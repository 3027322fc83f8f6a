using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Localization;
using TableOrder.Core.Access;
using TableOrder.Core.Seating;
using TableOrder.Core.Settings;
using TableOrder.Web.Start;

namespace TableOrder.Web.SignIn;

/// <summary>The addresses without a page of their own: a table's code, the choice of a language, signing out.</summary>
internal static class SignInEndpoints
{
    private static readonly CookieOptions Preference = new() { MaxAge = TimeSpan.FromDays(365), SameSite = SameSiteMode.Lax };

    public static void MapSignIn(this IEndpointRouteBuilder app)
    {
        app.MapGet("/t/{token}", JoinAsync).AllowAnonymous().ExcludeFromDescription();
        app.MapPost("/logout", LogoutAsync).AllowAnonymous().ExcludeFromDescription();
        app.MapPost("/enrol", EnrolAsync).AllowAnonymous().ExcludeFromDescription();
        app.MapGet("/language/{language}", LanguageAsync).AllowAnonymous().ExcludeFromDescription();
        app.MapGet("/theme/{theme}", Theme).AllowAnonymous().ExcludeFromDescription();
        app.MapGet(
                "/text/{size}",
                (string size, string? returnUrl, HttpContext context) =>
                    Prefer(context, ReadingChoices.Text, size is "large" ? size : null, returnUrl)
            )
            .AllowAnonymous()
            .ExcludeFromDescription();
        app.MapGet(
                "/contrast/{level}",
                (string level, string? returnUrl, HttpContext context) =>
                    Prefer(context, ReadingChoices.Contrast, level is "high" ? level : null, returnUrl)
            )
            .AllowAnonymous()
            .ExcludeFromDescription();
    }

    private static async Task<IResult> JoinAsync(string token, HttpContext context, SeatingDesk desk, TableDevices devices, Setup setup)
    {
        var isPhone = context.Request.Headers.UserAgent.ToString().Contains("Mobile", StringComparison.Ordinal);
        var known = devices.Of(context);
        var byStaff = context.User.Staff() is not null || (known is { ByStaff: true } && string.Equals(known.Token, token, StringComparison.Ordinal));
        var joined = await desk.JoinAsync(context.User.Guest() ?? Actor.Nobody, token, nickname: null, atTablet: byStaff);

        // Whoever is staff says which table a device stands on; where guests open their tables, any tablet that sits down by the printed code is taken for that table's.
        var isTablet = byStaff || (joined.Refusal is null && !isPhone && setup.Guests.Opening == TableOpening.Automatic);
        if (isTablet && TableToken.IsWellFormed(token) && joined.Refusal?.Code is not SeatingRefusal.UnknownTable)
        {
            devices.Remember(context, new TableDevice(token, byStaff));
        }

        if (!joined.Succeeded(out var seat, out var refusal))
        {
            return Results.Redirect($"/?why={refusal.Code}");
        }

        await context.RememberAsync(Actor.Guest(seat.SeatingId, seat.GuestId, seat.Nickname, isPhone ? "phone" : "tablet"));
        return Results.Redirect("/menu");
    }

    private static async Task<IResult> LogoutAsync(HttpContext context, AccessDesk desk, Microsoft.AspNetCore.Antiforgery.IAntiforgery antiforgery)
    {
        if (!await antiforgery.IsRequestValidAsync(context))
        {
            return Results.BadRequest();
        }

        if (context.User.Staff() is { } staff)
        {
            await desk.SignOutAsync(staff);
        }

        await context.SignOutAsync(Schemes.Staff);
        return Results.Redirect("/");
    }

    /// <summary>A device uses its link. Only by this button: whoever previews a link must not use it up.</summary>
    private static async Task<IResult> EnrolAsync(
        HttpContext context,
        DeviceDesk devices,
        AccessDesk desk,
        TimeProvider clock,
        Microsoft.AspNetCore.Antiforgery.IAntiforgery antiforgery
    )
    {
        if (!await antiforgery.IsRequestValidAsync(context))
        {
            return Results.BadRequest();
        }

        var code = (await context.Request.ReadFormAsync())["code"].ToString();
        if (!(await devices.EnrolAsync(Actor.Nobody, code)).Succeeded(out var device, out _))
        {
            // The page of the link says why, and what to do.
            return Results.LocalRedirect($"/enrol/{Uri.EscapeDataString(code.Length > 0 ? code : "-")}");
        }

        if (context.User.Staff() is { } before)
        {
            await desk.SignOutAsync(before);
        }

        await context.RememberDeviceAsync(device, clock);
        return Results.LocalRedirect(StaffHome.Of(device.Role));
    }

    private static async Task<IResult> LanguageAsync(string language, string? returnUrl, HttpContext context, SettingsReader settings)
    {
        var house = (await settings.GetAsync(Actor.Nobody)).Value;
        if (!house.Languages.Contains(language, StringComparer.Ordinal))
        {
            return Results.NotFound();
        }

        context.Response.Cookies.Append(
            ReadingChoices.Language,
            CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(language)),
            Preference
        );
        return Results.LocalRedirect(LocalPath.Of(returnUrl) ?? "/");
    }

    private static IResult Theme(string theme, string? returnUrl, HttpContext context) =>
        Prefer(context, ReadingChoices.Theme, theme is "dark" ? "dark" : "light", returnUrl);

    /// <summary>Keeps how somebody likes to read, or forgets it, and goes back.</summary>
    private static IResult Prefer(HttpContext context, string what, string? value, string? returnUrl)
    {
        if (value is null)
        {
            context.Response.Cookies.Delete(what);
        }
        else
        {
            context.Response.Cookies.Append(what, value, Preference);
        }

        return Results.LocalRedirect(LocalPath.Of(returnUrl) ?? "/");
    }
}
