using System.Security.Claims;
using TableOrder.Core;
using TableOrder.Core.Billing;
using TableOrder.Web.SignIn;

namespace TableOrder.Web.Api;

/// <summary>Something that the house gives off a bill: an amount or percent, one of the two.</summary>
/// <param name="Amount">So much, in minor units.</param>
/// <param name="Percent">1 to 100 percent of what the lines come to now, rounded half up.</param>
/// <param name="Reason">Why, in at most 200 characters.</param>
internal sealed record DiscountRequest(long? Amount = null, int? Percent = null, string? Reason = null);

/// <summary>Why something that was given off is taken back.</summary>
/// <param name="Reason">In at most 200 characters.</param>
internal sealed record TakeBackRequest(string? Reason = null);

internal static class BillEndpoints
{
    public static void MapBills(this IEndpointRouteBuilder api)
    {
        api.MapGet("/seatings/{id:guid}/bill", GetAsync)
            .RequireAuthorization(Policies.Known)
            .WithTags("Bills")
            .Produces<BillBody>()
            .Describe(
                "Read a bill",
                "Every line with when and from which device it was ordered and what was taken back, the sums, and every entry of money. A guest reads their own party's; floor and manager any, also of a party that has left.",
                404
            );
        api.MapPost("/seatings/{id:guid}/discounts", DiscountAsync)
            .RequireAuthorization(Policies.Manager)
            .WithTags("Bills")
            .Produces<DiscountBody>(StatusCodes.Status201Created)
            .Describe(
                "Give something off a bill",
                "An amount, or percent of what the lines come to now; never more than is left of them, which atMost says. For the manager.",
                400,
                404,
                409,
                503
            );
        api.MapPost("/seatings/{id:guid}/discounts/{discountId:guid}/void", TakeBackAsync)
            .RequireAuthorization(Policies.Manager)
            .WithTags("Bills")
            .Produces<DiscountBody>()
            .Describe(
                "Take a discount back",
                "Whole, while the party is there: it is due again, but for what went with cancelled lines. An entry of its own in givenOff; sent again it gives the same one. For the manager.",
                400,
                404,
                409,
                503
            );
    }

    /// <summary>Where a seating's bill is read.</summary>
    public static string AddressOf(Guid seating) => $"/api/v1/seatings/{seating}/bill";

    private static async Task<IResult> GetAsync(Guid id, ClaimsPrincipal user, BillReader reader)
    {
        var actor = user.ByApi();
        var read = await reader.GetAsync(actor, id);
        return read.Succeeded(out var bill, out var refusal) ? Results.Ok(BillBody.Of(bill)) : Problems.Of(refusal, actor);
    }

    private static async Task<IResult> DiscountAsync(
        Guid id,
        DiscountRequest body,
        ClaimsPrincipal user,
        PaymentDesk desk,
        CancellationToken cancellation
    )
    {
        var actor = user.ByApi();
        var give = new GiveDiscount(id, body.Reason ?? "") { Amount = body.Amount is { } amount ? new Money(amount) : null, Percent = body.Percent };
        var given = await desk.DiscountAsync(actor, give, cancellation);
        return given.Succeeded(out var discount, out var refusal)
            ? Results.Created(AddressOf(id), DiscountBody.Of(discount))
            : Problems.Of(refusal, actor);
    }

    private static async Task<IResult> TakeBackAsync(
        Guid id,
        Guid discountId,
        TakeBackRequest? body,
        ClaimsPrincipal user,
        DiscountDesk desk,
        CancellationToken cancellation
    )
    {
        var actor = user.ByApi();
        var back = await desk.TakeBackAsync(actor, new TakeBackDiscount(id, discountId, body?.Reason ?? ""), cancellation);
        return back.Succeeded(out var entry, out var refusal) ? Results.Ok(DiscountBody.Of(entry)) : Problems.Of(refusal, actor);
    }
}
