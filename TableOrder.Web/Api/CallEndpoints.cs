using System.Security.Claims;
using TableOrder.Core.Calls;
using TableOrder.Web.SignIn;

namespace TableOrder.Web.Api;

/// <summary>A guest's wish that is no order.</summary>
/// <param name="Kind">water, cutlery, help, bill or other.</param>
/// <param name="Note">In the guest's words, at most 200 characters; needed for other.</param>
internal sealed record CallRequest(CallKind Kind, string? Note = null);

/// <summary>A call.</summary>
/// <param name="Id">Its id.</param>
/// <param name="SeatingId">Whose it is.</param>
/// <param name="TableName">Where they sit now.</param>
/// <param name="Kind">water, cutlery, help, bill or other.</param>
/// <param name="Note">In the guest's words; null where they said nothing more.</param>
/// <param name="State">waiting, confirmed once somebody comes, ended where the party left before.</param>
/// <param name="CreatedAt">Since when.</param>
/// <param name="AnsweredAt">When it was confirmed, or ended; null while it waits.</param>
internal sealed record CallBody(
    Guid Id,
    Guid SeatingId,
    string TableName,
    CallKind Kind,
    string? Note,
    CallState State,
    DateTime CreatedAt,
    DateTime? AnsweredAt
)
{
    public static CallBody Of(Call call) =>
        new(call.Id, call.SeatingId, call.TableName, call.Kind, call.Note, call.State, call.CreatedAt.UtcDateTime, call.AnsweredAt?.UtcDateTime);
}

/// <summary>What the staff sees of the calls.</summary>
/// <param name="Waiting">How many wait, of all days.</param>
/// <param name="Confirmed">How many were confirmed of this business day's.</param>
/// <param name="Items">Those that wait, the oldest first; then at most 50 that were confirmed lately, the newest first.</param>
internal sealed record CallsBody(int Waiting, int Confirmed, IReadOnlyList<CallBody> Items);

internal static class CallEndpoints
{
    public static void MapCalls(this IEndpointRouteBuilder api)
    {
        api.MapGet("/calls", ListAsync)
            .RequireAuthorization(Policies.Kitchen)
            .WithTags("Calls")
            .Produces<CallsBody>()
            .Describe("List the calls", "Those that wait, the oldest first, and those of today that were confirmed lately. For staff.");
        api.MapPost("/calls", CallAsync)
            .RequireAuthorization(Policies.Guest)
            .WithTags("Calls")
            .Produces<CallBody>(StatusCodes.Status201Created)
            .Produces<CallBody>()
            .Describe(
                "Call somebody",
                "Where a call of that kind waits already the answer is 200 with that one: however often somebody presses, one waiter comes. For guests.",
                400,
                503
            );
        api.MapPost("/calls/{id:guid}/confirm", ConfirmAsync)
            .RequireAuthorization(Policies.Kitchen)
            .WithTags("Calls")
            .Produces<CallBody>()
            .Describe("Say that somebody comes", "The guest sees it. A call that was answered stays as it is. For staff.", 404, 503);
    }

    private static async Task<IResult> ListAsync(ClaimsPrincipal user, CallReader reader)
    {
        var actor = user.ByApi();
        var read = await reader.BoardAsync(actor);
        return read.Succeeded(out var board, out var refusal)
            ? Results.Ok(new CallsBody(board.Waiting, board.Confirmed, [.. board.Calls.Select(CallBody.Of)]))
            : Problems.Of(refusal, actor);
    }

    private static async Task<IResult> CallAsync(CallRequest body, ClaimsPrincipal user, CallDesk desk, CancellationToken cancellation)
    {
        // A browser that is both calls as the guest at its table: staff do not call for themselves.
        var actor = user.Guest()! with
        {
            Device = Callers.Device,
        };
        var called = await desk.CallAsync(actor, new CallStaff(body.Kind, body.Note), cancellation);
        return called.Succeeded(out var placed, out var refusal)
            ? Results.Json(CallBody.Of(placed.Call), statusCode: placed.Created ? StatusCodes.Status201Created : StatusCodes.Status200OK)
            : Problems.Of(refusal, actor);
    }

    private static async Task<IResult> ConfirmAsync(Guid id, ClaimsPrincipal user, CallDesk desk, CancellationToken cancellation)
    {
        var actor = user.ByApi();
        var confirmed = await desk.ConfirmAsync(actor, id, cancellation);
        return confirmed.Succeeded(out var call, out var refusal) ? Results.Ok(CallBody.Of(call)) : Problems.Of(refusal, actor);
    }
}
