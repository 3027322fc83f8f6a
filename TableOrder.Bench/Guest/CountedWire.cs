using System.Net;
using System.Net.Sockets;
using System.Text;

namespace TableOrder.Bench.Guest;

/// <summary>The network between the phone and the app, as a port of its own that counts what it carries to the phone: what the browser's tools tell of a WebSocket is what it unpacked.</summary>
internal sealed class CountedWire : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly Uri app;
    private readonly Task accepting;
    private long all;
    private long sockets;

    public CountedWire(Uri app)
    {
        this.app = app;
        listener.Start();
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
        accepting = AcceptAsync();
    }

    /// <summary>Where the app is found through it.</summary>
    public Uri Address { get; }

    /// <summary>Bytes carried to the phone since the last <see cref="Begin"/>; TCP's own are not counted.</summary>
    public long All => Interlocked.Read(ref all);

    /// <summary>Those of WebSockets.</summary>
    public long Sockets => Interlocked.Read(ref sockets);

    /// <summary>Counts from nothing again.</summary>
    public void Begin()
    {
        Interlocked.Exchange(ref all, 0);
        Interlocked.Exchange(ref sockets, 0);
    }

    public async ValueTask DisposeAsync()
    {
        listener.Stop();
        await accepting;
        listener.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = ServeAsync(await listener.AcceptTcpClientAsync());
            }
        }
        catch (SocketException)
        {
            // The listener was stopped.
        }
    }

    private async Task ServeAsync(TcpClient phone)
    {
        using var server = new TcpClient();
        using (phone)
        {
            try
            {
                await server.ConnectAsync(app.Host, app.Port);
                (phone.NoDelay, server.NoDelay) = (true, true);
                var isSocket = false;
                var asking = CarryAsync(
                    phone,
                    server,
                    data => isSocket |= Encoding.ASCII.GetString(data.Span).Contains("Upgrade: websocket", StringComparison.OrdinalIgnoreCase)
                );
                var answering = CarryAsync(
                    server,
                    phone,
                    data =>
                    {
                        Interlocked.Add(ref all, data.Length);
                        Interlocked.Add(ref sockets, isSocket ? data.Length : 0);
                    }
                );
                await Task.WhenAny(asking, answering);
            }
            catch (SocketException)
            {
                // The app is not there.
            }
        }
    }

    private static async Task CarryAsync(TcpClient from, TcpClient to, Action<ReadOnlyMemory<byte>> seen)
    {
        try
        {
            var (source, target, buffer) = (from.GetStream(), to.GetStream(), new byte[1 << 16]);
            for (int count; (count = await source.ReadAsync(buffer)) > 0; )
            {
                seen(buffer.AsMemory(0, count));
                await target.WriteAsync(buffer.AsMemory(0, count));
            }
        }
        catch (Exception gone) when (gone is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // One end hung up.
        }
    }
}
