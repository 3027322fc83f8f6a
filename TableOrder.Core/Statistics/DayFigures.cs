namespace TableOrder.Core.Statistics;

/// <summary>What is counted of a business day's orders, kept in the transaction that changes them.</summary>
/// <param name="Placed">Orders that nobody has begun.</param>
/// <param name="Preparing">Orders being made.</param>
/// <param name="Ready">Orders that wait to be carried.</param>
/// <param name="Served">Orders on the table.</param>
/// <param name="Cancelled">Orders of which nothing is left.</param>
/// <param name="Sales">Uncancelled lines before discounts and service.</param>
public readonly record struct DayFigures(int Placed, int Preparing, int Ready, int Served, int Cancelled, Money Sales)
{
    /// <summary>Every order of the day, cancelled ones too.</summary>
    public int Orders => Placed + Preparing + Ready + Served + Cancelled;

    /// <summary>What must be added to one to get the other.</summary>
    public static DayFigures operator -(DayFigures left, DayFigures right) =>
        new(
            left.Placed - right.Placed,
            left.Preparing - right.Preparing,
            left.Ready - right.Ready,
            left.Served - right.Served,
            left.Cancelled - right.Cancelled,
            left.Sales - right.Sales
        );
}
