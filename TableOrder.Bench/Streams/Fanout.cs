using TableOrder.Bench.Harness;

namespace TableOrder.Bench.Streams;

/// <summary>
/// One change to many screens: our server commits each to disk before it streams it, nchan only passes it on.
/// Both are processes of their own; one thread of this process listens to all streams and checks that each hears every event once and in order.
/// </summary>
internal sealed class Fanout : IScenario
{
    private static readonly int[] Sizes = [100, 1_000, 5_000];
    private static readonly int[] QuickSizes = [100, 1_000];

    public string Name => "fanout";

    public string What => "deliveries/s and p99 of server-sent events at 100, 1,000 and 5,000 streams, each publish a durable change : nginx + nchan";

    public async Task RunAsync(Run run)
    {
        var only = run.Option("streams", otherwise: 0);
        foreach (
            var streams in only > 0 ? [only]
            : run.Quick ? QuickSizes
            : Sizes
        )
        {
            await MeasureAsync(run, streams);
        }
    }

    private static async Task MeasureAsync(Run run, int streams)
    {
        var folder = Path.Combine(run.Folder, $"{streams}");
        await using var ours = await OurSide.StartAsync(Path.Combine(folder, "ours"));
        await using var peer = await PeerAsync(folder, run.Option("workers", otherwise: 1));
        using var here = new Crowd(ours, streams);
        using var there = new Crowd(peer, streams);
        Run.Say($"{streams} streams are open on either side");

        var (slice, warmUp) = run.Quick ? (TimeSpan.FromMilliseconds(150), TimeSpan.FromSeconds(2)) : (Pairs.Longest, TimeSpan.FromSeconds(5));
        var standIn = peer is not NchanSide;
        var rate = await Pairs.MeasureAsync(t => Task.FromResult(here.Rate(t)), t => Task.FromResult(there.Rate(t)), 21, slice, warmUp);
        Run.Say($"deliveries: {rate}");
        run.Report.Compare($"deliveries/s, {streams} streams", rate, "deliveries/s", peer.Name, Bar.AtLeast(1), standIn);

        var publishes = Math.Min(rate.Ours, rate.Peer) / 2 / streams;
        var late = await Pairs.MeasureAsync(
            t => Task.FromResult(here.Latency(t, publishes)),
            t => Task.FromResult(there.Latency(t, publishes)),
            21,
            slice,
            warmUp / 2
        );
        Run.Say($"p99 at {publishes:0} publishes/s: {late}");
        run.Report.Compare($"p99 publish to delivery, {streams} streams", late, "ms", peer.Name, Bar.AtMost(1.2), standIn);
        Frames(run, streams, here, there);
    }

    /// <summary>Nobody may win by saying less: an event has the same bytes on both sides.</summary>
    private static void Frames(Run run, int streams, Crowd here, Crowd there)
    {
        Run.Say(
            FormattableString.Invariant($"bytes read: {here.BytesRead} in {here.Reads} reads here, {there.BytesRead} in {there.Reads} reads there")
        );
        var same = new Paired([(new(here.BytesPerFrame, 1), new(there.BytesPerFrame, 1))]);
        if (Math.Abs(same.Ratio - 1) > 0.05)
        {
            throw new InvalidOperationException(FormattableString.Invariant($"An event has {same.Ours:0.0} bytes here and {same.Peer:0.0} there."));
        }

        run.Report.Tell($"bytes per event, {streams} streams", same.Ours, "bytes", 1);
    }

    private static async Task<ISide> PeerAsync(string folder, int workers)
    {
        var nchan = await NchanSide.StartAsync(Path.Combine(folder, "nchan"), workers);
        return nchan ?? throw new NotSupportedException("nchan is missing");
    }
}
