using System.Diagnostics;
using TableOrder.Bench.Harness;

namespace TableOrder.Bench.Board;

/// <summary>A kitchen screen on a <see cref="BoardHouse"/>: what its WebSocket brought for a change, from the step until the batch that shows it.</summary>
internal sealed class BoardWatch : IAsyncDisposable
{
    private const string Ready = "✓";
    private const string Preparing = "◐";
    private readonly BoardHouse house;
    private readonly Circuit circuit;
    private readonly List<double> shown = [];
    private long counted;

    private BoardWatch(BoardHouse house, Circuit circuit) => (this.house, this.circuit) = (house, circuit);

    /// <summary>Bytes until every ticket was there.</summary>
    public long FirstRenderBytes { get; private init; }

    /// <summary>How long that took from the loaded page on, in milliseconds: connecting, reading the orders, rendering, sending.</summary>
    public double FirstRenderMilliseconds { get; private init; }

    /// <summary>How long each tick took from its request to the batch that showed it, in milliseconds.</summary>
    public IReadOnlyList<double> Shown => shown;

    /// <summary>Opens the screen and waits until it shows the newest order.</summary>
    public static async Task<BoardWatch> OpenAsync(BoardHouse house)
    {
        var page = await house.LoadAsync();
        var begun = Stopwatch.GetTimestamp();
        var opened = await house.OpenAsync(page);
        var all = await opened.UntilAsync(house.Newest.Id);
        return new BoardWatch(house, opened)
        {
            counted = all.Received,
            FirstRenderBytes = all.Received,
            FirstRenderMilliseconds = Stopwatch.GetElapsedTime(begun).TotalMilliseconds,
        };
    }

    /// <summary>Ticks a line and takes it back; gives the bytes of one of these two changes.</summary>
    public async Task<Slice> TickAsync(TimeSpan slice)
    {
        var order = house.NextToTick();
        var begun = Stopwatch.GetTimestamp();
        var version = await house.TickAsync(order);
        var bytes = await TicketAndCountsAsync(Ready, begun);
        begun = Stopwatch.GetTimestamp();
        await house.TakeBackAsync(order, version);
        bytes += await TicketAndCountsAsync(Preparing, begun);
        return new Slice(bytes / 2.0, 2);
    }

    /// <summary>A ticket comes and the oldest leaves; gives the bytes of one of these two changes.</summary>
    public async Task<Slice> ComeAndGoAsync(TimeSpan slice)
    {
        var leaving = await house.BumpOldestAsync();
        await circuit.NextAsync();
        await house.PlaceAsync(leaving.Kind);
        return new Slice(Count(await circuit.UntilAsync(house.Newest.Id)) / 2.0, 2);
    }

    public ValueTask DisposeAsync() => circuit.DisposeAsync();

    /// <summary>A tick is shown in two batches: the ticket, then the all-day counts.</summary>
    private async Task<long> TicketAndCountsAsync(string sign, long begun)
    {
        await circuit.UntilAsync(sign);
        shown.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
        return Count(await circuit.NextAsync());
    }

    /// <summary>Everything since the last count, whatever it was for: nothing that the screen received is left out.</summary>
    private long Count(CircuitBatch last)
    {
        var bytes = last.Received - counted;
        counted = last.Received;
        return bytes;
    }
}
