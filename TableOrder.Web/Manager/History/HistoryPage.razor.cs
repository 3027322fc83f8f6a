using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using TableOrder.Core;
using TableOrder.Core.Menu;
using TableOrder.Core.Ordering;
using TableOrder.Core.Seating;
using TableOrder.Core.Settings;
using TableOrder.Core.Statistics;
using TableOrder.Web.Layout;
using TableOrder.Web.Live;

namespace TableOrder.Web.Manager.History;

/// <summary>What goes on now, and all orders there ever were, newest first, by business day.</summary>
public sealed partial class HistoryPage
{
    /// <summary>In a rush one render tells of many changes.</summary>
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan FiguresLook = TimeSpan.FromSeconds(5);
    private static readonly (bool? Open, string Name)[] Which = [(null, "FilterAll"), (true, "FilterOpen"), (false, "FilterDone")];
    private OrderWatch live = null!;
    private MenuSnapshot menu = null!;
    private HistoryList list = null!;
    private IReadOnlyList<TableView> tables = [];
    private IReadOnlyDictionary<DateOnly, DayFigures> figures = new Dictionary<DateOnly, DayFigures>();
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

    /// <inheritdoc cref="Status"/>
    [SupplyParameterFromQuery(Name = "open")]
    private string? OpenOnly { get; set; }

    /// <inheritdoc cref="Status"/>
    [SupplyParameterFromQuery(Name = "number")]
    private string? Number { get; set; }

    /// <inheritdoc cref="Status"/>
    [SupplyParameterFromQuery(Name = "item")]
    private string[]? Items { get; set; }

    /// <inheritdoc cref="Status"/>
    [SupplyParameterFromQuery(Name = "amount")]
    private string? Amount { get; set; }

    [Inject]
    private MenuReader Menu { get; set; } = null!;

    [Inject]
    private OrderReader Orders { get; set; } = null!;

    [Inject]
    private SeatingReader Seatings { get; set; } = null!;

    [Inject]
    private StatisticsReader Kept { get; set; } = null!;

    [Inject]
    private IJSRuntime Browser { get; set; } = null!;

    private HistoryFilter Filter => list.Filter;

    private IReadOnlyList<Order> Open => [.. live.Orders.Values.OrderBy(order => order.BusinessDay).ThenBy(order => order.Number)];

    private string LastDay => new HistoryFilter(Day: Today).DayText;

    /// <inheritdoc/>
    protected override async Task LoadAsync()
    {
        await base.LoadAsync();
        list ??= new HistoryList(Feed, Orders, Actor, HistoryFilter.Of(Status, Table, Day).With(OpenOnly, Number, Items, Amount));
        live ??= new OrderWatch(Feed, Orders, Actor, _ => true, order => order.IsOpen);
        if ((await list.ReadAsync()).Refusal is { } ended || (ended = await live.LoadAsync(() => Orders.ExpoAsync(Actor))) is not null)
        {
            Leave(ended.Code);
            return;
        }

        await LookAtWordsAsync();
        await LookAtDaysAsync();
    }

    /// <inheritdoc/>
    protected override IEnumerable<Func<CancellationToken, Task>> Follow() =>
        [.. base.Follow(), FollowOrdersAsync, FollowOpenAsync, FollowFiguresAsync];

    private static string DayName(DateOnly day) => day.ToString("D", CultureInfo.CurrentCulture);

    private async Task FollowOrdersAsync(CancellationToken cancellation)
    {
        await list.NextAsync(cancellation);
        await LookAtDaysAsync();
        StateHasChanged();
        await Task.Delay(Breath, cancellation);
    }

    private async Task FollowOpenAsync(CancellationToken cancellation)
    {
        await live.NextAsync(cancellation);
        StateHasChanged();
        await Task.Delay(Breath, cancellation);
    }

    /// <summary>A day's figures also count orders further down than the screen reaches.</summary>
    private async Task FollowFiguresAsync(CancellationToken cancellation)
    {
        var before = figures;
        await LookAtDaysAsync();
        if (!figures.OrderBy(day => day.Key).SequenceEqual(before.OrderBy(day => day.Key)))
        {
            StateHasChanged();
        }

        await Task.Delay(FiguresLook, Clock, cancellation);
    }

    /// <summary>What a text in the search field can mean, by the tables and the menu of now.</summary>
    private async Task<IReadOnlyList<SearchMeaning>> AskAsync(string typed)
    {
        await LookAtWordsAsync();
        return new OrderSearch(tables, menu, House.Currency).Understand(typed);
    }

    private async Task LookAtWordsAsync()
    {
        tables = (await Seatings.TablesAsync(Actor)).Value;
        menu = (await Menu.GetAsync(Actor)).Value.Menu;
    }

    /// <summary>What a dish is called; one that is no longer on the menu as the orders on the screen call it.</summary>
    private string? NameOf(Guid dish) =>
        menu.Item(dish)?.Name.Here() ?? list.Newest.SelectMany(order => order.Lines).FirstOrDefault(line => line.MenuItemId == dish)?.Name.Here();

    private Task FilterAsync(HistoryFilter chosen)
    {
        list.Choose(chosen);
        return AgainAsync();
    }

    private async Task AgainAsync()
    {
        await WorkAsync(list.ReadAsync);
        await Browser.InvokeVoidAsync("tableOrder.address", Filter.Address);
    }

    private Task MoreAsync() => WorkAsync(list.MoreAsync);

    /// <summary>Shows that it works, if it takes long enough to be seen.</summary>
    private async Task WorkAsync(Func<Task<Outcome<int>>> work)
    {
        busy = true;
        StateHasChanged();
        await Task.Yield();
        var answer = await TryAsync(async () =>
        {
            var worked = await work();
            await LookAtDaysAsync();
            return worked;
        });
        refusal = answer.Refusal;
        said = refusal is null ? T["HistoryShown", Count(answer.Value)] : "";
        busy = false;
    }

    /// <summary>What is kept of the days on the screen: one small read.</summary>
    private async Task LookAtDaysAsync()
    {
        if (list.Count > 0 && Filter.ShowsWholeDays)
        {
            var days = list.Newest.Select(order => order.BusinessDay).ToList();
            figures = (await Kept.DaysAsync(Actor, days[^1], days[0])).Value;
        }
    }
}
