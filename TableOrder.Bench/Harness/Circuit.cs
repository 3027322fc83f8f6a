using System.Globalization;
using System.Net.WebSockets;
using System.Text;
using System.Threading.Channels;

namespace TableOrder.Bench.Harness;

/// <summary>
/// A real Blazor Server circuit without a browser: it opens a page as its client's user, acknowledges what is rendered, answers calls of JavaScript
/// with nothing, and counts the bytes that its WebSocket brings. It offers compression as a browser does, for the memory that it would cost the server;
/// bytes are counted as they were rendered.
/// </summary>
internal sealed class Circuit : IAsyncDisposable
{
    private const byte EndOfHandshake = 0x1e;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly ClientWebSocket socket = new();
    private readonly Channel<CircuitBatch> batches = Channel.CreateUnbounded<CircuitBatch>();
    private readonly CircuitPage page;
    private Task receiving = Task.CompletedTask;
    private long received;
    private volatile bool forgets;

    private Circuit(CircuitPage page) => this.page = page;

    /// <summary>Opens a loaded page's circuit; its first batches are on their way.</summary>
    public static async Task<Circuit> OpenAsync(HttpClient client, CircuitPage page)
    {
        var (circuit, address) = (new Circuit(page), page.Address);
        circuit.socket.Options.SetRequestHeader("Authorization", client.DefaultRequestHeaders.Authorization!.ToString());
        circuit.socket.Options.DangerousDeflateOptions = new WebSocketDeflateOptions();
        circuit.socket.Options.SetRequestHeader("Origin", address.GetLeftPart(UriPartial.Authority));
        var hub = new UriBuilder(address)
        {
            Scheme = "ws",
            Path = "/_blazor",
            Query = $"id={Uri.EscapeDataString(page.Connection)}",
        };
        await circuit.socket.ConnectAsync(hub.Uri, CancellationToken.None);
        await circuit.socket.SendAsync(
            Encoding.UTF8.GetBytes("{\"protocol\":\"blazorpack\",\"version\":1}\u001e"),
            WebSocketMessageType.Text,
            endOfMessage: true,
            CancellationToken.None
        );
        circuit.receiving = circuit.ReceiveAsync();
        return circuit;
    }

    /// <summary>The next batch that was rendered. Throws where none comes for a minute, or the circuit has ended.</summary>
    public Task<CircuitBatch> NextAsync() => batches.Reader.ReadAsync().AsTask().WaitAsync(Patience);

    /// <summary>From now on batches are acknowledged and forgotten: nobody looks at this screen of a crowd.</summary>
    public void Forget()
    {
        forgets = true;
        while (batches.Reader.TryRead(out _)) { }
    }

    /// <summary>The next batch that holds a text; those before it are passed over, but their bytes count.</summary>
    public async Task<CircuitBatch> UntilAsync(string text)
    {
        CircuitBatch batch;
        do
        {
            batch = await NextAsync();
        } while (!batch.Holds(text));

        return batch;
    }

    /// <summary>The batches that come until none has come for a while.</summary>
    public async Task<IReadOnlyList<CircuitBatch>> SettleAsync(TimeSpan quiet)
    {
        for (var came = new List<CircuitBatch>(); ; )
        {
            using var patience = new CancellationTokenSource(quiet);
            try
            {
                came.Add(await batches.Reader.ReadAsync(patience.Token));
            }
            catch (OperationCanceledException)
            {
                return came;
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        // Aborted, the loop ends by itself; nobody waits for batches any more.
        socket.Abort();
        await receiving;
        socket.Dispose();
    }

    private async Task ReceiveAsync()
    {
        try
        {
            var buffer = new byte[1 << 16];
            for (var first = true; ; first = false)
            {
                var end = 0;
                ValueWebSocketReceiveResult part;
                do
                {
                    if (end == buffer.Length)
                    {
                        Array.Resize(ref buffer, 2 * buffer.Length);
                    }

                    part = await socket.ReceiveAsync(buffer.AsMemory(end), CancellationToken.None);
                    end += part.Count;
                } while (!part.EndOfMessage);

                received += end;
                var begin = first ? Array.IndexOf(buffer, EndOfHandshake, 0, end) + 1 : 0;
                if (first)
                {
                    await CallAsync("0", "StartCircuit", Base, page.Address.AbsoluteUri, "[]", page.State);
                }

                foreach (var message in BlazorPack.Messages(buffer.AsMemory(begin, end - begin)))
                {
                    await TakeAsync(message);
                }
            }
        }
#pragma warning disable CA1031 // whatever ended the circuit is told to whoever waits for its next batch
        catch (Exception fault)
#pragma warning restore CA1031
        {
            batches.Writer.TryComplete(fault);
        }
    }

    private string Base => page.Address.GetLeftPart(UriPartial.Authority) + "/";

    private Task TakeAsync(object?[] message) =>
        message switch
        {
            [1L, _, _, "JS.RenderBatch", object?[] and [long id, ReadOnlyMemory<byte> content], ..] => RenderedAsync(id, content),
            [1L, _, _, "JS.BeginInvokeJS", object?[] and [long and > 0 and var call, ..], ..] => CallAsync(
                null,
                "EndInvokeJSFromDotNet",
                call,
                true,
                string.Create(CultureInfo.InvariantCulture, $"[{call},true,null]")
            ),
            [1L, _, _, "JS.Error", object?[] and [var error, ..], ..] => throw new InvalidOperationException($"The circuit failed: {error}"),
            [3L, ..] => CallAsync(null, "UpdateRootComponents", page.Operations, page.State),
            [6L, ..] => SendAsync(BlazorPack.Frame(6L)),
            [7L, ..] => throw new InvalidOperationException("The server closed the circuit."),
            _ => Task.CompletedTask,
        };

    private Task RenderedAsync(long id, ReadOnlyMemory<byte> content)
    {
        if (!forgets)
        {
            batches.Writer.TryWrite(new CircuitBatch(content.ToArray(), received));
        }

        return CallAsync(null, "OnRenderCompleted", id, null);
    }

    private Task CallAsync(string? answerTo, string method, params object?[] arguments) =>
        SendAsync(BlazorPack.Frame(1L, new Dictionary<string, string>(StringComparer.Ordinal), answerTo, method, arguments));

    private Task SendAsync(byte[] frame) => socket.SendAsync(frame, WebSocketMessageType.Binary, endOfMessage: true, CancellationToken.None);
}
