using System.Globalization;
using TableOrder.Bench.Board;
using TableOrder.Bench.Harness;

namespace TableOrder.Bench.Kitchen;

/// <summary>
/// What one change of a shown ticket brings over the WebSocket of a kitchen screen, with 1,000 open tickets : with 50, however many of them the screen shows.
/// The same kinds of orders change on both sides, a line ticked or taken back.
/// </summary>
internal static class WireBytes
{
    private const int Large = 1000;
    private const int Small = 50;

    public static async Task MeasureAsync(Run run)
    {
        Run.Say($"Two servers with {Large} and {Small} open tickets, a screen without a browser on each; lines are ticked and taken back");
        await using var largeHouse = await BoardHouse.OpenAsync(Path.Combine(run.Folder, "large"), Large);
        await using var smallHouse = await BoardHouse.OpenAsync(Path.Combine(run.Folder, "small"), Small);
        await using var large = await KitchenWatch.OpenAsync(largeHouse);
        await using var small = await KitchenWatch.OpenAsync(smallHouse);
        Run.Say($"They show {large.Shown.Count} and {small.Shown.Count} tickets");

        var pairs = run.Quick ? 30 : 300;
        var figures = await Pairs.MeasureAsync(large.TickAsync, small.TickAsync, pairs, slice: TimeSpan.Zero);
        run.Report.Compare("bytes on the wire for one change, 1,000 open tickets", figures, "bytes", "the same screen with 50", Bar.AtMost(1.3));
        foreach (var (tickets, watch) in new[] { (Large, large), (Small, small) })
        {
            var metric = string.Create(CultureInfo.InvariantCulture, $"bytes of the first render, {tickets:N0} open tickets");
            run.Report.Tell(metric, watch.FirstRenderBytes, "bytes", n: 1);
        }
    }
}
