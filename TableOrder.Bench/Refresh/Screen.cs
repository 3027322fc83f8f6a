using System.Diagnostics;
using TableOrder.Bench.Harness;
using TableOrder.Core.Access;
using TableOrder.Core.Feed;
using TableOrder.Core.Ordering;
using TableOrder.Core.Storage;
using TableOrder.Web.Live;

namespace TableOrder.Bench.Refresh;

/// <summary>
/// A house and one screen that shows its newest orders, as the manager's page does. Each change makes a version that nobody has read yet, so each is read from the database;
/// the clock runs from the commit until the screen holds the changed order.
/// </summary>
internal sealed class Screen : IAsyncDisposable
{
    private const int Newest = 200;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly House house;
    private readonly Commits commits;
    private readonly OrderWatch watch;
    private readonly OrderReader reader;
    private readonly OrderDesk desk;
    private readonly Actor manager;
    private IReadOnlyList<Guid> changing = [];
    private int next;

    private Screen(House house, Commits commits)
    {
        (this.house, this.commits, manager) = (house, commits, house.Manager);
        (reader, desk) = (house.Get<OrderReader>(), house.Get<OrderDesk>());
        watch = new OrderWatch(house.Get<OrderFeed>(), reader, manager, _ => true, _ => true);
    }

    /// <summary>How many different orders are changed.</summary>
    public int Changing => changing.Count;

    public static async Task<Screen> OpenAsync(string file)
    {
        var heard = new Commits();
        var screen = new Screen(await House.OpenAsync(file, listen: heard.Hear), heard);
        if (await screen.watch.LoadAsync(() => screen.reader.OpenAsync(screen.manager, Newest)) is { } refusal)
        {
            throw new InvalidOperationException($"The screen was refused: {refusal.Code}");
        }

        // What is cancelled, or only carried, takes no step.
        screen.changing =
        [
            .. screen
                .watch.Orders.Values.OrderByDescending(order => order.BusinessDay)
                .ThenByDescending(order => order.Number)
                .Take(Newest)
                .Where(order => Cooked(order).Any())
                .Select(order => order.Id),
        ];
        return screen;
    }

    /// <summary>Change after change until the time is over: a percentile, in microseconds, from commit to finished model.</summary>
    public async Task<Slice> RefreshAsync(TimeSpan time, double percentile)
    {
        var (start, samples) = (Stopwatch.GetTimestamp(), new List<double>());
        do
        {
            samples.Add(await RefreshAsync());
        } while (Stopwatch.GetElapsedTime(start) < time);

        return Slice.Percentile([.. samples], percentile);
    }

    /// <summary>What a screen does that does not know what changed: reads every order there is, page by page, and builds its model anew. In microseconds, with how many it read.</summary>
    public async Task<Slice> RefetchAsync()
    {
        var start = Stopwatch.GetTimestamp();
        var model = new Dictionary<Guid, Order>();
        OrderCursor? after = null;
        do
        {
            var page = (await reader.ListAsync(manager, new OrderQuery { Limit = OrderQuery.MostPerPage, After = after })).Value;
            foreach (var order in page.Items)
            {
                model.Add(order.Id, order);
            }

            after = page.Next;
        } while (after is not null);

        return new Slice(Stopwatch.GetElapsedTime(start).TotalMicroseconds, model.Count);
    }

    public ValueTask DisposeAsync() => house.DisposeAsync();

    private static IEnumerable<OrderLine> Cooked(Order order) =>
        order.Lines.Where(line => line.Station is not null && line.Status != LineStatus.Cancelled);

    private async Task<double> RefreshAsync()
    {
        var order = watch.Orders[changing[next++ % changing.Count]];
        var recall = Cooked(order).Any(line => line.Status is LineStatus.Ready or LineStatus.Served);
        var step = recall ? new StepOrder(order.Id, LineStatus.Preparing) { Version = order.Version } : new StepOrder(order.Id, LineStatus.Ready);
        using var patience = new CancellationTokenSource(Patience);

        // The screen waits before the change is made, as screens do.
        var shown = ShownAsync(order.Id, order.Version + 1, patience.Token);
        var stepped = await desk.StepAsync(manager, step);
        if (stepped.Value.Version != order.Version + 1)
        {
            throw new InvalidOperationException("A planned change did not change the order.");
        }

        return Stopwatch.GetElapsedTime(commits.Last, await shown).TotalMicroseconds;
    }

    private async Task<long> ShownAsync(Guid id, int version, CancellationToken cancellation)
    {
        do
        {
            await watch.NextAsync(cancellation);
        } while (watch.Orders[id].Version < version);

        return Stopwatch.GetTimestamp();
    }

    /// <summary>Notes when the writer last said that it committed.</summary>
    private sealed class Commits
    {
        private long last;

        public long Last => Volatile.Read(ref last);

        public void Hear(CommitSignal signal) => signal.Listen(_ => Volatile.Write(ref last, Stopwatch.GetTimestamp()));
    }
}
