using TableOrder.Core.Access;
using TableOrder.Core.Feed;
using TableOrder.Core.Storage;

namespace TableOrder.Core.Ordering;

/// <summary>Answers questions about orders. A guest sees their own seating's; another party's does not exist for them.</summary>
public sealed class OrderReader
{
    private readonly ReadPool reads;
    private readonly TimeProvider clock;
    private readonly SharedReads shared;

    internal OrderReader(ReadPool reads, TimeProvider clock)
    {
        (this.reads, this.clock) = (reads, clock);
        shared = new SharedReads(FindAsync);
    }

    /// <summary>How many orders were read from the database for shared questions, for tests and metrics.</summary>
    internal long SharedReadCount => shared.Count;

    /// <summary>One order, read now.</summary>
    public async Task<Outcome<Order>> GetAsync(Actor actor, Guid id) =>
        Rights.Refuse(actor, Right.ReadOrders) is { } refusal ? refusal : Visible(actor, await FindAsync(id));

    /// <summary>One order, at least as new as a version heard of; all who ask for it share one read.</summary>
    public async Task<Outcome<Order>> GetAsync(Actor actor, Guid id, int atLeast) =>
        Rights.Refuse(actor, Right.ReadOrders) is { } refusal ? refusal : Visible(actor, await shared.GetAsync(id, atLeast));

    /// <summary>A page of orders with the log's position of the same moment; ids first, then their lines. It may hold fewer than asked for, even none, while another follows: a page looks at
    /// a bounded number of orders. Refuses a limit that is not 1 to 100, more than <see cref="OrderQuery.MostItems"/> dishes, and a cursor of another day than the one asked for.</summary>
    public async Task<Outcome<OrderPage>> ListAsync(Actor actor, OrderQuery query)
    {
        if (Rights.Refuse(actor, Right.ReadOrders) is { } refusal)
        {
            return refusal;
        }

        if (query.Limit is < 1 or > OrderQuery.MostPerPage)
        {
            return Refusal.Bad("limit", $"Send a limit from 1 to {OrderQuery.MostPerPage}.");
        }

        if (query.MenuItemIds?.Count > OrderQuery.MostItems)
        {
            return Refusal.Bad("menuItemId", $"Send at most {OrderQuery.MostItems} dishes.");
        }

        if (query is { Day: { } day, After: { } after } && after.Day != day)
        {
            return Refusal.Bad("cursor", "Send the nextCursor of a page of the same day.");
        }

        if (actor.OnlySeating is { } mine)
        {
            if (query.SeatingId is { } named && named != mine)
            {
                return new Refusal(Refusal.NotFound);
            }

            query = query with { SeatingId = mine };
        }

        return await reads.SnapshotAsync(session => Page(session, query));
    }

    /// <summary>Every order that a kitchen screen shows, all stations or one, oldest first, with the log's position of the same moment. Never cut: an order that vanishes because there are many is the worst bug.</summary>
    public async Task<Outcome<OrderPage>> KitchenAsync(Actor actor, string? station) =>
        Rights.Refuse(actor, Right.ReadKitchen) is { } refusal
            ? refusal
            : await reads.SnapshotAsync(session => new OrderPage(
                EventSql.Head(session),
                [.. shared.Fetch(session, OrderListSql.Shown(session, station)).OrderBy(order => order.BusinessDay).ThenBy(order => order.Number)],
                Next: null
            ));

    /// <summary>
    /// Every order of which something is still to be carried, made or fired, oldest first, with the log's position of the same moment: what the pass shows. Never cut.
    /// </summary>
    public async Task<Outcome<OrderPage>> ExpoAsync(Actor actor) =>
        Rights.Refuse(actor, Right.ReadKitchen) is { } refusal
            ? refusal
            : await reads.SnapshotAsync(session => new OrderPage(
                EventSql.Head(session),
                shared.Fetch(session, OrderListSql.OpenVersions(session)),
                Next: null
            ));

    /// <summary>The orders that left a station's screen lately, or any station's: bumped within <see cref="Recall.Within"/> and not called back, the last one first, at most <see cref="Recall.Most"/>.</summary>
    public async Task<Outcome<IReadOnlyList<Recall>>> BumpedAsync(Actor actor, string? station) =>
        Rights.Refuse(actor, Right.ReadKitchen) is { } refusal
            ? refusal
            : await reads.SnapshotAsync<Outcome<IReadOnlyList<Recall>>>(session => RecallSql.Bumped(session, station, clock.GetUtcNow()));

    /// <summary>The orders that left the pass lately, as <see cref="BumpedAsync"/>: those that are served.</summary>
    public async Task<Outcome<IReadOnlyList<Recall>>> ServedAsync(Actor actor) =>
        Rights.Refuse(actor, Right.ReadKitchen) is { } refusal
            ? refusal
            : await reads.SnapshotAsync<Outcome<IReadOnlyList<Recall>>>(session => RecallSql.Served(session, clock.GetUtcNow()));

    /// <summary>Every open order and the newest others, oldest first, with the log's position of the same moment: what a manager's live list begins with.</summary>
    public async Task<Outcome<OrderPage>> OpenAsync(Actor actor, int newestOthers) =>
        Rights.Refuse(actor, Right.ReadKitchen) is { } refusal
            ? refusal
            : await reads.SnapshotAsync(session => new OrderPage(
                EventSql.Head(session),
                OrderSql.Fetch(
                    session,
                    [.. OrderListSql.Open(session), .. OrderListSql.Page(session, new OrderQuery { Open = false, Limit = newestOthers }).Ids]
                ),
                Next: null
            ));

    /// <summary>An order is several rows, read by one statement: they are of one moment.</summary>
    private Task<Order?> FindAsync(Guid id) => reads.ReadAsync(session => OrderSql.Find(session, id));

    private static OrderPage Page(Session session, OrderQuery query)
    {
        var (ids, next) = OrderListSql.Page(session, query);
        return new OrderPage(EventSql.Head(session), OrderSql.Fetch(session, ids), next);
    }

    private static Outcome<Order> Visible(Actor actor, Order? order) =>
        order is null || (actor.OnlySeating is { } mine && mine != order.SeatingId) ? new Refusal(Refusal.NotFound) : order;
}
