using TableOrder.Bench.Board;
using TableOrder.Bench.Harness;

namespace TableOrder.Bench.Kitchen;

/// <summary>Kitchen screens without a browser, which acknowledge whatever they are sent for as long as they are held.</summary>
internal sealed class KitchenCrowd : IAsyncDisposable
{
    private const int AtOnce = 20;
    private readonly List<Circuit> circuits = [];

    /// <summary>Opens so many screens, on pages in turn, and waits until each has rendered.</summary>
    public static async Task<KitchenCrowd> OpenAsync(BoardHouse house, int screens, params string[] pages)
    {
        var crowd = new KitchenCrowd();
        foreach (var turns in Enumerable.Range(0, screens).Chunk(AtOnce))
        {
            crowd.circuits.AddRange(await Task.WhenAll(turns.Select(turn => OpenOneAsync(house, pages[turn % pages.Length]))));
        }

        return crowd;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var circuit in circuits)
        {
            await circuit.DisposeAsync();
        }
    }

    private static async Task<Circuit> OpenOneAsync(BoardHouse house, string page)
    {
        var circuit = await house.OpenAsync(await house.LoadAsync(page));
        await circuit.NextAsync();
        circuit.Forget();
        return circuit;
    }
}
