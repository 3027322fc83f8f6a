using TableOrder.Core.Ordering;

namespace TableOrder.Web.Floor;

/// <summary>A line that somebody tapped.</summary>
/// <param name="Order">Its order, as it was painted.</param>
/// <param name="Line">The line.</param>
public sealed record ChosenLine(Order Order, OrderLine Line);
