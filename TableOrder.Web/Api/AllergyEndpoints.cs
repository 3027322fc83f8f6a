using System.Security.Claims;
using TableOrder.Core.Seating;
using TableOrder.Web.SignIn;

namespace TableOrder.Web.Api;

internal static class AllergyEndpoints
{
    public static void MapAllergies(this IEndpointRouteBuilder api) =>
        api.MapPut("/seatings/{id:guid}/allergies", SetAsync)
            .RequireAuthorization(Policies.Known)
            .WithTags("Tables")
            .Produces<IReadOnlyList<string>>()
            .Describe(
                "Say what somebody at a table must not eat",
                "Replaces what was said before; an empty list takes it back. Every guest of the seating sees it, and its next orders carry it to the kitchen. "
                    + "Answers with the codes as they are kept. For its guests, floor and manager.",
                400,
                404,
                409,
                503
            );

    private static async Task<IResult> SetAsync(
        Guid id,
        IReadOnlyList<string> body,
        ClaimsPrincipal user,
        SeatingDesk desk,
        CancellationToken cancellation
    )
    {
        var actor = user.ByApi();
        var set = await desk.SetAllergiesAsync(actor, body, id, cancellation);
        return set.Succeeded(out var codes, out var refusal) ? Results.Ok(codes) : Problems.Of(refusal, actor);
    }
}
