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
            Median(session.Query(SelectCalls, Counted, today)) is { } answer ? TimeSpan.FromSeconds(answer.Place) : null
        );

    private static TimeSpan? Kitchen(Session session, DateOnly from, DateOnly to)
    {
        if (Median(session.Query(SelectMinutes, Counted, from, to)) is not { } minute)
        {
            return null;
        }

        var first = minute.Place * SecondsPerMinute;
        var seconds = session.Query(SelectSeconds, Counted, from, to, minute.Place, first, first + SecondsPerMinute - 1);
        return TimeSpan.FromSeconds(At(seconds, minute.Rank).Place);
    }

    /// <summary>Where the middle one lies, and the how manieth it is there; null where there is none.</summary>
    private static (int Place, long Rank)? Median(List<(int Place, long Count)> counts) =>
        counts.Sum(one => one.Count) is > 0 and var all ? At(counts, (all + 1) / 2) : null;

    private static (int Place, long Rank) At(List<(int Place, long Count)> counts, long rank)
    {
        foreach (var (place, count) in counts)
        {
            if (rank <= count)
            {
                return (place, rank);
            }

            rank -= count;
        }

        throw new InvalidOperationException("Minutes and seconds of prep times do not agree; run check");
    }

    private static (int Place, long Count) Counted(Row row) => (row.Int(0), row.Long(1));
}
