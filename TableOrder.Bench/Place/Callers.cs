using System.Diagnostics;
using TableOrder.Bench.Harness;
using TableOrder.Core.Access;
using TableOrder.Core.Ordering;

namespace TableOrder.Bench.Place;

/// <summary>Guests who order as fast as they are answered.</summary>
internal sealed class Callers(OrderDesk desk, IReadOnlyList<Actor> guests, IReadOnlyList<PlaceOrder> carts)
{
    private int next;

    /// <summary>So many at once until the time is over.</summary>
    public async Task<Slice> RateAsync(int callers, TimeSpan time)
    {
        var start = Stopwatch.GetTimestamp();
        var placed = await Task.WhenAll(Enumerable.Range(0, callers).Select(_ => Task.Run(() => LoopAsync(start, time))));
        return Slice.Rate(placed.Sum(), Stopwatch.GetElapsedTime(start));
    }

    /// <summary>One order; a refusal would be counted as an order and is therefore an error.</summary>
    public async Task PlaceAsync()
    {
        var turn = Interlocked.Increment(ref next);
        var cart = carts[turn % carts.Count] with { RequestId = Guid.CreateVersion7() };
        var outcome = await desk.PlaceAsync(guests[turn % guests.Count], cart);
        if (!outcome.Value.Created)
        {
            throw new InvalidOperationException("An order was not new.");
        }
    }

    private async Task<long> LoopAsync(long start, TimeSpan time)
    {
        var placed = 0L;
        do
        {
            await PlaceAsync();
            placed++;
        } while (Stopwatch.GetElapsedTime(start) < time);

        return placed;
    }
}
