using System.Text.Json;
using TableOrder.Bench.Harness;
using TableOrder.Core.Feed;
using TableOrder.Core.Ordering;
using TableOrder.Web.Live;

namespace TableOrder.Bench.Viewers;

/// <summary>Screens that follow all orders, as the kitchen's and the manager's pages do, without a browser.</summary>
internal sealed class Audience : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly CancellationTokenSource leaving = new();
    private readonly List<OrderWatch> screens = [];
    private readonly List<Task> loops = [];
    private Dictionary<(Guid, int), Change> expected = [];
    private int unseen;
    private TaskCompletionSource allSeen = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public static async Task<Audience> SeatAsync(House house, int screens)
    {
        var audience = new Audience();
        for (var i = 0; i < screens; i++)
        {
            var watch = new OrderWatch(house.Get<OrderFeed>(), house.Get<OrderReader>(), house.Manager, _ => true, _ => true);
            if (await watch.LoadAsync(() => house.Get<OrderReader>().OpenAsync(house.Manager, newestOthers: 0)) is { } refusal)
            {
                throw new InvalidOperationException($"A screen was refused: {refusal.Code}");
            }

            audience.screens.Add(watch);
            audience.loops.Add(Task.Run(() => audience.FollowAsync(watch)));
        }

        return audience;
    }

    /// <summary>What will be published next.</summary>
    public void Expect(IReadOnlyList<Change> planned)
    {
        allSeen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Volatile.Write(ref unseen, planned.Count);
        Volatile.Write(ref expected, planned.ToDictionary(change => (change.Step.OrderId, change.Version)));
    }

    /// <summary>Waits until every screen has every change.</summary>
    public Task AllSawAsync() => allSeen.Task.WaitAsync(Patience);

    /// <summary>What each screen shows is what the database says.</summary>
    public async Task VerifyAsync(House house)
    {
        var truth = (await house.Get<OrderReader>().OpenAsync(house.Manager, newestOthers: 0)).Value.Items;

        // By all that is in them: two reads of one order need not share its lists. Screens share the orders themselves, so each is told once.
        var told = new Dictionary<Order, string>(ReferenceEqualityComparer.Instance);
        foreach (var screen in screens)
        {
            if (screen.Orders.Count != truth.Count || truth.Any(order => !Same(order, screen.Orders.GetValueOrDefault(order.Id))))
            {
                throw new InvalidOperationException("A screen shows something else than the database says.");
            }
        }

        bool Same(Order order, Order? shown) => shown is not null && string.Equals(Tell(order), Tell(shown), StringComparison.Ordinal);
        string Tell(Order order) => told.TryGetValue(order, out var text) ? text : told[order] = JsonSerializer.Serialize(order);
    }

    public async ValueTask DisposeAsync()
    {
        await leaving.CancelAsync();
        await Task.WhenAll(loops);
        leaving.Dispose();
    }

    private async Task FollowAsync(OrderWatch watch)
    {
        var seen = watch.Orders.ToDictionary(order => order.Key, order => order.Value.Version);
        try
        {
            while (true)
            {
                foreach (var id in await watch.NextAsync(leaving.Token))
                {
                    var version = watch.Orders[id].Version;

                    // A screen that shows a version has also seen those that it skipped.
                    for (var passed = seen.GetValueOrDefault(id) + 1; passed <= version; passed++)
                    {
                        if (
                            Volatile.Read(ref expected).TryGetValue((id, passed), out var change)
                            && change.Seen()
                            && Interlocked.Decrement(ref unseen) == 0
                        )
                        {
                            allSeen.TrySetResult();
                        }
                    }

                    seen[id] = version;
                }
            }
        }
        catch (OperationCanceledException) when (leaving.IsCancellationRequested)
        {
            // The scenario is over.
        }
    }
}
