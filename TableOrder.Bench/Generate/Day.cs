using TableOrder.Core.Ordering;
using TableOrder.Core.Storage;

namespace TableOrder.Bench.Generate;

/// <summary>All that one business day leaves in the database.</summary>
/// <param name="Date">The business day.</param>
/// <param name="Stays">Its parties.</param>
/// <param name="Orders">Its orders as they are in the end, by number.</param>
/// <param name="Events">What happened to them, in the order of time.</param>
/// <param name="Figures">What is kept of them.</param>
internal sealed record Day(DateOnly Date, IReadOnlyList<Stay> Stays, IReadOnlyList<Sent> Orders, IReadOnlyList<Happened> Events, Tallied Figures);

/// <summary>An order and the request that it was.</summary>
internal readonly record struct Sent(Order Order, PlaceOrder Request);
