using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using TableOrder.Core.Access;
using TableOrder.Core.Feed;

namespace TableOrder.Web.Api;

/// <summary>
/// Server-sent events of one reader, written by hand: the framework's own sends no headers before the first event, no comments, and encodes for every reader.
/// A reader that keeps up is written to by the <see cref="StreamHub"/>, with all others. One that must be waited for leaves it and catches up by itself,
/// from its own place in the log: it slows nobody, and while a write waits nothing is read for it.
/// </summary>
internal sealed class EventStream(FeedCursor cursor, Actor actor, StreamHub hub, CancellationToken stopping) : IResult
{
    private readonly Lock gate = new();
    private PipeWriter output = null!;

    /// <summary>While the hub writes: completes with the write that must be waited for. Null while this stream writes itself.</summary>
    private TaskCompletionSource<Task>? kept;

    private int looks;
    private long written;

    /// <summary>Up to here it is known that the reader was told all that is theirs.</summary>
    private long told = cursor.Position;

    private bool moved;
    private volatile bool ended;

    /// <summary>Who reads; the hub asks whether they still may.</summary>
    public Actor Actor => actor;

    /// <summary>The last event that was written, or passed over because it was not theirs.</summary>
    public long Position => cursor.Position;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.ContentType = "text/event-stream";
        response.Headers.CacheControl = "no-cache, no-store";
        response.Headers["X-Accel-Buffering"] = "no";
        output = response.BodyWriter;
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(httpContext.RequestAborted, stopping);
        hub.Add(this);
        try
        {
            await WriteAsync(ending.Token);
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            // The reader left, or the server stops; the reader comes back by `retry`.
        }
        finally
        {
            hub.Remove(this);
            End();
        }
    }

    /// <summary>The hub takes over from here, until a write must be waited for: the task gives that write.</summary>
    public Task<Task> Keep()
    {
        lock (gate)
        {
            kept = new TaskCompletionSource<Task>(TaskCreationOptions.RunContinuationsAsynchronously);
            return kept.Task;
        }
    }

    /// <summary>What happened after <paramref name="from"/>: all of it at once where this stream has heard everything before and hears of every order.</summary>
    public void Send(long from, IReadOnlyList<OrderEvent> events, ReadOnlySpan<byte> frames)
    {
        lock (gate)
        {
            if (kept is null || cursor.Position >= events[^1].Sequence)
            {
                return;
            }

            // Something between was not told to it: it reads from its own place.
            if (cursor.Position < from)
            {
                Leave(Task.CompletedTask);
                return;
            }

            if (cursor.Position == from && actor.OnlySeating is null)
            {
                output.Write(frames);
                written = events[^1].Sequence;
            }
            else
            {
                Write(cursor.Mine(events));
            }

            cursor.MoveTo(events[^1].Sequence);
            if (written > from)
            {
                Flush();
            }
        }
    }

    /// <summary>The hub has seen that this reader may still read. A comment with every so-manyth look keeps the connection alive.</summary>
    /// <param name="looksPerComment">How many looks there are for each comment.</param>
    /// <param name="position">Where this stream stood before the look.</param>
    public void Looked(int looksPerComment, long position)
    {
        lock (gate)
        {
            told = position;
            if (++looks % looksPerComment == 0 && kept is not null)
            {
                output.Write(": still here\n\n"u8);
                Flush();
            }
        }
    }

    /// <summary>It could not be written to: its own task hears why and ends.</summary>
    public void Fail(Exception fault)
    {
        ended = true;
        Leave(Task.FromException(fault));
    }

    /// <summary>
    /// The reader's seating became part of another: the stream ends, so that the reader comes back by `retry` and hears of that one. What was passed over since the last look may be
    /// theirs by now: the place to come back to lies before it.
    /// </summary>
    public void EndMoved()
    {
        moved = true;
        End();
    }

    /// <summary>No more is written: this reader may no longer read, or has left.</summary>
    public void End()
    {
        ended = true;
        Leave(Task.CompletedTask);
    }

    private async Task WriteAsync(CancellationToken token)
    {
        output.Write("retry: 2000\n\n"u8);
        if (cursor.Resynced)
        {
            output.Write(Encoding.UTF8.GetBytes($"id: {cursor.Position}\nevent: resync\ndata: {cursor.Position}\n\n"));
        }

        await output.FlushAsync(token);
        while (!ended)
        {
            if (hub.Keeps(this, out var left))
            {
                var write = await left.WaitAsync(token);
                await write.WaitAsync(token);
                continue;
            }

            // One page, one write: a storm costs a reader few packets.
            Write(await cursor.ReadAsync());
            await output.FlushAsync(token);
        }

        // An id without data is no event: a browser keeps it as the place to come back to.
        if (moved && told > written)
        {
            output.Write(Encoding.UTF8.GetBytes($"id: {told}\n\n"));
            await output.FlushAsync(token);
        }
    }

    private void Write(IReadOnlyList<OrderEvent> events)
    {
        foreach (var happened in events)
        {
            output.Write(happened.Frame.Span);
            written = happened.Sequence;
        }
    }

    /// <summary>Never waits: a write that does not end at once is this stream's own business again.</summary>
    private void Flush()
    {
        var flush = output.FlushAsync(CancellationToken.None);
        if (!flush.IsCompletedSuccessfully)
        {
            Leave(flush.AsTask());
        }
    }

    private void Leave(Task waitFor)
    {
        lock (gate)
        {
            kept?.TrySetResult(waitFor);
            kept = null;
        }
    }
}
