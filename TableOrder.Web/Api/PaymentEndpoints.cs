using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using Microsoft.AspNetCore.Mvc;
using TableOrder.Core;
using TableOrder.Core.Access;
using TableOrder.Core.Billing;
using TableOrder.Core.Ordering;
using TableOrder.Web.SignIn;
using TableOrder.Web.Start;

namespace TableOrder.Web.Api;

/// <summary>A payment of a part of what is due, or of all of it.</summary>
/// <param name="Amount">How much, in minor units; at most what is due.</param>
/// <param name="Method">cash or terminal, which staff has taken; for guests a provider's name.</param>
/// <param name="Tendered">What was handed over in cash, at least the amount; staff only.</param>
/// <param name="Lines">What it is meant for; each unit can be named once.</param>
internal sealed record PaymentRequest(long Amount, string Method, long? Tendered = null, IReadOnlyList<PaidLineBody?>? Lines = null);

/// <summary>A payment that never was.</summary>
/// <param name="Reason">Why, in at most 200 characters.</param>
internal sealed record VoidRequest(string? Reason = null);

/// <summary>Money that goes back.</summary>
/// <param name="Amount">How much, in minor units; at most what is left of the payment.</param>
/// <param name="Reason">Why, in at most 200 characters.</param>
internal sealed record RefundRequest(long Amount, string? Reason = null);

internal static class PaymentEndpoints
{
    private const string KeyHelp = "A UUID made for this entry; the same one when it is sent again";

    public static void MapPayments(this IEndpointRouteBuilder api)
    {
        api.MapPost("/seatings/{id:guid}/payments", PayAsync)
            .RequireAuthorization(Policies.Known)
            .WithTags("Bills")
            .Produces<PaymentBody>(StatusCodes.Status201Created)
            .Produces<PaymentBody>()
            .Describe(
                "Pay",
                "Floor and manager enter what they have taken, cash or terminal. Guests pay their own bill by a provider: the answer is pending, and checkout is where they pay. "
                    + "Exactly once: the same Idempotency-Key and content again answers 200 with that entry as it is now.",
                400,
                404,
                409,
                422,
                503
            );
        api.MapPost("/payments/{id:guid}/void", VoidAsync)
            .RequireAuthorization(Policies.Manager)
            .WithTags("Bills")
            .Produces<PaymentBody>(StatusCodes.Status201Created)
            .Produces<PaymentBody>()
            .Describe(
                "Take a payment back that never was",
                "Whole, and before the party leaves: what it paid is due again. Exactly once, as payments. For the manager.",
                400,
                404,
                409,
                422,
                503
            );
        api.MapPost("/payments/{id:guid}/refunds", RefundAsync)
            .RequireAuthorization(Policies.Manager)
            .WithTags("Bills")
            .Produces<PaymentBody>(StatusCodes.Status201Created)
            .Produces<PaymentBody>()
            .Describe(
                "Give money back",
                "In part or whole, also after the party has left. What goes beyond its credit is given off the bill with it: nobody owes it again. Exactly once, as payments. For the manager.",
                400,
                404,
                409,
                422,
                503
            );
    }

    private static async Task<IResult> PayAsync(
        Guid id,
        PaymentRequest body,
        [FromHeader(Name = "Idempotency-Key"), Required, Description(KeyHelp)] string? idempotencyKey,
        HttpRequest request,
        ClaimsPrincipal user,
        PaymentDesk desk,
        ProviderDesk providers,
        BillReader bills,
        Setup setup,
        CancellationToken cancellation
    )
    {
        if (!Guid.TryParse(idempotencyKey, out var key))
        {
            return Problems.Of(new OrderRefusal(OrderRefusal.KeyMissing));
        }

        if (body.Lines?.Contains(null) == true)
        {
            return Problems.Of(Refusal.Bad("lines", "Send an object for each line."));
        }

        var actor = user.ByApi();
        IReadOnlyList<PaidLine> lines = [.. (body.Lines ?? []).Select(line => new PaidLine(line!.Id, line.Quantity))];
        if (actor.Role != Role.Guest)
        {
            var take = new TakePayment(key, id, new Money(body.Amount), body.Method)
            {
                Tendered = body.Tendered is { } tendered ? new Money(tendered) : null,
                Lines = lines,
            };
            return Answer(await desk.TakeAsync(actor, take, cancellation), actor);
        }

        if (body.Tendered is not null)
        {
            return Problems.Of(Refusal.Bad("tendered", "Only staff takes cash; leave it out."));
        }

        // Another party's bill does not exist for them; one that was merged into theirs is theirs.
        if (actor.SeatingId != id && (await bills.GetAsync(actor, id)).Refusal is { } notTheirs)
        {
            return Problems.Of(notTheirs, actor);
        }

        var begin = new BeginPayment(key, new Money(body.Amount), body.Method, setup.HomeOf(request)) { Lines = lines };
        return Answer(await providers.BeginAsync(actor, begin, cancellation), actor);
    }

    private static async Task<IResult> VoidAsync(
        Guid id,
        VoidRequest? body,
        [FromHeader(Name = "Idempotency-Key"), Required, Description(KeyHelp)] string? idempotencyKey,
        ClaimsPrincipal user,
        PaymentDesk desk,
        CancellationToken cancellation
    )
    {
        var actor = user.ByApi();
        return Guid.TryParse(idempotencyKey, out var key)
            ? Answer(await desk.VoidAsync(actor, new VoidPayment(key, id, body?.Reason ?? ""), cancellation), actor)
            : Problems.Of(new OrderRefusal(OrderRefusal.KeyMissing));
    }

    private static async Task<IResult> RefundAsync(
        Guid id,
        RefundRequest body,
        [FromHeader(Name = "Idempotency-Key"), Required, Description(KeyHelp)] string? idempotencyKey,
        ClaimsPrincipal user,
        PaymentDesk desk,
        CancellationToken cancellation
    )
    {
        var actor = user.ByApi();
        return Guid.TryParse(idempotencyKey, out var key)
            ? Answer(await desk.RefundAsync(actor, new RefundPayment(key, id, new Money(body.Amount), body.Reason ?? ""), cancellation), actor)
            : Problems.Of(new OrderRefusal(OrderRefusal.KeyMissing));
    }

    private static IResult Answer(Outcome<EnteredPayment> outcome, Actor actor)
    {
        if (!outcome.Succeeded(out var entered, out var refusal))
        {
            return Problems.Of(refusal, actor);
        }

        var payment = PaymentBody.From(entered.Payment);
        return entered.Created ? Results.Created(BillEndpoints.AddressOf(payment.SeatingId), payment) : Results.Ok(payment);
    }
}
