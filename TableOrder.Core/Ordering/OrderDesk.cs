using TableOrder.Core.Access;
using TableOrder.Core.Feed;
using TableOrder.Core.Menu;
using TableOrder.Core.Seating;
using TableOrder.Core.Settings;
using TableOrder.Core.Statistics;
using TableOrder.Core.Storage;

namespace TableOrder.Core.Ordering;

/// <summary>Takes commands about orders. Each is one transaction: the order, its event and the figures that count it move together or not at all.</summary>
public sealed class OrderDesk
{
    private readonly Writer writer;
    private readonly MenuReader menu;
    private readonly SettingsReader settings;

    internal OrderDesk(Writer writer, MenuReader menu, SettingsReader settings) => (this.writer, this.menu, this.settings) = (writer, menu, settings);

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

        // Decided before the queue, on the sender's own time; the transaction looks whether the menu is still that one.
        var draft = Draft.Of(await menu.LatelyAsync(), place, actor);
        return await writer.RunAsync(tx => Place(tx, actor, place, seating, hash, house, draft), cancellation);
    }

    /// <summary>Moves lines towards the table or recalls them, see <see cref="StepRule"/>. Gives the order, changed or not. What is made is the kitchen's: waiters fire, serve and take back to ready.</summary>
    public Task<Outcome<Order>> StepAsync(Actor actor, StepOrder step, CancellationToken cancellation = default) =>
        ChangeAsync(
            actor,
            Right.StepOrders,
            step.OrderId,
            (order, now) =>
                StepRule
                    .Decide(order, step, now)
                    .Then<OrderChange>(change => actor.Role == Role.Floor && !StepRule.IsService(change) ? new Refusal(Refusal.Forbidden) : change),
            cancellation
        );

    /// <summary>Takes back an order or some of its lines, see <see cref="CancelRule"/>. Gives the order, changed or not.</summary>
    public Task<Outcome<Order>> CancelAsync(Actor actor, CancelOrder cancel, CancellationToken cancellation = default) =>
        ChangeAsync(actor, Right.CancelOrders, cancel.OrderId, (order, now) => CancelRule.Decide(order, cancel, actor.Role, now), cancellation);

    private Outcome<PlacedOrder> Place(Tx tx, Actor actor, PlaceOrder place, Guid seatingId, string hash, RestaurantSettings house, Draft draft)
    {
        // Before every rule: a retry gets its order even if the menu has changed since.
        if (OrderSql.ByRequest(tx.Session, seatingId, place.RequestId) is { } known)
        {
            var existing = OrderSql.Find(tx.Session, known.Id)!;
            return string.Equals(known.Hash, hash, StringComparison.Ordinal)
                ? new PlacedOrder(existing, Created: false)
                : new OrderRefusal(OrderRefusal.KeyReused) { Current = existing };
        }

        var current = menu.Current(tx);
        draft = ReferenceEquals(draft.Menu, current) ? draft : Draft.Of(current, place, actor);
        if (!draft.Lines.Succeeded(out var lines, out var refusal))
        {
            return refusal;
        }

        // Every refusal comes before the first row that is written.
        if (SeatingSql.Find(tx.Session, seatingId) is not { } seating)
        {
            return new Refusal(Refusal.NotFound);
        }

        if (!seating.IsOpen)
        {
            return new OrderRefusal(OrderRefusal.SeatingClosed);
        }

        if (Portions.Take(tx, current, lines) is { Count: > 0 } soldOut)
        {
            return new OrderRefusal(OrderRefusal.SoldOut) { Lines = soldOut };
        }

        var day = house.BusinessDay(tx.Now);
        var order = new Order
        {
            Id = RisingId.Next(),
            Number = OrderSql.NextNumber(tx.Session, day),
            BusinessDay = day,
            HalfHour = house.HalfHour(tx.Now),
            Round = seating.Round,
            SeatingId = seatingId,
            TableId = seating.TableId,
            TableName = seating.TableName,
            Status = OrderStatusRule.Derive(lines),
            Version = 1,
            Currency = house.Currency,
            PlacedAt = tx.Now,
            Allergies = seating.Allergies,
            Lines = lines,
            Tickets = Tickets(lines, tx.Now),
        };
        SeatingSql.AddRound(tx.Session, seatingId, order.Round, order.Total);
        OrderSql.Insert(tx.Session, order, draft.Texts, seatingId, place.RequestId, hash);
        Record(tx, actor, order, OrderEventType.Placed, EventDetail.Empty);
        Contribution.Add(tx.Tallied, before: null, order);
        return new PlacedOrder(order, Created: true);
    }

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
                    OrderSql.Find(tx.Session, id) is { } order && MayTouch(actor, order)
                        ? rule(order, tx.Now).Then(change => Save(tx, actor, order, change))
                        : new Refusal(Refusal.NotFound),
                cancellation
            );

    private static Outcome<Order> Save(Tx tx, Actor actor, Order before, OrderChange change)
    {
        if (change.Event is { } happened)
        {
            OrderSql.Update(tx.Session, before, change.After);
            Record(tx, actor, change.After, happened, change.Detail);
            Count(tx, before, change.After);
            Portions.Return(tx, before, change.After);
        }

        return change.After;
    }

    /// <summary>Another party's order is a secret: for its guests it does not exist.</summary>
    private static bool MayTouch(Actor actor, Order order) => actor.OnlySeating is not { } mine || mine == order.SeatingId;

    private static void Record(Tx tx, Actor actor, Order order, OrderEventType happened, EventDetail detail) =>
        EventSql.Append(
            tx,
            new NewEvent(
                order.Id,
                order.Version,
                Signals.Name(happened),
                order.SeatingId,
                FromSeatingId: null,
                order.Tickets.Select(ticket => ticket.Station),
                actor.LogName,
                actor.Device,
                detail.Json
            )
        );

    private static void Count(Tx tx, Order before, Order after)
    {
        var difference = Contribution.Add(tx.Tallied, before, after);
        if (difference != Money.Zero)
        {
            SeatingSql.AddTotal(tx.Session, after.SeatingId, difference);
        }
    }

    internal static List<Ticket> Tickets(IReadOnlyList<OrderLine> lines, DateTimeOffset now) =>
        [
            .. lines
                .Where(line => line.Station is not null)
                .GroupBy(line => line.Station!, StringComparer.Ordinal)
                .OrderBy(station => station.Key, StringComparer.Ordinal)
                .Select(station => new Ticket(station.Key) { FiredAt = station.Any(line => line.Status != LineStatus.Held) ? now : null }),
        ];
}

/// <summary>An order that was placed.</summary>
/// <param name="Order">As it is now.</param>
/// <param name="Created">False where this request had already become it.</param>
public sealed record PlacedOrder(Order Order, bool Created);
