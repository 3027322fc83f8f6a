using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace TableOrder.Tests.Support;

/// <summary>The network between a browser and the app, as a port of its own that a test can cut, stall and mend.</summary>
public sealed class CuttableProxy : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentDictionary<ProxiedConnection, byte> connections = new();
    private readonly Uri app;
    private readonly Task accepting;
    private volatile TaskCompletionSource flows = Flowing();
    private volatile bool isCut;
    private volatile bool swallows;

    public CuttableProxy(Uri app)
    {
        this.app = app;
        listener.Start();
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
        accepting = AcceptAsync();
    }

    /// <summary>Where the app is found through this network.</summary>
    public Uri Address { get; }

    /// <summary>A pulled plug: what is connected is dropped, and whoever connects is turned away.</summary>
    public void Cut()
    {
        isCut = true;
        foreach (var connection in connections.Keys)
        {
            connection.Reset();
        }
    }

    /// <summary>A dead spot: nothing is refused and nothing arrives. Mended, everything arrives late.</summary>
    public void Stall() => flows = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>A black hole: nothing is refused, and what is sent is gone. Connections that were in it stay silent for ever; others work when it is mended.</summary>
    public void Swallow()
    {
        swallows = true;
        foreach (var connection in connections.Keys)
        {
            connection.Swallow();
        }
    }

    /// <summary>What is connected still carries what the browser sends, and loses every answer.</summary>
    public void LoseAnswers()
    {
        foreach (var connection in connections.Keys)
        {
            connection.LoseAnswers();
        }
    }

    public void Mend()
    {
        (isCut, swallows) = (false, false);
        flows.TrySetResult();
    }

    public async ValueTask DisposeAsync()
    {
        listener.Stop();
        Cut();
        Mend();
        await accepting;
        listener.Dispose();
    }

    private static TaskCompletionSource Flowing()
    {
        var flowing = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        flowing.SetResult();
        return flowing;
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = ServeAsync(new ProxiedConnection(await listener.AcceptTcpClientAsync(), () => flows.Task));
            }
        }
        catch (SocketException)
        {
            // The listener was stopped: the test is over.
        }
    }

    private async Task ServeAsync(ProxiedConnection connection)
    {
        connections[connection] = 0;
        if (isCut)
        {
            connection.Reset();
        }
        else if (swallows)
        {
            connection.Swallow();
        }

        await connection.RunAsync(app);
        connections.TryRemove(connection, out _);
    }
}
