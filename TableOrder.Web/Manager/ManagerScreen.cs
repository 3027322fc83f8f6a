using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using TableOrder.Core;
using TableOrder.Core.Calls;
using TableOrder.Core.Feed;
using TableOrder.Core.Settings;
using TableOrder.Core.Statistics;
using TableOrder.Web.Floor;
using TableOrder.Web.Layout;
using TableOrder.Web.Live;

namespace TableOrder.Web.Manager;

/// <summary>
/// What every page of the manager shares: the restaurant, how many orders are open and calls wait, and a toast for a new call. Each is a small read, however many orders there were.
/// A page reads what is its own in <see cref="ReadAsync"/>: at the first look, and again whenever one of its topics rises.
/// </summary>
public abstract class ManagerScreen : LivePage
{
    /// <summary>In a rush one look tells of many changes.</summary>
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan DayLook = TimeSpan.FromSeconds(5);
    private static readonly IReadOnlyList<string> Shared = [.. SettingsReader.Watched, .. CallReader.Watched];
    private FeedCursor? cursor;
    private long sharedVersion;
    private long ownVersion;

    /// <summary>The restaurant.</summary>
    public RestaurantSettings House { get; private set; } = null!;

    /// <summary>The figures of the business day that runs now.</summary>
    public DayFigures Figures { get; private set; }

    /// <summary>The business day that runs now.</summary>
    public DateOnly Today { get; private set; }

    /// <summary>The calls that wait, the oldest first.</summary>
    public IReadOnlyList<Call> Calls { get; private set; } = [];

    /// <summary>How many calls somebody has answered today.</summary>
    public int Answered { get; private set; }

    /// <summary>What is news.</summary>
    public FloorNews News { get; } = new(tellsReady: false);

    /// <summary>Why something was not done, in a sentence; null where nothing is to be said.</summary>
    public string? Refused { get; set; }

    /// <summary>What was done, for whoever hears the page instead of seeing it; shown for a moment, too.</summary>
    public string Said { get; private set; } = "";

    /// <summary>Something takes its time.</summary>
    public bool IsBusy { get; private set; }

    /// <summary>The topics that the page compares, beside those that every page does.</summary>
    protected virtual IReadOnlyList<string> Own => [];

    /// <summary>Words of all screens.</summary>
    [Inject]
    protected IStringLocalizer<CommonTexts> Common { get; set; } = null!;

    [Inject]
    private Visitor Visitor { get; set; } = null!;

    [Inject]
    private SettingsReader Settings { get; set; } = null!;

    [Inject]
    private StatisticsReader Statistics { get; set; } = null!;

    [Inject]
    private CallReader CallReader { get; set; } = null!;

    [Inject]
    private CallDesk CallDesk { get; set; } = null!;

    [Inject]
    private Topics Topics { get; set; } = null!;

    /// <summary>Somebody comes to a call.</summary>
    public Task ComeAsync(Guid call) => SayAsync(() => CallDesk.ConfirmAsync(Actor, call));

    /// <summary>Somebody has read why something was not done.</summary>
    public void Forget()
    {
        Refused = null;
        StateHasChanged();
    }

    /// <inheritdoc/>
    protected override async Task LoadAsync()
    {
        Actor = await Visitor.StaffAsync();
        House = (await Settings.GetAsync(Actor)).Value;
        var opened = await Feed.OpenAsync(Actor, after: null);
        if (!opened.Succeeded(out cursor, out var ended))
        {
            Leave(ended.Code);
            return;
        }

        // Before the looks: a change in between is seen as another version.
        sharedVersion = await Topics.VersionAsync(Shared);
        ownVersion = Own.Count == 0 ? 0 : await Topics.VersionAsync(Own);
        await CountAsync();
        await ReadAsync();
    }

    /// <inheritdoc/>
    protected override IEnumerable<Func<CancellationToken, Task>> Follow()
    {
        yield return FollowCountsAsync;
        yield return FollowSharedAsync;
        yield return FollowDayAsync;
        if (Own.Count > 0)
        {
            yield return FollowOwnAsync;
        }
    }

    /// <summary>Reads what the page shows beside what all of them do.</summary>
    protected virtual Task ReadAsync() => Task.CompletedTask;

    /// <summary>Called when an order changed and the counts were read anew; for pages that show figures of the running day.</summary>
    protected virtual Task CountedAsync() => Task.CompletedTask;

    /// <summary>A number as it is read here.</summary>
    protected static string Count(long count) => count.ToString("N0", CultureInfo.CurrentCulture);

    /// <summary>Carries something out, shows that it takes its time; false, and said at the page's edge, where it could not be.</summary>
    protected async Task<bool> SayAsync<T>(Func<Task<Outcome<T>>> command, string said = "")
    {
        Refused = await WhyNotAsync(command);
        Said = Refused is null ? said : "";
        return Refused is null;
    }

    /// <summary>Says that something was done.</summary>
    protected void Say(string said) => Said = said;

    /// <summary>Carries something out; gives the reason where it could not be.</summary>
    protected async Task<string?> WhyNotAsync<T>(Func<Task<Outcome<T>>> command)
    {
        IsBusy = true;
        StateHasChanged();
        try
        {
            return (await TryAsync(command)).Refusal is { } refusal ? Common.Of(refusal) : null;
        }
        finally
        {
            IsBusy = false;
            StateHasChanged();
        }
    }

    private async Task FollowCountsAsync(CancellationToken cancellation)
    {
        await cursor!.WaitAsync(cancellation);
        await cursor.ReadAsync();
        await CountAsync();
        await CountedAsync();
        StateHasChanged();
        await Task.Delay(Breath, cancellation);
    }

    private async Task FollowSharedAsync(CancellationToken cancellation)
    {
        sharedVersion = await Topics.ChangedAsync(Shared, sharedVersion, cancellation);
        House = (await Settings.GetAsync(Actor)).Value;
        await CountAsync();
        StateHasChanged();
    }

    private async Task FollowOwnAsync(CancellationToken cancellation)
    {
        ownVersion = await Topics.ChangedAsync(Own, ownVersion, cancellation);
        await ReadAsync();
        StateHasChanged();
    }

    /// <summary>At the end of the business day "today" is another day, though nothing has happened.</summary>
    private async Task FollowDayAsync(CancellationToken cancellation)
    {
        if (House.BusinessDay(Clock.GetUtcNow()) != Today)
        {
            await CountAsync();
            await CountedAsync();
            StateHasChanged();
        }

        await Task.Delay(DayLook, Clock, cancellation);
    }

    private async Task CountAsync()
    {
        Today = House.BusinessDay(Clock.GetUtcNow());
        Figures = (await Statistics.TodayAsync(Actor)).Value;
        var board = (await CallReader.BoardAsync(Actor)).Value;
        (Calls, Answered) = ([.. board.Calls.Where(call => call.State == CallState.Waiting)], board.Confirmed);
        News.See(Calls, [], Clock.GetUtcNow());
    }
}
