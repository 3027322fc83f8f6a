using System.Net.Http.Json;
using System.Text.Json;
using TableOrder.Bench.Harness;

namespace TableOrder.Bench.Manager;

/// <summary>A server with its past, and a manager who opens its pages one after the other.</summary>
internal sealed class ManagedHouse : IAsyncDisposable
{
    private const int FirstOrders = 5_000;
    private readonly ServerProcess server;
    private readonly HttpClient client;

    private ManagedHouse(ServerProcess server, HttpClient manager, IReadOnlyDictionary<string, string> pages) =>
        (this.server, client, Pages) = (server, manager, pages);

    /// <summary>Every page, by what it is called in the report: the same names in every house.</summary>
    public IReadOnlyDictionary<string, string> Pages { get; }

    public static async Task<ManagedHouse> OpenAsync(ServerProcess server)
    {
        var manager = await server.ManagerAsync();
        var newest = (await OrdersAsync(manager, "newest", 1))[0].Id;
        var oldest = await OrdersAsync(manager, "oldest", FirstOrders);
        var pages = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["floor"] = "/manager",
            ["orders"] = "/manager/orders",
            ["orders of a status that is rare"] = "/manager/orders?status=cancelled",
            ["the newest order"] = $"/manager/orders/{newest}",
            ["the oldest order"] = $"/manager/orders/{oldest[0].Id}",
            ["order found by its number"] = "/manager/orders?number=1",
            ["bills"] = "/manager/bills",
            ["an old bill"] = $"/manager/bills/{SmallBill(oldest)}",
            ["the day's count"] = "/manager/bills/day",
            ["the day reports"] = "/manager/bills/days",
            ["calls"] = "/manager/calls",
            ["menu"] = "/manager/menu",
            ["choices"] = "/manager/menu?view=options",
            ["menu files"] = "/manager/menu/files",
            ["sales today"] = "/manager/sales",
            ["sales of the week"] = "/manager/sales?period=week",
            ["tables"] = "/manager/tables",
            ["the plan"] = "/manager/tables?view=plan",
            ["sheets to print"] = "/manager/tables/print?size=8",
            ["staff"] = "/manager/staff",
            ["journal"] = "/manager/staff/journal",
            ["settings"] = "/manager/settings",
        };
        return new ManagedHouse(server, manager, pages);
    }

    /// <summary>Opens a page; throws where the house leads to another.</summary>
    public async Task ViewAsync(string path)
    {
        using var answer = await client.GetAsync(new Uri(server.Address, path));
        answer.EnsureSuccessStatusCode();
        await answer.Content.ReadAsByteArrayAsync();
        var shown = answer.RequestMessage!.RequestUri!.PathAndQuery;
        if (!string.Equals(shown, path, StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"{path} led to {shown}.");
        }
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await server.DisposeAsync();
    }

    /// <summary>A page's time is also that of what stands on it, and parties order more where more is ordered: a party of one order in either house.</summary>
    private static string SmallBill(List<(string Id, string Seating)> orders)
    {
        // Whoever came last may have ordered again after these.
        var came = orders.Take(orders.Count / 2).Select(order => order.Seating);
        return came.First(seating => orders.Count(order => string.Equals(order.Seating, seating, StringComparison.Ordinal)) == 1);
    }

    private static async Task<List<(string Id, string Seating)>> OrdersAsync(HttpClient manager, string sort, int most)
    {
        var orders = new List<(string, string)>();
        for (string? cursor = null; orders.Count < most; )
        {
            var next = cursor is null ? "" : $"&cursor={Uri.EscapeDataString(cursor)}";
            var page = await manager.GetFromJsonAsync<JsonElement>($"orders?sort={sort}&limit={Math.Min(most, 100)}{next}");
            orders.AddRange(
                page.GetProperty("items")
                    .EnumerateArray()
                    .Select(order => (order.GetProperty("id").GetString()!, order.GetProperty("seatingId").GetString()!))
            );
            cursor = page.GetProperty("nextCursor").GetString();
            if (cursor is null)
            {
                break;
            }
        }

        return orders;
    }
}
