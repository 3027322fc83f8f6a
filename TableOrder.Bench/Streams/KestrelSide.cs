using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using TableOrder.Bench.Harness;

namespace TableOrder.Bench.Streams;

/// <summary>Stands in where nchan is missing: a bare Kestrel loop that keeps nothing and asks nobody who they are.</summary>
internal sealed partial class KestrelSide(ChildProcess process, IPEndPoint address) : ISide
{
    /// <summary>How the peer is called.</summary>
    public const string Peer = "kestrel-fanout";

    private const string Prefix = "order_status_updated:";

    public string Name => "bare Kestrel";

    public ChildProcess Process => process;

    public IPEndPoint Address => address;

    public byte[] Subscribe => "GET /stream HTTP/1.1\r\nHost: bench\r\nAccept: text/event-stream\r\n\r\n"u8.ToArray();

    /// <summary>Starts it on a free port.</summary>
    public static async Task<KestrelSide> StartAsync(string folder)
    {
        Directory.CreateDirectory(folder);
        var (child, sign) = await ChildProcess.StartPeerAsync(Peer, [], folder, Listening());
        return new KestrelSide(child, new IPEndPoint(IPAddress.Loopback, int.Parse(sign.Groups["port"].Value, CultureInfo.InvariantCulture)));
    }

    public byte[] Publish(int publisher)
    {
        // As long as our events' data: the name and a UUID.
        var data = Prefix + publisher.ToString("D36", CultureInfo.InvariantCulture);
        return Encoding.ASCII.GetBytes($"POST /publish HTTP/1.1\r\nHost: bench\r\nContent-Length: {data.Length}\r\n\r\n{data}");
    }

    public int PublisherOf(string data) => int.Parse(data.AsSpan(Prefix.Length), CultureInfo.InvariantCulture);

    public long Order(string id) => long.Parse(id, CultureInfo.InvariantCulture);

    public ValueTask DisposeAsync() => process.DisposeAsync();

    [GeneratedRegex(@"Now listening on: http://127\.0\.0\.1:(?<port>\d+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Listening();
}
