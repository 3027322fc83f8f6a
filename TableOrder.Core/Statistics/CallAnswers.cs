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
        var counted = waits.Where(wait => wait.Calls > 0).Select(wait => (wait.Seconds, (long)wait.Calls)).ToList();
        TimeSpan? median = Ranks.Middle(counted) is { } rank ? TimeSpan.FromSeconds(Ranks.At(counted, ref rank)) : null;
        return new CallAnswers(
            calls.Waiting,
            calls.Confirmed,
            calls.Ended,
            (int)counted.Where(wait => wait.Seconds <= within.TotalSeconds).Sum(wait => wait.Item2),
            median
        );
    }
}
