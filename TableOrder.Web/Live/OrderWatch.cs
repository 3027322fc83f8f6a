using TableOrder.Core;
using TableOrder.Core.Access;
using TableOrder.Core.Feed;
using TableOrder.Core.Ordering;

namespace TableOrder.Web.Live;

/// <summary>
/// The orders on one screen: a snapshot, then only what changes. An event is taken if it may belong here or if its order is already shown,
/// so a screen always hears of what leaves it; then that one order is read, shared with every other screen.
/// </summary>
public sealed class OrderWatch
{
    private readonly OrderFeed feed;
    private readonly OrderReader reader;
    private readonly Func<OrderEvent, bool> concerns;
    private readonly Func<Order, bool> belongs;
    private readonly Func<Task>? moved;
    private readonly Dictionary<Guid, Order> orders = [];
    private Actor actor;
    private FeedCursor? cursor;
    private TaskCompletionSource aimed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <param name="feed">The log.</param>
    /// <param name="reader">Where changed orders are read.</param>
    /// <param name="actor">Who looks.</param>
    /// <param name="concerns">Whether an event may bring an order onto this screen.</param>
    /// <param name="belongs">Whether an order stands on this screen as it is now.</param>
    /// <param name="moved">An order of this screen went from one party to another: called before it is read, for whoever may have gone with it.</param>
    public OrderWatch(
        OrderFeed feed,
        OrderReader reader,
        Actor actor,
        Func<OrderEvent, bool> concerns,
        Func<Order, bool> belongs,
        Func<Task>? moved = null
    ) => (this.feed, this.reader, this.actor, this.concerns, this.belongs, this.moved) = (feed, reader, actor, concerns, belongs, moved);

    /// <summary>What is shown now, by id.</summary>
    public IReadOnlyDictionary<Guid, Order> Orders => orders;

    /// <summary>Starts, or starts again, from a list and its position in the log; also as somebody who sees other orders than before. What was shown stays until all is there.</summary>
    public async Task<Refusal?> LoadAsync(Func<Task<Outcome<OrderPage>>> list, Actor? now = null)
    {
        actor = now ?? actor;
        var loaded = await list();
        if (!loaded.Succeeded(out var page, out var refusal))
        {
            return refusal;
        }

        var opened = await feed.OpenAsync(actor, page.Sequence);
        if (!opened.Succeeded(out cursor, out refusal))
        {
            return refusal;
        }

        orders.Clear();
        foreach (var order in page.Items)
        {
            orders[order.Id] = order;
        }

        // Whoever waits at the old place in the log goes on from the new one.
        var before = aimed;
        aimed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        before.TrySetResult();
        return null;
    }

    /// <summary>Waits for changes and carries them out; gives the orders that came, changed or went, each once however often it changed meanwhile.</summary>
    public async Task<IReadOnlyList<Guid>> NextAsync(CancellationToken cancellation)
    {
        while (true)
        {
            await ArrivedAsync(cancellation);
            var newest = new Dictionary<Guid, int>();
            var news = await cursor!.ReadAsync();
            if (moved is not null && news.Any(happened => happened.FromSeatingId is not null && orders.ContainsKey(happened.OrderId)))
            {
                await moved();
            }

            foreach (var happened in news)
            {
                if (concerns(happened) || orders.ContainsKey(happened.OrderId))
                {
                    newest[happened.OrderId] = happened.OrderVersion;
                }
            }

            var changed = new List<Guid>(newest.Count);
            foreach (var (id, version) in newest)
            {
                if (await ApplyAsync(id, version))
                {
                    changed.Add(id);
                }
            }

            if (changed.Count > 0)
            {
                return changed;
            }
        }
    }

    /// <summary>Takes in a further part of the list, read later than the first: what changed in between is told once more, and known to be old.</summary>
    public void Add(IEnumerable<Order> more)
    {
        foreach (var order in more)
        {
            if (!orders.TryGetValue(order.Id, out var shown) || shown.Version < order.Version)
            {
                orders[order.Id] = order;
            }
        }
    }

    /// <summary>Lets go of orders that the screen no longer shows, so that a screen that lives for weeks does not grow.</summary>
    public void Forget(IEnumerable<Guid> ids)
    {
        foreach (var id in ids)
        {
            orders.Remove(id);
        }
    }

    private async Task ArrivedAsync(CancellationToken cancellation)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var arrived = cursor!.WaitAsync(either.Token);
        if (await Task.WhenAny(arrived, aimed.Task) == arrived)
        {
            await arrived;
            return;
        }

        await either.CancelAsync();
        await arrived.ConfigureAwait(ConfigureAwaitOptions.ContinueOnCapturedContext | ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task<bool> ApplyAsync(Guid id, int version)
    {
        if (orders.TryGetValue(id, out var shown) && shown.Version >= version)
        {
            return false;
        }

        var read = await reader.GetAsync(actor, id, version);
        if (read.Refusal is not null && shown is not null && moved is not null)
        {
            // It has gone to another party since the log told of it.
            await moved();
            return true;
        }

        if (read.Refusal is not null || !belongs(read.Value))
        {
            return orders.Remove(id);
        }

        orders[id] = read.Value;
        return true;
    }
}
