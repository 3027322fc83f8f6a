using System.Buffers.Text;
using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Text;
using TableOrder.Bench.Harness;

namespace TableOrder.Bench.PlaceHttp;

/// <summary>Clients that post orders as fast as they are answered, each over a connection of its own that stays open. The same code asks both sides.</summary>
internal sealed class HttpLoad : IDisposable
{
    private readonly List<Client> clients = [];

    /// <param name="address">Where it is listening.</param>
    /// <param name="path">Where orders are posted to.</param>
    /// <param name="tokens">One for each connection.</param>
    /// <param name="bodies">The orders, sent in turn.</param>
    public HttpLoad(Uri address, string path, IReadOnlyList<string> tokens, IReadOnlyList<string> bodies)
    {
        foreach (var token in tokens)
        {
            var requests = bodies.Select(body => Request(address, path, token, body)).ToArray();
            clients.Add(new Client(address, requests, clients.Count));
        }
    }

    /// <summary>The last answer's body, to compare the sides' bytes.</summary>
    public byte[] LastBody => clients[0].LastBody;

    /// <summary>All at once until the time is over.</summary>
    public async Task<Slice> RateAsync(TimeSpan time)
    {
        var start = Stopwatch.GetTimestamp();
        var counts = await Task.WhenAll(clients.Select(client => Task.Run(() => client.LoopAsync(start, time))));
        return Slice.Rate(counts.Sum(), Stopwatch.GetElapsedTime(start));
    }

    public void Dispose() => clients.ForEach(client => client.Dispose());

    private static byte[] Request(Uri address, string path, string token, string body) =>
        Encoding.UTF8.GetBytes(
            string.Create(
                CultureInfo.InvariantCulture,
                $"POST {path} HTTP/1.1\r\nHost: {address.Authority}\r\nIdempotency-Key: {Guid.Empty}\r\nAuthorization: Bearer {token}\r\nContent-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}"
            )
        );

    private sealed class Client : IDisposable
    {
        private static readonly byte[] End = "\r\n0\r\n\r\n"u8.ToArray();
        private readonly Socket socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        private readonly byte[][] requests;
        private readonly byte[] answer = new byte[64 * 1024];
        private readonly int key;
        private int next;
        private Range last;

        public Client(Uri address, byte[][] requests, int first)
        {
            (this.requests, next) = (requests, first);
            key = requests[0].AsSpan().IndexOf(Encoding.UTF8.GetBytes(Guid.Empty.ToString()));
            if (requests.Any(request => !request.AsSpan(key).StartsWith(Encoding.UTF8.GetBytes(Guid.Empty.ToString()))))
            {
                throw new InvalidOperationException("The key stands elsewhere in some request.");
            }

            socket.Connect(address.Host, address.Port);
        }

        public byte[] LastBody => answer[last];

        public async Task<long> LoopAsync(long start, TimeSpan time)
        {
            var count = 0L;
            do
            {
                var request = requests[next++ % requests.Length];
                Utf8Formatter.TryFormat(Guid.CreateVersion7(), request.AsSpan(key), out _, 'D');
                await socket.SendAsync(request, SocketFlags.None);
                await ReadAsync();
                count++;
            } while (Stopwatch.GetElapsedTime(start) < time);

            return count;
        }

        public void Dispose() => socket.Dispose();

        /// <summary>Reads one answer to its end. Anything but 201 is an error: refusals are cheap and must not be counted.</summary>
        private async Task ReadAsync()
        {
            var (length, head, chunked, whole) = (0, -1, false, int.MaxValue);
            while (length < whole)
            {
                var read = await socket.ReceiveAsync(answer.AsMemory(length), SocketFlags.None);
                if (read == 0)
                {
                    throw new InvalidOperationException("The connection was closed.");
                }

                length += read;
                if (head < 0 && (head = answer.AsSpan(0, length).IndexOf("\r\n\r\n"u8)) >= 0)
                {
                    (chunked, whole) = Head(head);
                }

                if (chunked && answer.AsSpan(0, length).EndsWith(End))
                {
                    whole = length;
                }
            }

            last = head..length;
        }

        private (bool Chunked, int Whole) Head(int head)
        {
            var lines = answer.AsSpan(0, head);
            if (!lines.StartsWith("HTTP/1.1 201"u8))
            {
                throw new InvalidOperationException($"An order was not placed: {Encoding.UTF8.GetString(answer.AsSpan(0, head + 200))}");
            }

            var at = lines.IndexOf("Content-Length: "u8);
            if (at < 0)
            {
                return (true, int.MaxValue);
            }

            return Utf8Parser.TryParse(lines[(at + 16)..], out int content, out _)
                ? (false, head + 4 + content)
                : throw new InvalidOperationException("The answer's length is no number.");
        }
    }
}
