using TableOrder.Core;
using TableOrder.Core.Opening;

namespace TableOrder.Web.Api;

/// <summary>How the app is, for whatever watches it.</summary>
/// <param name="Status">ready or not_ready.</param>
/// <param name="Database">Whether it can be read.</param>
/// <param name="Writer">Whether the last write ended well.</param>
/// <param name="Feed">Whether live screens hear of changes.</param>
/// <param name="Log">Whether the database's write-ahead log stays short; orders are taken even where it does not.</param>
internal sealed record HealthBody(string Status, string Database, string Writer, string Feed, string Log);

/// <summary>Live: the process answers. Ready: it can take orders and tell of them.</summary>
internal static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapGet("/health/live", () => Results.Json(new { Status = "live" })).AllowAnonymous().ExcludeFromDescription();
        app.MapGet("/health/ready", ReadyAsync).AllowAnonymous().ExcludeFromDescription();
    }

    private static async Task<IResult> ReadyAsync(HttpContext context, Health health)
    {
        var report = await health.CheckAsync();
        context.Response.Headers.CacheControl = "no-store";
        return Results.Json(
            new HealthBody(
                report.IsReady ? "ready" : "not_ready",
                Word(report.DatabaseReads),
                Word(report.WriterWrites),
                Word(report.FeedLooks),
                Word(report.LogIsShort)
            ),
            statusCode: report.IsReady ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable
        );
    }

    private static string Word(bool well) => well ? "ok" : "failing";
}
