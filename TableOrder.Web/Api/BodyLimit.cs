using Microsoft.AspNetCore.Http.Features;

namespace TableOrder.Web.Api;

/// <summary>
/// No body over 256 KB. One that says its length is refused unread: the server lets the rest of it run into nothing, so that the sender gets the answer
/// instead of a broken connection. One that does not is cut off while it is read.
/// </summary>
internal static class BodyLimit
{
    private const long MostBytes = 256 * 1024;

    public static Task CheckAsync(HttpContext context, RequestDelegate next)
    {
        if (context.Request.ContentLength > MostBytes)
        {
            return Problems.Of(StatusCodes.Status413PayloadTooLarge).ExecuteAsync(context);
        }

        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = MostBytes;
        }

        return next(context);
    }
}
