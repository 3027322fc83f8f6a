using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using TableOrder.Core;
using TableOrder.Core.Access;
using TableOrder.Core.Calls;
using TableOrder.Core.Feed;
using TableOrder.Core.Ordering;
using TableOrder.Core.Seating;
using TableOrder.Core.Settings;
using TableOrder.Web.Layout;
using TableOrder.Web.Live;

namespace TableOrder.Web.Floor;

/// <summary>What every page of a waiter shares: the tables, the calls, the open orders, and what is news of them; and the two things that are done in passing: to come, and to serve.</summary>
public abstract class FloorScreen : LivePage
{
    /// <summary>In a rush one render tells of many changes.</summary>
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(100);
    private OrderWatch? watch;

    /// <summary>The restaurant.</summary>
    protected RestaurantSettings House { get; private set; } = null!;

    /// <summary>Every table, in the order of the plan.</summary>
    protected IReadOnlyList<TableView> Tables { get; private set; } = [];

    /// <summary>The open orders of each party.</summary>
    protected ILookup<Guid, Order> Open { get; private set; } = Array.Empty<Order>().ToLookup(order => order.SeatingId);

    /// <summary>The calls that wait, the oldest first.</summary>
    protected IReadOnlyList<Call> Calls { get; private set; } = [];

    /// <summary>How many calls somebody has answered today.</summary>
    protected int Answered { get; private set; }

    /// <summary>What is news.</summary>
    protected FloorNews News { get; } = new();

    /// <summary>Why something was not done, in a sentence; null where nothing is to be said.</summary>
    protected string? Refused { get; set; }

    /// <summary>The orders that the page holds.</summary>
    protected OrderWatch Watch => watch!;

    /// <summary>The version of what the page compares.</summary>
    protected long Version { get; set; }

    /// <summary>What the page compares.</summary>
    protected virtual IReadOnlyList<string> Watched => [SeatingDesk.TablesTopic, .. CallReader.Watched];

    /// <summary>Where orders are read.</summary>
    [Inject]
    protected OrderReader Orders { get; set; } = null!;

    /// <summary>Where orders are moved on and taken back.</summary>
    [Inject]
    protected OrderDesk Desk { get; set; } = null!;

    /// <summary>Who sits where.</summary>
    [Inject]
    protected SeatingReader Seatings { get; set; } = null!;

    /// <summary>What is compared instead of listened to.</summary>
    [Inject]
    protected Topics Topics { get; set; } = null!;

    /// <summary>Words of all screens.</summary>
    [Inject]
    protected IStringLocalizer<CommonTexts> Common { get; set; } = null!;

    [Inject]
    private Visitor Visitor { get; set; } = null!;

    [Inject]
    private SettingsReader Settings { get; set; } = null!;

    [Inject]
    private CallReader CallReader { get; set; } = null!;

    [Inject]
    private CallDesk CallDesk { get; set; } = null!;

    /// <inheritdoc/>
    protected override async Task LoadAsync()
    {
        Actor = await Visitor.StaffAsync();
        House = (await Settings.GetAsync(Actor)).Value;
        watch ??= new OrderWatch(Feed, Orders, Actor, _ => true, Holds);
        if (await watch.LoadAsync(() => Orders.OpenAsync(Actor, newestOthers: 0)) is { } ended)
        {
            Leave(ended.Code);
            return;
        }

        // Before the look: a change in between is seen as another version.
        Version = await Topics.VersionAsync(Watched);
        await ReadAsync();
    }

    /// <inheritdoc/>
    protected override IEnumerable<Func<CancellationToken, Task>> Follow() => [FollowOrdersAsync, FollowTopicsAsync];

    /// <summary>Whether an order stands on this page.</summary>
    protected virtual bool Holds(Order order) => order.IsOpen;

    /// <summary>Reads what the page shows beside its orders.</summary>
    protected virtual async Task ReadAsync()
    {
        Tables = (await Seatings.TablesAsync(Actor)).Value;
        var board = (await CallReader.BoardAsync(Actor)).Value;
        (Calls, Answered) = ([.. board.Calls.Where(call => call.State == CallState.Waiting)], board.Confirmed);
        Open = Watch.Orders.Values.Where(order => order.IsOpen).OrderBy(order => order.PlacedAt).ToLookup(order => order.SeatingId);
        News.See(Calls, Watch.Orders.Values, Clock.GetUtcNow());
    }

    /// <summary>Somebody comes to a call.</summary>
    protected Task ComeAsync(Guid call) => SayAsync(() => CallDesk.ConfirmAsync(Actor, call));

    /// <summary>Somebody has carried lines. All that is left of an order in one step; else each by itself: what the kitchen still makes stays there.</summary>
    protected async Task ServeAsync(CarriedLines carried)
    {
        var order = carried.Order;
        var isRest = order.Lines.All(line =>
            line.Status is LineStatus.Held or LineStatus.Served or LineStatus.Cancelled || carried.Lines.Contains(line.Id)
        );
        IEnumerable<Guid?> steps = isRest ? [null] : carried.Lines.Select(line => (Guid?)line);
        foreach (var line in steps)
        {
            if (!await SayAsync(() => Desk.StepAsync(Actor, new StepOrder(order.Id, LineStatus.Served) { LineId = line, Seen = order.Version })))
            {
                return;
            }
        }
    }

    /// <summary>Carries something out; false, and said at the page's edge, where it could not be.</summary>
    protected async Task<bool> SayAsync<T>(Func<Task<Outcome<T>>> command) => (Refused = await WhyNotAsync(command)) is null;

    /// <summary>Carries something out; gives the reason where it could not be.</summary>
    protected async Task<string?> WhyNotAsync<T>(Func<Task<Outcome<T>>> command) =>
        (await TryAsync(command)).Refusal is { } refusal ? Common.Of(refusal) : null;

    private async Task FollowOrdersAsync(CancellationToken cancellation)
    {
        await Watch.NextAsync(cancellation);
        await ReadAsync();
        StateHasChanged();
        await Task.Delay(Breath, cancellation);
    }

    private async Task FollowTopicsAsync(CancellationToken cancellation)
    {
        Version = await Topics.ChangedAsync(Watched, Version, cancellation);
        await ReadAsync();
        StateHasChanged();
    }
}
