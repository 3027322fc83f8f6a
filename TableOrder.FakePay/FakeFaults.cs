using System.Collections.Concurrent;

namespace TableOrder.FakePay;

/// <summary>How the next answers of the API go wrong: what was asked has happened all the same.</summary>
/// <param name="Times">How many answers.</param>
/// <param name="DelaySeconds">They come so late.</param>
/// <param name="Lose">They do not come at all: the connection breaks.</param>
/// <param name="Status">Another status.</param>
/// <param name="Body">Another body.</param>
internal sealed record Fault(int Times = 1, double DelaySeconds = 0, bool Lose = false, int? Status = null, string? Body = null);

/// <summary>Answers that go wrong on purpose, and a list of what was asked.</summary>
internal sealed class FakeFaults
{
    private readonly ConcurrentQueue<Fault> next = new();
    private readonly ConcurrentQueue<string> requests = new();

    /// <summary>Every request to the API, in the order they came, such as "GET /payments/ID".</summary>
    public IReadOnlyCollection<string> Requests => requests;

    /// <summary>Lets the next answers go wrong; what was said before and not used is forgotten.</summary>
    public void Set(Fault fault)
    {
        next.Clear();
        for (var i = 0; i < fault.Times; i++)
        {
            next.Enqueue(fault);
        }
    }

    public static async Task ApplyAsync(HttpContext context, RequestDelegate then)
    {
        var faults = context.RequestServices.GetRequiredService<FakeFaults>();
        var goesWrong = faults.next.TryDequeue(out var fault);
        faults.requests.Enqueue($"{context.Request.Method} {context.Request.Path}");
        if (!goesWrong || fault is null)
        {
            await then(context);
            return;
        }

        var (answer, kept) = (context.Response.Body, new MemoryStream());
        context.Response.Body = kept;
        await then(context);
        context.Response.Body = answer;
        await Task.Delay(TimeSpan.FromSeconds(fault.DelaySeconds), context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (fault.Lose)
        {
            context.Abort();
            return;
        }

        context.Response.ContentLength = null;
        context.Response.StatusCode = fault.Status ?? context.Response.StatusCode;
        await context.Response.Body.WriteAsync(fault.Body is { } body ? System.Text.Encoding.UTF8.GetBytes(body) : kept.ToArray());
    }
}
