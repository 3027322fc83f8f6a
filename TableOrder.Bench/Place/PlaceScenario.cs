using System.Diagnostics;
using Microsoft.Win32.SafeHandles;
using TableOrder.Bench.Harness;
using TableOrder.Core.Access;
using TableOrder.Core.Menu;
using TableOrder.Core.Ordering;

namespace TableOrder.Bench.Place;

/// <summary>Durable orders through the whole Desk, against SQLite alone running the same statements one order a transaction, and against the disk alone.</summary>
internal sealed class PlaceScenario : IScenario
{
    private const int Many = 64;
    private const int Carts = 32;

    public string Name => "place";

    public string What => "durable orders/s through the Desk, 64 callers and 1 : raw SQLite; its acknowledgement : a bare durable write";

    public async Task RunAsync(Run run)
    {
        var pairs = run.Quick ? Pairs.Fewest : 41;
        var seed = await Seed.RecordAsync(Path.Combine(run.Folder, "seed.db"), Many, Carts);
        Run.Say(
            FormattableString.Invariant($"An order is {seed.Templates.Average(order => order.Count):0.0} statements, BEGIN and COMMIT among them.")
        );
        using var peer = seed.Raw(Path.Combine(run.Folder, "raw.db"));
        await using var house = await House.OpenAsync(seed.Copy(Path.Combine(run.Folder, "ours.db")));
        var callers = new Callers(house.Get<OrderDesk>(), await house.SeatAsync(Many), await house.CartsAsync(Carts));
        foreach (var (count, bar) in new[] { (Many, 3.0), (1, 0.5) })
        {
            var figures = await Pairs.MeasureAsync(time => callers.RateAsync(count, time), time => Task.FromResult(Rate(peer, time)), pairs);
            Run.Say($"{count} callers: {figures}");
            run.Report.Compare($"durable orders, callers: {count}", figures, "orders/s", "raw SQLite", Bar.AtLeast(bar));
        }

        await AcknowledgeAsync(run, callers, peer, pairs);
    }

    /// <summary>The time until one caller knows that its order is kept, against writing as many bytes to the same disk and nothing else.</summary>
    private static async Task AcknowledgeAsync(Run run, Callers callers, RawOrders peer, int pairs)
    {
        const int Sampled = 200;
        peer.Provide(Sampled);
        var before = peer.LogBytes;
        for (var i = 0; i < Sampled; i++)
        {
            peer.Place();
        }

        using var disk = new DurableWrites(Path.Combine(run.Folder, "bytes"), (int)((peer.LogBytes - before) / Sampled));
        Run.Say($"An order is {disk.Bytes} bytes of log.");
        var figures = await Pairs.MeasureAsync(
            time => Slice.MicrosecondsAsync(time, 0.5, callers.PlaceAsync),
            time =>
                Slice.MicrosecondsAsync(
                    time,
                    0.5,
                    () =>
                    {
                        disk.Write();
                        return Task.CompletedTask;
                    }
                ),
            pairs
        );
        Run.Say($"acknowledgement: {figures}");
        run.Report.Compare("acknowledgement p50, 1 caller", figures, "us", "pwrite of the same bytes + fdatasync", Bar.AtMost(5));
    }

    private static Slice Rate(RawOrders peer, TimeSpan time)
    {
        peer.Provide(4000);
        var (count, took) = peer.Run(time);
        return Slice.Rate(count, took);
    }
}
