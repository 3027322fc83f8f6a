using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using TableOrder.Core;
using TableOrder.Core.Ordering;
using TableOrder.Core.Seating;
using TableOrder.Core.Settings;
using TableOrder.Core.Statistics;
using TableOrder.Web.Live;

namespace TableOrder.Web.Manager;

/// <summary>
/// All orders there ever were, newest first, by business day. What is on the screen is at any time what the filter finds from the newest order down to where
/// the reader has come: it changes order by order, and never by reading the list again.
/// </summary>
public sealed partial class HistoryPage
{
    private const int PageSize = 50;

    /// <summary>A screen holds so many; further back it is quicker to name the day.</summary>
    private const int MostShown = 1000;

    /// <summary>A page may end early where a filter finds little; so many are asked for before the reader is.</summary>
    private const int MostTries = 10;
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan FiguresLook = TimeSpan.FromSeconds(5);
    private OrderWatch watch = null!;
    private RestaurantSettings house = null!;
    private IReadOnlyList<TableView> tables = [];
    private IReadOnlyDictionary<DateOnly, DayFigures> figures = new Dictionary<DateOnly, DayFigures>();
    private HistoryFilter filter = new();
    private OrderCursor? next;
    private int wanted = PageSize;
    private Refusal? refusal;
    private bool busy;
    private string said = "";

    /// <summary>From the address, where somebody kept or sent it.</summary>
    [SupplyParameterFromQuery(Name = "status")]
    private string? Status { get; set; }

    /// <inheritdoc cref="Status"/>
    [SupplyParameterFromQuery(Name = "table")]
    private string? Table { get; set; }

    /// <inheritdoc cref="Status"/>
    [SupplyParameterFromQuery(Name = "day")]
    private string? Day { get; set; }

    [Inject]
    private Visitor Visitor { get; set; } = null!;

    [Inject]
    private OrderReader Orders { get; set; } = null!;

    [Inject]
    private SeatingReader Seatings { get; set; } = null!;

    [Inject]
    private StatisticsReader Statistics { get; set; } = null!;

    [Inject]
    private SettingsReader Settings { get; set; } = null!;

    [Inject]
    private IJSRuntime Browser { get; set; } = null!;

    private IEnumerable<Order> Newest => watch.Orders.Values.OrderByDescending(order => order.BusinessDay).ThenByDescending(order => order.Number);

    private IEnumerable<IGrouping<DateOnly, Order>> Days => Newest.GroupBy(order => order.BusinessDay);

    private string Today => new HistoryFilter(Day: house.BusinessDay(Clock.GetUtcNow())).DayText;

    /// <inheritdoc/>
    protected override async Task LoadAsync()
    {
        if (watch is null)
        {
            Actor = await Visitor.StaffAsync();
            filter = HistoryFilter.Of(Status, Table, Day);
            watch = new OrderWatch(Feed, Orders, Actor, _ => true, Belongs);
        }

        house = (await Settings.GetAsync(Actor)).Value;
        tables = (await Seatings.TablesAsync(Actor)).Value;
        if ((await ReadAsync()).Refusal is { } ended)
        {
            Leave(ended.Code);
        }
    }

    /// <inheritdoc/>
    protected override IEnumerable<Func<CancellationToken, Task>> Follow() => [FollowOrdersAsync, FollowFiguresAsync];

    private static string Count(int count) => count.ToString("N0", CultureInfo.CurrentCulture);

    private static string DayName(DateOnly day) => day.ToString("D", CultureInfo.CurrentCulture);

    private bool Belongs(Order order) =>
        filter.Query.Holds(order) && (next is not { } end || (order.BusinessDay, order.Number).CompareTo((end.Day, end.Number)) >= 0);

    private async Task FollowOrdersAsync(CancellationToken cancellation)
    {
        await watch.NextAsync(cancellation);
        if (watch.Orders.Count > wanted)
        {
            // What came on top pushes as many off the end: a screen that stands open for weeks does not grow.
            var shown = Newest.ToList();
            watch.Forget(shown.Skip(wanted).Select(order => order.Id));
            next = new OrderCursor(shown[wanted - 1].BusinessDay, shown[wanted - 1].Number);
        }

        await CountAsync();
        StateHasChanged();
        await Task.Delay(Breath, cancellation);
    }

    /// <summary>A day's figures also count orders further down than the screen reaches.</summary>
    private async Task FollowFiguresAsync(CancellationToken cancellation)
    {
        await Task.Delay(FiguresLook, Clock, cancellation);
        var before = figures;
        await CountAsync();
        if (!figures.OrderBy(day => day.Key).SequenceEqual(before.OrderBy(day => day.Key)))
        {
            StateHasChanged();
        }
    }

    private Task FilterAsync(HistoryFilter chosen)
    {
        (filter, wanted) = (chosen, PageSize);
        return AgainAsync();
    }

    private async Task AgainAsync()
    {
        await WorkAsync(ReadAsync);
        if (refusal is not null)
        {
            // Nothing is shown rather than what another filter found.
            watch.Forget([.. watch.Orders.Keys]);
            next = null;
        }

        await Browser.InvokeVoidAsync("tableOrder.address", filter.Address);
    }

    private Task MoreAsync()
    {
        wanted = Math.Min(watch.Orders.Count + PageSize, MostShown);
        return WorkAsync(FillAsync);
    }

    /// <summary>Shows that it works, if it takes long enough to be seen.</summary>
    private async Task WorkAsync(Func<Task<Outcome<int>>> work)
    {
        busy = true;
        StateHasChanged();
        await Task.Yield();
        var answer = await TryAsync(work);
        refusal = answer.Refusal;
        said = refusal is null ? T["HistoryShown", Count(answer.Value)] : "";
        busy = false;
    }

    /// <summary>The list from its beginning.</summary>
    private async Task<Outcome<int>> ReadAsync()
    {
        var denied = await watch.LoadAsync(() => PageAsync(after: null));
        return denied is null ? await FillAsync() : denied;
    }

    /// <summary>On from where the list ends, until the screen has as many as are wanted.</summary>
    private async Task<Outcome<int>> FillAsync()
    {
        for (var tries = 0; tries < MostTries && next is not null && watch.Orders.Count < wanted; tries++)
        {
            var read = await PageAsync(next);
            if (!read.Succeeded(out var page, out var denied))
            {
                return denied;
            }

            watch.Add(page.Items);
        }

        await CountAsync();
        return watch.Orders.Count;
    }

    private async Task<Outcome<OrderPage>> PageAsync(OrderCursor? after)
    {
        var have = after is null ? 0 : watch.Orders.Count;
        var query = filter.Query with { After = after, Limit = Math.Clamp(wanted - have, 1, OrderQuery.MostPerPage) };
        var read = await Orders.ListAsync(Actor, query);
        next = read.Refusal is null ? read.Value.Next : next;
        return read;
    }

    /// <summary>What is kept of the days on the screen: one small read.</summary>
    private async Task CountAsync()
    {
        if (watch.Orders.Count > 0 && filter.ShowsWholeDays)
        {
            var days = watch.Orders.Values.Select(order => order.BusinessDay).ToList();
            figures = (await Statistics.DaysAsync(Actor, days.Min(), days.Max())).Value;
        }
    }
}
