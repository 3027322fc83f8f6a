using System.Globalization;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using TableOrder.Core;
using TableOrder.Core.Menu;
using TableOrder.Core.Ordering;
using TableOrder.Web.SignIn;

namespace TableOrder.Web.Kitchen.Plain;

/// <summary>The kitchen for a browser whose script fails: a page that refreshes itself, and a form for each ticket.</summary>
internal static class PlainEndpoints
{
    private static readonly TimeSpan Refresh = TimeSpan.FromSeconds(10);

    public static void MapPlainKitchen(this IEndpointRouteBuilder app)
    {
        var plain = app.MapGroup(PlainAddress.Path).RequireAuthorization(Policies.Kitchen).ExcludeFromDescription();
        plain.MapGet("", ShowAsync);
        plain.MapPost("", BumpAsync);
    }

    private static async Task<IResult> ShowAsync(HttpContext context, string? why)
    {
        var address = PlainAddress.Of(context.Request);
        var board = await PlainBoard.ReadAsync(context.User.Caller(), address, context.RequestServices);
        if (board.Refusal is not null)
        {
            return Results.LocalRedirect("/login");
        }

        var headers = context.Response.Headers;
        headers.CacheControl = "no-store";
        headers.ContentSecurityPolicy =
            "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'self'";
        if (address.Refreshes)
        {
            // As a header, where it can be left out: who asked the page to hold still, or reads it with other senses, gets the same document.
            headers["Refresh"] = string.Create(CultureInfo.InvariantCulture, $"{Refresh.TotalSeconds};url={address}");
        }

        return new RazorComponentResult<PlainKitchen>(
            new
            {
                Board = board.Value,
                Why = why is null ? null : new Refusal(why),
                Seconds = (int)Refresh.TotalSeconds,
                Theme = context.Request.Cookies["theme"] is "light" ? "light" : "dark",
            }
        );
    }

    private static async Task<IResult> BumpAsync(HttpContext context, IAntiforgery antiforgery, OrderDesk desk, OrderReader reader, MenuReader menus)
    {
        var address = PlainAddress.Of(context.Request);
        var actor = context.User.Caller();
        if (
            !context.Request.HasFormContentType
            || !await antiforgery.IsRequestValidAsync(context)
            || PlainBump.Of(await context.Request.ReadFormAsync()) is not { } bump
        )
        {
            return Results.LocalRedirect(address.With(Refusal.Invalid));
        }

        var menu = await menus.GetAsync(actor);
        var order = await reader.GetAsync(actor, bump.OrderId);
        if ((menu.Refusal ?? order.Refusal) is { } refusal)
        {
            return Results.LocalRedirect(address.With(refusal.Code));
        }

        var view = new KitchenView(address.Station, menu.Value.Menu.Stations);
        var why = bump.IsStale(order.Value, view) ? OrderRefusal.StaleVersion : (await desk.StepAsync(actor, bump.Step(view))).Refusal?.Code;
        return Results.LocalRedirect(address.With(why));
    }
}
