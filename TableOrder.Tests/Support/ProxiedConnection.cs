using System.Net.Sockets;

namespace TableOrder.Tests.Support;

/// <summary>One connection from a browser through a <see cref="CuttableProxy"/>.</summary>
/// <param name="browser">The browser's end.</param>
/// <param name="flows">Completes when the network lets bytes through.</param>
internal sealed class ProxiedConnection(TcpClient browser, Func<Task> flows)
{
    private readonly TcpClient server = new();
    private volatile bool isSwallowed;
    private volatile bool losesAnswers;

    /// <summary>Carries bytes both ways until one end is gone.</summary>
    public async Task RunAsync(Uri app)
    {
        await TryAsync(async () =>
        {
            await server.ConnectAsync(app.Host, app.Port);
            await Task.WhenAll(CarryAsync(browser, server, () => isSwallowed), CarryAsync(server, browser, () => isSwallowed || losesAnswers));
        });
        browser.Dispose();
        server.Dispose();
    }

    /// <summary>From now on nothing comes out at either end, and neither hears that.</summary>
    public void Swallow() => isSwallowed = true;

    /// <summary>From now on what the browser sends arrives, and no answer comes back.</summary>
    public void LoseAnswers() => losesAnswers = true;

    /// <summary>Drops both ends at once, without a goodbye.</summary>
    public void Reset()
    {
        browser.Client?.Close(timeout: 0);
        server.Client?.Close(timeout: 0);
    }

    private Task CarryAsync(TcpClient from, TcpClient to, Func<bool> loses) =>
        TryAsync(async () =>
        {
            var (source, target) = (from.GetStream(), to.GetStream());
            var buffer = new byte[1 << 16];
            for (int count; (count = await source.ReadAsync(buffer)) > 0; )
            {
                await flows();
                if (!loses())
                {
                    await target.WriteAsync(buffer.AsMemory(0, count));
                }
            }

            if (!loses())
            {
                to.Client.Shutdown(SocketShutdown.Send);
            }
        });

    private async Task TryAsync(Func<Task> carry)
    {
        try
        {
            await carry();
        }
        catch (Exception gone) when (gone is IOException or SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // One end hung up, or the app is not running.
            if (!isSwallowed)
            {
                Reset();
            }
        }
    }
}
