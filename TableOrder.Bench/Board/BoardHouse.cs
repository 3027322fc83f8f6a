using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using TableOrder.Bench.Harness;

namespace TableOrder.Bench.Board;

/// <summary>One side: the real app in a process of its own with so many open orders, and what is done to them through its API.</summary>
internal sealed class BoardHouse : IAsyncDisposable
{
    private readonly ServerProcess server;
    private readonly HttpClient guest;
    private readonly HttpClient kitchen;
    private readonly List<BoardOrder> orders = [];
    private BoardMenu menu = null!;

    private BoardHouse(ServerProcess server, HttpClient guest, HttpClient kitchen) =>
        (this.server, this.guest, this.kitchen) = (server, guest, kitchen);

    /// <summary>The open orders, oldest first.</summary>
    public IReadOnlyList<BoardOrder> Orders => orders;

    /// <summary>Starts the app in a folder and places the orders, one kind after the other: so the oldest of a large board are those of a small one.</summary>
    public static async Task<BoardHouse> OpenAsync(string folder, int tickets)
    {
        var started = await ServerProcess.StartAsync(folder);
        try
        {
            var house = new BoardHouse(started, await started.GuestAsync(), await started.KitchenAsync());
            house.menu = new BoardMenu(await house.guest.GetFromJsonAsync<JsonElement>("menu"));
            for (var i = 0; i < tickets; i++)
            {
                await house.PlaceAsync(i % BoardMenu.Kinds);
            }

            return house;
        }
        catch
        {
            // Nobody would stop it.
            await started.DisposeAsync();
            throw;
        }
    }

    /// <summary>The app.</summary>
    public ServerProcess Server => server;

    /// <summary>Loads a page of the kitchen as its cook: of all stations, or of one.</summary>
    public Task<CircuitPage> LoadAsync(string page = "/kitchen") => CircuitPage.LoadAsync(kitchen, new Uri(server.Address, page));

    /// <summary>Opens its circuit.</summary>
    public Task<Circuit> OpenAsync(CircuitPage page) => Circuit.OpenAsync(kitchen, page);

    /// <summary>A guest orders; the ticket comes to the end of the board.</summary>
    public async Task PlaceAsync(int kind)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "orders") { Content = JsonContent.Create(menu.Order(kind)) };
        request.Headers.Add("Idempotency-Key", Guid.CreateVersion7().ToString());
        var placed = await SendAsync(guest, request);
        orders.Add(new BoardOrder(placed.GetProperty("id").GetString()!, placed.GetProperty("lines")[0].GetProperty("id").GetString()!, kind));
    }

    /// <summary>The kitchen says that a line is ready; gives the order's version after it.</summary>
    public Task<int> TickAsync(BoardOrder order) => StepAsync(LineOf(order), new { status = "ready" });

    /// <summary>The kitchen takes that back.</summary>
    public Task<int> TakeBackAsync(BoardOrder order, int version) => StepAsync(LineOf(order), new { status = "preparing", version });

    public async ValueTask DisposeAsync()
    {
        guest.Dispose();
        kitchen.Dispose();
        await server.DisposeAsync();
    }

    private static string LineOf(BoardOrder order) => string.Create(CultureInfo.InvariantCulture, $"orders/{order.Id}/lines/{order.Line}/status");

    private async Task<int> StepAsync(string path, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        return (await SendAsync(kitchen, request)).GetProperty("version").GetInt32();
    }

    private static async Task<JsonElement> SendAsync(HttpClient client, HttpRequestMessage request)
    {
        using var answer = await client.SendAsync(request);
        return answer.IsSuccessStatusCode
            ? await answer.Content.ReadFromJsonAsync<JsonElement>()
            : throw new InvalidOperationException($"{request.RequestUri}: {answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
    }
}

/// <summary>An order on a board.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Line">Its first line's.</param>
/// <param name="Kind">Which of <see cref="BoardMenu"/>'s kinds.</param>
internal sealed record BoardOrder(string Id, string Line, int Kind);
