namespace TableOrder.Core.Statistics;

/// <summary>Finds the one of a rank among things that are kept as counts by place, such as tickets by seconds. Pure.</summary>
internal static class Ranks
{
    /// <summary>The rank of the middle one, of two the first; null where there is none.</summary>
    public static long? Middle(IEnumerable<(int Place, long Count)> counts) => counts.Sum(one => one.Count) is > 0 and var all ? (all + 1) / 2 : null;

    /// <summary>Where the one of a rank lies; the rank goes on among those of the same place, which may have come from several days.</summary>
    public static int At(List<(int Place, long Count)> counts, ref long rank)
    {
        counts.Sort();
        var (current, below, seen) = (int.MinValue, 0L, 0L);
        foreach (var (place, count) in counts)
        {
            if (place != current)
            {
                (current, below) = (place, seen);
            }

            seen += count;
            if (rank <= seen)
            {
                rank -= below;
                return place;
            }
        }

        throw new InvalidOperationException("Minutes and seconds of kept times do not agree; run check");
    }
}
