using System.Globalization;
using System.Security.Claims;
using TableOrder.Core;
using TableOrder.Core.Access;
using TableOrder.Core.Menu;
using TableOrder.Web.SignIn;

namespace TableOrder.Web.Api;

/// <summary>A photo in up to three sizes, at least one of them: WebP, JPEG or PNG, at most 200 KB each.</summary>
/// <param name="W320">320 pixels wide.</param>
/// <param name="W640">640 pixels wide.</param>
/// <param name="W960">960 pixels wide.</param>
internal sealed record PhotoRequest(IFormFile? W320, IFormFile? W640, IFormFile? W960);

internal static class PhotoEndpoints
{
    private const string Form = "multipart/form-data";

    /// <summary>How the manager gives a dish its photo.</summary>
    public static void MapPhotos(this IEndpointRouteBuilder api)
    {
        api.MapPut("/menu/items/{id:guid}/photo", SetAsync)
            .RequireAuthorization(Policies.Manager)
            .WithTags("Menu")
            .Accepts<PhotoRequest>(Form)
            .Produces<ItemBody>()
            .Describe(
                "Give a dish a photo",
                "In place of the one it had. One file for each width, in the fields w320, w640 and w960; the body may have 640 KB. Answers with the dish as it is then.",
                400,
                404,
                503
            );
        api.MapDelete("/menu/items/{id:guid}/photo", RemoveAsync)
            .RequireAuthorization(Policies.Manager)
            .WithTags("Menu")
            .Produces<ItemBody>()
            .Describe("Take a dish's photo away", "Its emoji is shown again. Answers with the dish as it is then.", 404, 503);
    }

    /// <summary>The photos themselves. Another photo has another address, so a browser that has one never asks again.</summary>
    public static void MapPhotoFiles(this IEndpointRouteBuilder app) =>
        app.MapGet("/photos/{hash}-{width:int}", GetAsync).AllowAnonymous().ExcludeFromDescription();

    private static async Task<IResult> GetAsync(HttpContext context, string hash, int width, PhotoReader reader)
    {
        if (!(await reader.GetAsync(Actor.Nobody, hash, width)).Succeeded(out var photo, out _))
        {
            return Results.NotFound();
        }

        context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return Results.Bytes(photo.Bytes, photo.Type);
    }

    private static async Task<IResult> SetAsync(
        Guid id,
        HttpRequest request,
        ClaimsPrincipal user,
        PhotoDesk desk,
        MenuReader reader,
        CancellationToken cancellation
    )
    {
        if (!request.HasFormContentType)
        {
            return Problems.Of(StatusCodes.Status415UnsupportedMediaType);
        }

        var actor = user.ByApi();
        try
        {
            var form = await request.ReadFormAsync(cancellation);
            var variants = await Task.WhenAll(form.Files.Select(file => ReadAsync(file, cancellation)));
            return await AnswerAsync(await desk.SetAsync(actor, id, variants, cancellation), actor, id, reader);
        }
        catch (InvalidDataException)
        {
            return Problems.Of(Refusal.Bad("body", "Send one file for each width as multipart/form-data, in the fields w320, w640 and w960."));
        }
    }

    private static async Task<IResult> RemoveAsync(Guid id, ClaimsPrincipal user, PhotoDesk desk, MenuReader reader, CancellationToken cancellation)
    {
        var actor = user.ByApi();
        return await AnswerAsync(await desk.RemoveAsync(actor, id, cancellation), actor, id, reader);
    }

    private static async Task<IResult> AnswerAsync(Outcome<int> changed, Actor actor, Guid id, MenuReader reader)
    {
        if (changed.Refusal is { } refusal)
        {
            return Problems.Of(refusal, actor);
        }

        var view = (await reader.GetAsync(actor)).Value;
        return view.Menu.Item(id) is { } item ? Results.Ok(ItemBody.Of(item, view)) : Problems.Of(StatusCodes.Status404NotFound);
    }

    /// <summary>A file by the field it came in; a field that names no width is no photo, and the rule says so.</summary>
    private static async Task<PhotoVariant> ReadAsync(IFormFile file, CancellationToken cancellation)
    {
        using var copy = new MemoryStream();
        await file.CopyToAsync(copy, cancellation);
        var isWidth = int.TryParse(file.Name.TrimStart('w'), NumberStyles.None, CultureInfo.InvariantCulture, out var width);
        return new PhotoVariant(isWidth ? width : 0, copy.ToArray());
    }
}
