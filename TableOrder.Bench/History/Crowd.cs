using System.Collections.Concurrent;
using System.Diagnostics;

namespace TableOrder.Bench.History;

/// <summary>
/// Fifty readers at once, each asking for its next page as soon as it has one. A page waits its turn like a request to the server: it is queued behind those that came before,
/// and its time counts from then on, not from when a thread takes it.
/// </summary>
internal static class Crowd
{
    public const int Size = 50;

    /// <summary>Until the time is over; gives how long each page took, in milliseconds.</summary>
    public static async Task<double[]> ReadAsync(IReadOnlyList<Visitor> houses, int limit, TimeSpan time)
    {
        var (start, waits) = (Stopwatch.GetTimestamp(), new ConcurrentQueue<double>());
        await Task.WhenAll(Enumerable.Range(0, Size).Select(i => LoopAsync(houses[i % houses.Count], limit, new Random(i), start, time, waits)));
        return [.. waits];
    }

    private static async Task LoopAsync(Visitor visitor, int limit, Random random, long start, TimeSpan time, ConcurrentQueue<double> waits)
    {
        do
        {
            var asked = Stopwatch.GetTimestamp();

            // PreferFairness: first come, first served. Otherwise a thread would go on with the reader it knows and let the others wait.
            var read = Task.Factory.StartNew(
                () => visitor.ReadAsync(random, limit),
                CancellationToken.None,
                TaskCreationOptions.PreferFairness,
                TaskScheduler.Default
            );
            await await read;
            waits.Enqueue(Stopwatch.GetElapsedTime(asked).TotalMilliseconds);
        } while (Stopwatch.GetElapsedTime(start) < time);
    }
}
