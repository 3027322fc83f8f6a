using System.Security.Claims;
using TableOrder.Core.Seating;
using TableOrder.Core.Service;
using TableOrder.Web.SignIn;
using TableOrder.Web.Start;

namespace TableOrder.Web.Api;

/// <summary>A party that goes to another table.</summary>
/// <param name="TableId">Where to.</param>
internal sealed record MoveRequest(Guid TableId);

/// <summary>A party that becomes part of another.</summary>
/// <param name="SeatingId">The other, which keeps its table.</param>
internal sealed record MergeRequest(Guid SeatingId);

internal static class MovingEndpoints
{
    public static void MapMoves(this IEndpointRouteBuilder api)
    {
        api.MapPost("/seatings/{id:guid}/move", MoveAsync)
            .RequireAuthorization(Policies.Floor)
            .WithTags("Seatings")
            .Produces<SeatingDetailBody>()
            .Describe(
                "Move a party to another table",
                "Its orders go with it in place: no ticket is made again. Whoever has only scanned that table's code joins it. Refuses a table where somebody sits.",
                400,
                404,
                409,
                503
            );
        api.MapPost("/seatings/{id:guid}/merge", MergeAsync)
            .RequireAuthorization(Policies.Floor)
            .WithTags("Seatings")
            .Produces<SeatingDetailBody>()
            .Describe(
                "Make a party part of another",
                "Guests, cart, calls, orders and money follow; the answer is the seating that both are now, and the one that was merged points to it. Done once more it stays as it is.",
                400,
                404,
                409,
                503
            );
    }

    private static async Task<IResult> MoveAsync(
        Guid id,
        MoveRequest body,
        HttpRequest request,
        ClaimsPrincipal user,
        MovingDesk desk,
        SeatingReader reader,
        Setup setup,
        CancellationToken cancellation
    )
    {
        var actor = user.ByApi();
        return await SeatingEndpoints.AnswerAsync(await desk.MoveAsync(actor, id, body.TableId, cancellation), actor, reader, setup.HomeOf(request));
    }

    private static async Task<IResult> MergeAsync(
        Guid id,
        MergeRequest body,
        HttpRequest request,
        ClaimsPrincipal user,
        MovingDesk desk,
        SeatingReader reader,
        Setup setup,
        CancellationToken cancellation
    )
    {
        var actor = user.ByApi();
        return await SeatingEndpoints.AnswerAsync(
            await desk.MergeAsync(actor, id, body.SeatingId, cancellation),
            actor,
            reader,
            setup.HomeOf(request)
        );
    }
}
