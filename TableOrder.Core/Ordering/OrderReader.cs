using TableOrder.Core.Access;
using TableOrder.Core.Feed;
using TableOrder.Core.Storage;

namespace TableOrder.Core.Ordering;

/// <summary>Answers questions about orders. A guest sees their own seating's; another party's does not exist for them.</summary>
public sealed class OrderReader
{
    private readonly ReadPool reads;
    private readonly SharedReads shared;

    internal OrderReader(ReadPool reads)
    {
        this.reads = reads;
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
    /// a bounded number of orders. Refuses a limit that is not 1 to 100, and a cursor of another day than the one asked for.</summary>
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
                [.. OrderSql.Fetch(session, OrderListSql.Shown(session, station)).OrderBy(order => order.BusinessDay).ThenBy(order => order.Number)],
                Next: null
            ));

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
