namespace TableOrder.Bench.Harness;

/// <summary>
/// Measures two sides in alternating slices of one run: a machine that is slow for some seconds is slow for both.
/// What counts is the median of the pairs' ratios. Each pair begins with the other side than the pair before.
/// </summary>
internal static class Pairs
{
    /// <summary>Fewer pairs are refused.</summary>
    public const int Fewest = 15;

    /// <summary>A longer slice is refused; a side may take longer only to finish an operation.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(250);

    /// <summary>Warms both sides up, then measures them. A side does its work for about the time given (at least one operation) and gives a rate or a latency.</summary>
    /// <param name="ours">Our side.</param>
    /// <param name="peer">The other.</param>
    /// <param name="pairs">How many.</param>
    /// <param name="slice">For how long each side works at a time; null: as long as is allowed.</param>
    /// <param name="warmUp">For how long each side works before it counts, in slices like those measured.</param>
    public static async Task<Paired> MeasureAsync(
        Func<TimeSpan, Task<Slice>> ours,
        Func<TimeSpan, Task<Slice>> peer,
        int pairs = Fewest,
        TimeSpan? slice = null,
        TimeSpan? warmUp = null
    )
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(pairs, Fewest);
        var time = slice ?? Longest;
        ArgumentOutOfRangeException.ThrowIfGreaterThan(time, Longest, nameof(slice));
        var warm = TimeSpan.Zero;
        do
        {
            await ours(time);
            await peer(time);
            warm += time;
        } while (warm < (warmUp ?? 4 * time));

        var measured = new List<(Slice Ours, Slice Peer)>(pairs);
        while (measured.Count < pairs)
        {
            if (measured.Count % 2 == 0)
            {
                var first = await ours(time);
                measured.Add((first, await peer(time)));
            }
            else
            {
                var first = await peer(time);
                measured.Add((await ours(time), first));
            }
        }

        return new Paired(measured);
    }

    /// <summary>The same for sides that work on the caller's thread.</summary>
    public static Paired Measure(
        Func<TimeSpan, Slice> ours,
        Func<TimeSpan, Slice> peer,
        int pairs = Fewest,
        TimeSpan? slice = null,
        TimeSpan? warmUp = null
    ) => MeasureAsync(time => Task.FromResult(ours(time)), time => Task.FromResult(peer(time)), pairs, slice, warmUp).GetAwaiter().GetResult();
}
