namespace TableOrder.Core.Statistics;

/// <summary>How calls were answered.</summary>
/// <param name="Waiting">Nobody has answered them yet.</param>
/// <param name="Answered">Somebody came.</param>
/// <param name="Ended">The party left, or they became part of an equal one.</param>
/// <param name="InTime">Those of the answered that waited no longer than the house wishes.</param>
/// <param name="Median">Half of the answered waited no longer than this; of two middle ones the shorter. Null where none was answered.</param>
public readonly record struct CallAnswers(int Waiting, int Answered, int Ended, int InTime, TimeSpan? Median)
{
    /// <summary>Counts them.</summary>
    /// <param name="calls">How far they are.</param>
    /// <param name="waits">How many of the answered waited so many seconds; the same number of seconds may come several times.</param>
    /// <param name="within">What the house calls in time.</param>
    internal static CallAnswers Of(CallFigures calls, IEnumerable<(int Seconds, int Calls)> waits, TimeSpan within)
    {
        var sorted = waits.Where(wait => wait.Calls > 0).OrderBy(wait => wait.Seconds).ToList();
        var rank = (sorted.Sum(wait => wait.Calls) + 1) / 2;
        TimeSpan? median = null;
        foreach (var (seconds, count) in sorted)
        {
            if (rank > 0 && rank <= count)
            {
                median = TimeSpan.FromSeconds(seconds);
            }

            rank -= count;
        }

        return new CallAnswers(
            calls.Waiting,
            calls.Confirmed,
            calls.Ended,
            sorted.Where(wait => wait.Seconds <= within.TotalSeconds).Sum(wait => wait.Calls),
            median
        );
    }
}
