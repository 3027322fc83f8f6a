using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using TableOrder.Core.Access;
using TableOrder.Core.Feed;

namespace TableOrder.Web.Api;

/// <summary>
/// Server-sent events of one reader, written by hand: the framework's own sends no headers before the first event, no comments, and encodes for every reader.
/// Between writes it holds a position and nothing else; while a write waits for a slow reader, nothing is read for it.
/// </summary>
internal sealed class EventStream(FeedCursor cursor, Actor actor, AccessReader access, TimeProvider clock, CancellationToken stopping) : IResult
{
    /// <summary>How often a stream looks whether its reader may still read.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(3);

    /// <summary>A comment with every fifth look: each 15 seconds.</summary>
    private const int LooksPerComment = 5;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.ContentType = "text/event-stream";
        response.Headers.CacheControl = "no-cache, no-store";
        response.Headers["X-Accel-Buffering"] = "no";
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(httpContext.RequestAborted, stopping);
        try
        {
            await WriteAsync(response.BodyWriter, ending.Token);
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            // The reader left, or the server stops; the reader comes back by `retry`.
        }
        finally
        {
            await ending.CancelAsync();
        }
    }

    private async Task WriteAsync(PipeWriter output, CancellationToken ending)
    {
        output.Write("retry: 2000\n\n"u8);
        if (cursor.Resynced)
        {
            output.Write(Encoding.UTF8.GetBytes($"id: {cursor.Position}\nevent: resync\ndata: {cursor.Position}\n\n"));
        }

        await output.FlushAsync(ending);
        var looks = 0;
        var look = Task.Delay(Look, clock, ending);
        var arrived = cursor.WaitAsync(ending);
        while (true)
        {
            await await Task.WhenAny(arrived, look);
            if (look.IsCompleted)
            {
                if ((await access.CurrentAsync(actor)).Refusal is not null)
                {
                    return;
                }

                if (++looks % LooksPerComment == 0)
                {
                    output.Write(": still here\n\n"u8);
                }

                look = Task.Delay(Look, clock, ending);
            }

            if (arrived.IsCompleted)
            {
                // One page, one write: a storm costs a reader few packets.
                foreach (var happened in await cursor.ReadAsync())
                {
                    output.Write(happened.Frame.Span);
                }

                arrived = cursor.WaitAsync(ending);
            }

            await output.FlushAsync(ending);
        }
    }
}
