using TableOrder.Core.Access;
using TableOrder.Core.Billing;

namespace TableOrder.Web.Api;

/// <summary>
/// Where payment providers say what became of a payment. It stands beside the group that wants antiforgery of cookies: a provider is known by its signature alone, whatever else it sends.
/// </summary>
internal static class WebhookEndpoints
{
    public static void MapWebhooks(this WebApplication app) =>
        app.MapPost("/api/v1/payments/webhook/{method}", HearAsync)
            .AllowAnonymous()
            .WithTags("Bills")
            .Produces(StatusCodes.Status200OK)
            .Describe(
                "Hear a payment provider",
                "For providers, signed as each of them does (docs/payments.md). 200 also where it changes nothing: twice, late and out of order are all the same.",
                400,
                401,
                404,
                413,
                503
            );

    private static async Task<IResult> HearAsync(string method, HttpRequest request, ProviderNewsDesk desk, CancellationToken cancellation)
    {
        // The signature is over the bytes as they came.
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, cancellation);
        var heard = await desk.ReadAsync(
            Actor.System,
            method,
            name => request.Headers.TryGetValue(name, out var value) ? value.ToString() : null,
            body.ToArray(),
            cancellation
        );
        return heard.Refusal is { } refusal ? Problems.Of(refusal) : Results.Ok();
    }
}
