namespace TableOrder.Core.Statistics;

/// <summary>Which days are compared with which.</summary>
/// <param name="Now">The days of a period that have come; of one that runs they end with today.</param>
/// <param name="Before">The days of the period before that are like them.</param>
/// <param name="IsRunning">The last of <see cref="Now"/> runs: of it, and of the last of <see cref="Before"/>, only what was ordered by this time of day is compared.</param>
public readonly record struct Comparison(DayRange Now, DayRange Before, bool IsRunning);
