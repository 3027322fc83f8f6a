using TableOrder.Core.Access;
using TableOrder.Core.Menu;
using TableOrder.Core.Seating;
using TableOrder.Core.Settings;
using TableOrder.Core.Storage;

namespace TableOrder.Core.Ordering;

/// <summary>Takes commands about orders. Each is one transaction: the order, its event and the figures that count it move together or not at all.</summary>
public sealed class OrderDesk
{
    private readonly Writer writer;
    private readonly MenuReader menu;
    private readonly SettingsReader settings;
    private readonly KitchenOptions kitchen;
    private readonly TimeProvider clock;

    internal OrderDesk(Writer writer, MenuReader menu, SettingsReader settings, KitchenOptions kitchen, TimeProvider clock) =>
        (this.writer, this.menu, this.settings, this.kitchen, this.clock) = (writer, menu, settings, kitchen, clock);

    /// <summary>
    /// Places an order exactly once: the same request id with the same content gives the same order again.
    /// Refuses a reused id, a closed seating, and what <see cref="PlaceRule"/> refuses.
    /// </summary>
    public async Task<Outcome<PlacedOrder>> PlaceAsync(Actor actor, PlaceOrder place, CancellationToken cancellation = default)
    {
        if (Rights.Refuse(actor, Right.PlaceOrders) is { } refusal)
        {
            return refusal;
        }

        if (place.RequestId == Guid.Empty)
        {
            return new OrderRefusal(OrderRefusal.KeyMissing);
        }

        if ((actor.SeatingId ?? place.SeatingId) is not { } seating)
        {
            return Refusal.Bad("seatingId", "Say for which seating.");
        }

        if (place.SeatingId is { } named && named != seating)
        {
            return new Refusal(Refusal.NotFound);
        }

        var hash = place.Hash();
        var house = await settings.CurrentAsync();

        // Decided before the queue, on the sender's own time; the transaction looks whether it would still be the same.
        var draft = Draft.Of(await menu.LatelyAsync(), place, actor, house.Local(clock.GetUtcNow()).DateTime);
        return await writer.RunAsync(tx => Place(tx, actor, place, seating, hash, house, draft), cancellation);
    }

    /// <summary>
    /// Makes a line again that went wrong, exactly once, see <see cref="RemakeRule"/>: another order of the same party at no price. Refuses a reused id and a closed seating.
    /// Of a counted dish it takes what portions are left, and is never refused for want of them: the cook knows what is in the pan.
    /// </summary>
    public async Task<Outcome<PlacedOrder>> RemakeAsync(Actor actor, RemakeLine remake, CancellationToken cancellation = default)
    {
        if (Rights.Refuse(actor, Right.RemakeLines) is { } refusal)
        {
            return refusal;
        }

        if (remake.RequestId == Guid.Empty)
        {
            return new OrderRefusal(OrderRefusal.KeyMissing);
        }

        var house = await settings.CurrentAsync();
        return await writer.RunAsync(tx => Remake(tx, actor, remake, house), cancellation);
    }

    /// <summary>Moves lines towards the table or recalls them, see <see cref="StepRule"/>. Gives the order, changed or not. What is made is the kitchen's: waiters fire, serve and take back to ready.</summary>
    public Task<Outcome<Order>> StepAsync(Actor actor, StepOrder step, CancellationToken cancellation = default) =>
        ChangeAsync(
            actor,
            Right.StepOrders,
            step.OrderId,
            (order, now) =>
                StepRule
                    // A waiter's step is never a bump, so it never is the last one.
                    .Decide(order, step, now, lastBumpServes: !kitchen.Expo && actor.Role != Role.Floor)
                    .Then<OrderChange>(change => actor.Role == Role.Floor && !StepRule.IsService(change) ? new Refusal(Refusal.Forbidden) : change),
            cancellation
        );

    /// <summary>Takes back an order or some of its lines, see <see cref="CancelRule"/>. Gives the order, changed or not.</summary>
    public Task<Outcome<Order>> CancelAsync(Actor actor, CancelOrder cancel, CancellationToken cancellation = default) =>
        ChangeAsync(actor, Right.CancelOrders, cancel.OrderId, (order, now) => CancelRule.Decide(order, cancel, actor.Role, now), cancellation);

    /// <summary>Puts an order before all others or back in its turn, see <see cref="PriorityRule"/>. Gives the order, changed or not.</summary>
    public Task<Outcome<Order>> PrioritizeAsync(Actor actor, PrioritizeOrder prioritize, CancellationToken cancellation = default) =>
        ChangeAsync(actor, Right.PrioritizeOrders, prioritize.OrderId, (order, now) => PriorityRule.Decide(order, prioritize, now), cancellation);

    /// <summary>
    /// Confirms that a live kitchen screen holds tickets, see <see cref="ReceiveRule"/>: all that are news, in one transaction. Orders that do not exist are passed over.
    /// Gives how many orders were received by it.
    /// </summary>
    public async Task<Outcome<int>> ReceiveAsync(Actor actor, IReadOnlyCollection<HeldTicket> held, CancellationToken cancellation = default) =>
        Rights.Refuse(actor, Right.ReceiveTickets) is { } refusal ? refusal : await writer.RunAsync(tx => Receive(tx, actor, held), cancellation);

    /// <summary>Places an order in a transaction that does more than that.</summary>
    internal Outcome<PlacedOrder> Place(Tx tx, Actor actor, PlaceOrder place, Guid seating, RestaurantSettings house) =>
        Place(tx, actor, place, seating, place.Hash(), house, Draft.Of(menu.Current(tx), place, actor, house.Local(tx.Now).DateTime));

    private static Outcome<int> Receive(Tx tx, Actor actor, IReadOnlyCollection<HeldTicket> held)
    {
        var received = 0;
        foreach (var stations in held.ToLookup(ticket => ticket.OrderId, ticket => ticket.Station))
        {
            if (
                OrderSql.Find(tx.Session, stations.Key) is { } order
                && ReceiveRule.Decide(order, [.. stations], tx.Now) is { Event: not null } change
            )
            {
                OrderBook.Change(tx, actor, order, change);
                received++;
            }
        }

        return received;
    }

    private Outcome<PlacedOrder> Place(Tx tx, Actor actor, PlaceOrder place, Guid seatingId, string hash, RestaurantSettings house, Draft draft)
    {
        var seating = SeatingSql.Find(tx.Session, seatingId);
        if (seating is not null && OrderBook.Known(tx, seating, place.RequestId, hash) is { } known)
        {
            return known;
        }

        var current = menu.Current(tx);
        var local = house.Local(tx.Now).DateTime;
        draft = draft.HoldsFor(current, local) ? draft : Draft.Of(current, place, actor, local);
        if (!draft.Lines.Succeeded(out var lines, out var refusal))
        {
            return refusal;
        }

        // Every refusal comes before the first row that is written.
        if (!Open(seating).Succeeded(out seating, out refusal))
        {
            return refusal;
        }

        if (Portions.Take(tx, current, lines) is { Count: > 0 } soldOut)
        {
            return new OrderRefusal(OrderRefusal.SoldOut) { Lines = soldOut };
        }

        var order = OrderBook.Enter(tx, actor, house, seating, new NewOrder(place.RequestId, hash, lines, draft.Texts));
        return new PlacedOrder(order, Created: true);
    }

    private static Outcome<PlacedOrder> Remake(Tx tx, Actor actor, RemakeLine remake, RestaurantSettings house)
    {
        if (OrderSql.Find(tx.Session, remake.OrderId) is not { } first)
        {
            return new Refusal(Refusal.NotFound);
        }

        var hash = remake.Hash();
        var party = SeatingSql.Find(tx.Session, first.SeatingId)!;
        if (OrderBook.Known(tx, party, remake.RequestId, hash) is { } known)
        {
            return known;
        }

        if (!RemakeRule.Decide(first, remake, RisingId.Next()).Succeeded(out var again, out var refusal))
        {
            return refusal;
        }

        if (!Open(party).Succeeded(out var seating, out refusal))
        {
            return refusal;
        }

        var sent = new NewOrder(remake.RequestId, hash, [again.Line], [LineTexts.Of(again.Line)])
        {
            Remake = again.Remake with { Portions = Portions.TakeWhatIsLeft(tx, again.Line) },
        };
        return new PlacedOrder(OrderBook.Enter(tx, actor, house, seating, sent), Created: true);
    }

    private static Outcome<SeatingAtOrder> Open(SeatingAtOrder? seating) =>
        seating is null ? new Refusal(Refusal.NotFound)
        : seating.IsOpen ? seating
        : new OrderRefusal(OrderRefusal.SeatingClosed);

    private async Task<Outcome<Order>> ChangeAsync(
        Actor actor,
        Right right,
        Guid id,
        Func<Order, DateTimeOffset, Outcome<OrderChange>> rule,
        CancellationToken cancellation
    ) =>
        Rights.Refuse(actor, right) is { } refusal
            ? refusal
            : await writer.RunAsync(
                tx =>
                    OrderSql.Find(tx.Session, id) is { } order && MayTouch(tx, actor, order)
                        ? rule(order, tx.Now).Then<Order>(change => OrderBook.Change(tx, actor, order, change))
                        : new Refusal(Refusal.NotFound),
                cancellation
            );

    /// <summary>Another party's order is a secret: for its guests it does not exist.</summary>
    private static bool MayTouch(Tx tx, Actor actor, Order order) =>
        actor.OnlySeating is not { } mine || mine == order.SeatingId || SeatingSql.Find(tx.Session, mine)?.Id == order.SeatingId;
}

/// <summary>An order that was placed.</summary>
/// <param name="Order">As it is now.</param>
/// <param name="Created">False where this request had already become it.</param>
public sealed record PlacedOrder(Order Order, bool Created);

/// <summary>How the house works in its kitchen.</summary>
/// <param name="Expo">Somebody stands at the pass and serves what is ready; false: the last station's bump serves.</param>
public sealed record KitchenOptions(bool Expo = true);
