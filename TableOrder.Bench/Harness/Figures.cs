namespace TableOrder.Bench.Harness;

/// <summary>Medians and percentiles.</summary>
internal static class Figures
{
    /// <summary>The middle one, or the mean of the two in the middle.</summary>
    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted.Length == 0
            ? throw new InvalidOperationException("Nothing was measured.")
            : (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    /// <summary>The smallest sample that so large a part of all does not exceed (nearest rank). Sorts in place.</summary>
    public static double Percentile(Span<double> samples, double percentile)
    {
        if (samples.IsEmpty)
        {
            throw new InvalidOperationException("Nothing was measured.");
        }

        samples.Sort();
        return samples[Math.Max(0, (int)Math.Ceiling(percentile * samples.Length) - 1)];
    }
}
