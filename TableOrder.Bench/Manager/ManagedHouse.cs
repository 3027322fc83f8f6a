using System.Net.Http.Json;
using System.Text.Json;
using TableOrder.Bench.Harness;

namespace TableOrder.Bench.Manager;

/// <summary>A server with its past, and a manager who opens its pages one after the other.</summary>
internal sealed class ManagedHouse : IAsyncDisposable
{
    private readonly ServerProcess server;
    private readonly HttpClient client;

    private ManagedHouse(ServerProcess server, HttpClient manager, IReadOnlyDictionary<string, string> pages) =>
        (this.server, client, Pages) = (server, manager, pages);

    /// <summary>Every page, by what it is called in the report: the same names in every house.</summary>
    public IReadOnlyDictionary<string, string> Pages { get; }

    public static async Task<ManagedHouse> OpenAsync(ServerProcess server)
    {
        var manager = await server.ManagerAsync();
        var newest = await OrderAsync(manager, "newest");
        var oldest = await OrderAsync(manager, "oldest");
        var pages = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["floor"] = "/manager",
            ["orders"] = "/manager/orders",
            ["orders of a status that is rare"] = "/manager/orders?status=cancelled",
            ["the newest order"] = $"/manager/orders/{newest.Id}",
            ["the oldest order"] = $"/manager/orders/{oldest.Id}",
            ["order found by its number"] = "/manager/orders?number=1",
            ["bills"] = "/manager/bills",
            ["the oldest bill"] = $"/manager/bills/{oldest.Seating}",
            ["the day's count"] = "/manager/bills/day",
            ["calls"] = "/manager/calls",
            ["menu"] = "/manager/menu",
            ["sales today"] = "/manager/sales",
            ["sales of the week"] = "/manager/sales?period=week",
            ["tables"] = "/manager/tables",
            ["staff"] = "/manager/staff",
            ["settings"] = "/manager/settings",
        };
        return new ManagedHouse(server, manager, pages);
    }

    /// <summary>Opens a page; throws where it is not the page.</summary>
    public async Task ViewAsync(string path)
    {
        var html = await client.GetStringAsync(new Uri(server.Address, path));
        if (!html.Contains("class=\"live", StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"{path} is not a page of the manager's.");
        }
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await server.DisposeAsync();
    }

    private static async Task<(string Id, string Seating)> OrderAsync(HttpClient manager, string sort)
    {
        var page = await manager.GetFromJsonAsync<JsonElement>($"orders?sort={sort}&limit=1");
        var order = page.GetProperty("items")[0];
        return (order.GetProperty("id").GetString()!, order.GetProperty("seatingId").GetString()!);
    }
}
