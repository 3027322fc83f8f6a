using System.Diagnostics;
using TableOrder.Bench.Harness;
using TableOrder.Core.Ordering;

namespace TableOrder.Bench.Place;

internal sealed class Probe : IScenario
{
    public string Name => "probe";
    public string What => "probe";

    public async Task RunAsync(Run run)
    {
        Recorder recorder = null!;
        await using var house = await House.OpenAsync(Path.Combine(run.Folder, "ours.db"), d => recorder = new Recorder(d));
        var callers = new Callers(house.Get<OrderDesk>(), await house.SeatAsync(64), await house.CartsAsync(32));
        foreach (var n in new[] { 64, 64, 64 })
        {
            _ = recorder.Take();
            var cpu = Process.GetCurrentProcess().TotalProcessorTime;
            var gc = GC.GetTotalAllocatedBytes();
            var slice = await callers.RateAsync(n, TimeSpan.FromSeconds(3));
            cpu = Process.GetCurrentProcess().TotalProcessorTime - cpu;
            var commits = recorder.Take().Count(s => s.Sql.StartsWith("COMMIT", StringComparison.Ordinal));
            Run.Say(
                $"{n}: {slice.Figure:0}/s, {slice.Count} orders, {commits} commits, batch {slice.Count / (double)commits:0.0}, cpu {cpu.TotalMicroseconds / slice.Count:0} us/order, {(GC.GetTotalAllocatedBytes() - gc) / slice.Count} B/order; gen0 {GC.CollectionCount(0)}"
            );
        }
    }
}
