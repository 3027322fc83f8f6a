using TableOrder.Core.Seating;
using TableOrder.Core.Settings;
using TableOrder.Core.Storage;

namespace TableOrder.Core.Billing;

/// <summary>
/// Finds which bills a list holds: ids only, one walk down the parties' ids, which rise with their coming; then their rows. No index knows more of a bill: what a filter asks is looked at party
/// by party, and a page looks at so many and no more (docs/adr/0009). An order's number is the exception: it is looked up by the days' own index.
/// </summary>
internal static class BillListSql
{
    /// <summary>So many parties are looked at for a page; where they do not fill it, it ends early and the next one goes on from there.</summary>
    public const int MostLooked = 20_000;

    private const string WasWrittenOff = "EXISTS (SELECT 1 FROM discounts d WHERE d.seating_id = s.id AND d.kind = 'writtenOff')";
    private const string WasRefunded = "EXISTS (SELECT 1 FROM payments p WHERE p.seating_id = s.id AND p.kind = 'refund' AND p.status = 'succeeded')";

    /// <summary>How the bill of a seating <c>s</c> stands: as <see cref="Bill.State"/> says.</summary>
    private const string State = $"""
        CASE WHEN {BillSumsSql.Due} > 0 THEN 'due' WHEN {BillSumsSql.Due} < 0 THEN 'credit'
            WHEN s.adjustments + s.lapsed_adjustments > 0 AND {WasWrittenOff} THEN 'writtenOff' WHEN s.refunded > 0 AND {WasRefunded} THEN 'refunded'
            WHEN {BillSumsSql.Total} = 0 AND s.paid = 0 THEN 'nothing' ELSE 'paid' END
        """;

    /// <summary>A seating <c>s</c> that has a bill of its own.</summary>
    private const string HasBill = "s.merged_into IS NULL AND (s.last_round > 0 OR s.has_merged = 1 OR s.paid > 0)";

    /// <summary>Two walks along indexes that hold open seatings alone.</summary>
    public static string OpenSql(string holds) =>
        $"""
            SELECT s.id FROM seatings s WHERE s.closed_at IS NULL AND s.at_counter = 0 AND {holds}
            UNION ALL SELECT s.id FROM seatings s WHERE s.closed_at IS NULL AND s.at_counter = 1 AND {holds}
            """;

    public static BillList Page(Session session, BillQuery query, RestaurantSettings house)
    {
        var (first, end) = query.Day is { } day
            ? (RisingId.FirstOf(house.Begins(day)), RisingId.FirstOf(house.Begins(day.AddDays(1))))
            : (Guid.Empty, Guid.AllBitsSet);
        var filter = new Filter(query);
        var open = query.After is null
            ? session.Query(OpenSql(filter.Holds), row => row.Id(0), filter.Values).Where(id => id >= first && id < end).OrderDescending().ToList()
            : [];
        var (past, next) = Past(session, query, filter, first, query.After is { } after && after < end ? after : end);
        return new BillList(Rows(session, open), Rows(session, past), next);
    }

    /// <summary>What a page asks, and with which values: for whoever wants to see how.</summary>
    public static IEnumerable<(string Sql, Value[] Values)> Statements(BillQuery query)
    {
        var filter = new Filter(query);
        return [(OpenSql(filter.Holds), filter.Values), (filter.PastSql, [.. filter.Values, Guid.Empty, Guid.AllBitsSet])];
    }

    private static (List<Guid> Ids, Guid? Next) Past(Session session, BillQuery query, Filter filter, Guid first, Guid end)
    {
        var ids = new List<Guid>(query.Limit);
        Guid? next = null;
        var (last, looked) = (Guid.Empty, 0);
        session.Read(
            filter.PastSql,
            row =>
            {
                looked++;
                var id = row.Id(0);
                if (row.Flag(1))
                {
                    if (ids.Count == query.Limit)
                    {
                        next = last;
                        return false;
                    }

                    ids.Add(last = id);
                }

                next = looked == MostLooked ? id : null;
                return true;
            },
            [.. filter.Values, first, end]
        );
        return (ids, next);
    }

    /// <summary>The bills' rows in the order of their ids: one statement for a page, always of one shape.</summary>
    private static List<BillRow> Rows(Session session, List<Guid> ids)
    {
        var found = new Dictionary<Guid, BillRow>();
        foreach (var chunk in ids.Chunk(BillQuery.MostPerPage))
        {
            var padded = Enumerable.Range(0, BillQuery.MostPerPage).Select(i => (Value)chunk[Math.Min(i, chunk.Length - 1)]).ToArray();
            session.Read(
                RowsSql,
                row =>
                {
                    var bill = Row(row);
                    found[bill.SeatingId] = bill;
                    return true;
                },
                padded
            );
        }

        return ids.ConvertAll(id => found[id]);
    }

    private static readonly string RowsSql = $"""
        SELECT s.id, t.name, s.party, s.opened_at, s.closed_at,
            (SELECT count(*) FROM orders o WHERE o.seating_id = s.id AND o.status <> 'cancelled' AND o.remake IS NULL), {State}, {BillSumsSql.Columns}
        FROM seatings s JOIN tables t ON t.id = s.table_id
        WHERE s.id IN ({string.Join(", ", Enumerable.Range(1, BillQuery.MostPerPage).Select(i => $"${i}"))})
        """;

    private static BillRow Row(Row row) =>
        new(row.Id(0), row.Text(1), row.Int(2), row.Time(3), row.TimeOrNull(4), row.Int(5), BillSumsSql.Sums(row, 7), row.Name<BillState>(6));

    /// <summary>What is asked of each party that is looked at, and its values.</summary>
    private sealed class Filter
    {
        private readonly List<Value> values = [];

        public Filter(BillQuery query)
        {
            List<string> holds = [HasBill];
            if (query.TableId is { } table)
            {
                holds.Add($"s.table_id = {Add(table)}");
            }

            if (query.Amount is { } amount)
            {
                var sum = Add(amount);
                holds.Add($"({BillSumsSql.Total} = {sum} OR s.paid = {sum})");
            }

            if (query.State is { } state)
            {
                holds.Add($"{State} = {Add(Columns.ToName(state))}");
            }

            if (!string.IsNullOrWhiteSpace(query.Reference))
            {
                var part = Add($"%{Escaped(query.Reference.Trim().ToLowerInvariant())}%");
                holds.Add($"EXISTS (SELECT 1 FROM payments r WHERE r.seating_id = s.id AND lower(r.reference) LIKE {part} ESCAPE '!')");
            }

            string? numbered = null;
            if (query.OrderNumber is { } number)
            {
                // Numbers restart each day: one look-up a day, however many orders there were.
                numbered = $"""
                    s.id IN (SELECT o.seating_id FROM business_days d CROSS JOIN orders o WHERE o.business_day = d.day AND o.number = {Add(number)})
                    """;
                holds.Add(numbered);
            }

            Holds = string.Join(" AND ", holds);

            // What is looked at stands in the SELECT list, so that only the ids' own index fits.
            PastSql = $"""
                SELECT s.id, s.closed_at IS NOT NULL AND {Holds} FROM seatings s
                WHERE s.id >= ${values.Count + 1} AND s.id < ${values.Count + 2}{(numbered is null ? "" : $" AND {numbered}")}
                ORDER BY s.id DESC LIMIT {MostLooked}
                """;
        }

        public string Holds { get; }

        public string PastSql { get; }

        public Value[] Values => [.. values];

        private string Add(Value value)
        {
            values.Add(value);
            return $"${values.Count}";
        }

        private static string Escaped(string text) =>
            text.Replace("!", "!!", StringComparison.Ordinal)
                .Replace("%", "!%", StringComparison.Ordinal)
                .Replace("_", "!_", StringComparison.Ordinal);
    }
}
