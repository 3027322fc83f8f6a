using TableOrder.Core.Feed;
using TableOrder.Core.Storage;

namespace TableOrder.Core.Seating;

/// <summary>Reads and moves the sums that a seating's row keeps of its bill, see <see cref="BillSums"/>.</summary>
internal static class BillSumsSql
{
    /// <summary>The kept sums of a seating <c>s</c>, as <see cref="Sums"/> reads them.</summary>
    public const string Columns = "s.total, s.discounts, s.adjustments, s.service_rate, s.paid, s.refunded";

    /// <summary>What the seating <c>s</c> has to pay, as <see cref="BillSums.Total"/> says: no more was ever given off than there is.</summary>
    public const string Total = $"({Net} + ({Net} * s.service_rate + 5000) / 10000 - s.adjustments)";

    /// <summary>What is still due of it, as <see cref="BillSums.Due"/> says.</summary>
    public const string Due = $"({Total} - s.paid + s.refunded)";

    private const string Net = "(s.total - s.discounts)";

    /// <summary>The sums that stand from a column on, as <see cref="Columns"/> names them.</summary>
    public static BillSums Sums(Row row, int at) =>
        new(row.Money(at), row.Money(at + 1), row.Money(at + 2), row.Int(at + 3), row.Money(at + 4), row.Money(at + 5));

    /// <summary>Moves kept sums of a bill; those of its lines move with the orders.</summary>
    public static void AddMoney(
        Tx tx,
        Guid seating,
        Money paid = default,
        Money refunded = default,
        Money discounts = default,
        Money adjustments = default
    )
    {
        tx.Session.Execute(
            """
            UPDATE seatings SET paid = paid + $1, refunded = refunded + $2, discounts = discounts + $3, adjustments = adjustments + $4, bill_version = bill_version + 1
            WHERE id = $5
            """,
            paid,
            refunded,
            discounts,
            adjustments,
            seating
        );
        Topics.Raise(tx, SeatingSql.BillTopic(seating));
        Topics.Raise(tx, SeatingDesk.TablesTopic);
    }

    /// <summary>Keeps the seating's sum in step with its orders.</summary>
    public static void AddTotal(Session session, Guid seating, Money difference)
    {
        session.Execute("UPDATE seatings SET total = total + $1, bill_version = bill_version + 1 WHERE id = $2", difference, seating);
        if (difference < Money.Zero)
        {
            Lapse(session, seating);
        }
    }

    /// <summary>
    /// What was given off lines that are cancelled is gone with them: kept, it would pay for what the party orders next. Nothing else is due by it, since no more was ever given off
    /// than there was.
    /// </summary>
    public static void Lapse(Session session, Guid seating)
    {
        var sums = SeatingSql.FindItself(session, seating)!.Sums;
        var (discounts, adjustments) = (sums.Discounts - sums.Discounted, sums.Adjustments - sums.Adjusted);
        if (discounts > Money.Zero || adjustments > Money.Zero)
        {
            session.Execute(
                """
                UPDATE seatings SET discounts = discounts - $1, lapsed_discounts = lapsed_discounts + $1,
                    adjustments = adjustments - $2, lapsed_adjustments = lapsed_adjustments + $2
                WHERE id = $3
                """,
                discounts,
                adjustments,
                seating
            );
        }
    }
}
