using TableOrder.Core.Access;
using TableOrder.Core.Settings;
using TableOrder.Core.Statistics;
using TableOrder.Core.Storage;

namespace TableOrder.Core.Calls;

/// <summary>Answers who called, and whether somebody comes.</summary>
public sealed class CallReader
{
    /// <summary>For so long a guest sees that somebody comes.</summary>
    public static readonly TimeSpan StaysInSight = TimeSpan.FromMinutes(10);

    /// <summary>So many answered calls come at once at most.</summary>
    public const int MostPerPage = 500;

    private const int MostAnswered = 50;
    private readonly ReadPool reads;
    private readonly SettingsReader settings;
    private readonly TimeProvider clock;

    internal CallReader(ReadPool reads, SettingsReader settings, TimeProvider clock) =>
        (this.reads, this.settings, this.clock) = (reads, settings, clock);

    /// <summary>The topics that rise when a call comes or is answered.</summary>
    public static IReadOnlyList<string> Watched { get; } = [CallSql.Topic];

    /// <summary>Every call that waits, and those of today that were answered lately.</summary>
    public async Task<Outcome<CallBoard>> BoardAsync(Actor actor)
    {
        if (Rights.Refuse(actor, Right.ReadCalls) is { } refusal)
        {
            return refusal;
        }

        var today = (await settings.CurrentAsync()).BusinessDay(clock.GetUtcNow());
        return await reads.SnapshotAsync(session =>
        {
            var waiting = CallSql.AllWaiting(session);
            return new CallBoard(
                waiting.Count,
                StatisticsSql.Calls(session, today, today).Confirmed,
                [.. waiting, .. CallSql.Confirmed(session, today, MostAnswered)]
            );
        });
    }

    /// <summary>What is kept of a business day's calls and of the six days before; a day left out is the one that runs.</summary>
    public async Task<Outcome<CallLog>> LogAsync(Actor actor, DateOnly? day = null)
    {
        if (Rights.Refuse(actor, Right.ReadStatistics) is { } refusal)
        {
            return refusal;
        }

        var house = await settings.CurrentAsync();
        return await reads.SnapshotAsync(session => CallLogSql.Read(session, day ?? house.BusinessDay(clock.GetUtcNow()), house.CallWithin));
    }

    /// <summary>
    /// A business day's answered calls with who came, the latest call first: so many after one, or from the beginning.
    /// At least one comes at once, and at most <see cref="MostPerPage"/>.
    /// </summary>
    public async Task<Outcome<AnsweredPage>> AnsweredAsync(Actor actor, DateOnly day, Guid? after = null, int limit = MostAnswered) =>
        Rights.Refuse(actor, Right.ReadStatistics) is { } refusal
            ? refusal
            : await reads.SnapshotAsync(session => CallLogSql.Answered(session, day, after, Math.Clamp(limit, 1, MostPerPage)));

    /// <summary>The calls of a guest's own table that wait, or were answered within <see cref="StaysInSight"/>.</summary>
    public async Task<Outcome<IReadOnlyList<Call>>> MineAsync(Actor actor) =>
        Rights.Refuse(actor, Right.CallStaff) is { } refusal
            ? refusal
            : await reads.ReadAsync<Outcome<IReadOnlyList<Call>>>(session =>
                Seating.SeatingSql.OpenOf(session, actor.Id) is { } seating
                    ? CallSql.Of(session, seating, clock.GetUtcNow() - StaysInSight)
                    : new Refusal(Seating.SeatingRefusal.SeatingClosed)
            );
}
