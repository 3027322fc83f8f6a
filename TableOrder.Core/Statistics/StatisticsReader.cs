using TableOrder.Core.Access;
using TableOrder.Core.Settings;
using TableOrder.Core.Storage;

namespace TableOrder.Core.Statistics;

/// <summary>Answers with kept figures; never counts orders.</summary>
public sealed class StatisticsReader
{
    /// <summary>The most business days of one question.</summary>
    public const int MostDays = 400;
    private const int DaysOfAWeek = 7;
    private static readonly TimeSpan SellersKept = TimeSpan.FromMinutes(5);
    private readonly ReadPool reads;
    private readonly SettingsReader settings;
    private readonly TimeProvider clock;
    private volatile Sellers? sellers;

    internal StatisticsReader(ReadPool reads, SettingsReader settings, TimeProvider clock) =>
        (this.reads, this.settings, this.clock) = (reads, settings, clock);

    /// <summary>The figures of the business day that runs now; all zero where nothing happened yet.</summary>
    public async Task<Outcome<DayFigures>> TodayAsync(Actor actor)
    {
        if (Rights.Refuse(actor, Right.ReadStatistics) is { } refusal)
        {
            return refusal;
        }

        var today = await BusinessDayAsync();
        return await reads.ReadAsync(session => StatisticsSql.Sum(session, today, today));
    }

    /// <summary>
    /// All figures of the business days from one to another, both included; a day left out is the one that runs now.
    /// Refuses days in the wrong order and more than <see cref="MostDays"/> of them.
    /// </summary>
    public async Task<Outcome<PeriodFigures>> GetAsync(Actor actor, DateOnly? from = null, DateOnly? to = null)
    {
        if (Rights.Refuse(actor, Right.ReadStatistics) is { } refusal)
        {
            return refusal;
        }

        var today = await BusinessDayAsync();
        var (first, last) = (from ?? today, to ?? today);
        if (first > last)
        {
            return Refusal.Bad("from", "Send a day that is not after to; a day left out is today.");
        }

        if (last.DayNumber - first.DayNumber >= MostDays)
        {
            return Refusal.Bad("to", $"Send at most {MostDays} days.");
        }

        return await reads.SnapshotAsync(session => new PeriodFigures(
            first,
            last,
            StatisticsSql.Sum(session, first, last),
            StatisticsSql.HalfHours(session, first, last),
            StatisticsSql.Top(session, first, last),
            PrepTimes.Medians(session, first, last)
        )
        {
            Calls = StatisticsSql.Calls(session, first, last),
        });
    }

    /// <summary>The figures of each business day from one to another, both included, in one read; a day without orders is left out.</summary>
    public async Task<Outcome<IReadOnlyDictionary<DateOnly, DayFigures>>> DaysAsync(Actor actor, DateOnly from, DateOnly to) =>
        Rights.Refuse(actor, Right.ReadStatistics) is { } refusal
            ? refusal
            : await reads.ReadAsync<Outcome<IReadOnlyDictionary<DateOnly, DayFigures>>>(session => StatisticsSql.DayByDay(session, from, to));

    /// <summary>All that a manager sees of a period, beside the one before it.</summary>
    public async Task<Outcome<SalesFigures>> SalesAsync(Actor actor, SalesPeriod period)
    {
        if (Rights.Refuse(actor, Right.ReadStatistics) is { } refusal)
        {
            return refusal;
        }

        var house = await settings.CurrentAsync();
        return await reads.SnapshotAsync(session => SalesSql.Read(session, house, period, clock.GetUtcNow()));
    }

    /// <summary>The half hours of a period in which something was ordered that is not cancelled, each with its business day; for tables that are taken away.</summary>
    public async Task<Outcome<IReadOnlyList<DayHalfHour>>> HalfHoursAsync(Actor actor, SalesPeriod period) =>
        Rights.Refuse(actor, Right.ReadStatistics) is { } refusal
            ? refusal
            : await reads.ReadAsync<Outcome<IReadOnlyList<DayHalfHour>>>(session =>
                SalesSql.HalfHours(session, period.Days).Where(half => half.Trade != default).ToList()
            );

    /// <summary>The map of half hours of the last four weeks, today among them: one read of kept figures.</summary>
    public async Task<Outcome<HalfHourMap>> HeatAsync(Actor actor)
    {
        if (Rights.Refuse(actor, Right.ReadStatistics) is { } refusal)
        {
            return refusal;
        }

        var (house, now) = (await settings.CurrentAsync(), clock.GetUtcNow());
        var today = house.BusinessDay(now);
        var window = HalfHourMaps.Window(new DayRange(today, today), today);
        return await reads.ReadAsync<Outcome<HalfHourMap>>(session => HalfHourMaps.Of(house, window, SalesSql.HalfHours(session, window), now));
    }

    /// <summary>How fast the kitchen is: today beside the seven business days before.</summary>
    public async Task<Outcome<KitchenSpeed>> KitchenSpeedAsync(Actor actor)
    {
        if (Rights.Refuse(actor, Right.ReadKitchen) is { } refusal)
        {
            return refusal;
        }

        var today = await BusinessDayAsync();
        return await reads.SnapshotAsync(session => KitchenSpeedSql.Read(session, today));
    }

    /// <summary>How fast the house is today: kitchen and answers to calls, as medians.</summary>
    public async Task<Outcome<ServicePace>> PaceAsync(Actor actor)
    {
        if (Rights.Refuse(actor, Right.ReadStatistics) is { } refusal)
        {
            return refusal;
        }

        var today = await BusinessDayAsync();
        return await reads.SnapshotAsync<Outcome<ServicePace>>(session => ServicePaceSql.Read(session, today));
    }

    /// <summary>The dishes that guests ordered in the last seven business days, today among them, the most ordered first. As it was at most five minutes ago: every guest who sits down asks.</summary>
    public async Task<Outcome<IReadOnlyList<Guid>>> BestSellersAsync(Actor actor)
    {
        if (Rights.Refuse(actor, Right.ReadMenu) is { } refusal)
        {
            return refusal;
        }

        var now = clock.GetUtcNow();
        if (sellers is not { } known || now < known.At || now - known.At >= SellersKept)
        {
            var today = await BusinessDayAsync();
            var sold = await reads.ReadAsync(session =>
                StatisticsSql.Sold(session, today.AddDays(1 - DaysOfAWeek), today).Select(item => item.Id).ToList()
            );
            sellers = known = new Sellers(now, sold);
        }

        return known.Dishes;
    }

    private async Task<DateOnly> BusinessDayAsync() => (await settings.CurrentAsync()).BusinessDay(clock.GetUtcNow());

    private sealed record Sellers(DateTimeOffset At, List<Guid> Dishes);
}
