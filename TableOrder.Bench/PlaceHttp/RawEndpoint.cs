using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TableOrder.Bench.Place;

namespace TableOrder.Bench.PlaceHttp;

/// <summary>
/// The peer of place-http, in a process of its own: Kestrel, the same body parsed, the statements that the engine runs for an order, one order a transaction,
/// the same bytes answered. No tokens, no keys, no rules, no menu.
/// </summary>
internal static class RawEndpoint
{
    public const string Peer = "raw-http";

    /// <summary>Serves until it is told to stop.</summary>
    /// <param name="arguments">An empty folder, and a file that holds the answer's body.</param>
    public static async Task<int> RunAsync(string[] arguments)
    {
        var answer = await File.ReadAllBytesAsync(arguments[1]);
        var seed = await Seed.RecordAsync(Path.Combine(arguments[0], "seed.db"), 64, 32);
        using var orders = seed.Raw(Path.Combine(arguments[0], "raw.db"));
        using var one = new SemaphoreSlim(1);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.Run(async context =>
        {
            var body = await JsonSerializer.DeserializeAsync<Body>(context.Request.Body, JsonSerializerOptions.Web);
            if (body?.Lines is not { Count: > 0 })
            {
                context.Response.StatusCode = StatusCodes.Status400BadRequest;
                return;
            }

            await one.WaitAsync();
            try
            {
                orders.Place();
            }
            finally
            {
                one.Release();
            }

            context.Response.StatusCode = StatusCodes.Status201Created;
            context.Response.ContentType = "application/json; charset=utf-8";
            context.Response.Headers.Location = "/api/v1/orders/00000000-0000-0000-0000-000000000000";
            await context.Response.Body.WriteAsync(answer);
        });
        await app.StartAsync();
        Console.WriteLine($"Now listening on: {app.Urls.First()}");
        await ((IHost)app).WaitForShutdownAsync();
        return 0;
    }

    private sealed record Body(IReadOnlyList<Line> Lines, Guid? SeatingId = null);

    private sealed record Line(
        Guid MenuItemId,
        int Quantity,
        IReadOnlyList<Guid>? ModifierIds = null,
        string? Note = null,
        long? UnitPrice = null,
        int? Course = null
    );
}
