using System.Diagnostics;
using TableOrder.Bench.Harness;

namespace TableOrder.Bench.Streams;

/// <summary>
/// One change to many screens: our server commits each to disk before it streams it, nchan only passes it on.
/// Both are processes of their own; one thread of this process listens to all streams and checks that each hears every event once and in order.
/// </summary>
internal sealed class Fanout : IScenario
{
    /// <summary>How far an event's bytes may differ: nobody may win by saying less.</summary>
    private const double Tolerance = 0.05;

    private static readonly int[] Sizes = [100, 1_000, 5_000];
    private static readonly int[] QuickSizes = [100, 1_000];

    public string Name => "fanout";

    public string What => "deliveries/s and p99 of server-sent events at 100, 1,000 and 5,000 streams, each publish a durable change : nginx + nchan";

    public async Task RunAsync(Run run)
    {
        await using var ours = await OurSide.StartAsync(Path.Combine(run.Folder, "ours"));
        await using var peer = await PeerAsync(run);
        await using var alone = await ChangeAlone.OpenAsync(Path.Combine(run.Folder, "alone"));
        var only = run.Option("streams", otherwise: 0);
        WarmUp(ours, TimeSpan.FromSeconds(run.Option("warm-up", run.Quick ? 8 : 30)));
        foreach (
            var streams in only > 0 ? [only]
            : run.Quick ? QuickSizes
            : Sizes
        )
        {
            await MeasureAsync(run, ours, alone, peer, streams);
        }
    }

    /// <summary>Our server is compiled while it runs, in steps over its first seconds; nginx was compiled before.</summary>
    private static void WarmUp(OurSide ours, TimeSpan time)
    {
        Run.Say("warming up");
        using var crowd = new Crowd(ours, 100);
        var start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start) < time)
        {
            crowd.Rate(Pairs.Longest);
        }
    }

    private static async Task MeasureAsync(Run run, OurSide ours, ChangeAlone alone, ISide peer, int streams)
    {
        using var here = new Crowd(ours, streams);
        using var there = new Crowd(peer, streams);
        Run.Say($"{streams} streams are open on either side");
        var slice = run.Quick ? Pairs.Longest / 2 : Pairs.Longest;
        var standIn = peer is not NchanSide;

        var (used, before) = (ours.Process.ProcessorTime, here.Deliveries);
        var rate = Pairs.Measure(here.Rate, there.Rate, run.Quick ? Pairs.Fewest : 31, slice);
        Run.Say($"deliveries: {rate}");
        run.Report.Compare($"deliveries/s, {streams} streams", rate, "deliveries/s", peer.Name, Bar.AtLeast(1), standIn);
        var deliveries = here.Deliveries - before;
        var cost = (ours.Process.ProcessorTime - used).TotalMicroseconds / deliveries;
        run.Report.Tell($"server's processor time for a delivery, {streams} streams", cost, "us", deliveries);

        var publishes = Math.Min(rate.Ours, rate.Peer) / 2 / streams;
        var late = Pairs.Measure(time => here.Latency(time, publishes), time => there.Latency(time, publishes), run.Quick ? Pairs.Fewest : 31, slice);
        Run.Say($"p99 at {publishes:0} publishes/s: {late}");
        run.Report.Compare($"p99 publish to delivery, {streams} streams", late, "ms", peer.Name, Bar.AtMost(1.2), standIn);
        var change = await Pairs.MeasureAsync(
            time => alone.LatencyAsync(time, publishes),
            time => Task.FromResult(there.Latency(time, publishes)),
            slice: slice
        );
        var median = alone.TakeMedian();
        run.Report.Compare($"p99 of the durable change alone, no HTTP and no streams, at the rate of {streams} streams", change, "ms", peer.Name);
        run.Report.Tell($"p50 of the durable change alone, at the rate of {streams} streams", median.Figure, "ms", median.Count);
        Compare(run, streams, here, there, peer.Name);
    }

    private static void Compare(Run run, int streams, Crowd here, Crowd there, string peerName)
    {
        var bytes = new Paired([(new Slice(here.BytesPerFrame, here.Frames), new Slice(there.BytesPerFrame, there.Frames))]);
        if (Math.Abs(bytes.Ratio - 1) > Tolerance)
        {
            throw new InvalidOperationException(FormattableString.Invariant($"An event has {bytes.Ours:0.0} bytes here and {bytes.Peer:0.0} there."));
        }

        run.Report.Compare($"bytes of an event, {streams} streams", bytes, "bytes", peerName);
        var reads = new Paired([(new Slice(here.DeliveriesPerRead, here.Frames), new Slice(there.DeliveriesPerRead, there.Frames))]);
        run.Report.Compare($"events that arrive together, {streams} streams", reads, "events", peerName);
    }

    private static async Task<ISide> PeerAsync(Run run)
    {
        if (run.Option("peer") is null && await FasterNchanAsync(Path.Combine(run.Folder, "peer")) is { } nchan)
        {
            return nchan;
        }

        Run.Say(
            "nginx with nchan is not here (apt-get install nginx libnginx-mod-nchan) or another peer was asked for: a bare Kestrel loop stands in, and no bar is judged."
        );
        return await KestrelSide.StartAsync(Path.Combine(run.Folder, "peer"));
    }

    /// <summary>nginx with one worker process or with two: which is faster depends on the machine, so it is measured. Null where nchan is not installed.</summary>
    private static async Task<NchanSide?> FasterNchanAsync(string folder)
    {
        if (await NchanSide.StartAsync(Path.Combine(folder, "1"), workers: 1) is not { } one)
        {
            return null;
        }

        var two = (await NchanSide.StartAsync(Path.Combine(folder, "2"), workers: 2))!;
        using var first = new Crowd(one, 1000);
        using var second = new Crowd(two, 1000);
        var measured = Pairs.Measure(first.Rate, second.Rate, slice: Pairs.Longest / 2);
        Run.Say($"nginx with one worker : with two: {measured}");
        var (faster, slower) = measured.Ratio >= 1 ? (one, two) : (two, one);
        await slower.DisposeAsync();
        return faster;
    }
}
