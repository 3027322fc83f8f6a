namespace TableOrder.Bench.Guest;

/// <summary>What a first view cost. Bytes as they came over the wire, headers included; times in milliseconds since the guest scanned the code.</summary>
/// <param name="Bytes">All but photos.</param>
/// <param name="Page">The HTML, the way to it included.</param>
/// <param name="Scripts">JavaScript.</param>
/// <param name="Styles">CSS.</param>
/// <param name="Socket">What the circuit's WebSocket brought until then.</param>
/// <param name="Painted">First contentful paint.</param>
/// <param name="Interactive">The circuit has said that the page shows what is, and answers taps.</param>
internal sealed record FirstView(double Bytes, double Page, double Scripts, double Styles, double Socket, double Painted, double Interactive);
