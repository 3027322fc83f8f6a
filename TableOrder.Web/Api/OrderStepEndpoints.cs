using System.Security.Claims;
using TableOrder.Core;
using TableOrder.Core.Access;
using TableOrder.Core.Ordering;
using TableOrder.Web.SignIn;

namespace TableOrder.Web.Api;

/// <summary>A step of an order or of one station's ticket.</summary>
/// <param name="Status">placed (fire), preparing, ready (with a station: bump) or served.</param>
/// <param name="Station">Only this station's ticket.</param>
/// <param name="Version">The order's version that you saw; given, what changed since refuses, and lines ahead are recalled.</param>
internal sealed record StepRequest(LineStatus Status, string? Station = null, int? Version = null);

/// <summary>A step of one line.</summary>
/// <param name="Status">placed (fire), preparing, ready or served.</param>
/// <param name="Version">The order's version that you saw; given, a change since refuses, and a line ahead is recalled.</param>
internal sealed record LineStepRequest(LineStatus Status, int? Version = null);

/// <summary>A cancellation.</summary>
/// <param name="Version">The order's version that you saw; given, what changed since refuses.</param>
/// <param name="Reason">Why, in at most 200 characters; staff must say.</param>
/// <param name="Lines">Which lines; left out: all that are left.</param>
internal sealed record CancelRequest(int? Version = null, string? Reason = null, IReadOnlyList<CancelLineRequest?>? Lines = null);

/// <summary>A line to cancel.</summary>
/// <param name="Id">The line.</param>
/// <param name="Quantity">How many of it; left out: all that are left.</param>
internal sealed record CancelLineRequest(Guid Id, int? Quantity = null);

internal static class OrderStepEndpoints
{
    public static void MapOrderSteps(this IEndpointRouteBuilder api)
    {
        api.MapPost("/orders/{id:guid}/status", StepAsync)
            .RequireAuthorization(Policies.Kitchen)
            .WithTags("Orders")
            .Produces<OrderBody>()
            .Describe(
                "Move an order on",
                "All lines behind the status move, or none. With a version, lines ahead of it are recalled.",
                400,
                404,
                409,
                503
            );
        api.MapPost("/orders/{id:guid}/lines/{lineId:guid}/status", StepLineAsync)
            .RequireAuthorization(Policies.Kitchen)
            .WithTags("Orders")
            .Produces<OrderBody>()
            .Describe("Move one line on", "Like a step of the order, for one line.", 400, 404, 409, 503);
        api.MapPost("/orders/{id:guid}/cancel", CancelAsync)
            .RequireAuthorization(Policies.Known)
            .WithTags("Orders")
            .Produces<OrderBody>()
            .Describe(
                "Cancel an order or some of its lines",
                "Guests within 60 seconds while nobody has begun; the floor what is not made yet; the manager also what is ready or served.",
                400,
                404,
                409,
                503
            );
    }

    private static Task<IResult> StepAsync(Guid id, StepRequest body, ClaimsPrincipal user, OrderDesk desk, CancellationToken cancellation) =>
        AnswerAsync(
            user,
            actor => desk.StepAsync(actor, new StepOrder(id, body.Status) { Station = body.Station, Version = body.Version }, cancellation)
        );

    private static Task<IResult> StepLineAsync(
        Guid id,
        Guid lineId,
        LineStepRequest body,
        ClaimsPrincipal user,
        OrderDesk desk,
        CancellationToken cancellation
    ) => AnswerAsync(user, actor => desk.StepAsync(actor, new StepOrder(id, body.Status) { LineId = lineId, Version = body.Version }, cancellation));

    private static async Task<IResult> CancelAsync(Guid id, CancelRequest? body, ClaimsPrincipal user, OrderDesk desk, CancellationToken cancellation)
    {
        if (body?.Lines?.Contains(null) == true)
        {
            return Problems.Of(Refusal.Bad("lines", "Send an object for each line."));
        }

        var cancel = new CancelOrder(id, body?.Reason)
        {
            Version = body?.Version,
            Lines = body?.Lines is { } lines ? [.. lines.Select(line => new CancelLine(line!.Id, line.Quantity))] : null,
        };
        return await AnswerAsync(user, actor => desk.CancelAsync(actor, cancel, cancellation));
    }

    private static async Task<IResult> AnswerAsync(ClaimsPrincipal user, Func<Actor, Task<Outcome<Order>>> command)
    {
        var actor = user.ByApi();
        var outcome = await command(actor);
        return outcome.Succeeded(out var order, out var refusal) ? Results.Ok(OrderBody.Of(order)) : Problems.Of(refusal, actor);
    }
}
