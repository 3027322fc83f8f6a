using System.Globalization;
using Microsoft.AspNetCore.Components;
using TableOrder.Core;
using TableOrder.Core.Access;
using TableOrder.Core.Calls;
using TableOrder.Core.Feed;
using TableOrder.Core.Menu;
using TableOrder.Core.Ordering;
using TableOrder.Core.Seating;
using TableOrder.Core.Settings;
using TableOrder.Core.Statistics;
using TableOrder.Web.Floor;
using TableOrder.Web.Live;

namespace TableOrder.Web.Manager;

/// <summary>The manager's dashboard: today's kept figures, the floor and the orders, live.</summary>
public sealed partial class ManagerPage
{
    /// <summary>So many finished orders stay in the list beside the open ones.</summary>
    private const int KeptDone = 40;

    /// <summary>In a rush one render tells of many changes.</summary>
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan DayLook = TimeSpan.FromSeconds(5);
    private static readonly (Filter, string)[] Filters = [(Filter.Open, "FilterOpen"), (Filter.Done, "FilterDone"), (Filter.All, "FilterAll")];
    private static readonly IReadOnlyList<string> TableTopics = [SeatingDesk.TablesTopic, .. CallReader.Watched];
    private readonly FloorNews news = new(tellsReady: false);
    private OrderWatch watch = null!;
    private RestaurantSettings house = null!;
    private MenuSnapshot menu = null!;
    private DayFigures figures;
    private DateOnly day;
    private IReadOnlyList<TableView> tables = [];
    private ILookup<Guid, Order> open = Array.Empty<Order>().ToLookup(order => order.SeatingId);
    private IReadOnlyList<Call> calls = [];
    private int answered;
    private Filter filter = Filter.Open;
    private Refusal? refusal;
    private long tablesVersion;

    private enum Filter
    {
        Open,
        Done,
        All,
    }

    [Inject]
    private Visitor Visitor { get; set; } = null!;

    [Inject]
    private OrderReader Orders { get; set; } = null!;

    [Inject]
    private OrderDesk Desk { get; set; } = null!;

    [Inject]
    private SeatingReader Seatings { get; set; } = null!;

    [Inject]
    private CallReader CallReader { get; set; } = null!;

    [Inject]
    private CallDesk CallDesk { get; set; } = null!;

    [Inject]
    private StatisticsReader Statistics { get; set; } = null!;

    [Inject]
    private SettingsReader Settings { get; set; } = null!;

    [Inject]
    private MenuReader Menu { get; set; } = null!;

    [Inject]
    private Topics Topics { get; set; } = null!;

    private IEnumerable<Order> Shown =>
        watch
            .Orders.Values.Where(order => filter == Filter.All || order.IsOpen == (filter == Filter.Open))
            .OrderByDescending(order => order.BusinessDay)
            .ThenByDescending(order => order.Number);

    /// <inheritdoc/>
    protected override async Task LoadAsync()
    {
        Actor = await Visitor.StaffAsync();
        house = (await Settings.GetAsync(Actor)).Value;
        watch ??= new OrderWatch(Feed, Orders, Actor, _ => true, _ => true);
        if (await watch.LoadAsync(() => Orders.OpenAsync(Actor, KeptDone)) is { } ended)
        {
            Leave(ended.Code);
            return;
        }

        menu = (await Menu.GetAsync(Actor)).Value.Menu;
        tablesVersion = await Topics.VersionAsync(TableTopics);
        await CountAsync();
    }

    /// <inheritdoc/>
    protected override IEnumerable<Func<CancellationToken, Task>> Follow() => [FollowOrdersAsync, FollowTablesAsync, FollowDayAsync];

    private static string Count(int count) => count.ToString("N0", CultureInfo.CurrentCulture);

    private async Task FollowOrdersAsync(CancellationToken cancellation)
    {
        await watch.NextAsync(cancellation);
        var done = watch
            .Orders.Values.Where(order => !order.IsOpen)
            .OrderByDescending(order => order.BusinessDay)
            .ThenByDescending(order => order.Number);
        watch.Forget([.. done.Skip(KeptDone).Select(order => order.Id)]);
        await CountAsync();
        StateHasChanged();
        await Task.Delay(Breath, cancellation);
    }

    private async Task FollowTablesAsync(CancellationToken cancellation)
    {
        tablesVersion = await Topics.ChangedAsync(TableTopics, tablesVersion, cancellation);
        await CountAsync();
        StateHasChanged();
    }

    /// <summary>At the end of the business day "today" is another day, though nothing has happened.</summary>
    private async Task FollowDayAsync(CancellationToken cancellation)
    {
        if (house.BusinessDay(Clock.GetUtcNow()) != day)
        {
            await CountAsync();
            StateHasChanged();
        }

        await Task.Delay(DayLook, Clock, cancellation);
    }

    /// <summary>Kept figures, who sits where and who calls: three small reads, however many orders there are.</summary>
    private async Task CountAsync()
    {
        day = house.BusinessDay(Clock.GetUtcNow());
        figures = (await Statistics.TodayAsync(Actor)).Value;
        tables = (await Seatings.TablesAsync(Actor)).Value;
        var board = (await CallReader.BoardAsync(Actor)).Value;
        (calls, answered) = ([.. board.Calls.Where(call => call.State == CallState.Waiting)], board.Confirmed);
        open = watch.Orders.Values.Where(order => order.IsOpen).ToLookup(order => order.SeatingId);
        news.See(calls, [], Clock.GetUtcNow());
    }

    private async Task ComeAsync(Guid call) => refusal = (await TryAsync(() => CallDesk.ConfirmAsync(Actor, call))).Refusal;

    private async Task ServeAsync(Guid id)
    {
        refusal = (await TryAsync(() => Desk.StepAsync(Actor, new StepOrder(id, LineStatus.Served)))).Refusal;
    }
}
