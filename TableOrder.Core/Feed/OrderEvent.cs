using System.Text;

namespace TableOrder.Core.Feed;

/// <summary>One row of the log: something happened to an order. What screens filter on stands in the event itself, so that somebody else's change is never read.</summary>
/// <param name="Sequence">Its place in the log; a position to resume from.</param>
/// <param name="OrderId">Which order.</param>
/// <param name="OrderVersion">The order's version that this event made.</param>
/// <param name="Type">The name of the signal, such as "order_placed".</param>
/// <param name="SeatingId">Whose order it is now.</param>
/// <param name="FromSeatingId">Whose it was, where it moved.</param>
/// <param name="Stations">The stations with lines in it, each between commas: ",bar,grill,".</param>
public sealed record OrderEvent(long Sequence, Guid OrderId, int OrderVersion, string Type, Guid SeatingId, Guid? FromSeatingId, string Stations)
{
    /// <summary>The server-sent event, encoded once for all who hear it. It carries "order_placed:ID" and nothing more.</summary>
    public ReadOnlyMemory<byte> Frame { get; } = Encoding.UTF8.GetBytes($"id: {Sequence}\ndata: {Type}:{OrderId}\n\n");

    /// <summary>Whether it concerns a stay: also the one that an order left.</summary>
    public bool Concerns(Guid seating) => SeatingId == seating || FromSeatingId == seating;

    /// <summary>Whether a station has lines in the order.</summary>
    public bool ConcernsStation(string station) => Stations.Contains($",{station},", StringComparison.Ordinal);
}
