namespace TableOrder.Core.Menu;

/// <summary>A part of the day in which a dish is served, on the restaurant's clock.</summary>
/// <param name="From">From this time on.</param>
/// <param name="Until">Up to this time and not at it; earlier than <paramref name="From"/>, it is of the next day.</param>
/// <param name="Days">On which days it begins; none: on every day.</param>
public sealed record ServingHours(TimeOnly From, TimeOnly Until, IReadOnlyList<DayOfWeek> Days)
{
    /// <summary>Whether a moment, as the restaurant's clock shows it, lies in it.</summary>
    public bool Contains(DateTime local)
    {
        var (day, time) = (local.DayOfWeek, TimeOnly.FromDateTime(local));
        return From < Until ? BeginsOn(day) && time >= From && time < Until
            : time >= From ? BeginsOn(day)
            : time < Until && BeginsOn(local.AddDays(-1).DayOfWeek);
    }

    private bool BeginsOn(DayOfWeek day) => Days.Count == 0 || Days.Contains(day);
}
