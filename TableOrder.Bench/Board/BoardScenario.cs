using System.Globalization;
using TableOrder.Bench.Harness;

namespace TableOrder.Bench.Board;

/// <summary>
/// One change on the kitchen's real board of 1,000 tickets : of 50, paging off. Bytes are those of the WebSocket of a real circuit on a real server;
/// time is that of the same board in a renderer, in this process. A change is a line ticked or taken back: it concerns one ticket and one all-day count.
/// Tickets that come and go make the board render itself; they are told without a bar.
/// </summary>
internal sealed class BoardScenario : IScenario
{
    private const int Large = 1000;
    private const int Small = 50;
    private const string Peer = "the same board with 50 tickets";
    private static readonly Bar Reach = Bar.AtMost(1.3);
    private static readonly TimeSpan Slice = TimeSpan.FromMilliseconds(100);

    public string Name => "board";

    public string What => "bytes and time of one change on a kitchen board of 1,000 tickets : of 50";

    public async Task RunAsync(Run run)
    {
        var (large, small) = (Path.Combine(run.Folder, "large"), Path.Combine(run.Folder, "small"));
        await BytesAsync(run, large, small);
        await TimeAsync(run, large, small);
    }

    private static async Task BytesAsync(Run run, string largeFolder, string smallFolder)
    {
        Run.Say($"Two servers; orders are placed, {Large} and {Small}");
        await using var largeHouse = await BoardHouse.OpenAsync(largeFolder, Large);
        await using var smallHouse = await BoardHouse.OpenAsync(smallFolder, Small);
        await using var large = await BoardWatch.OpenAsync(largeHouse);
        await using var small = await BoardWatch.OpenAsync(smallHouse);

        Run.Say("Lines are ticked and taken back; a circuit watches each server");
        var ticks = await Pairs.MeasureAsync(large.TickAsync, small.TickAsync, pairs: run.Quick ? 50 : 1000, slice: TimeSpan.Zero);
        run.Report.Compare("bytes of one change", ticks, "bytes", Peer, Reach);
        Run.Say(ticks.ToString());
        run.Report.Tell(Label("step sent to batch received, p50", Large), Figures.Median(large.Shown), "ms", large.Shown.Count);

        var moves = await Pairs.MeasureAsync(large.ComeAndGoAsync, small.ComeAndGoAsync, pairs: run.Quick ? 15 : 200, slice: TimeSpan.Zero);
        run.Report.Compare("bytes where a ticket comes or goes", moves, "bytes", Peer);

        await using var largeAgain = await BoardWatch.OpenAsync(largeHouse);
        await using var smallAgain = await BoardWatch.OpenAsync(smallHouse);
        foreach (var (tickets, watch) in new[] { (Large, largeAgain), (Small, smallAgain) })
        {
            run.Report.Tell(Label("bytes of the first render", tickets), watch.FirstRenderBytes, "bytes", n: 1);
            run.Report.Tell(Label("first render, from the loaded page to the batch received", tickets), watch.FirstRenderMilliseconds, "ms", n: 1);
        }
    }

    private static async Task TimeAsync(Run run, string largeFolder, string smallFolder)
    {
        Run.Say("The same boards in a renderer");
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("ko");
        await using var largeHouse = new BoardServices(largeFolder);
        await using var smallHouse = new BoardServices(smallFolder);
        var (large, small) = (await largeHouse.BoardAsync(), await smallHouse.BoardAsync());
        run.Report.Tell(Label("first render in a renderer", Large), await large.FirstAsync(), "ms", n: 1);
        run.Report.Tell(Label("first render in a renderer", Small), await small.FirstAsync(), "ms", n: 1);

        var ticks = await TickAsync(0.5, run.Quick ? 25 : 101, TimeSpan.FromSeconds(1));
        Run.Say(ticks.ToString());
        run.Report.Compare("time of one change, p50", ticks, "us", Peer, Reach);
        run.Report.Compare("time of one change, p99", await TickAsync(0.99, Pairs.Fewest), "us", Peer);
        var moves = await Pairs.MeasureAsync(large.ComeAndGoAsync, small.ComeAndGoAsync, Pairs.Fewest, Slice);
        run.Report.Compare("time where a ticket comes or goes", moves, "us", Peer);

        Task<Paired> TickAsync(double percentile, int pairs, TimeSpan? warmUp = null) =>
            Pairs.MeasureAsync(slice => large.TickAsync(slice, percentile), slice => small.TickAsync(slice, percentile), pairs, Slice, warmUp);
    }

    private static string Label(string metric, int tickets) => string.Create(CultureInfo.InvariantCulture, $"{metric}, {tickets:N0} tickets");
}
