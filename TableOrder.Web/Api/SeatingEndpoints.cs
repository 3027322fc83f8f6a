using System.Security.Claims;
using TableOrder.Core;
using TableOrder.Core.Access;
using TableOrder.Core.Seating;
using TableOrder.Core.Service;
using TableOrder.Web.SignIn;
using TableOrder.Web.Start;

namespace TableOrder.Web.Api;

/// <summary>A party that sits down.</summary>
/// <param name="Party">How many people, 1 to 99; left out: not known yet.</param>
internal sealed record OpenRequest(int? Party = null);

/// <summary>A party that leaves.</summary>
/// <param name="Force">Whatever is not ready yet is cancelled; left out: open orders refuse.</param>
/// <param name="WriteOffReason">What is due is written off, and why, in at most 200 characters; the manager's alone.</param>
internal sealed record CloseRequest(bool Force = false, string? WriteOffReason = null);

internal static class SeatingEndpoints
{
    public static void MapSeatings(this IEndpointRouteBuilder api)
    {
        api.MapPost("/tables/{id:guid}/open", OpenAsync)
            .RequireAuthorization(Policies.Floor)
            .WithTags("Seatings")
            .Produces<SeatingDetailBody>()
            .Describe(
                "Open a table",
                "Begins a party's stay. Where one is open it is that one: a party that is given is taken, though never fewer people than have joined. At a counter each call begins one.",
                400,
                404,
                409,
                503
            );
        api.MapGet("/seatings/{id:guid}", GetAsync)
            .RequireAuthorization(Policies.Floor)
            .WithTags("Seatings")
            .Produces<SeatingDetailBody>()
            .Describe("Get a seating", "A party's stay, open or closed, with the link that joins it at this moment.", 404);
        api.MapPost("/seatings/{id:guid}/close", CloseAsync)
            .RequireAuthorization(Policies.Floor)
            .WithTags("Seatings")
            .Produces<SeatingDetailBody>()
            .Describe(
                "Close a seating",
                "Ends a party's stay, its calls and its guests' access. Open orders refuse, and whatever is due; with force, whatever is not ready yet is cancelled. "
                    + "The manager writes off what is due, and says why. A closed one stays as it is.",
                400,
                404,
                409,
                503
            );
        api.MapPost("/seatings/{id:guid}/reopen", ReopenAsync)
            .RequireAuthorization(Policies.Floor)
            .WithTags("Seatings")
            .Produces<SeatingDetailBody>()
            .Describe(
                "Reopen a seating",
                "The party is there again, and its guests have access as before. An open one stays as it is. Refuses where somebody sits at its table now.",
                404,
                409,
                503
            );
    }

    private static async Task<IResult> OpenAsync(
        Guid id,
        OpenRequest? body,
        HttpRequest request,
        ClaimsPrincipal user,
        SeatingDesk desk,
        SeatingReader reader,
        Setup setup,
        CancellationToken cancellation
    )
    {
        var actor = user.ByApi();
        return await AnswerAsync(await desk.OpenAsync(actor, id, body?.Party, cancellation), actor, reader, setup.HomeOf(request));
    }

    private static async Task<IResult> CloseAsync(
        Guid id,
        CloseRequest? body,
        HttpRequest request,
        ClaimsPrincipal user,
        ClosingDesk desk,
        SeatingReader reader,
        Setup setup,
        CancellationToken cancellation
    )
    {
        var actor = user.ByApi();
        var close = new CloseSeating(id) { Force = body?.Force ?? false, WriteOffReason = body?.WriteOffReason };
        return await AnswerAsync(await desk.CloseAsync(actor, close, cancellation), actor, reader, setup.HomeOf(request));
    }

    private static async Task<IResult> ReopenAsync(
        Guid id,
        HttpRequest request,
        ClaimsPrincipal user,
        ClosingDesk desk,
        SeatingReader reader,
        Setup setup,
        CancellationToken cancellation
    )
    {
        var actor = user.ByApi();
        return await AnswerAsync(await desk.ReopenAsync(actor, id, cancellation), actor, reader, setup.HomeOf(request));
    }

    private static Task<IResult> GetAsync(Guid id, HttpRequest request, ClaimsPrincipal user, SeatingReader reader, Setup setup) =>
        AnswerAsync(id, user.ByApi(), reader, setup.HomeOf(request));

    /// <summary>The seating that a command gave, as it is now; or why not.</summary>
    public static async Task<IResult> AnswerAsync(Outcome<Guid> done, Actor actor, SeatingReader reader, string home)
    {
        if (!done.Succeeded(out var id, out var refusal) || !(await reader.GetAsync(actor, id)).Succeeded(out var seating, out refusal))
        {
            return Problems.Of(refusal, actor);
        }

        // Closed since, or all along: then nothing joins it. The code of one that was merged would be the other's.
        var code = seating.ClosedAt is null && (await reader.CodeAsync(actor, id)).Succeeded(out var current, out _) ? current : null;
        return Results.Ok(SeatingDetailBody.Of(seating, code, home));
    }
}
