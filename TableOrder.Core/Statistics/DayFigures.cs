namespace TableOrder.Core.Statistics;

/// <summary>What is counted of a business day, or of several, kept in the transactions that change it.</summary>
/// <param name="Placed">Orders that nobody has begun.</param>
/// <param name="Preparing">Orders being made.</param>
/// <param name="Ready">Orders that wait to be carried.</param>
/// <param name="Served">Orders on the table.</param>
/// <param name="Cancelled">Orders of which nothing is left.</param>
/// <param name="Sales">Uncancelled lines before discounts and service, by the day of placing.</param>
/// <param name="Payments">Money taken, by the day it moved.</param>
/// <param name="Refunds">Money given back, by the day it moved; never netted with payments.</param>
public readonly record struct DayFigures(
    int Placed,
    int Preparing,
    int Ready,
    int Served,
    int Cancelled,
    Money Sales,
    Money Payments = default,
    Money Refunds = default
)
{
    /// <summary>Every order, cancelled ones too.</summary>
    public int Orders => Placed + Preparing + Ready + Served + Cancelled;
}
