using TableOrder.Core.Access;
using TableOrder.Core.Feed;
using TableOrder.Core.Seating;
using TableOrder.Core.Settings;
using TableOrder.Core.Statistics;
using TableOrder.Core.Storage;

namespace TableOrder.Core.Ordering;

/// <summary>Writes what was decided: the order, its event, and the figures that count it, in the caller's transaction.</summary>
internal static class OrderBook
{
    /// <summary>The order that a request became, if it has been here before; another content refuses. Looked up before every rule: a retry gets its order whatever has changed since.</summary>
    public static Outcome<PlacedOrder>? Known(Tx tx, SeatingAtOrder seating, Guid request, string hash)
    {
        if (OrderSql.ByRequest(tx.Session, seating, request) is not { } known)
        {
            return null;
        }

        var existing = OrderSql.Find(tx.Session, known.Id)!;
        return string.Equals(known.Hash, hash, StringComparison.Ordinal)
            ? new PlacedOrder(existing, Created: false)
            : new OrderRefusal(OrderRefusal.KeyReused) { Current = existing };
    }

    /// <summary>The order that a request became, whatever it said; null where it has not been here.</summary>
    public static Order? Known(Tx tx, SeatingAtOrder seating, Guid request) =>
        OrderSql.ByRequest(tx.Session, seating, request) is { } known ? OrderSql.Find(tx.Session, known.Id) : null;

    /// <summary>Enters a new order: the seating's next round, the day's next number.</summary>
    public static Order Enter(Tx tx, Actor actor, RestaurantSettings house, SeatingAtOrder seating, NewOrder sent)
    {
        var (day, lines) = (house.BusinessDay(tx.Now), sent.Lines);
        var order = new Order
        {
            Id = RisingId.Next(),
            Number = OrderSql.NextNumber(tx.Session, day),
            BusinessDay = day,
            HalfHour = house.HalfHour(tx.Now),
            Round = seating.Round,
            SeatingId = seating.Id,
            TableId = seating.TableId,
            TableName = seating.TableName,
            Status = OrderStatusRule.Derive(lines),
            Version = 1,
            Currency = house.Currency,
            PlacedAt = tx.Now,
            Allergies = seating.Allergies,
            Remake = sent.Remake,
            Lines = lines,
            Tickets = Tickets(lines, tx.Now),
        };
        SeatingSql.AddRound(tx, seating.Id, order.Round, order.Total);
        OrderSql.Insert(tx.Session, order, sent.Texts, seating.Id, sent.RequestId, sent.Hash);
        Record(tx, actor, before: order, order, OrderEventType.Placed, EventDetail.Empty);
        Contribution.Add(tx.Tallied, before: null, order);
        if (order.Remake is not null)
        {
            OrderDaysSql.Keep(tx, order);
        }

        // Credit may cover it.
        var sums = seating.Sums with
        {
            Subtotal = seating.Sums.Subtotal + order.Total,
        };
        return order.IsPayable && sums.Due <= Money.Zero ? Change(tx, actor, order, PaidRule.Paid(order, tx.Now)) : order;
    }

    /// <summary>Enters a change; nothing where there is none.</summary>
    public static Order Change(Tx tx, Actor actor, Order before, OrderChange change)
    {
        if (change.Event is { } happened)
        {
            OrderSql.Update(tx.Session, before, change.After);
            Record(tx, actor, before, change.After, happened, change.Detail);
            Portions.Return(tx, before, change.After);
            if (Count(tx, before, change.After))
            {
                // What was taken back may be all that was still to be paid.
                Settle(tx, actor, change.After.SeatingId);
                return OrderSql.Find(tx.Session, change.After.Id)!;
            }
        }

        return change.After;
    }

    /// <summary>The tickets of a new order, by their stations.</summary>
    public static List<Ticket> Tickets(IReadOnlyList<OrderLine> lines, DateTimeOffset now) =>
        [
            .. lines
                .Where(line => line.Station is not null)
                .GroupBy(line => line.Station!, StringComparer.Ordinal)
                .OrderBy(station => station.Key, StringComparer.Ordinal)
                .Select(station => new Ticket(station.Key) { FiredAt = station.Any(line => line.Status != LineStatus.Held) ? now : null }),
        ];

    /// <summary>After the bill of a seating changed: once nothing is due any more, each of its orders that somebody has to pay for is paid.</summary>
    public static void Settle(Tx tx, Actor actor, Guid seating)
    {
        if (SeatingSql.FindItself(tx.Session, seating)!.Sums.Due > Money.Zero)
        {
            return;
        }

        foreach (var order in OrderSql.FetchOf(tx.Session, seating).Where(order => order is { PaidAt: null, IsPayable: true }))
        {
            Change(tx, actor, order, PaidRule.Paid(order, tx.Now));
        }
    }

    private static void Record(Tx tx, Actor actor, Order before, Order order, OrderEventType happened, EventDetail detail) =>
        EventSql.Append(
            tx,
            new NewEvent(
                order.Id,
                order.Version,
                Signals.Name(happened),
                order.SeatingId,
                before.SeatingId == order.SeatingId ? null : before.SeatingId,
                order.Tickets.Select(ticket => ticket.Station),
                actor.LogName,
                actor.Device,
                detail.Json
            )
        );

    /// <summary>Gives whether the bill is another one by it.</summary>
    private static bool Count(Tx tx, Order before, Order after)
    {
        var difference = Contribution.Add(tx.Tallied, before, after);
        if (difference == Money.Zero)
        {
            return false;
        }

        BillSumsSql.AddTotal(tx.Session, after.SeatingId, difference);
        return true;
    }
}

/// <summary>An order that is about to be entered.</summary>
/// <param name="RequestId">The sender's id of the request.</param>
/// <param name="Hash">What the request said.</param>
/// <param name="Lines">Its lines.</param>
/// <param name="Texts">Their texts as they are written.</param>
internal sealed record NewOrder(Guid RequestId, string Hash, IReadOnlyList<OrderLine> Lines, IReadOnlyList<LineTexts> Texts)
{
    /// <summary>What it is made in the place of; null for what guests ordered.</summary>
    public Remake? Remake { get; init; }
}
