using System.Diagnostics;

namespace TableOrder.Bench.Harness;

/// <summary>What one side did in one slice of time.</summary>
/// <param name="Figure">A rate or a latency: what the pairs compare.</param>
/// <param name="Count">Of how many operations or samples.</param>
internal readonly record struct Slice(double Figure, long Count)
{
    /// <summary>Operations per second.</summary>
    public static Slice Rate(long count, TimeSpan took) => new(count / took.TotalSeconds, count);

    /// <summary>A percentile of samples, such as 0.99; the samples are sorted in place.</summary>
    public static Slice Percentile(Span<double> samples, double percentile) => new(Figures.Percentile(samples, percentile), samples.Length);

    /// <summary>A closed loop: runs an operation again and again until the time is over, at least once. It gives how much it did.</summary>
    public static async Task<Slice> RateAsync(TimeSpan time, Func<Task<int>> operation)
    {
        var (start, count) = (Stopwatch.GetTimestamp(), 0L);
        do
        {
            count += await operation();
        } while (Stopwatch.GetElapsedTime(start) < time);

        return Rate(count, Stopwatch.GetElapsedTime(start));
    }

    /// <summary>A closed loop of one caller: a percentile, in microseconds, of how long each operation took.</summary>
    public static async Task<Slice> MicrosecondsAsync(TimeSpan time, double percentile, Func<Task> operation)
    {
        var (start, samples) = (Stopwatch.GetTimestamp(), new List<double>());
        do
        {
            var begun = Stopwatch.GetTimestamp();
            await operation();
            samples.Add(Stopwatch.GetElapsedTime(begun).TotalMicroseconds);
        } while (Stopwatch.GetElapsedTime(start) < time);

        return Percentile([.. samples], percentile);
    }
}
