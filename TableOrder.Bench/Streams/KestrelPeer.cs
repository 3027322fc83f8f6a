using System.Collections.Immutable;
using System.Text;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace TableOrder.Bench.Streams;

/// <summary>The peer that stands in for nchan: each frame is encoded once and handed to a channel per stream.</summary>
internal sealed class KestrelPeer
{
    private readonly Lock gate = new();
    private ImmutableList<Channel<byte[]>> channels = [];
    private long sequence = 10_000;

    /// <summary>Runs until the process is told to stop.</summary>
    public static async Task<int> RunAsync(string[] arguments)
    {
        var builder = WebApplication.CreateSlimBuilder(arguments);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        await using var app = builder.Build();
        var peer = new KestrelPeer();
        app.MapGet("/stream", context => peer.StreamAsync(context, app.Lifetime.ApplicationStopping));
        app.MapPost("/publish", peer.PublishAsync);
        await app.RunAsync();
        return 0;
    }

    private async Task PublishAsync(HttpContext context)
    {
        using var body = new StreamReader(context.Request.Body);
        var data = await body.ReadToEndAsync();
        lock (gate)
        {
            var frame = Encoding.UTF8.GetBytes($"id: {++sequence}\ndata: {data}\n\n");
            foreach (var channel in channels)
            {
                channel.Writer.TryWrite(frame);
            }
        }

        context.Response.ContentLength = 0;
    }

    private async Task StreamAsync(HttpContext context, CancellationToken stopping)
    {
        var mine = Channel.CreateUnbounded<byte[]>(new UnboundedChannelOptions { SingleReader = true });
        lock (gate)
        {
            channels = channels.Add(mine);
        }

        using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        try
        {
            context.Response.ContentType = "text/event-stream";
            await context.Response.BodyWriter.WriteAsync("retry: 2000\n\n"u8.ToArray(), ending.Token);
            await foreach (var frame in mine.Reader.ReadAllAsync(ending.Token))
            {
                await context.Response.BodyWriter.WriteAsync(frame, ending.Token);
            }
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            // The reader left, or the benchmark is over.
        }
        finally
        {
            lock (gate)
            {
                channels = channels.Remove(mine);
            }
        }
    }
}
