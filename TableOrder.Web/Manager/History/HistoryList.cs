using TableOrder.Core;
using TableOrder.Core.Access;
using TableOrder.Core.Feed;
using TableOrder.Core.Ordering;
using TableOrder.Web.Live;

namespace TableOrder.Web.Manager.History;

/// <summary>
/// A part of all orders, newest first: at any time what the filter finds from the newest order down to where the reader has come.
/// It changes order by order, and never by reading the list again.
/// </summary>
public sealed class HistoryList
{
    /// <summary>So many more come each time.</summary>
    public const int PageSize = 50;

    /// <summary>A screen holds so many; further back it is quicker to name the day.</summary>
    public const int MostShown = 1000;

    /// <summary>A page may end early where a filter finds little; so many are asked for before the reader is.</summary>
    private const int MostTries = 10;
    private readonly OrderReader orders;
    private readonly Actor actor;
    private readonly OrderWatch watch;
    private int wanted = PageSize;

    /// <param name="feed">The log.</param>
    /// <param name="orders">Where orders are read.</param>
    /// <param name="actor">Who looks.</param>
    /// <param name="filter">What is looked for at first.</param>
    public HistoryList(OrderFeed feed, OrderReader orders, Actor actor, HistoryFilter filter)
    {
        (this.orders, this.actor, Filter) = (orders, actor, filter);
        watch = new OrderWatch(feed, orders, actor, _ => true, Belongs);
    }

    /// <summary>What is looked for.</summary>
    public HistoryFilter Filter { get; private set; }

    /// <summary>Where the list goes on; null where it has come to the first order there ever was.</summary>
    public OrderCursor? Next { get; private set; }

    /// <summary>How many orders it holds now.</summary>
    public int Count => watch.Orders.Count;

    /// <summary>The orders, newest first.</summary>
    public IEnumerable<Order> Newest => watch.Orders.Values.OrderByDescending(order => order.BusinessDay).ThenByDescending(order => order.Number);

    /// <summary>Looks for something else; <see cref="ReadAsync"/> finds it.</summary>
    public void Choose(HistoryFilter filter) => (Filter, wanted) = (filter, PageSize);

    /// <summary>The list from its beginning, as far as it had come. Gives how many orders it holds; where it fails it holds none, rather than what another filter found.</summary>
    public async Task<Outcome<int>> ReadAsync()
    {
        watch.Forget([.. watch.Orders.Keys]);
        Next = null;
        return await watch.LoadAsync(() => PageAsync(after: null)) is { } denied ? denied : await FillAsync();
    }

    /// <summary>On from where the list ends.</summary>
    public Task<Outcome<int>> MoreAsync()
    {
        wanted = Math.Min(Count + PageSize, MostShown);
        return FillAsync();
    }

    /// <summary>Waits until something on it changes. What comes on top pushes as many off the end: a screen that stands open for weeks does not grow.</summary>
    public async Task NextAsync(CancellationToken cancellation)
    {
        await watch.NextAsync(cancellation);
        if (Count > wanted)
        {
            var shown = Newest.ToList();
            watch.Forget(shown.Skip(wanted).Select(order => order.Id));
            Next = new OrderCursor(shown[wanted - 1].BusinessDay, shown[wanted - 1].Number);
        }
    }

    private bool Belongs(Order order) =>
        Filter.Query.Holds(order) && (Next is not { } end || (order.BusinessDay, order.Number).CompareTo((end.Day, end.Number)) >= 0);

    private async Task<Outcome<int>> FillAsync()
    {
        for (var tries = 0; tries < MostTries && Next is not null && Count < wanted; tries++)
        {
            var read = await PageAsync(Next);
            if (!read.Succeeded(out var page, out var denied))
            {
                return denied;
            }

            watch.Add(page.Items);
        }

        return Count;
    }

    private async Task<Outcome<OrderPage>> PageAsync(OrderCursor? after)
    {
        var read = await orders.ListAsync(actor, Filter.Query with { After = after, Limit = Math.Clamp(wanted - Count, 1, OrderQuery.MostPerPage) });
        Next = read.Refusal is null ? read.Value.Next : Next;
        return read;
    }
}
