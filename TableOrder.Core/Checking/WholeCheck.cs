using TableOrder.Core.Storage;

namespace TableOrder.Core.Checking;

/// <summary>What SQLite can compare by itself: one statement for all rows, which gives only those that do not agree.</summary>
internal static class WholeCheck
{
    public static void Run(Session session, Findings findings)
    {
        Positions(session, findings);
        Totals(session, findings);
        Rounds(session, findings);
    }

    /// <summary>What SQLite itself says of the file: its pages and indexes, and rows that point to nothing.</summary>
    public static void Integrity(Session session, Findings findings)
    {
        session.Read(
            "PRAGMA integrity_check",
            row =>
            {
                if (row.Text(0) is not "ok" and var fault)
                {
                    findings.Add($"integrity: {fault.ReplaceLineEndings(" ")}");
                }

                return true;
            }
        );
        session.Read(
            "PRAGMA foreign_key_check",
            row =>
            {
                // A table without row ids has no number to tell.
                findings.Add($"foreign key: row {row.TextOrNull(1) ?? "?"} of {row.Text(0)} points to a row of {row.Text(2)} that is not there");
                return true;
            }
        );
    }

    /// <summary>An order's lines stand at 0, 1, 2 and so on: a change is written to the place that it is counted to.</summary>
    private static void Positions(Session session, Findings findings) =>
        session.Read(
            """
            SELECT o.id, o.number, o.business_day, p.lines, p.first, p.last FROM
                (SELECT order_id, COUNT(*) AS lines, MIN(position) AS first, MAX(position) AS last FROM order_lines
                GROUP BY order_id HAVING MIN(position) <> 0 OR MAX(position) <> COUNT(*) - 1) AS p
                JOIN orders o ON o.id = p.order_id
            """,
            row =>
            {
                var name = OrderCheck.Name(row.Id(0), row.Int(1), row.Text(2));
                findings.Add($"{name}: its {row.Told(3)} lines stand at {row.Told(4)} to {row.Told(5)}");
                return true;
            }
        );

    /// <summary>A seating's kept total is the sum of its orders' totals.</summary>
    private static void Totals(Session session, Findings findings) =>
        session.Read(
            """
            SELECT id, total, counted FROM
                (SELECT s.id, s.total, COALESCE((SELECT SUM(o.total) FROM orders o WHERE o.seating_id = s.id), 0) AS counted FROM seatings s) AS sums
            WHERE total <> counted
            """,
            row =>
            {
                findings.Expect(row.Long(1), row.Long(2), $"seating {row.Told(0)}: total");
                return true;
            }
        );

    /// <summary>A seating counts what was placed there, wherever it was moved since: its rounds are 1, 2, 3 and so on to the last.</summary>
    private static void Rounds(Session session, Findings findings) =>
        session.Read(
            """
            SELECT s.id, s.last_round, COALESCE(MAX(o.round), 0), COUNT(o.round), COUNT(DISTINCT o.round), COALESCE(MIN(o.round), 1)
            FROM seatings s LEFT JOIN orders o ON o.request_seating_id = s.id
            GROUP BY s.id, s.last_round
            HAVING s.last_round <> COALESCE(MAX(o.round), 0) OR COUNT(o.round) <> COALESCE(MAX(o.round), 0)
                OR COUNT(o.round) <> COUNT(DISTINCT o.round) OR MIN(o.round) <> 1
            """,
            row =>
            {
                var (last, orders, rounds, first) = (row.Long(2), row.Long(3), row.Long(4), row.Long(5));
                findings.Expect(row.Long(1), last, $"seating {row.Told(0)}: last round");
                if (orders != last || orders != rounds || first != 1)
                {
                    findings.Add(
                        FormattableString.Invariant($"seating {row.Told(0)}: {orders} orders were placed, in {rounds} rounds from {first} to {last}")
                    );
                }

                return true;
            }
        );
}
