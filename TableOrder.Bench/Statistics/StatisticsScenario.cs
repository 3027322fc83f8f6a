using System.Globalization;
using TableOrder.Bench.Generate;
using TableOrder.Bench.Harness;
using TableOrder.Core.Statistics;
using TableOrder.Core.Storage;

namespace TableOrder.Bench.Statistics;

/// <summary>
/// A dashboard's figures of the day that runs now, after a long past : after none; that day is the same in both houses. And what counting all orders would cost : the kept figures of all days.
/// </summary>
internal sealed class StatisticsScenario : IScenario
{
    private const int Young = 100;
    private const double Median = 0.5;

    public string Name => "statistics";

    public string What => "a dashboard's figures at 1,000,000 orders : at 100; counting all orders : the kept figures";

    public async Task RunAsync(Run run)
    {
        var orders = run.Option("orders", run.Quick ? 100_000 : 1_000_000);
        await using var young = await House.OpenAsync(await KeptData.FileAsync(Young, run.Fresh));
        await using var aged = await House.OpenAsync(await KeptData.FileAsync(orders, run.Fresh));
        var figures = await Pairs.MeasureAsync(await DashboardAsync(aged), await DashboardAsync(young), run.Quick ? Pairs.Fewest : 41);
        Run.Say(figures.ToString());
        run.Report.Compare(Label($"a day's figures at {orders:N0} orders, p50"), figures, "us", $"{Young} orders", Bar.AtMost(1.2));
        await aged.Get<ReadPool>().SnapshotAsync(session => Counted(run, session, orders));
    }

    private static async Task<Func<TimeSpan, Task<Slice>>> DashboardAsync(House house)
    {
        // The generator's last day: a kept file outlives it.
        var today = await house.Get<ReadPool>().ReadAsync(session => session.First("SELECT MAX(day) FROM business_days", row => row.Day(0)));
        var reader = house.Get<StatisticsReader>();
        return time =>
            Slice.MicrosecondsAsync(
                time,
                Median,
                async () =>
                {
                    var answer = (await reader.GetAsync(house.Manager, today, today)).Value;
                    if (answer.Sum.Orders != Generate.Calendar.OfToday)
                    {
                        throw new InvalidOperationException(
                            $"The day has {answer.Sum.Orders} orders, not {Generate.Calendar.OfToday}: generate with --fresh."
                        );
                    }
                }
            );
    }

    /// <summary>Both sides give the same figures, or there is nothing to compare.</summary>
    private static bool Counted(Run run, Session session, int orders)
    {
        var pairs = new List<(Slice Counted, Slice Kept)>();
        while (pairs.Count < Pairs.Fewest)
        {
            var (counted, took) = Aggregate.Counted(session);
            var (kept, keptTook) = Aggregate.Kept(session);
            if (counted != kept)
            {
                throw new InvalidOperationException($"Counted {counted}, kept {kept}.");
            }

            pairs.Add((new Slice(took.TotalMicroseconds, 1), new Slice(keptTook.TotalMicroseconds, 1)));
        }

        run.Report.Compare(
            Label($"counting {orders:N0} orders by status, their sales and best sellers"),
            new Paired(pairs),
            "us",
            "the kept figures of all days"
        );
        return true;
    }

    private static string Label(FormattableString label) => label.ToString(CultureInfo.InvariantCulture);
}
