using TableOrder.Bench.Board;
using TableOrder.Bench.Harness;
using TableOrder.Core.Stations;

namespace TableOrder.Bench.Kitchen;

/// <summary>
/// A change's way to the pixels of a kitchen's screen: from the moment its request is sent, before the commit and so more than a commit's way,
/// until a real Chromium has painted the ticket. Other screens without a browser follow the same orders and acknowledge what they are sent.
/// The server, the browser and the crowd share this machine.
/// </summary>
internal static class PaintedTicket
{
    private const int AtMost = 100;
    private static readonly TimeSpan StandStill = TimeSpan.FromSeconds(2);

    public static async Task MeasureAsync(Run run, int tickets, int screens)
    {
        if (KitchenScreen.Missing is { } missing)
        {
            Run.Say($"Painting is not measured: {missing}.");
            return;
        }

        Run.Say($"A server with {tickets} open tickets; {screens} screens open, and one in Chromium");
        await using var house = await BoardHouse.OpenAsync(Path.Combine(run.Folder, "painted"), tickets);
        await using var crowd = await KitchenCrowd.OpenAsync(house, screens, "/kitchen", "/kitchen/grill");
        await using var screen = await KitchenScreen.OpenAsync(house.Server);
        var shown = await ShownAsync(house, screen);
        Run.Say($"It has {shown.Count} tickets in the page; lines are ticked and taken back");
        await ChangeAsync(shown, run.Quick ? shown.Count : 5 * shown.Count);

        var before = await screen.ClockAsync();
        var worked = house.Server.Process.ProcessorTime;
        var changes = await ChangeAsync(shown, run.Quick ? 100 : 400);
        worked = house.Server.Process.ProcessorTime - worked;
        var after = await screen.ClockAsync();
        var ahead = (before.Ahead + after.Ahead) / 2;
        Run.Say(
            FormattableString.Invariant(
                $"page's clock ahead by {before.Ahead:0.00} ms (within {before.Within:0.00}), afterwards {after.Ahead:0.00} (within {after.Within:0.00})"
            )
        );
        if (Math.Abs(before.Ahead - after.Ahead) > 1 + before.Within + after.Within)
        {
            throw new InvalidOperationException("The page's clock and this process's drifted apart: nothing can be said.");
        }

        var size = $"{tickets} open tickets, {screens} other screens";
        Tell("request sent to ticket painted", change => change.Painted.At - ahead - change.Sent, Bar.AtMost(AtMost));
        Tell("request sent to ticket changed in the page", change => change.Painted.Changed - ahead - change.Sent);
        Tell("answer received to ticket painted", change => change.Painted.At - ahead - change.Answered);
        run.Report.Tell(
            $"server's processor time for a change, all screens' signs of life included, {size}",
            worked.TotalMilliseconds / changes.Length,
            "ms",
            changes.Length
        );

        void Tell(string metric, Func<ShownChange, double> milliseconds, Bar? bar = null)
        {
            var samples = changes.Select(milliseconds).ToArray();
            run.Report.Tell($"{metric}, p50, {size}", Figures.Median(samples), "ms", samples.Length);
            run.Report.Tell($"{metric}, p99, {size}", Figures.Percentile(samples, 0.99), "ms", samples.Length, bar);
        }
    }

    /// <summary>The oldest tickets that are in the page. Left alone they must not change: otherwise a change could be taken for another.</summary>
    private static async Task<List<ShownOrder>> ShownAsync(BoardHouse house, KitchenScreen screen)
    {
        await Task.Delay(StandStill);
        var unasked = screen.Unasked;
        await Task.Delay(StandStill);
        if (screen.Unasked > unasked)
        {
            throw new InvalidOperationException("Tickets change while nobody changes them: which change was painted could not be told.");
        }

        var orders = await screen.ShownAsync();
        return [.. house.Orders.Where(order => orders.Contains(order.Id)).Take(10).Select(order => new ShownOrder(house, screen, order))];
    }

    /// <summary>About eight changes a second, one ticket after the other, at moments that stand in no step with the screen's frames. None waits for the one before.</summary>
    private static async Task<ShownChange[]> ChangeAsync(List<ShownOrder> shown, int count)
    {
        var moments = new Random(1);
        var changes = new List<Task<ShownChange>>(count);
        while (changes.Count < count)
        {
            changes.Add(shown[changes.Count % shown.Count].ChangeAsync());
            await Task.Delay(moments.Next(100, 150));
        }

        return await Task.WhenAll(changes);
    }
}
