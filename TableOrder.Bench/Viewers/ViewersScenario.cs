using System.Diagnostics;
using TableOrder.Bench.Harness;
using TableOrder.Core.Ordering;
using TableOrder.Core.Storage;

namespace TableOrder.Bench.Viewers;

/// <summary>Many screens, each following every order as the real pages do: how often the database is asked for a change, and how long until the last screen has it.</summary>
internal sealed class ViewersScenario : IScenario
{
    private const int Screens = 500;
    private const int PerSecond = 200;
    private const double Patience = 50;

    public string Name => "viewers";

    public string What => "500 viewers, 1,000 changes over 1,000 orders, then over one, 200/s: reads : changes; commit to last viewer";

    public async Task RunAsync(Run run)
    {
        var changes = run.Quick ? 500 : 1000;
        var selects = new Selects();
        await using var house = await House.OpenAsync(
            Path.Combine(run.Folder, "viewers.db"),
            database =>
            {
                // What the command itself reads, on the writer's connection, it reads with or without viewers.
                database.TraceReads = selects.Hear;
                return database;
            }
        );
        var publisher = new Publisher(house.Get<OrderDesk>(), house.Manager);
        house.Get<CommitSignal>().Listen(_ => publisher.Committed(Stopwatch.GetTimestamp()));
        var orders = await PlaceAsync(house, changes);
        await using var audience = await Audience.SeatAsync(house, Screens);
        await MeasureAsync("over as many orders", orders.Select(order => Change.Start(order, Screens)).ToList());
        await MeasureAsync("over one order", Change.BackAndForth(orders[0], changes, Screens));

        async Task MeasureAsync(string how, IReadOnlyList<Change> planned)
        {
            audience.Expect(planned);
            selects.Forget();
            await publisher.PublishAsync(planned, PerSecond);
            await audience.AllSawAsync();
            var (reads, all) = (selects.OfOrders, selects.All);
            await audience.VerifyAsync(house);
            var delays = planned.Select(change => change.Delay.TotalMilliseconds).ToArray();
            Run.Say(FormattableString.Invariant($"{how}: every one of {Screens} screens ends with what the database says"));
            run.Report.Tell($"reads : changes, {planned.Count} changes {how}", (double)reads / planned.Count, "reads", planned.Count, Bar.AtMost(1));
            run.Report.Tell(
                $"SELECTs of any kind, the feed's too : changes, {planned.Count} changes {how}",
                (double)all / planned.Count,
                "SELECTs",
                planned.Count
            );
            run.Report.Tell(
                $"commit to last viewer p99, {planned.Count} changes {how}",
                Figures.Percentile(delays, 0.99),
                "ms",
                delays.Length,
                Bar.AtMost(Patience)
            );
        }
    }

    private static async Task<IReadOnlyList<Order>> PlaceAsync(House house, int count)
    {
        var guests = await house.SeatAsync(20);
        var carts = await house.CartsAsync(32);
        var placed = new List<Order>();
        while (placed.Count < count)
        {
            var cart = carts[placed.Count % carts.Count] with { RequestId = Guid.CreateVersion7() };
            var order = (await house.Get<OrderDesk>().PlaceAsync(guests[placed.Count % guests.Count], cart)).Value.Order;
            placed.Add(order);
        }

        return placed;
    }
}
