using System.Globalization;
using Microsoft.AspNetCore.Components;
using TableOrder.Core;
using TableOrder.Core.Menu;
using TableOrder.Core.Ordering;
using TableOrder.Core.Seating;
using TableOrder.Core.Statistics;
using TableOrder.Web.Live;

namespace TableOrder.Web.Manager;

/// <summary>The manager's dashboard: today's kept figures, the floor and the orders, live.</summary>
public sealed partial class ManagerPage
{
    /// <summary>So many finished orders stay in the list beside the open ones.</summary>
    private const int KeptDone = 40;

    /// <summary>In a rush one render tells of many changes.</summary>
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(100);
    private static readonly (Filter, string)[] Filters = [(Filter.Open, "FilterOpen"), (Filter.Done, "FilterDone"), (Filter.All, "FilterAll")];
    private OrderWatch watch = null!;
    private static readonly TimeSpan PaceLook = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan AsUsual = TimeSpan.FromSeconds(10);
    private ServicePace pace;
    private MenuSnapshot menu = null!;
    private IReadOnlyList<TableView> tables = [];
    private ILookup<Guid, Order> open = Array.Empty<Order>().ToLookup(order => order.SeatingId);
    private HalfHourMap heat = null!;
    private (int Orders, Money Sales) counted;
    private Filter filter = Filter.Open;

    private enum Filter
    {
        Open,
        Done,
        All,
    }

    /// <inheritdoc/>
    protected override IReadOnlyList<string> Own => [SeatingDesk.TablesTopic];

    [Inject]
    private OrderReader Orders { get; set; } = null!;

    [Inject]
    private OrderDesk Desk { get; set; } = null!;

    [Inject]
    private SeatingReader Seatings { get; set; } = null!;

    [Inject]
    private MenuReader Menu { get; set; } = null!;

    [Inject]
    private StatisticsReader Kept { get; set; } = null!;

    /// <summary>Today's kitchen beside the usual one.</summary>
    private (string Words, string? Trend) Compared =>
        pace switch
        {
            { Kitchen: null } => (R["KitchenNone"], null),
            { Usual: null } => (R["KitchenFirst"], null),
            { Kitchen: { } today, Usual: { } usual } when (today - usual).Duration() < AsUsual => (R["KitchenUsual"], null),
            { Kitchen: { } today, Usual: { } usual } when today > usual => (R["KitchenSlower", Told(today - usual)], "bad"),
            _ => (R["KitchenFaster", Told(pace.Usual - pace.Kitchen)], "good"),
        };

    private IEnumerable<Order> Shown =>
        watch
            .Orders.Values.Where(order => filter == Filter.All || order.IsOpen == (filter == Filter.Open))
            .OrderByDescending(order => order.BusinessDay)
            .ThenByDescending(order => order.Number);

    /// <inheritdoc/>
    protected override async Task LoadAsync()
    {
        await base.LoadAsync();
        watch ??= new OrderWatch(Feed, Orders, Actor, _ => true, _ => true);
        if (await watch.LoadAsync(() => Orders.OpenAsync(Actor, KeptDone)) is { } ended)
        {
            Leave(ended.Code);
            return;
        }

        menu = (await Menu.GetAsync(Actor)).Value.Menu;
        pace = (await Kept.PaceAsync(Actor)).Value;
        await LookAtHoursAsync();
        Look();
    }

    /// <inheritdoc/>
    protected override IEnumerable<Func<CancellationToken, Task>> Follow() => [.. base.Follow(), FollowOrdersAsync, FollowPaceAsync];

    /// <inheritdoc/>
    protected override async Task ReadAsync() => tables = (await Seatings.TablesAsync(Actor)).Value;

    private async Task FollowOrdersAsync(CancellationToken cancellation)
    {
        await watch.NextAsync(cancellation);
        var done = watch
            .Orders.Values.Where(order => !order.IsOpen)
            .OrderByDescending(order => order.BusinessDay)
            .ThenByDescending(order => order.Number);
        watch.Forget([.. done.Skip(KeptDone).Select(order => order.Id)]);
        await ReadAsync();
        Look();
        StateHasChanged();
        await Task.Delay(Breath, cancellation);
    }

    /// <summary>Medians move slowly: a look now and then is enough, and no order asks for one.</summary>
    private async Task FollowPaceAsync(CancellationToken cancellation)
    {
        var before = pace;
        pace = (await Kept.PaceAsync(Actor)).Value;
        var isMore = counted != (Figures.Orders, Figures.Sales);
        if (isMore)
        {
            await LookAtHoursAsync();
        }

        if (isMore || pace != before)
        {
            StateHasChanged();
        }

        await Task.Delay(PaceLook, Clock, cancellation);
    }

    /// <summary>The map is another one only where something was ordered or taken back.</summary>
    private async Task LookAtHoursAsync()
    {
        counted = (Figures.Orders, Figures.Sales);
        heat = (await Kept.HeatAsync(Actor)).Value;
    }

    /// <summary>Minutes and seconds, such as 7:48.</summary>
    private static string Told(TimeSpan? time) =>
        time is { } known ? string.Create(CultureInfo.InvariantCulture, $"{(int)known.TotalMinutes}:{known.Seconds:00}") : "–";

    private void Look() => open = watch.Orders.Values.Where(order => order.IsOpen).ToLookup(order => order.SeatingId);

    private Task<bool> ServeAsync(Guid id) => SayAsync(() => Desk.StepAsync(Actor, new StepOrder(id, LineStatus.Served)));
}
