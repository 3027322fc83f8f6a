using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using TableOrder.Core.Access;
using TableOrder.Core.Billing;

namespace TableOrder.Tests.Payments;

/// <summary>Where a house without an app hears providers: a port of its own that hands every message to the desk.</summary>
internal sealed class WebhookDoor : IAsyncDisposable
{
    private readonly WebApplication app;

    private WebhookDoor(WebApplication app) => this.app = app;

    /// <summary>What begins the webhook's address.</summary>
    public string Address => app.Urls.First();

    public static async Task<WebhookDoor> OpenAsync(ProviderNewsDesk desk)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var listening = builder.Build();
        listening.MapPost("/api/v1/payments/webhook/{method}", (string method, HttpRequest request) => HearAsync(desk, method, request));
        await listening.StartAsync();
        return new WebhookDoor(listening);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private static async Task<IResult> HearAsync(ProviderNewsDesk desk, string method, HttpRequest request)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body);
        var heard = await desk.ReadAsync(Actor.System, method, name => request.Headers[name], body.ToArray());
        return Results.StatusCode(
            heard.Refusal?.Code switch
            {
                null => StatusCodes.Status204NoContent,
                "bad_signature" => StatusCodes.Status401Unauthorized,
                "not_found" => StatusCodes.Status404NotFound,
                _ => StatusCodes.Status400BadRequest,
            }
        );
    }
}
