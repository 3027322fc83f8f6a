using TableOrder.Core.Statistics;
using TableOrder.Core.Storage;

namespace TableOrder.Core.Calls;

/// <summary>Reads how calls were answered: kept figures for the counts, and the calls themselves a page at a time.</summary>
internal static class CallLogSql
{
    private const int Week = 7;
    private static readonly Guid AfterAll = new(Enumerable.Repeat(byte.MaxValue, 16).ToArray());

    internal const string SelectDays = """
        SELECT business_day, kind, waiting, confirmed, ended, seconds FROM statistics_calls
        WHERE business_day BETWEEN $1 AND $2
        """;

    internal const string SelectSeconds =
        "SELECT business_day, seconds, calls FROM statistics_call_seconds WHERE business_day BETWEEN $1 AND $2 AND calls > 0";

    internal const string SelectAnswered = """
        SELECT c.id, c.seating_id, t.name, c.kind, c.note, c.state, c.created_at, c.answered_at, c.answered_by
        FROM calls c JOIN seatings s ON s.id = c.seating_id JOIN tables t ON t.id = s.table_id
        WHERE c.business_day = $1 AND c.state = 'confirmed' AND c.id < $2 ORDER BY c.id DESC LIMIT $3
        """;

    /// <summary>A day's counts and those of the six days before it.</summary>
    public static CallLog Read(Session session, DateOnly day, TimeSpan within)
    {
        var first = day.AddDays(1 - Week);
        var counts = session.Query(
            SelectDays,
            row => (Day: row.Day(0), Kind: row.Name<CallKind>(1), Waiting: row.Int(2), Confirmed: row.Int(3), Ended: row.Int(4)),
            first,
            day
        );
        var waits = session.Query(SelectSeconds, row => (Day: row.Day(0), Wait: (row.Int(1), row.Int(2))), first, day);
        var week = Enumerable.Range(0, Week).Select(i => Of(first.AddDays(i))).ToList();
        return new CallLog(day, week[^1].Answers, [.. Enum.GetValues<CallKind>().Select(Kind)], week);

        CallDay Of(DateOnly that)
        {
            var its = counts.Where(count => count.Day == that).ToList();
            var calls = new CallFigures(its.Sum(c => c.Waiting), its.Sum(c => c.Confirmed), its.Sum(c => c.Ended), AverageSeconds: null);
            return new CallDay(that, CallAnswers.Of(calls, waits.Where(wait => wait.Day == that).Select(wait => wait.Wait), within));
        }

        CallKindCount Kind(CallKind kind)
        {
            var its = counts.Where(count => count.Day == day && count.Kind == kind).ToList();
            return new CallKindCount(kind, its.Sum(c => c.Waiting), its.Sum(c => c.Confirmed), its.Sum(c => c.Ended));
        }
    }

    /// <summary>A day's answered calls after one, the latest call first.</summary>
    public static AnsweredPage Answered(Session session, DateOnly day, Guid? after, int most)
    {
        var names = session
            .Query("SELECT id, name FROM staff", row => (Id: row.Id(0), Name: row.Text(1)))
            .ToDictionary(who => $"staff:{who.Id}", who => who.Name, StringComparer.Ordinal);
        var calls = session.Query(
            SelectAnswered,
            row => new AnsweredCall(CallSql.One(row), names.GetValueOrDefault(row.Text(8))),
            day,
            after ?? AfterAll,
            most + 1
        );
        return calls.Count > most ? new AnsweredPage([.. calls.Take(most)], calls[most - 1].Call.Id) : new AnsweredPage(calls, Next: null);
    }
}
