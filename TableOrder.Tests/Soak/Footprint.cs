using System.Globalization;
using Microsoft.Playwright;

namespace TableOrder.Tests.Soak;

/// <summary>What open screens hold, in the browser and in the server's process, after everything that may be let go has been.</summary>
/// <param name="Nodes">DOM nodes of all pages, also those that only scripts hold.</param>
/// <param name="Listeners">Event listeners of all pages.</param>
/// <param name="ScriptKilobytes">The scripts' heaps.</param>
/// <param name="HeapKilobytes">The server's managed heap; the test's own and the simulation's are in it.</param>
/// <param name="Handles">Open files and sockets of the server's process.</param>
/// <param name="Timers">Timers that run in it.</param>
/// <param name="Circuits">Circuits that the server holds.</param>
public sealed record Footprint(long Nodes, long Listeners, long ScriptKilobytes, long HeapKilobytes, int Handles, long Timers, int Circuits)
{
    public static async Task<Footprint> MeasureAsync(IReadOnlyList<IPage> pages, OpenCircuits circuits)
    {
        var (nodes, listeners, script) = (0L, 0L, 0L);
        foreach (var page in pages)
        {
            var session = await page.Context.NewCDPSessionAsync(page);
            await session.SendAsync("Performance.enable");
            await session.SendAsync("HeapProfiler.collectGarbage");
            var metrics = (await session.SendAsync("Performance.getMetrics"))!
                .Value.GetProperty("metrics")
                .EnumerateArray()
                .ToDictionary(
                    metric => metric.GetProperty("name").GetString()!,
                    metric => (long)metric.GetProperty("value").GetDouble(),
                    StringComparer.Ordinal
                );
            (nodes, listeners, script) = (
                nodes + metrics["Nodes"],
                listeners + metrics["JSEventListeners"],
                script + (metrics["JSHeapUsedSize"] / 1024)
            );
            await session.DetachAsync();
        }

        return new Footprint(
            nodes,
            listeners,
            script,
            await HeapAsync(),
            Directory.GetFiles("/proc/self/fd").Length,
            Timer.ActiveCount,
            circuits.Count
        );
    }

    /// <summary>The heap when it has stopped shrinking: what is finalized late is collected in a later round.</summary>
    public static async Task<long> HeapAsync()
    {
        var least = long.MaxValue;
        for (var round = 0; round < 10; round++)
        {
            GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
            var heap = GC.GetTotalMemory(forceFullCollection: true) / 1024;
            if (heap >= least - 20)
            {
                return Math.Min(heap, least);
            }

            least = heap;
            await Task.Yield();
        }

        return least;
    }

    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Nodes} nodes, {Listeners} listeners, {ScriptKilobytes} KB of scripts, {HeapKilobytes} KB of heap, {Handles} handles, {Timers} timers, {Circuits} circuits"
        );
}
