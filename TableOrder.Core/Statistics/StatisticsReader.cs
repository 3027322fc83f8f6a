using TableOrder.Core.Access;
using TableOrder.Core.Settings;
using TableOrder.Core.Storage;

namespace TableOrder.Core.Statistics;

/// <summary>Answers with kept figures; never counts.</summary>
public sealed class StatisticsReader
{
    private readonly ReadPool reads;
    private readonly SettingsReader settings;
    private readonly TimeProvider clock;

    internal StatisticsReader(ReadPool reads, SettingsReader settings, TimeProvider clock) =>
        (this.reads, this.settings, this.clock) = (reads, settings, clock);

    /// <summary>The figures of the business day that runs now; all zero where nothing happened yet.</summary>
    public async Task<Outcome<DayFigures>> TodayAsync(Actor actor)
    {
        if (Rights.Refuse(actor, Right.ReadStatistics) is { } refusal)
        {
            return refusal;
        }

        var today = (await settings.CurrentAsync()).BusinessDay(clock.GetUtcNow());
        return await reads.ReadAsync(session => StatisticsSql.Day(session, today));
    }

    /// <summary>The figures of each business day from one to another, both included, in one read; a day without orders is left out.</summary>
    public async Task<Outcome<IReadOnlyDictionary<DateOnly, DayFigures>>> DaysAsync(Actor actor, DateOnly from, DateOnly to) =>
        Rights.Refuse(actor, Right.ReadStatistics) is { } refusal
            ? refusal
            : await reads.ReadAsync<Outcome<IReadOnlyDictionary<DateOnly, DayFigures>>>(session => StatisticsSql.DayByDay(session, from, to));
}
