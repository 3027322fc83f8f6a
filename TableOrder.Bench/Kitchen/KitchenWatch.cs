using TableOrder.Bench.Board;
using TableOrder.Bench.Harness;

namespace TableOrder.Bench.Kitchen;

/// <summary>A kitchen screen without a browser that knows which tickets stand on it, and counts what its WebSocket brings for a change of them.</summary>
internal sealed class KitchenWatch : IAsyncDisposable
{
    /// <summary>What belongs to a change comes within milliseconds; a batch may be followed by another one, such as the counts of the dishes.</summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(25);
    private static readonly TimeSpan FirstQuiet = TimeSpan.FromMilliseconds(500);
    private readonly BoardHouse house;
    private readonly Circuit circuit;
    private long counted;
    private int turn;

    private KitchenWatch(BoardHouse house, Circuit circuit) => (this.house, this.circuit) = (house, circuit);

    /// <summary>The orders whose tickets were rendered, oldest first: all, or one page of them.</summary>
    public IReadOnlyList<BoardOrder> Shown { get; private init; } = [];

    /// <summary>Bytes of the first render.</summary>
    public long FirstRenderBytes { get; private init; }

    /// <summary>Opens a screen of all stations and waits until it stands still.</summary>
    public static async Task<KitchenWatch> OpenAsync(BoardHouse house)
    {
        var opened = await house.OpenAsync(await house.LoadAsync());
        IReadOnlyList<CircuitBatch> first = [await opened.NextAsync(), .. await opened.SettleAsync(FirstQuiet)];
        return new KitchenWatch(house, opened)
        {
            counted = first[^1].Received,
            FirstRenderBytes = first[^1].Received,
            Shown = [.. house.Orders.Where(order => first.Any(batch => batch.Holds(order.Id)))],
        };
    }

    /// <summary>Ticks a line of a ticket that is shown and takes it back; gives the bytes of one of these two changes.</summary>
    public async Task<Slice> TickAsync(TimeSpan slice)
    {
        var (order, before) = (Shown[turn++ % Shown.Count], counted);
        var version = await house.TickAsync(order);
        await CountAsync();
        await house.TakeBackAsync(order, version);
        await CountAsync();
        return new Slice((counted - before) / 2.0, 2);
    }

    public ValueTask DisposeAsync() => circuit.DisposeAsync();

    /// <summary>Everything since the last count, whatever it was for: nothing that the screen received is left out.</summary>
    private async Task CountAsync()
    {
        IReadOnlyList<CircuitBatch> came = [await circuit.NextAsync(), .. await circuit.SettleAsync(Quiet)];
        counted = came[^1].Received;
    }
}
