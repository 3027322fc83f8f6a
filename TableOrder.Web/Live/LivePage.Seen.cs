using Microsoft.JSInterop;

namespace TableOrder.Web.Live;

/// <summary>A tab that nobody sees costs nothing: its page rests, and catches up before it calls itself live again.</summary>
public abstract partial class LivePage
{
    /// <summary>Further behind than this many events, a fresh list is cheaper than each change.</summary>
    private const int FarBehind = 500;

    /// <summary>A step that is never done with what has happened must not keep the page from being shown.</summary>
    private const int MostRounds = 10;
    private const ConfigureAwaitOptions Quietly = ConfigureAwaitOptions.ContinueOnCapturedContext | ConfigureAwaitOptions.SuppressThrowing;
    private DotNetObjectReference<LivePage>? self;
    private CancellationTokenSource? watching;
    private TaskCompletionSource shown = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool isHandedOver;
    private bool isCurrent;
    private int question;

    /// <summary>Nobody sees the page: its tab is in the background or the device sleeps. The loops rest then.</summary>
    protected bool IsHidden { get; private set; }

    /// <summary>
    /// The browser tells whether the page is seen, and asks for a sign of life. One that is hidden, or shown again, gets it when it has caught up.
    /// The question comes back with the answer: so nothing that was said before it passes for one.
    /// </summary>
    [JSInvokable]
    public async Task SeenAsync(bool isSeen, int asked)
    {
        question = asked;
        if (IsHidden != isSeen)
        {
            await GiveSignAsync();
        }
        else if (isSeen)
        {
            IsHidden = false;
            shown.TrySetResult();
        }
        else
        {
            (IsHidden, isCurrent) = (true, false);
            shown = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            await (watching?.CancelAsync() ?? Task.CompletedTask);
        }
    }

    private async Task LiveAsync(IReadOnlyList<Func<CancellationToken, Task>> steps)
    {
        // A circuit may outlive its browser by minutes; it must not outlive the app that it reads from.
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(leaving.Token, App.ApplicationStopping);
        var cancellation = ending.Token;
        isCurrent = true;
        var look = RepeatAsync(LookAsync, cancellation);
        while (!cancellation.IsCancellationRequested)
        {
            if (!IsHidden)
            {
                await FollowAsync(steps, cancellation);
            }

            var left = Feed.Head;
            await shown.Task.WaitAsync(cancellation).ConfigureAwait(Quietly);
            await CatchUpAsync(steps, left, cancellation);
        }

        await look;
    }

    private async Task FollowAsync(IReadOnlyList<Func<CancellationToken, Task>> steps, CancellationToken cancellation)
    {
        using var seen = watching = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var loops = steps.Select(step => RepeatAsync(step, seen.Token)).ToList();
        isCurrent = true;
        await GiveSignAsync();
        await Task.Delay(Timeout.InfiniteTimeSpan, seen.Token).ConfigureAwait(Quietly);
        watching = null;
        await Task.WhenAll(loops);
    }

    /// <summary>What happened while nobody looked, from where the page had come. Where it cannot, it tries again and gives no sign of life until then.</summary>
    private async Task CatchUpAsync(IReadOnlyList<Func<CancellationToken, Task>> steps, long left, CancellationToken cancellation)
    {
        var backOff = TimeSpan.Zero;
        while (!cancellation.IsCancellationRequested)
        {
            try
            {
                if (backOff > TimeSpan.Zero || failing.Count > 0 || Feed.Head - left > FarBehind)
                {
                    await Task.Delay(backOff, cancellation);
                    await LoadAsync();
                    failing.Clear();
                }
                else
                {
                    await CarryOutAsync(steps);
                }

                StateHasChanged();
                return;
            }
#pragma warning disable CA1031 // as in the loops: it never dies, and heals here
            catch (Exception fault) when (!cancellation.IsCancellationRequested)
#pragma warning restore CA1031
            {
                LogFault(Log, fault, GetType().Name);
                backOff = Longer(backOff);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private static async Task CarryOutAsync(IReadOnlyList<Func<CancellationToken, Task>> steps)
    {
        var ended = new CancellationToken(canceled: true);
        foreach (var step in steps)
        {
            try
            {
                for (var round = 0; round < MostRounds; round++)
                {
                    await step(ended);
                }
            }
            catch (OperationCanceledException)
            {
                // It would wait now: there is nothing more.
            }
        }
    }

    /// <summary>Gives the browser this end of the page, so that it can say when it is hidden.</summary>
    private async Task HandOverAsync()
    {
        if (!isHandedOver)
        {
            self ??= DotNetObjectReference.Create(this);
            isHandedOver = await TellAsync("tableOrder.follow", self);
        }
    }

    /// <summary>Only a page that shows what is: not one that rests, nor one of whose loops fails. Without a feed it would stand still and look alive.</summary>
    private async Task GiveSignAsync()
    {
        if (isCurrent && failing.Count == 0 && Clock.GetUtcNow() - Feed.LastLook < FeedMayLag)
        {
            await TellAsync("tableOrder.alive", $"{Clock.GetUtcNow().ToUnixTimeMilliseconds()}", question);
        }
    }
}
