using System.Security.Claims;
using Microsoft.Net.Http.Headers;
using TableOrder.Core;
using TableOrder.Core.Feed;
using TableOrder.Core.Menu;
using TableOrder.Core.Settings;
using TableOrder.Web.Layout;
using TableOrder.Web.SignIn;

namespace TableOrder.Web.Api;

/// <summary>A change of one dish; what is left out stays.</summary>
/// <param name="Version">The dish's version that was changed; needed for a price.</param>
/// <param name="SoldOut">86, or back on.</param>
/// <param name="PortionsLeft">0 to 9999 portions left; -1 stops counting.</param>
/// <param name="Price">The new price without options, in minor units; for the manager only.</param>
internal sealed record ItemRequest(int? Version = null, bool? SoldOut = null, int? PortionsLeft = null, long? Price = null);

internal static class MenuEndpoints
{
    public static void MapMenu(this IEndpointRouteBuilder api)
    {
        api.MapGet("/menu", GetAsync)
            .RequireAuthorization(Policies.Known)
            .WithTags("Menu")
            .Produces<MenuBody>()
            .Produces(StatusCodes.Status304NotModified)
            .Describe(
                "Read the menu",
                "With an ETag over menu, portions, hours and language: send it as If-None-Match and an unchanged menu costs nothing. A dish outside of its hours is soldOut."
            );
        api.MapPatch("/menu/items/{id:guid}", ChangeAsync)
            .RequireAuthorization(Policies.Kitchen)
            .WithTags("Menu")
            .Produces<ItemBody>()
            .Describe(
                "Change a dish",
                "The kitchen says what is sold out or how much is left, the manager also the price. Answers with the dish as it is then.",
                400,
                404,
                409,
                503
            );
    }

    private static async Task<IResult> GetAsync(HttpContext context, ClaimsPrincipal user, MenuReader reader, Topics topics, SettingsReader settings)
    {
        // The version before the menu: an old tag on a newer menu costs one more answer, a new tag on an older menu would hide a change.
        var actor = user.ByApi();
        var version = await topics.VersionAsync(MenuReader.Watched);
        var read = await reader.GetAsync(actor);
        if (!read.Succeeded(out var view, out var refusal))
        {
            return Problems.Of(refusal, actor);
        }

        var tag = new EntityTagHeaderValue($"\"{version}{Hours(view)}-{TextHelp.Language}\"");
        context.Response.GetTypedHeaders().ETag = tag;
        context.Response.Headers.CacheControl = "private, no-cache";
        context.Response.Headers.ContentLanguage = TextHelp.Language;
        var known = context.Request.GetTypedHeaders().IfNoneMatch;
        return known.Any(seen => seen.Equals(EntityTagHeaderValue.Any) || seen.Compare(tag, useStrongComparison: false))
            ? Results.StatusCode(StatusCodes.Status304NotModified)
            : Results.Ok(MenuBody.Of(version, (await settings.GetAsync(actor)).Value.Currency, view));
    }

    /// <summary>Which of the dishes that have hours are served: the menu's version does not rise because time passed.</summary>
    private static string Hours(MenuView view)
    {
        var limited = view.Menu.Categories.SelectMany(category => category.Items).Where(item => item.Hours.Count > 0);
        var served = string.Concat(limited.Select(item => item.IsServed(view.Local) ? '1' : '0'));
        return served.Length == 0 ? "" : $"-{served}";
    }

    private static async Task<IResult> ChangeAsync(
        Guid id,
        ItemRequest body,
        ClaimsPrincipal user,
        MenuDesk desk,
        MenuReader reader,
        CancellationToken cancellation
    )
    {
        var actor = user.ByApi();
        var change = new ChangeMenuItem(id)
        {
            Version = body.Version,
            SoldOut = body.SoldOut,
            PortionsLeft = body.PortionsLeft,
            Price = body.Price is { } price ? new Money(price) : null,
        };
        var changed = await desk.ChangeAsync(actor, change, cancellation);
        if (changed.Refusal is { } refusal)
        {
            return Problems.Of(refusal, actor);
        }

        var view = (await reader.GetAsync(actor)).Value;
        return view.Menu.Item(id) is { } item ? Results.Ok(ItemBody.Of(item, view)) : Problems.Of(StatusCodes.Status404NotFound);
    }
}
