using TableOrder.Core.Seating;
using TableOrder.Core.Storage;

namespace TableOrder.Core.Checking;

/// <summary>Whether each party's kept sums are those of its entries, its orders are paid when it has paid, and nothing was left behind where it became part of another.</summary>
internal static class BillCheck
{
    private const string Payable = "o.status <> 'cancelled' AND o.remake IS NULL AND o.total > 0";

    public static void Run(Session session, Findings findings)
    {
        Sums(session, findings);
        GivenBack(session, findings);
        TakenBack(session, findings);
        Merged(session, findings);
        Places(session, findings);
    }

    private static void Sums(Session session, Findings findings) =>
        session.Read(
            $"""
            SELECT s.id, {BillSumsSql.Columns},
                COALESCE((SELECT SUM(p.amount) FROM payments p WHERE p.seating_id = s.id AND p.status = 'succeeded' AND p.kind = 'payment'), 0),
                COALESCE((SELECT SUM(p.amount) FROM payments p WHERE p.seating_id = s.id AND p.status = 'succeeded' AND p.kind <> 'payment'), 0),
                COALESCE((SELECT SUM(d.amount) FROM discounts d WHERE d.seating_id = s.id AND d.kind = 'given'), 0)
                    - COALESCE((SELECT SUM(d.amount) FROM discounts d WHERE d.seating_id = s.id AND d.kind = 'takenBack'), 0),
                COALESCE((SELECT SUM(d.amount) FROM discounts d WHERE d.seating_id = s.id AND d.kind NOT IN ('given', 'takenBack')), 0),
                (SELECT COUNT(*) FROM orders o WHERE o.seating_id = s.id AND {Payable} AND o.paid_at IS NULL),
                s.closed_at, (SELECT COUNT(*) FROM calls c WHERE c.seating_id = s.id AND c.state = 'waiting'), s.lapsed_discounts, s.lapsed_adjustments
            FROM seatings s
            """,
            row =>
            {
                var sums = BillSumsSql.Sums(row, 1);
                findings.Expect(sums.Paid.Minor, row.Long(7), $"seating {row.Told(0)}: paid");
                findings.Expect(sums.Refunded.Minor, row.Long(8), $"seating {row.Told(0)}: refunded");
                findings.Expect(sums.Discounts.Minor + row.Long(14), row.Long(9), $"seating {row.Told(0)}: discounts");
                findings.Expect(sums.Adjustments.Minor + row.Long(15), row.Long(10), $"seating {row.Told(0)}: adjustments");
                if (sums.Discounts != sums.Discounted || sums.Adjustments != sums.Adjusted || row.Long(14) < 0 || row.Long(15) < 0)
                {
                    findings.Add($"seating {row.Told(0)}: more was given off than there is");
                }

                var unpaid = row.Long(11);
                if (sums.Due <= Money.Zero == unpaid > 0)
                {
                    findings.Add(FormattableString.Invariant($"seating {row.Told(0)}: {sums.Due.Minor} is due, {unpaid} of its orders are not paid"));
                }

                if (!row.IsNull(12) && row.Long(13) > 0)
                {
                    findings.Add(FormattableString.Invariant($"seating {row.Told(0)}: closed, {row.Long(13)} of its calls wait"));
                }

                return true;
            }
        );

    /// <summary>No payment gave back more than it was.</summary>
    private static void GivenBack(Session session, Findings findings) =>
        session.Read(
            """
            SELECT b.of_id, b.back, COALESCE(p.amount, 0) FROM
                (SELECT of_id, SUM(amount) AS back FROM payments WHERE of_id IS NOT NULL AND status <> 'failed' GROUP BY of_id) AS b
                LEFT JOIN payments p ON p.id = b.of_id AND p.kind = 'payment' AND p.status = 'succeeded'
            WHERE b.back > COALESCE(p.amount, 0)
            """,
            row =>
            {
                findings.Add(FormattableString.Invariant($"payment {row.Told(0)}: {row.Long(1)} went back of {row.Long(2)}"));
                return true;
            }
        );

    /// <summary>What takes a discount back stands beside it on the same bill, is as much, and stands there once.</summary>
    private static void TakenBack(Session session, Findings findings) =>
        session.Read(
            """
            SELECT b.id, b.amount, COALESCE(d.amount, 0) FROM discounts b LEFT JOIN discounts d ON d.id = b.of_id AND d.kind = 'given' AND d.seating_id = b.seating_id
            WHERE (b.kind = 'takenBack' OR b.of_id IS NOT NULL)
                AND (d.id IS NULL OR d.amount <> b.amount OR b.kind <> 'takenBack'
                    OR (SELECT COUNT(*) FROM discounts o WHERE o.seating_id = b.seating_id AND o.of_id = b.of_id) > 1)
            """,
            row =>
            {
                findings.Add(FormattableString.Invariant($"discount {row.Told(0)}: takes back {row.Long(1)} of {row.Long(2)}"));
                return true;
            }
        );

    /// <summary>A seating that became part of another is over, points to one that is not, and holds nothing.</summary>
    private static void Merged(Session session, Findings findings) =>
        session.Read(
            """
            SELECT s.id, s.closed_at, i.id, i.merged_into, i.has_merged,
                (SELECT COUNT(*) FROM orders o WHERE o.seating_id = s.id) + (SELECT COUNT(*) FROM guests g WHERE g.seating_id = s.id)
                + (SELECT COUNT(*) FROM carts c WHERE c.seating_id = s.id) + (SELECT COUNT(*) FROM calls c WHERE c.seating_id = s.id)
                + (SELECT COUNT(*) FROM payments p WHERE p.seating_id = s.id) + (SELECT COUNT(*) FROM discounts d WHERE d.seating_id = s.id)
            FROM seatings s LEFT JOIN seatings i ON i.id = s.merged_into
            WHERE s.merged_into IS NOT NULL
            """,
            row =>
            {
                if (row.IsNull(1) || row.IsNull(2) || !row.IsNull(3) || !row.Flag(4))
                {
                    findings.Add($"seating {row.Told(0)}: merged into {row.Told(2)}, which does not stand by itself or does not know it");
                }

                if (row.Long(5) > 0)
                {
                    findings.Add(
                        FormattableString.Invariant($"seating {row.Told(0)}: merged into {row.Told(2)}, but {row.Long(5)} things stayed behind")
                    );
                }

                return true;
            }
        );

    /// <summary>What a party ordered stands where the party sits.</summary>
    private static void Places(Session session, Findings findings) =>
        session.Read(
            """
            SELECT o.id, o.number, o.business_day, o.table_id, s.table_id FROM orders o JOIN seatings s ON s.id = o.seating_id WHERE o.table_id <> s.table_id
            """,
            row =>
            {
                findings.Add($"{OrderCheck.Name(row.Id(0), row.Int(1), row.Text(2))}: stands at table {row.Told(3)}, its party at {row.Told(4)}");
                return true;
            }
        );
}
