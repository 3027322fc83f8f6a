namespace TableOrder.Core.Statistics;

/// <summary>Business days in a row.</summary>
/// <param name="From">The first one.</param>
/// <param name="To">The last one, included.</param>
public readonly record struct DayRange(DateOnly From, DateOnly To)
{
    /// <summary>How many days.</summary>
    public int Count => To.DayNumber - From.DayNumber + 1;

    /// <summary>Whether a day is one of them.</summary>
    public bool Holds(DateOnly day) => From <= day && day <= To;

    /// <summary>As many days, so many later.</summary>
    public DayRange Move(int days) => new(From.AddDays(days), To.AddDays(days));
}
