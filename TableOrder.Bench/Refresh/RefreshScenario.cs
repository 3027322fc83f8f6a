using System.Globalization;
using TableOrder.Bench.Generate;
using TableOrder.Bench.Harness;

namespace TableOrder.Bench.Refresh;

/// <summary>One changed order, from its commit to a screen's finished model, in a house with a long past : in a young one; and what reading everything again would cost instead.</summary>
internal sealed class RefreshScenario : IScenario
{
    private const int Young = 100;
    private const int Middle = 10_000;
    private const double Median = 0.5;
    private const double Tail = 0.99;

    public string Name => "refresh";

    public string What => "one changed order, commit to finished read model, at 1,000,000 orders : at 100; a full refetch : that";

    public async Task RunAsync(Run run)
    {
        var old = run.Option("orders", run.Quick ? 100_000 : 1_000_000);
        await using var young = await OpenAsync(run, Young);
        await using var aged = await OpenAsync(run, old);
        Run.Say($"Changed in turn: {aged.Changing} and {young.Changing} of the newest orders");
        foreach (var (percentile, name, bar) in new[] { (Median, "p50", Bar.AtMost(1.3)), (Tail, "p99", null) })
        {
            var figures = await Pairs.MeasureAsync(
                time => aged.RefreshAsync(time, percentile),
                time => young.RefreshAsync(time, percentile),
                run.Quick ? Pairs.Fewest : 41,
                warmUp: TimeSpan.FromSeconds(2)
            );
            Run.Say($"{name}: {figures}");
            run.Report.Compare(Label($"commit to finished model, {name}", old), figures, "us", $"{Young} orders", bar);
        }

        await RefetchAsync(run, young, Young);
        await using (var middle = await OpenAsync(run, Middle))
        {
            await RefetchAsync(run, middle, Middle);
        }

        // Each takes many seconds: six minutes in all.
        if (!run.Quick)
        {
            await RefetchAsync(run, aged, old);
        }
    }

    /// <summary>Alternately, one refetch at a time.</summary>
    private static async Task RefetchAsync(Run run, Screen screen, int orders)
    {
        var pairs = new List<(Slice Refetch, Slice Refresh)>();
        _ = await screen.RefreshAsync(Pairs.Longest, Median);
        while (pairs.Count < Pairs.Fewest)
        {
            var refetch = await screen.RefetchAsync();
            if (refetch.Count != orders)
            {
                throw new InvalidOperationException($"{refetch.Count} of {orders} orders were read.");
            }

            pairs.Add((new Slice(refetch.Figure, 1), await screen.RefreshAsync(Pairs.Longest, Median)));
        }

        run.Report.Compare(Label("full refetch and rebuild", orders), new Paired(pairs), "us", "one refresh, p50");
    }

    private static async Task<Screen> OpenAsync(Run run, int orders) =>
        await Screen.OpenAsync(await KeptData.CopyAsync(run, orders, string.Create(CultureInfo.InvariantCulture, $"refresh-{orders}")));

    private static string Label(string metric, int orders) => string.Create(CultureInfo.InvariantCulture, $"{metric}, {orders:N0} orders");
}
