namespace TableOrder.Bench.Harness;

/// <summary>What two sides did, slice beside slice.</summary>
internal sealed class Paired
{
    private readonly double[] ratios;

    public Paired(IReadOnlyList<(Slice Ours, Slice Peer)> pairs)
    {
        if (pairs.Any(pair => pair.Ours.Figure <= 0 || pair.Peer.Figure <= 0))
        {
            throw new InvalidOperationException("A side did nothing in its slice; there is nothing to compare.");
        }

        ratios = [.. pairs.Select(pair => pair.Ours.Figure / pair.Peer.Figure).Order()];
        Ours = Figures.Median(pairs.Select(pair => pair.Ours.Figure));
        Peer = Figures.Median(pairs.Select(pair => pair.Peer.Figure));
        Ratio = Figures.Median(ratios);
        N = Math.Min(pairs.Sum(pair => pair.Ours.Count), pairs.Sum(pair => pair.Peer.Count));
    }

    /// <summary>The median of our slices.</summary>
    public double Ours { get; }

    /// <summary>The median of the peer's slices.</summary>
    public double Peer { get; }

    /// <summary>The median of the pairs' ratios, ours : peer.</summary>
    public double Ratio { get; }

    /// <summary>Operations or samples measured, of the side that has fewer.</summary>
    public long N { get; }

    /// <summary>For people: how many pairs, and how far the middle half of their ratios spreads.</summary>
    public override string ToString() =>
        FormattableString.Invariant(
            $"{ratios.Length} pairs, ratio {Ratio:0.00} (middle half {ratios[ratios.Length / 4]:0.00} to {ratios[ratios.Length * 3 / 4]:0.00})"
        );
}
