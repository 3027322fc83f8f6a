using System.Globalization;
using TableOrder.Bench.Generate;
using TableOrder.Bench.Harness;
using TableOrder.Core.Access;
using TableOrder.Core.Ordering;
using TableOrder.Core.Storage;

namespace TableOrder.Bench.History;

/// <summary>Pages of a long past through the Reader: far back : the newest; against the same statements by SQLite alone; and many readers at once on several houses.</summary>
internal sealed class HistoryScenario : IScenario
{
    /// <summary>Orders on a page, where a page of 20 is meant.</summary>
    public const int OfShortPage = 20;

    private const int OfPage = 50;
    private const int Anywhere = 200;
    private const int Houses = 4;
    private const int OfEachHouse = 100_000;
    private const double Median = 0.5;

    public string Name => "history";

    public string What => "page 10,000 : page 1 at 1,000,000 orders; a page of 20 : its statements raw; 50 readers at once on 4 x 100,000";

    public async Task RunAsync(Run run)
    {
        var orders = run.Option("orders", run.Quick ? 100_000 : 1_000_000);
        var file = await KeptData.FileAsync(orders, run.Fresh);
        await using (var house = await House.OpenAsync(file))
        {
            await DeepAsync(run, house, orders);
            await RawAsync(run, house, file);
        }

        await ManyAsync(run);
    }

    /// <summary>Page 10,000 of a million orders, 50 each; of fewer orders as far back among them.</summary>
    private static async Task DeepAsync(Run run, House house, int orders)
    {
        var (reader, manager, page) = (house.Get<OrderReader>(), house.Manager, orders / 100);
        var far = await CursorAsync(house, (page - 1) * OfPage);
        var figures = await Pairs.MeasureAsync(
            time => Slice.MicrosecondsAsync(time, Median, () => ReadAsync(reader, manager, far, OfPage)),
            time => Slice.MicrosecondsAsync(time, Median, () => ReadAsync(reader, manager, after: null, OfPage)),
            run.Quick ? Pairs.Fewest : 41
        );
        Run.Say(figures.ToString());
        run.Report.Compare(Label($"page {page:N0} of {orders:N0} orders, p50"), figures, "us", "page 1", Bar.AtMost(1.2));

        // Each once: what has to come from the file is part of it.
        var (random, waits) = (new Random(orders), new List<double>());
        while (waits.Count < Anywhere)
        {
            var cursor = await CursorAsync(house, random.Next(1, orders - OfPage));
            var slice = await Slice.MicrosecondsAsync(TimeSpan.Zero, Median, () => ReadAsync(reader, manager, cursor, OfPage));
            waits.Add(slice.Figure);
        }

        run.Report.Tell(Label($"pages anywhere in {orders:N0} orders, each read once, p50"), Figures.Median(waits), "us", waits.Count);
    }

    private static async Task RawAsync(Run run, House house, string file)
    {
        using var raw = new RawPage(file, OfShortPage);
        var (reader, manager) = (house.Get<OrderReader>(), house.Manager);
        var figures = await Pairs.MeasureAsync(
            time => Slice.MicrosecondsAsync(time, Median, () => ReadAsync(reader, manager, after: null, OfShortPage)),
            time =>
                Slice.MicrosecondsAsync(
                    time,
                    Median,
                    () =>
                    {
                        raw.Read();
                        return Task.CompletedTask;
                    }
                ),
            run.Quick ? Pairs.Fewest : 41
        );
        Run.Say(figures.ToString());
        run.Report.Compare("a page of 20 orders with lines, p50", figures, "us", "the same two statements raw", Bar.AtMost(3));
    }

    private static async Task ManyAsync(Run run)
    {
        var houses = new List<House>();
        try
        {
            var readers = new List<Visitor>();
            while (houses.Count < Houses)
            {
                var copy = string.Create(CultureInfo.InvariantCulture, $"history-{houses.Count}");
                houses.Add(await House.OpenAsync(await KeptData.CopyAsync(run, OfEachHouse, copy)));
                readers.Add(await Visitor.OfAsync(houses[^1], OfEachHouse));
            }

            foreach (var limit in new[] { OfShortPage, OfPage })
            {
                await Crowd.ReadAsync(readers, limit, TimeSpan.FromSeconds(1));
                var waits = await Crowd.ReadAsync(readers, limit, TimeSpan.FromSeconds(run.Quick ? 3 : 15));
                var of = Label($"{Crowd.Size} readers at once on {Houses} x {OfEachHouse:N0} orders, a page of {limit}");
                run.Report.Tell($"{of}, p95", Figures.Percentile(waits, 0.95), "ms", waits.Length, Bar.AtMost(25));
                run.Report.Tell($"{of}, mean", waits.Average(), "ms", waits.Length);
                run.Report.Tell($"{of}, most", waits.Max(), "ms", waits.Length);
            }
        }
        finally
        {
            foreach (var house in houses)
            {
                await house.DisposeAsync();
            }
        }
    }

    /// <summary>Where the page after so many orders begins. The one look that counts them all is made before the clock runs.</summary>
    public static Task<OrderCursor?> CursorAsync(House house, int offset) =>
        house
            .Get<ReadPool>()
            .ReadAsync(session =>
                session.First(
                    "SELECT business_day, number FROM orders ORDER BY business_day DESC, number DESC LIMIT 1 OFFSET $1",
                    row => (OrderCursor?)new OrderCursor(row.Day(0), row.Int(1)),
                    offset - 1
                )
            );

    private static async Task ReadAsync(OrderReader reader, Actor manager, OrderCursor? after, int limit)
    {
        var page = (await reader.ListAsync(manager, new OrderQuery { After = after, Limit = limit })).Value;
        if (page.Items.Count != limit)
        {
            throw new InvalidOperationException($"A page has {page.Items.Count} orders, not {limit}.");
        }
    }

    private static string Label(FormattableString label) => label.ToString(CultureInfo.InvariantCulture);
}
