using TableOrder.Core.Seating;

namespace TableOrder.Web.Floor;

/// <summary>A party and where it sits.</summary>
/// <param name="Table">The table's name.</param>
/// <param name="Party">The party.</param>
public sealed record SeatedParty(string Table, SeatingView Party);
