using System.Globalization;
using TableOrder.Bench.Generate;
using TableOrder.Bench.Harness;

namespace TableOrder.Bench.Manager;

/// <summary>The first view of each of the manager's pages, by a real server over a long past and by another over a young one: a page must not get slower as the years pass.</summary>
internal sealed class ManagerScenario : IScenario
{
    /// <summary>Half a percent of what the other has, and enough that its lists are full: a page of eight rows is no peer of one of fifty.</summary>
    private const int Young = 5_000;
    private const double Median = 0.5;

    /// <summary>No page gets slower than this.</summary>
    private const double MostTimes = 1.5;

    public string Name => "manager";

    public string What => "the first view of each of the manager's pages at 1,000,000 orders : at 5,000";

    public async Task RunAsync(Run run)
    {
        var orders = run.Option("orders", run.Quick ? 100_000 : 1_000_000);
        await using var old = await OpenAsync(run, orders);
        await using var young = await OpenAsync(run, Young);
        var only = run.Option("page");
        foreach (var (page, path) in old.Pages.Where(page => only is null || string.Equals(page.Key, only, StringComparison.Ordinal)))
        {
            var (theirs, label) = (young.Pages[page], string.Create(CultureInfo.InvariantCulture, $"{page}, {orders:N0} orders, p50"));
            var figures = await Pairs.MeasureAsync(
                time => Slice.MicrosecondsAsync(time, Median, () => old.ViewAsync(path)),
                time => Slice.MicrosecondsAsync(time, Median, () => young.ViewAsync(theirs)),
                run.Quick ? Pairs.Fewest : 41
            );
            Run.Say($"{page}: {figures}");
            run.Report.Compare(label, figures, "us", string.Create(CultureInfo.InvariantCulture, $"{Young:N0} orders"), Bar.AtMost(MostTimes));
        }
    }

    private static async Task<ManagedHouse> OpenAsync(Run run, int orders)
    {
        var folder = Path.Combine(run.Folder, string.Create(CultureInfo.InvariantCulture, $"manager-{orders}"));
        Directory.CreateDirectory(folder);
        File.Copy(await KeptData.FileAsync(orders, run.Fresh), ServerProcess.Database(folder));
        return await ManagedHouse.OpenAsync(await ServerProcess.StartAsync(folder));
    }
}
