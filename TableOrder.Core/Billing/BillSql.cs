using TableOrder.Core.Access;
using TableOrder.Core.Feed;
using TableOrder.Core.Ordering;
using TableOrder.Core.Seating;
using TableOrder.Core.Storage;

namespace TableOrder.Core.Billing;

/// <summary>Keeps entries of money and what was given off.</summary>
internal static class BillSql
{
    /// <summary>What the entry says where two bills became one.</summary>
    public const string RoundingReason = "Two bills became one";

    private const string SelectPayment =
        "SELECT id, seating_id, kind, of_id, method, amount, tendered, status, lines, reason, actor, device, created_at, moved_at, reference, checkout FROM payments";

    /// <summary>One entry; null where there is none.</summary>
    public static Payment? Find(Session session, Guid id) => session.First($"{SelectPayment} WHERE id = $1", Payment, id);

    /// <summary>Every entry of a bill, in the order they were entered.</summary>
    public static List<Payment> Of(Session session, Guid seating) =>
        session.Query($"{SelectPayment} WHERE seating_id = $1 ORDER BY id", Payment, seating);

    /// <summary>The entries that providers have not said anything of, entered within a time, oldest first.</summary>
    public static List<Payment> Pending(Session session, DateTimeOffset after, DateTimeOffset before) =>
        session.Query(
            $"{SelectPayment} WHERE status = 'pending' AND created_at > $1 AND created_at < $2 ORDER BY created_at",
            Payment,
            after,
            before
        );

    /// <summary>What was given off a bill, in the order it was entered.</summary>
    public static List<Discount> Discounts(Session session, Guid seating) =>
        session.Query(
            "SELECT id, kind, amount, percent, reason, actor, created_at, of_id FROM discounts WHERE seating_id = $1 ORDER BY id",
            row => new Discount(
                row.Id(0),
                row.Name<DiscountKind>(1),
                row.Money(2),
                row.IsNull(3) ? null : row.Int(3),
                row.Text(4),
                row.Text(5),
                row.Time(6)
            )
            {
                Of = row.IdOrNull(7),
            },
            seating
        );

    /// <summary>The entry that a request became, with the hash of what it sent; null where it is new. As for orders, also of a request that was sent before its seating was merged.</summary>
    public static (Guid Id, string Hash)? ByRequest(Session session, SeatingAtOrder seating, Guid request) =>
        session.First(
            """
            SELECT p.id, p.request_hash FROM seatings s CROSS JOIN payments p
            WHERE (s.id = $1 OR s.merged_into = $1) AND p.request_seating_id = s.id AND p.request_id = $2
            """,
            row => ((Guid, string)?)(row.Id(0), row.Text(1)),
            seating.Id,
            request
        );

    /// <summary>Enters an entry; the day only where its money has moved.</summary>
    public static void Insert(Tx tx, Payment payment, DateOnly? day, Guid request, string hash)
    {
        tx.Session.Execute(
            """
            INSERT INTO payments (id, seating_id, kind, of_id, method, amount, tendered, status, lines, reason, actor, device, created_at, moved_at, business_day,
                request_seating_id, request_id, request_hash)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)
            """,
            payment.Id,
            payment.SeatingId,
            Columns.ToName(payment.Kind),
            payment.Of,
            payment.Method,
            payment.Amount,
            payment.Tendered is { } tendered ? tendered : default(Value),
            Columns.ToName(payment.Status),
            Columns.ListToJson(payment.Lines),
            payment.Reason,
            payment.By,
            payment.Device,
            payment.CreatedAt,
            payment.MovedAt,
            day is { } moved ? moved : default(Value),
            payment.SeatingId,
            request,
            hash
        );
        Tell(tx, payment.SeatingId);
    }

    /// <summary>A provider has said how an entry ended, and how much moved.</summary>
    public static void End(Tx tx, Payment payment, DateOnly? day)
    {
        tx.Session.Execute(
            "UPDATE payments SET status = $1, amount = $2, moved_at = $3, business_day = $4, reference = $5 WHERE id = $6",
            Columns.ToName(payment.Status),
            payment.Amount,
            payment.MovedAt,
            day is { } moved ? moved : default(Value),
            payment.Reference,
            payment.Id
        );
        Tell(tx, payment.SeatingId);
    }

    /// <summary>Where the guest pays it, and what the provider calls it. One that was taken for failed meanwhile can be paid now, so it waits again.</summary>
    public static Payment Begun(Tx tx, Guid id, Checkout checkout)
    {
        tx.Session.Execute(
            "UPDATE payments SET reference = $1, checkout = $2, status = CASE status WHEN 'failed' THEN 'pending' ELSE status END WHERE id = $3",
            checkout.Reference,
            checkout.Address,
            id
        );
        var begun = Find(tx.Session, id)!;
        Tell(tx, begun.SeatingId);
        return begun;
    }

    /// <summary>Gives something off a bill, and moves its sums.</summary>
    public static Discount Give(Tx tx, Actor actor, Guid seating, DiscountKind kind, Money amount, string reason, int? percent = null)
    {
        var given = new Discount(RisingId.Next(), kind, amount, percent, reason, actor.LogName, tx.Now);
        Enter(tx, actor, seating, given);
        if (kind == DiscountKind.Given)
        {
            BillSumsSql.AddMoney(tx, seating, discounts: amount);
        }
        else
        {
            BillSumsSql.AddMoney(tx, seating, adjustments: amount);
        }

        return given;
    }

    /// <summary>Takes a discount back, and moves the bill's sums, see <see cref="DiscountRule"/>.</summary>
    public static Discount TakeBack(Tx tx, Actor actor, SeatingAtOrder seating, Discount given, string reason)
    {
        var back = new Discount(RisingId.Next(), DiscountKind.TakenBack, given.Amount, Percent: null, reason, actor.LogName, tx.Now)
        {
            Of = given.Id,
        };
        Enter(tx, actor, seating.Id, back);
        var lapsed = tx.Session.First("SELECT lapsed_discounts FROM seatings WHERE id = $1", row => row.Money(0), seating.Id);
        var stays = DiscountRule.TakeBack(seating.Sums.Discounts, lapsed, given.Amount);
        tx.Session.Execute("UPDATE seatings SET lapsed_discounts = $1 WHERE id = $2", stays.Lapsed, seating.Id);
        BillSumsSql.AddMoney(tx, seating.Id, discounts: stays.Standing - seating.Sums.Discounts);
        return back;
    }

    /// <summary>
    /// One party becomes part of another: its entries follow; the kept sums have moved already. Where both bills as one come to more than they did as two, by rounding or by another rate of
    /// service, the difference is given off: nobody owes more for sitting together.
    /// </summary>
    public static void Join(Tx tx, Actor actor, SeatingAtOrder from, SeatingAtOrder into)
    {
        tx.Session.Execute("UPDATE payments SET seating_id = $1 WHERE seating_id = $2", into.Id, from.Id);
        tx.Session.Execute("UPDATE discounts SET seating_id = $1 WHERE seating_id = $2", into.Id, from.Id);
        var more = SeatingSql.FindItself(tx.Session, into.Id)!.Sums.Due - from.Sums.Due - into.Sums.Due;
        if (more > Money.Zero)
        {
            Give(tx, actor, into.Id, DiscountKind.Rounding, more, RoundingReason);
        }
    }

    private static void Enter(Tx tx, Actor actor, Guid seating, Discount entry) =>
        tx.Session.Execute(
            "INSERT INTO discounts (id, seating_id, kind, of_id, amount, percent, reason, actor, device, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
            entry.Id,
            seating,
            Columns.ToName(entry.Kind),
            entry.Of,
            entry.Amount,
            entry.Percent,
            entry.Reason,
            entry.By,
            actor.Device,
            entry.CreatedAt
        );

    /// <summary>The bill is another one, also where no money has moved: somebody holds a part of it, or does not any more.</summary>
    private static void Tell(Tx tx, Guid seating)
    {
        tx.Session.Execute("UPDATE seatings SET bill_version = bill_version + 1 WHERE id = $1", seating);
        Topics.Raise(tx, SeatingSql.BillTopic(seating));
    }

    private static Payment Payment(Row row) =>
        new()
        {
            Id = row.Id(0),
            SeatingId = row.Id(1),
            Kind = row.Name<PaymentKind>(2),
            Of = row.IdOrNull(3),
            Method = row.Text(4),
            Amount = row.Money(5),
            Tendered = row.IsNull(6) ? null : row.Money(6),
            Status = row.Name<PaymentStatus>(7),
            Lines = row.Json<IReadOnlyList<PaidLine>>(8),
            Reason = row.TextOrNull(9),
            By = row.Text(10),
            Device = row.Text(11),
            CreatedAt = row.Time(12),
            MovedAt = row.TimeOrNull(13),
            Reference = row.TextOrNull(14),
            Checkout = row.TextOrNull(15),
        };
}
