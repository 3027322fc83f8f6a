using TableOrder.Bench.Harness;

namespace TableOrder.Bench.Guest;

/// <summary>The menu's first view as a guest's phone gets it: what it weighs on a cold cache, and when it answers a tap on a slow processor.</summary>
internal sealed class GuestScenario : IScenario
{
    private const int Views = 25;
    private const int FewViews = 15;

    /// <summary>150 KB, counted in thousands.</summary>
    private const int MostBytes = 150_000;
    private const int MostMilliseconds = 1_500;

    /// <summary>A phone of 2019 beside the machine that builds this.</summary>
    private const int TimesSlower = 4;

    public string Name => "guest";

    public string What => "the first view of /menu on a phone in Chromium: bytes over the wire, time until it is interactive on a slowed processor";

    public async Task RunAsync(Run run)
    {
        if (GuestPhone.Missing is { } missing)
        {
            Run.Say($"Not measured: {missing}.");
            return;
        }

        await using var server = await ServerProcess.StartAsync(run.Folder);
        await using var wire = new CountedWire(server.Address);
        var table = await TableAsync(server);
        await using var phone = await GuestPhone.OpenAsync();
        Run.Say("Each view begins with an empty cache and an empty profile; the first ones warm the server up");
        for (var i = 0; i < 3; i++)
        {
            await phone.ViewAsync(wire, table, timesSlower: 1);
        }

        var views = new List<FirstView>();
        for (var i = 0; i < (run.Quick ? FewViews : Views); i++)
        {
            views.Add(await phone.ViewAsync(wire, table, TimesSlower));
        }

        run.Report.Tell(
            "bytes over the wire until interactive, besides photos",
            Median(view => view.Bytes),
            "bytes",
            views.Count,
            Bar.AtMost(MostBytes)
        );
        run.Report.Tell("of these the page itself", Median(view => view.Page), "bytes", views.Count);
        run.Report.Tell("of these scripts", Median(view => view.Scripts), "bytes", views.Count);
        run.Report.Tell("of these styles", Median(view => view.Styles), "bytes", views.Count);
        run.Report.Tell("of these the circuit's WebSocket", Median(view => view.Socket), "bytes", views.Count);
        run.Report.Tell($"first contentful paint, processor slowed {TimesSlower} times, p50", Median(view => view.Painted), "ms", views.Count);
        run.Report.Tell(
            $"interactive, processor slowed {TimesSlower} times, p50",
            Median(view => view.Interactive),
            "ms",
            views.Count,
            Bar.AtMost(MostMilliseconds)
        );
        run.Report.Tell($"interactive, processor slowed {TimesSlower} times, slowest", views.Max(view => view.Interactive), "ms", views.Count);

        double Median(Func<FirstView, double> figure) => Figures.Median([.. views.Select(figure)]);
    }

    private static async Task<string> TableAsync(ServerProcess server)
    {
        using var manager = await server.ManagerAsync();
        using var tables = System.Text.Json.JsonDocument.Parse(await manager.GetStringAsync("tables"));
        return $"/t/{tables.RootElement[0].GetProperty("token").GetString()}";
    }
}
