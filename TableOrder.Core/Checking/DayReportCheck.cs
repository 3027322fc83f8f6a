using System.Text;
using System.Text.Json;
using TableOrder.Core.Billing;
using TableOrder.Core.Storage;

namespace TableOrder.Core.Checking;

/// <summary>Whether each day's report follows from the entries of money up to the moment of its count: by how they were paid, and in the drawer.</summary>
internal static class DayReportCheck
{
    public static void Run(Session session, Findings findings)
    {
        foreach (var day in session.Query("SELECT business_day FROM day_reports ORDER BY business_day", row => row.Text(0)))
        {
            try
            {
                Look(session, DayReportSql.Find(session, Columns.ToDay(Encoding.UTF8.GetBytes(day)))!, findings);
            }
            catch (Exception fault) when (fault is FormatException or JsonException or OverflowException)
            {
                findings.Add($"day report {day}: cannot be read: {fault.Message}");
            }
        }
    }

    private static void Look(Session session, DayReport report, Findings findings)
    {
        var name = Columns.ToText(report.Day);
        var moved = DayReportSql.Moved(session, report.Day, until: report.CountedAt);
        Compare($"day report {name}: payments by", report.Totals.Moved.Payments, moved.Payments, findings);
        Compare($"day report {name}: refunds by", report.Totals.Moved.Refunds, moved.Refunds, findings);
        findings.Expect(
            report.Expected.Minor,
            DayReportRule.Expected(report.OpeningFloat, moved).Minor,
            $"day report {name}: expected in the drawer"
        );
    }

    private static void Compare(string what, IReadOnlyList<MethodMoney> kept, IReadOnlyList<MethodMoney> counted, Findings findings)
    {
        foreach (var method in kept.Concat(counted).Select(one => one.Method).Distinct(StringComparer.Ordinal))
        {
            findings.Expect(Told(kept, method), Told(counted, method), $"{what} {method}");
        }
    }

    /// <summary>All that stands there of a method: it should stand there once.</summary>
    private static string Told(IReadOnlyList<MethodMoney> all, string method) =>
        string.Join(
            ", ",
            all.Where(one => string.Equals(one.Method, method, StringComparison.Ordinal))
                .Select(one => FormattableString.Invariant($"{one.Amount.Minor} in {one.Count}"))
        )
            is { Length: > 0 } told
            ? told
            : "nothing";
}
