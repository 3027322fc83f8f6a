namespace TableOrder.Core.Statistics;

/// <summary>When a restaurant is busy: what is ordered on average in each half hour of each weekday.</summary>
/// <param name="Days">The business days that are looked at.</param>
/// <param name="Times">The half hours from the first to the last in which anything was ordered, by the clock on the wall.</param>
/// <param name="Rows">Monday to Sunday.</param>
public sealed record HalfHourMap(DayRange Days, IReadOnlyList<TimeOnly> Times, IReadOnlyList<HalfHourMapRow> Rows)
{
    /// <summary>Where most is ordered, of equal ones the first; null where nothing is.</summary>
    /// <param name="bySales">By money rather than by orders.</param>
    public HalfHourPeak? Peak(bool bySales) =>
        Rows.SelectMany(row => row.Cells.Select((cell, place) => new HalfHourPeak(row.Weekday, place, cell)))
            .Where(peak => peak.Cell.Value(bySales) > 0)
            .OrderByDescending(peak => peak.Cell.Value(bySales))
            .Select(peak => (HalfHourPeak?)peak)
            .FirstOrDefault();
}

/// <summary>A weekday.</summary>
/// <param name="Weekday">Which.</param>
/// <param name="Cells">One for each of the map's times.</param>
public sealed record HalfHourMapRow(DayOfWeek Weekday, IReadOnlyList<HalfHourCell> Cells);

/// <summary>A half hour of a weekday.</summary>
/// <param name="Days">Over how many days that is an average: those on which anything was ordered at all and the half hour has passed.</param>
/// <param name="Orders">Orders on average.</param>
/// <param name="Sales">What they came to on average.</param>
public readonly record struct HalfHourCell(int Days, double Orders, Money Sales)
{
    /// <summary>What it counts for.</summary>
    public double Value(bool bySales) => bySales ? Sales.Minor : Orders;
}

/// <summary>The busiest half hour of a week.</summary>
/// <param name="Weekday">On which day.</param>
/// <param name="Place">At which of the map's times.</param>
/// <param name="Cell">What is ordered there.</param>
public readonly record struct HalfHourPeak(DayOfWeek Weekday, int Place, HalfHourCell Cell);
