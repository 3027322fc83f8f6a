using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.InteropServices;
using TableOrder.Bench.Harness;
using TableOrder.Core.Access;
using TableOrder.Core.Ordering;

namespace TableOrder.Bench.Streams;

/// <summary>
/// The durable change that each publish is, and nothing around it: in this process, no HTTP, nobody who listens. What it takes, a delivery cannot take less:
/// it is told beside the p99 of deliveries, so that one sees how much of it is the commit.
/// </summary>
internal sealed class ChangeAlone(House house, Actor kitchen, IReadOnlyList<Guid> orders) : IAsyncDisposable
{
    private readonly int[] versions = [.. orders.Select(_ => 1)];
    private readonly List<double> all = [];
    private readonly ConcurrentQueue<int> free = new(Enumerable.Range(0, orders.Count));

    /// <summary>Opens a restaurant of its own with an order for each publish that can be under way.</summary>
    public static async Task<ChangeAlone> OpenAsync(string folder)
    {
        Directory.CreateDirectory(folder);
        var house = await House.OpenAsync(Path.Combine(folder, "t.db"));
        var guest = (await house.SeatAsync(1))[0];
        var cart = (await house.CartsAsync(1))[0];
        var orders = new List<Guid>();
        for (var i = 0; i < ISide.Publishers; i++)
        {
            var placed = await house.Get<OrderDesk>().PlaceAsync(guest, cart with { RequestId = Guid.CreateVersion7(), Lines = [cart.Lines[0]] });
            orders.Add(placed.Value.Order.Id);
        }

        var kitchen = (await house.Get<AccessDesk>().TakeRoleAsync(Actor.System, Role.Kitchen, "bench")).Value;
        return new ChangeAlone(house, kitchen, orders);
    }

    /// <summary>An open loop, as a crowd's: the 99th percentile, in milliseconds, from the due time to the answer.</summary>
    public async Task<Slice> LatencyAsync(TimeSpan time, double changesPerSecond)
    {
        var (start, count) = (Stopwatch.GetTimestamp(), Math.Max(1, (int)(time.TotalSeconds * changesPerSecond)));
        var under = new Task<double>[count];
        for (var i = 0; i < count; i++)
        {
            var due = start + (long)(i / changesPerSecond * Stopwatch.Frequency);
            int order;
            while (Stopwatch.GetTimestamp() < due || !free.TryDequeue(out order))
            {
                Thread.Yield();
            }

            under[i] = ChangeAsync(order, due);
        }

        var late = await Task.WhenAll(under);
        all.AddRange(late);
        return Slice.Percentile(late, 0.99);
    }

    /// <summary>The median, in milliseconds, of all changes since the last time it was asked, and how many they were.</summary>
    public Slice TakeMedian()
    {
        var median = Slice.Percentile(CollectionsMarshal.AsSpan(all), 0.5);
        all.Clear();
        return median;
    }

    public ValueTask DisposeAsync() => house.DisposeAsync();

    private async Task<double> ChangeAsync(int order, long due)
    {
        var version = versions[order]++;
        var step =
            version % 2 == 1
                ? new StepOrder(orders[order], LineStatus.Ready)
                : new StepOrder(orders[order], LineStatus.Preparing) { Version = version };
        _ = (await house.Get<OrderDesk>().StepAsync(kitchen, step)).Value;
        var late = Stopwatch.GetElapsedTime(due).TotalMilliseconds;
        free.Enqueue(order);
        return late;
    }
}
