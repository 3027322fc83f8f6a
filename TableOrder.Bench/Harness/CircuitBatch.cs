using System.Text;

namespace TableOrder.Bench.Harness;

/// <summary>One render batch as it came.</summary>
/// <param name="Content">The batch itself.</param>
/// <param name="Received">All bytes of the circuit's WebSocket messages up to the one that brought it.</param>
internal sealed record CircuitBatch(byte[] Content, long Received)
{
    /// <summary>Whether a text is in it, as a text node, an attribute or a part of one.</summary>
    public bool Holds(string text) => Content.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0;
}
