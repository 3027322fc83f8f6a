using System.ComponentModel;
using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Mvc;
using TableOrder.Core.Feed;
using TableOrder.Web.SignIn;

namespace TableOrder.Web.Api;

internal static class StreamEndpoints
{
    public static void MapStream(this IEndpointRouteBuilder api) =>
        api.MapGet("/orders/stream", OpenAsync)
            .RequireAuthorization(Policies.Known)
            .WithTags("Orders")
            .Produces<string>(StatusCodes.Status200OK, "text/event-stream")
            .Describe(
                "Follow orders",
                "Server-sent events: id is the log's position, data is event_type:order_id; read the order for what changed. "
                    + "Where history cannot be given, one event: resync says where to start again from."
            );

    private static async Task<IResult> OpenAsync(
        [FromHeader(Name = "Last-Event-ID"), Description("The last event you got; a browser sends it by itself when it comes back")]
            string? lastEventId,
        [FromQuery, Description("The log's position to go on from; 0 replays from the beginning; left out: from now on")] string? after,
        ClaimsPrincipal user,
        OrderFeed feed,
        StreamHub hub,
        IHostApplicationLifetime app
    )
    {
        // The header is newer: a browser that comes back still has the address it began with.
        var actor = user.ByApi();
        var opened = await feed.OpenAsync(actor, Position(string.IsNullOrEmpty(lastEventId) ? after : lastEventId));
        return opened.Succeeded(out var cursor, out var refusal)
            ? new EventStream(cursor, actor, hub, app.ApplicationStopping)
            : Problems.Of(refusal, actor);
    }

    /// <summary>A position to resume from; what is no number is a position that nobody knows, and leads to a resync.</summary>
    private static long? Position(string? text) =>
        string.IsNullOrEmpty(text) ? null
        : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var position) ? position
        : -1;
}
