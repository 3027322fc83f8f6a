using TableOrder.Bench.Board;
using TableOrder.Bench.Harness;

namespace TableOrder.Bench.Kitchen;

/// <summary>
/// What a kitchen screen costs the server in memory. One screen is opened first, so that what the process needs only once is not counted;
/// the others are counted as the system sees them, whatever the collector has not given back included.
/// </summary>
internal static class CircuitMemory
{
    private const string Page = "/kitchen";

    /// <summary>More than a page shows; where all tickets are on the screen, changing all of them would take long.</summary>
    private const int MostChanged = 20;

    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(1.5);
    private static readonly Bar Reach = Bar.AtMost(600);

    /// <summary>Opens screens on /kitchen and tells how much resident memory each has added to the process, fresh and after its tickets have changed.</summary>
    public static async Task MeasureAsync(Run run, int tickets, int screens)
    {
        Run.Say($"A server with {tickets} open tickets; its resident memory before and after {screens} screens without a browser open");
        await using var house = await BoardHouse.OpenAsync(Path.Combine(run.Folder, "memory"), tickets);
        await using var first = await KitchenWatch.OpenAsync(house);
        var before = await ResidentAsync(house);
        await using var crowd = await KitchenCrowd.OpenAsync(house, screens, Page);
        Tell("resident memory for a kitchen screen", await ResidentAsync(house), Reach);

        // A component keeps its last rendering beside the new one from its second on.
        foreach (var order in first.Shown.Take(MostChanged))
        {
            await house.TakeBackAsync(order, await house.TickAsync(order));
        }

        Tell("the same after its oldest tickets have changed", await ResidentAsync(house));

        void Tell(string metric, long after, Bar? bar = null)
        {
            Run.Say(FormattableString.Invariant($"{before:N0} KB before, {after:N0} KB after"));
            run.Report.Tell($"{metric}, {tickets} open tickets", (double)(after - before) / screens, "KB", screens, bar);
        }
    }

    private static async Task<long> ResidentAsync(BoardHouse house)
    {
        await Task.Delay(Rest);
        return house.Server.Process.ResidentKilobytes;
    }
}
