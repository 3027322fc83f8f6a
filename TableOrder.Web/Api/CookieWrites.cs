using Microsoft.AspNetCore.Antiforgery;

namespace TableOrder.Web.Api;

/// <summary>A browser sends its cookies along whoever made the page: a change by cookie must prove that it comes from a page of ours. Bearer tokens prove it by themselves.</summary>
internal static class CookieWrites
{
    public const string Code = "antiforgery";

    public static async ValueTask<object?> CheckAsync(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        var context = invocation.HttpContext;

        // As AnyHandler decides: any other kind of Authorization leaves the cookies in charge.
        var byToken = context.Request.Headers.Authorization.ToString().StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase);
        var byCookie = context.User.Identity is { IsAuthenticated: true } && !byToken;
        var reads = HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method);
        return reads || !byCookie || await context.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(context)
            ? await next(invocation)
            : Problems.Of(StatusCodes.Status400BadRequest, Code);
    }
}
