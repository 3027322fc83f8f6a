using System.Globalization;
using TableOrder.Core.Calls;
using TableOrder.Core.Ordering;
using TableOrder.Core.Statistics;
using TableOrder.Core.Storage;

namespace TableOrder.Core.Checking;

/// <summary>
/// Recounts the kept figures from orders, entries of money and calls, business day by business day, so that no more than a day is in memory. A row that is missing and one of zeros
/// are the same.
/// </summary>
internal sealed class StatisticsCheck(Session session, Findings findings)
{
    private readonly Tallied counted = new();
    private readonly HashSet<string> days = new(StringComparer.Ordinal);

    /// <summary>Counts an order of the day that is being counted.</summary>
    public void Count(Order order)
    {
        Contribution.Add(counted, before: null, order);
        counted.Merge();
    }

    /// <summary>Compares a day of which all orders were counted.</summary>
    public void EndDay(string day)
    {
        days.Add(day);
        Compare(day);
    }

    /// <summary>Compares the days that have figures, money or calls, but no order.</summary>
    public void End()
    {
        var others = Kept
            .All.Select(tally => $"SELECT business_day FROM {tally.Table}")
            .Append("SELECT business_day FROM payments WHERE business_day IS NOT NULL")
            .Append("SELECT business_day FROM calls");
        foreach (var day in session.Query(string.Join(" UNION ", others), row => row.Text(0)).Where(day => !days.Contains(day)))
        {
            Compare(day);
        }
    }

    private void Compare(string day)
    {
        Money(day);
        Calls(day);
        var sums = counted.Merge().ToLookup(row => row.Key.Tally, row => (Key: Text(row.Key.Tally, row.Key.Key), Sums: row.Value));
        foreach (var tally in Kept.All)
        {
            Compare(tally, day, sums[tally].ToDictionary(row => row.Key, row => row.Sums, StringComparer.Ordinal));
        }

        counted.Clear();
    }

    private void Money(string day) =>
        session.Read(
            "SELECT kind, amount FROM payments WHERE business_day = $1 AND status = 'succeeded'",
            row =>
            {
                counted.Add(Kept.Days, new TallyKey(day), row.Text(0) is "payment" ? Kept.Payments : Kept.Refunds, row.Long(1));
                return true;
            },
            day
        );

    private void Calls(string day)
    {
        foreach (var call in CallSql.OfDay(session, day))
        {
            CallCount.Add(counted, before: null, call);
        }
    }

    private void Compare(Tally tally, string day, Dictionary<string, long[]> expected)
    {
        session.Read(
            $"SELECT {string.Join(", ", tally.Keys.Concat(tally.Sums))} FROM {tally.Table} WHERE business_day = $1",
            row =>
            {
                var key = string.Join(' ', Enumerable.Range(0, tally.Keys.Count).Select(row.Told));
                var sums = Enumerable.Range(tally.Keys.Count, tally.Sums.Count).Select(row.Long).ToArray();
                expected.Remove(key, out var recounted);
                Compare(tally, key, sums, recounted ?? new long[sums.Length]);
                return true;
            },
            day
        );
        foreach (var (key, recounted) in expected)
        {
            Compare(tally, key, new long[recounted.Length], recounted);
        }
    }

    private void Compare(Tally tally, string key, long[] sums, long[] recounted)
    {
        for (var i = 0; i < sums.Length; i++)
        {
            findings.Expect(sums[i], recounted[i], $"{tally.Table} {key}: {tally.Sums[i]}");
        }
    }

    /// <summary>A key as the table's own columns read.</summary>
    private static string Text(Tally tally, TallyKey key)
    {
        var values = new Value[tally.Keys.Count];
        key.CopyTo(values);
        return string.Join(
            ' ',
            values.Select(value =>
                value.Kind switch
                {
                    ValueKind.Number => value.Number.ToString(CultureInfo.InvariantCulture),
                    ValueKind.Id => value.Id.ToString(),
                    _ => value.Text,
                }
            )
        );
    }
}
