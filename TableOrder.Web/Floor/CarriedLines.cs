using TableOrder.Core.Ordering;

namespace TableOrder.Web.Floor;

/// <summary>Lines that somebody has carried to their table.</summary>
/// <param name="Order">Their order, as it was painted where it was pressed.</param>
/// <param name="Lines">Which.</param>
public sealed record CarriedLines(Order Order, IReadOnlyList<Guid> Lines);
