using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using TableOrder.Bench.Harness;

namespace TableOrder.Bench.Streams;

/// <summary>The real app: each publish is a durable change of an order's status by the API, read by managers' streams.</summary>
internal sealed class OurSide : ISide
{
    private readonly ServerProcess server;
    private readonly string authorization;
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly List<(Guid Order, int Version)> orders = [];

    private OurSide(ServerProcess server, string authorization) => (this.server, this.authorization) = (server, authorization);

    public string Name => "TableOrder";

    public ChildProcess Process => server.Process;

    public IPEndPoint Address => new(IPAddress.Loopback, server.Address.Port);

    public byte[] Subscribe =>
        Encoding.ASCII.GetBytes($"GET /api/v1/orders/stream HTTP/1.1\r\nHost: bench\r\n{authorization}Accept: text/event-stream\r\n\r\n");

    /// <summary>Starts the app and places an order for each publisher.</summary>
    public static async Task<OurSide> StartAsync(string folder)
    {
        var started = await ServerProcess.StartAsync(folder);
        using var manager = await started.ManagerAsync();
        using var guest = await started.GuestAsync();
        var side = new OurSide(started, $"Authorization: {manager.DefaultRequestHeaders.Authorization}\r\n");
        var dish = await PlainDishAsync(manager);
        for (var i = 0; i < ISide.Publishers; i++)
        {
            var order = await PlaceAsync(guest, dish);
            side.numbers[$"order_status_updated:{order}"] = i;
            side.orders.Add((order, 1));
        }

        return side;
    }

    /// <summary>Up to ready, then recalled to preparing, and again: each is one event of the same length.</summary>
    public byte[] Publish(int publisher)
    {
        var (order, version) = orders[publisher];
        orders[publisher] = (order, version + 1);
        var body =
            version % 2 == 1
                ? """{"status":"ready"}"""
                : string.Create(CultureInfo.InvariantCulture, $$"""{"status":"preparing","version":{{version}}}""");
        return Encoding.ASCII.GetBytes(
            $"POST /api/v1/orders/{order}/status HTTP/1.1\r\nHost: bench\r\n{authorization}Content-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n{body}"
        );
    }

    public int PublisherOf(string data) => numbers[data];

    public long Order(string id) => long.Parse(id, CultureInfo.InvariantCulture);

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private static async Task<Guid> PlainDishAsync(HttpClient client)
    {
        var menu = await client.GetFromJsonAsync<JsonElement>("menu");
        return menu.GetProperty("categories")
            .EnumerateArray()
            .SelectMany(category => category.GetProperty("items").EnumerateArray())
            .First(dish =>
                dish.GetProperty("station").ValueKind == JsonValueKind.String
                && dish.GetProperty("portionsLeft").ValueKind == JsonValueKind.Null
                && !dish.GetProperty("soldOut").GetBoolean()
                && dish.GetProperty("minQuantity").GetInt32() == 1
                && dish.GetProperty("modifierGroups").EnumerateArray().All(group => group.GetProperty("min").GetInt32() == 0)
            )
            .GetProperty("id")
            .GetGuid();
    }

    private static async Task<Guid> PlaceAsync(HttpClient guest, Guid dish)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "orders");
        request.Headers.Add("Idempotency-Key", $"{Guid.CreateVersion7()}");
        request.Content = JsonContent.Create(new { lines = new[] { new { menuItemId = dish, quantity = 1 } } });
        using var answer = await guest.SendAsync(request);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
    }
}
