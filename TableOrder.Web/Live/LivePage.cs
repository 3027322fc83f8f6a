using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using TableOrder.Core;
using TableOrder.Core.Access;
using TableOrder.Core.Feed;

namespace TableOrder.Web.Live;

/// <summary>
/// What every live page shares. It loads before its first render, so nothing flashes; then loops of its own follow what changes, on the circuit's dispatcher.
/// A loop never dies: a failure shows "stale", backs off and loads again. Every few seconds the page looks whether its access and the feed still stand,
/// and gives the browser a sign of life; a browser that misses it says so on the whole screen. In a hidden tab the loops rest.
/// </summary>
public abstract partial class LivePage : ComponentBase, IAsyncDisposable
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan FeedMayLag = TimeSpan.FromSeconds(8);
    private readonly CancellationTokenSource leaving = new();
    private readonly HashSet<Delegate> failing = [];
    private bool loaded;
    private string? leavesFor;

    [Inject]
    private IJSRuntime Browser { get; set; } = null!;

    [Inject]
    private AccessReader Access { get; set; } = null!;

    [Inject]
    private ILogger<LivePage> Log { get; set; } = null!;

    [Inject]
    private IHostApplicationLifetime App { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    /// <summary>The log that the page follows.</summary>
    [Inject]
    protected OrderFeed Feed { get; set; } = null!;

    /// <summary>The server's clock.</summary>
    [Inject]
    protected TimeProvider Clock { get; set; } = null!;

    /// <summary>Who looks at the page: set by <see cref="LoadAsync"/>.</summary>
    protected Actor Actor { get; set; } = Actor.Nobody;

    /// <summary>Whether guests look at it: they have nothing to sign in with.</summary>
    protected virtual bool IsForGuests => Actor.Role == Role.Guest;

    /// <summary>Reads all that the first render shows; also after a failure.</summary>
    protected abstract Task LoadAsync();

    /// <summary>
    /// What the page follows: each waits for a change and carries it out, over and over. The token ends the waiting, also while the page is hidden, and nothing else:
    /// what was begun is carried out. So with a token that has ended already a step carries out what has happened and waits for nothing, which is how a page catches up.
    /// </summary>
    protected abstract IEnumerable<Func<CancellationToken, Task>> Follow();

    /// <inheritdoc/>
    public override async Task SetParametersAsync(ParameterView parameters)
    {
        parameters.SetParameterProperties(this);
        if (!loaded)
        {
            await LoadAsync();
            loaded = true;
        }

        await base.SetParametersAsync(ParameterView.Empty);
    }

    /// <inheritdoc/>
    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender)
        {
            _ = LiveAsync([.. Follow()]);
        }
    }

    /// <inheritdoc/>
    public virtual async ValueTask DisposeAsync()
    {
        await leaving.CancelAsync();
        leaving.Dispose();
        self?.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Carries out what somebody pressed. An outage becomes a refusal that the page can say; thrown on, it would end the circuit and leave the screen standing.</summary>
    protected Task<Outcome<T>> TryAsync<T>(Func<Task<Outcome<T>>> command) => Outage.ToRefusalAsync(Log, GetType().Name, command);

    /// <summary>Leaves for a page that says why: the access has ended. The first reason is the true one; that nobody looks any more follows from it.</summary>
    protected void Leave(string code)
    {
        leavesFor ??= code;
        var address = AddressAfter(leavesFor);
        if (RendererInfo.IsInteractive)
        {
            // The page itself goes: where somebody just signed out by a form it is on its way already.
            _ = TellAsync("tableOrder.leave", address);
        }
        else
        {
            Navigation.NavigateTo(address);
        }
    }

    /// <summary>The page that says why: to guests the start page, to staff the sign-in.</summary>
    protected virtual string AddressAfter(string code) => IsForGuests ? $"/?why={code}" : "/login";

    /// <summary>
    /// Tells the browser something. False where it did not answer: a call that a broken connection swallowed is never answered, and whoever waited for it would stand still
    /// after the connection came back.
    /// </summary>
    protected async Task<bool> TellAsync(string function, params object?[] arguments)
    {
        try
        {
            await Browser.InvokeVoidAsync(function, Look, arguments);
            return true;
        }
        catch (Exception away) when (away is OperationCanceledException or JSDisconnectedException)
        {
            return false;
        }
    }

    private async Task RepeatAsync(Func<CancellationToken, Task> step, CancellationToken cancellation)
    {
        var backOff = TimeSpan.Zero;
        while (!cancellation.IsCancellationRequested)
        {
            try
            {
                if (backOff > TimeSpan.Zero)
                {
                    await Task.Delay(backOff, cancellation);
                    await LoadAsync();
                    StateHasChanged();
                    failing.Remove(step);
                }

                // Between two rounds the circuit's other work has its turn, even where a step never has to wait.
                await Task.Yield();
                await step(cancellation);
                backOff = TimeSpan.Zero;
            }
            catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
            {
                return;
            }
            catch (JSDisconnectedException)
            {
                // The browser is away; the circuit waits for it or is thrown out. Nobody sees this page.
                await Task.Delay(Look, CancellationToken.None);
            }
#pragma warning disable CA1031 // the loop never dies: no sign of life is given while it fails, so the screen goes stale by itself, and heals here
            catch (Exception fault)
#pragma warning restore CA1031
            {
                LogFault(Log, fault, GetType().Name);
                failing.Add(step);
                backOff = Longer(backOff);
            }
        }
    }

    private static TimeSpan Longer(TimeSpan backOff) => TimeSpan.FromSeconds(Math.Clamp(backOff.TotalSeconds * 2, 1, 15));

    private async Task LookAsync(CancellationToken cancellation)
    {
        var current = await Access.CurrentAsync(Actor);
        if (current.Refusal is { } ended)
        {
            Leave(ended.Code);
        }
        else
        {
            await HandOverAsync();
            await GiveSignAsync();
        }

        await Task.Delay(Look, Clock, cancellation);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Page} could not follow a change; it loads again")]
    private static partial void LogFault(ILogger logger, Exception fault, string page);
}
