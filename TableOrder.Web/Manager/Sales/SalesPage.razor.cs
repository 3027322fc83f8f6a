using Microsoft.AspNetCore.Components;
using TableOrder.Core;
using TableOrder.Core.Calls;
using TableOrder.Core.Menu;
using TableOrder.Core.Seating;
using TableOrder.Core.Settings;
using TableOrder.Core.Statistics;
using TableOrder.Web.Layout;

namespace TableOrder.Web.Manager.Sales;

/// <summary>What was sold, when and how fast: any period beside the one before, from kept figures alone. Its period stands in the address; figures of a period that runs move by themselves.</summary>
public sealed partial class SalesPage
{
    /// <summary>A long period is a bigger read, and one order moves it little.</summary>
    private const int LongDays = 62;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongPause = TimeSpan.FromSeconds(10);
    private SalesPeriod? period;
    private SalesFigures? sales;
    private Refusal? refusal;
    private IReadOnlyList<Station> stations = [];
    private DateTimeOffset readAt;
    private bool isStale;

    /// <summary>From the address.</summary>
    [SupplyParameterFromQuery(Name = "period")]
    private string? PeriodAsked { get; set; }

    /// <inheritdoc cref="PeriodAsked"/>
    [SupplyParameterFromQuery(Name = "day")]
    private string? DayAsked { get; set; }

    /// <inheritdoc cref="PeriodAsked"/>
    [SupplyParameterFromQuery(Name = "from")]
    private string? FromAsked { get; set; }

    /// <inheritdoc cref="PeriodAsked"/>
    [SupplyParameterFromQuery(Name = "to")]
    private string? ToAsked { get; set; }

    /// <inheritdoc/>
    protected override IReadOnlyList<string> Own { get; } =
    [SeatingDesk.TablesTopic, .. MenuReader.Watched, .. CallReader.Watched, .. SettingsReader.Watched];

    [Inject]
    private StatisticsReader Kept { get; set; } = null!;

    [Inject]
    private MenuReader Menus { get; set; } = null!;

    private SalesAddress Asked => new(PeriodAsked, DayAsked, FromAsked, ToAsked);

    /// <summary>Where another language leads back to.</summary>
    private string Here => period is null || string.IsNullOrEmpty(PeriodAsked + DayAsked) ? SalesAddress.Path : SalesAddress.AddressOf(period);

    private Trade Now => Trade.Sum(sales!.Days.Where(day => sales.Period.Days.Holds(day.Key)).Select(day => Trade.Of(day.Value)));

    private string CallsWhat =>
        sales!.Calls is { Median: { } median } calls ? T["CallsWhat", Count(calls.Answered), median.Clock(), Count(calls.Ended)] : T["CallsNone"];

    private TimeSpan Rest => period is { Days.Count: <= LongDays } some && some.Days.Holds(Today) ? Pause : LongPause;

    /// <inheritdoc/>
    protected override IEnumerable<Func<CancellationToken, Task>> Follow() => [.. base.Follow(), FollowTimeAsync];

    /// <inheritdoc/>
    protected override Task CountedAsync() => ReadAsync();

    /// <summary>In a rush one read tells of many changes.</summary>
    protected override async Task ReadAsync()
    {
        if (sales is not null && Clock.GetUtcNow() - readAt < Rest)
        {
            isStale = true;
            return;
        }

        (readAt, isStale) = (Clock.GetUtcNow(), false);
        if (Asked.Read(Today).Succeeded(out period, out refusal))
        {
            sales = (await Kept.SalesAsync(Actor, period)).Value;
            stations = (await Menus.GetAsync(Actor)).Value.Menu.Stations;
        }
    }

    /// <summary>What was put off is read, and what is compared moves with every half hour though nothing has happened.</summary>
    private async Task FollowTimeAsync(CancellationToken cancellation)
    {
        if (sales is not null && Clock.GetUtcNow() - readAt >= Rest && (isStale || House.HalfHour(Clock.GetUtcNow()) != sales.HalfHour))
        {
            await ReadAsync();
            StateHasChanged();
        }

        await Task.Delay(Pause, Clock, cancellation);
    }

    private string Amount(Money amount) => amount.Here(House.Currency);

    /// <summary>What is like: of a period that runs only what is comparable.</summary>
    private Change? Like(Func<Trade, long> figure) => Change.Of(figure(sales!.Like), figure(sales.LikeBefore));

    /// <summary>What is kept by whole days is compared by whole periods only.</summary>
    private Change? Whole(Func<DayFigures, long> figure) => sales!.Compared.IsRunning ? null : Change.Of(figure(sales.Sum), figure(sales.SumBefore));

    private string Was(string before) => T[sales!.Compared.IsRunning ? "WasByThen" : "Was", before];

    private string WasInAll(string before) => T[sales!.Compared.IsRunning ? "WasInAll" : "Was", before];
}
