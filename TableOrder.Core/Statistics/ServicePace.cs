using TableOrder.Core.Storage;

namespace TableOrder.Core.Statistics;

/// <summary>How fast the house is, as medians of kept times.</summary>
/// <param name="Kitchen">From a ticket's first fire to its bump, of all of today's tickets; null where none was bumped.</param>
/// <param name="Usual">The same of the seven business days before.</param>
/// <param name="Answer">How long a guest's call waited today; null where none was answered.</param>
public readonly record struct ServicePace(TimeSpan? Kitchen, TimeSpan? Usual, TimeSpan? Answer);

/// <summary>Reads medians over all stations: the minutes say where one lies, then only that minute's seconds are read.</summary>
internal static class ServicePaceSql
{
    private const int UsualDays = 7;
    private const int SecondsPerMinute = 60;

    internal const string SelectMinutes =
        "SELECT minute, SUM(tickets) FROM statistics_prep_minutes WHERE business_day BETWEEN $1 AND $2 GROUP BY minute ORDER BY minute";

    /// <summary>CROSS JOIN keeps the order of the tables: one look-up of a few seconds for each day and station.</summary>
    internal const string SelectSeconds = """
        SELECT p.seconds, SUM(p.tickets)
        FROM statistics_prep_minutes m CROSS JOIN statistics_prep_seconds p
            ON p.business_day = m.business_day AND p.station = m.station AND p.seconds BETWEEN $4 AND $5
        WHERE m.business_day BETWEEN $1 AND $2 AND m.minute = $3 GROUP BY p.seconds ORDER BY p.seconds
        """;

    internal const string SelectCalls = "SELECT seconds, calls FROM statistics_call_seconds WHERE business_day = $1 ORDER BY seconds";

    public static ServicePace Read(Session session, DateOnly today) =>
        new(
            Kitchen(session, today, today),
            Kitchen(session, today.AddDays(-UsualDays), today.AddDays(-1)),
            Median(session.Query(SelectCalls, Counted, today))
        );

    private static TimeSpan? Kitchen(Session session, DateOnly from, DateOnly to)
    {
        var minutes = session.Query(SelectMinutes, Counted, from, to);
        if (Ranks.Middle(minutes) is not { } rank)
        {
            return null;
        }

        var minute = Ranks.At(minutes, ref rank);
        var first = minute * SecondsPerMinute;
        return TimeSpan.FromSeconds(Ranks.At(session.Query(SelectSeconds, Counted, from, to, minute, first, first + SecondsPerMinute - 1), ref rank));
    }

    private static TimeSpan? Median(List<(int, long)> seconds) =>
        Ranks.Middle(seconds) is { } rank ? TimeSpan.FromSeconds(Ranks.At(seconds, ref rank)) : null;

    private static (int Place, long Count) Counted(Row row) => (row.Int(0), row.Long(1));
}
