using Microsoft.AspNetCore.Http.Features;

namespace TableOrder.Web.Api;

/// <summary>
/// No body over 256 KB, but a photo's in three sizes. One that says its length is refused unread: the server lets the rest of it run into nothing, so that the sender gets the answer
/// instead of a broken connection. One that does not is cut off while it is read.
/// </summary>
internal static class BodyLimit
{
    private const long MostBytes = 256 * 1024;
    private const long MostBytesOfAPhoto = 640 * 1024;

    public static Task CheckAsync(HttpContext context, RequestDelegate next)
    {
        var most = IsPhoto(context.Request) ? MostBytesOfAPhoto : MostBytes;
        if (context.Request.ContentLength > most)
        {
            return Problems.Of(StatusCodes.Status413PayloadTooLarge).ExecuteAsync(context);
        }

        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = most;
        }

        return next(context);
    }

    /// <summary>By its address: what it may send is decided before anybody knows who sends it or what answers.</summary>
    private static bool IsPhoto(HttpRequest request) =>
        HttpMethods.IsPut(request.Method)
        && request.Path.StartsWithSegments("/api/v1/menu/items", StringComparison.OrdinalIgnoreCase, out var rest)
        && rest.Value!.EndsWith("/photo", StringComparison.OrdinalIgnoreCase);
}
