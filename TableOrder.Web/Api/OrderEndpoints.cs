using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using Microsoft.AspNetCore.Mvc;
using TableOrder.Core;
using TableOrder.Core.Ordering;
using TableOrder.Web.SignIn;

namespace TableOrder.Web.Api;

/// <summary>An order to be placed.</summary>
/// <param name="Lines">What is ordered, 1 to 100 lines.</param>
/// <param name="SeatingId">For which party; only floor and manager say it, a guest's is their own.</param>
internal sealed record PlaceRequest(IReadOnlyList<PlaceLineRequest?> Lines, Guid? SeatingId = null);

/// <summary>A dish to be ordered.</summary>
/// <param name="MenuItemId">The dish.</param>
/// <param name="Quantity">1 to 99.</param>
/// <param name="ModifierIds">The chosen options.</param>
/// <param name="Note">At most 200 characters for the kitchen.</param>
/// <param name="UnitPrice">The price for one with options that you saw, in minor units; another price refuses.</param>
/// <param name="Course">Another course than the dish's own, 0 to 9; staff only.</param>
internal sealed record PlaceLineRequest(
    Guid MenuItemId,
    int Quantity,
    IReadOnlyList<Guid>? ModifierIds = null,
    string? Note = null,
    long? UnitPrice = null,
    int? Course = null
);

internal static class OrderEndpoints
{
    public static void MapOrders(this IEndpointRouteBuilder api)
    {
        api.MapPost("/orders", PlaceAsync)
            .RequireAuthorization(Policies.Known)
            .WithTags("Orders")
            .Produces<OrderBody>(StatusCodes.Status201Created)
            .Produces<OrderBody>()
            .Describe(
                "Place an order",
                "Exactly once: the same Idempotency-Key and content again answers 200 with that order as it is now, however often it is sent.",
                400,
                404,
                409,
                422,
                503
            );
        api.MapGet("/orders/{id:guid}", GetAsync)
            .RequireAuthorization(Policies.Known)
            .WithTags("Orders")
            .Produces<OrderBody>()
            .Describe("Read an order", "A guest reads their own party's orders, staff read all.", 404);
        api.MapGet("/orders", ListAsync)
            .RequireAuthorization(Policies.Known)
            .WithTags("Orders")
            .Produces<OrdersBody>()
            .Describe("List orders", "Newest first unless asked, with the log's position of the same moment.", 400, 404);
    }

    private static async Task<IResult> PlaceAsync(
        PlaceRequest body,
        [FromHeader(Name = "Idempotency-Key"), Required, Description("A UUID made for this order; the same one when it is sent again")]
            string? idempotencyKey,
        ClaimsPrincipal user,
        OrderDesk desk,
        CancellationToken cancellation
    )
    {
        if (!Guid.TryParse(idempotencyKey, out var key))
        {
            return Problems.Of(new OrderRefusal(OrderRefusal.KeyMissing));
        }

        if (body.Lines.Contains(null))
        {
            return Problems.Of(Refusal.Bad("lines", "Send an object for each line."));
        }

        var actor = user.ByApi();
        var place = new PlaceOrder(key, [.. body.Lines.Select(line => Line(line!))]) { SeatingId = body.SeatingId };
        var outcome = await desk.PlaceAsync(actor, place, cancellation);
        if (!outcome.Succeeded(out var placed, out var refusal))
        {
            return Problems.Of(refusal, actor);
        }

        var order = OrderBody.Of(placed.Order);
        return placed.Created ? Results.Created($"/api/v1/orders/{order.Id}", order) : Results.Ok(order);
    }

    private static async Task<IResult> GetAsync(Guid id, ClaimsPrincipal user, OrderReader reader)
    {
        var actor = user.ByApi();
        var read = await reader.GetAsync(actor, id);
        return read.Succeeded(out var order, out var refusal) ? Results.Ok(OrderBody.Of(order)) : Problems.Of(refusal, actor);
    }

    private static async Task<IResult> ListAsync([AsParameters] OrdersRequest asked, ClaimsPrincipal user, OrderReader reader)
    {
        var actor = user.ByApi();
        if (!asked.Query().Succeeded(out var query, out var refusal))
        {
            return Problems.Of(refusal, actor);
        }

        var read = await reader.ListAsync(actor, query);
        return read.Succeeded(out var page, out refusal) ? Results.Ok(OrdersBody.Of(page)) : Problems.Of(refusal, actor);
    }

    private static PlaceLine Line(PlaceLineRequest line) =>
        new(line.MenuItemId, line.Quantity, line.ModifierIds ?? [])
        {
            Note = line.Note,
            UnitPrice = line.UnitPrice is { } price ? new Money(price) : null,
            Course = line.Course,
        };
}
