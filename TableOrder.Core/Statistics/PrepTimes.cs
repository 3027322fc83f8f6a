using TableOrder.Core.Storage;

namespace TableOrder.Core.Statistics;

/// <summary>The exact median of kept prep times in two looks: the minutes say where it lies, then only that minute's seconds are read.</summary>
internal static class PrepTimes
{
    private const int SecondsPerMinute = 60;

    internal const string SelectMinutes = "SELECT station, minute, tickets FROM statistics_prep_minutes WHERE business_day BETWEEN $1 AND $2";

    /// <summary>CROSS JOIN keeps the order of the tables: one look-up of a few seconds for each day, instead of all seconds of all days.</summary>
    internal const string SelectSeconds = """
        SELECT p.seconds, p.tickets
        FROM statistics_days d CROSS JOIN statistics_prep_seconds p ON p.business_day = d.business_day AND p.station = $3 AND p.seconds BETWEEN $4 AND $5
        WHERE d.business_day BETWEEN $1 AND $2 ORDER BY d.business_day, p.seconds
        """;

    public static List<StationFigures> Medians(Session session, DateOnly from, DateOnly to)
    {
        var stations = new SortedDictionary<string, List<(int Minute, long Tickets)>>(StringComparer.Ordinal);
        session.Read(
            SelectMinutes,
            row =>
            {
                var station = row.Text(0);
                if (!stations.TryGetValue(station, out var minutes))
                {
                    stations.Add(station, minutes = []);
                }

                minutes.Add((row.Int(1), row.Long(2)));
                return true;
            },
            from,
            to
        );
        var medians = new List<StationFigures>(stations.Count);
        foreach (var (station, minutes) in stations)
        {
            if (Ranks.Middle(minutes) is { } rank)
            {
                medians.Add(new StationFigures(station, Median(session, from, to, station, minutes, rank)));
            }
        }

        return medians;
    }

    private static int Median(Session session, DateOnly from, DateOnly to, string station, List<(int Minute, long Tickets)> minutes, long rank)
    {
        var minute = Ranks.At(minutes, ref rank);
        var seconds = new List<(int, long)>();
        var enough = from == to ? rank : long.MaxValue;
        session.Read(
            SelectSeconds,
            row =>
            {
                var tickets = row.Long(1);
                seconds.Add((row.Int(0), tickets));

                // One day's seconds come in their order: what lies behind the median need not be read.
                return (enough -= tickets) > 0;
            },
            from,
            to,
            station,
            minute * SecondsPerMinute,
            (minute * SecondsPerMinute) + SecondsPerMinute - 1
        );
        return Ranks.At(seconds, ref rank);
    }
}
