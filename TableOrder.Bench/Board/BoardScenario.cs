using System.Globalization;
using TableOrder.Bench.Harness;

namespace TableOrder.Bench.Board;

/// <summary>
/// One change on the kitchen's real board with 1,000 tickets : with 50, in a renderer in this process. A change is a line ticked or taken back: it concerns one ticket.
/// Tickets that come and go make the pages anew; they are told without a bar. What goes over the wire is told by the scenario kitchen.
/// </summary>
internal sealed class BoardScenario : IScenario
{
    private const int Large = 1000;
    private const int Small = 50;
    private const string Peer = "the same board with 50 tickets";
    private static readonly Bar Reach = Bar.AtMost(1.3);
    private static readonly TimeSpan Slice = TimeSpan.FromMilliseconds(100);

    public string Name => "board";

    public string What => "time of one change on a kitchen board with 1,000 tickets : with 50";

    public async Task RunAsync(Run run)
    {
        var (large, small) = (Path.Combine(run.Folder, "large"), Path.Combine(run.Folder, "small"));
        Run.Say($"Orders are placed, {Large} and {Small}");
        await PlaceAsync(large, Large);
        await PlaceAsync(small, Small);
        await TimeAsync(run, large, small);
    }

    private static async Task PlaceAsync(string folder, int tickets)
    {
        await using var house = await BoardHouse.OpenAsync(folder, tickets);
    }

    private static async Task TimeAsync(Run run, string largeFolder, string smallFolder)
    {
        Run.Say("The boards in a renderer");
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
