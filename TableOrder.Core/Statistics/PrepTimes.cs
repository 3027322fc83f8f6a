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
        WHERE d.business_day BETWEEN $1 AND $2
        """;

    public static List<StationFigures> Medians(Session session, DateOnly from, DateOnly to)
    {
        var stations = new SortedDictionary<string, SortedDictionary<int, long>>(StringComparer.Ordinal);
        session.Read(
            SelectMinutes,
            row =>
            {
                var station = row.Text(0);
                if (!stations.TryGetValue(station, out var minutes))
                {
                    stations.Add(station, minutes = []);
                }

                minutes[row.Int(1)] = minutes.GetValueOrDefault(row.Int(1)) + row.Long(2);
                return true;
            },
            from,
            to
        );
        var medians = new List<StationFigures>();
        foreach (var (station, minutes) in stations)
        {
            if (minutes.Values.Sum() is > 0 and var tickets)
            {
                medians.Add(new StationFigures(station, Median(session, from, to, station, minutes, (tickets + 1) / 2)));
            }
        }

        return medians;
    }

    private static int Median(Session session, DateOnly from, DateOnly to, string station, SortedDictionary<int, long> minutes, long rank)
    {
        var minute = Where(minutes, ref rank);
        var seconds = new SortedDictionary<int, long>();
        session.Read(
            SelectSeconds,
            row =>
            {
                seconds[row.Int(0)] = seconds.GetValueOrDefault(row.Int(0)) + row.Long(1);
                return true;
            },
            from,
            to,
            station,
            minute * SecondsPerMinute,
            (minute * SecondsPerMinute) + SecondsPerMinute - 1
        );
        return Where(seconds, ref rank);
    }

    /// <summary>Where the ticket of a rank lies; the rank goes on from there.</summary>
    private static int Where(SortedDictionary<int, long> counts, ref long rank)
    {
        foreach (var (place, tickets) in counts)
        {
            if (rank <= tickets)
            {
                return place;
            }

            rank -= tickets;
        }

        throw new InvalidOperationException("Minutes and seconds of prep times do not agree; run check");
    }
}
