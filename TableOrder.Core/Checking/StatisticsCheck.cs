using System.Globalization;
using TableOrder.Core.Ordering;
using TableOrder.Core.Statistics;
using TableOrder.Core.Storage;

namespace TableOrder.Core.Checking;

/// <summary>
/// Recounts the kept figures from the orders, business day by business day, so that no more than a day is in memory. A row that is missing and one of zeros are the same.
/// Of payments and refunds there are no records yet that could explain them: they must be zero.
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
        var sums = counted.Merge().ToLookup(row => row.Key.Tally, row => (Key: Text(row.Key.Tally, row.Key.Key), Sums: row.Value));
        foreach (var tally in Kept.All)
        {
            Compare(tally, day, sums[tally].ToDictionary(row => row.Key, row => row.Sums, StringComparer.Ordinal));
        }

        counted.Clear();
    }

    /// <summary>Compares the days that have figures but no order.</summary>
    public void End()
    {
        foreach (var tally in Kept.All)
        {
            foreach (
                var day in session.Query($"SELECT DISTINCT business_day FROM {tally.Table}", row => row.Text(0)).Where(day => !days.Contains(day))
            )
            {
                Compare(tally, day, []);
            }
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
