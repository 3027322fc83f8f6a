namespace TableOrder.Core.Statistics;

/// <summary>What kind of period a manager looks at.</summary>
public enum PeriodKind
{
    /// <summary>One business day.</summary>
    Day,

    /// <summary>Monday to Sunday.</summary>
    Week,

    /// <summary>A calendar month.</summary>
    Month,

    /// <summary>A calendar year.</summary>
    Year,

    /// <summary>Days of one's own choice.</summary>
    Range,
}

/// <summary>The business days that a manager looks at.</summary>
public sealed record SalesPeriod
{
    /// <summary>The last day comes before the first.</summary>
    public const string Reversed = "period_reversed";

    /// <summary>More days than <see cref="StatisticsReader.MostDays"/>.</summary>
    public const string TooLong = "period_too_long";

    /// <summary>A day before <see cref="First"/> or after <see cref="Last"/>.</summary>
    public const string TooFar = "period_too_far";

    /// <summary>No restaurant here has figures from before.</summary>
    public static readonly DateOnly First = new(2000, 1, 1);

    /// <summary>Nobody looks further ahead.</summary>
    public static readonly DateOnly Last = new(2099, 12, 31);
    private const int DaysOfAWeek = 7;

    private SalesPeriod(PeriodKind kind, DayRange days) => (Kind, Days) = (kind, days);

    /// <summary>What kind it is.</summary>
    public PeriodKind Kind { get; }

    /// <summary>All its days, such as have not come yet, too.</summary>
    public DayRange Days { get; }

    /// <summary>The period of the same kind before; null where it would begin too early.</summary>
    public SalesPeriod? Previous => Step(-1);

    /// <summary>The period of the same kind after; null where it would end too late.</summary>
    public SalesPeriod? Next => Step(1);

    /// <summary>What it is compared with: a day with the same weekday a week before, any other with as much time before it.</summary>
    public DayRange Before =>
        Kind switch
        {
            PeriodKind.Day or PeriodKind.Week => Days.Move(-DaysOfAWeek),
            PeriodKind.Month => Month(Days.From.AddMonths(-1)),
            PeriodKind.Year => Year(Days.From.AddYears(-1)),
            _ => Days.Move(-Days.Count),
        };

    /// <summary>The day, week, month or year that holds a day. Refuses a day that is too far away ("period_too_far").</summary>
    public static Outcome<SalesPeriod> Of(PeriodKind kind, DateOnly day) =>
        day < First || day > Last ? new Refusal(TooFar) : new SalesPeriod(kind, Around(kind, day));

    /// <summary>
    /// Days of one's own choice, both ends included. Refuses days in the wrong order ("period_reversed"), too many of them ("period_too_long") and such as are too far away
    /// ("period_too_far").
    /// </summary>
    public static Outcome<SalesPeriod> Between(DateOnly from, DateOnly to) =>
        from > to ? new Refusal(Reversed)
        : to.DayNumber - from.DayNumber >= StatisticsReader.MostDays ? new Refusal(TooLong)
        : from < First || to > Last ? new Refusal(TooFar)
        : new SalesPeriod(PeriodKind.Range, new DayRange(from, to));

    /// <summary>Like with like: of a period that runs, the days that have come, with as many of the one before; where the month before is shorter, with all of it.</summary>
    public Comparison Against(DateOnly today) =>
        Days.Holds(today)
            ? new Comparison(new DayRange(Days.From, today), new DayRange(Before.From, Counterpart(today)), IsRunning: true)
            : new Comparison(Days, Before, IsRunning: false);

    private static DayRange Around(PeriodKind kind, DateOnly day) =>
        kind switch
        {
            PeriodKind.Week => new DayRange(Monday(day), Monday(day).AddDays(DaysOfAWeek - 1)),
            PeriodKind.Month => Month(day),
            PeriodKind.Year => Year(day),
            _ => new DayRange(day, day),
        };

    private static DateOnly Monday(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + DaysOfAWeek - 1) % DaysOfAWeek));

    private static DayRange Month(DateOnly day) =>
        new(new DateOnly(day.Year, day.Month, 1), new DateOnly(day.Year, day.Month, DateTime.DaysInMonth(day.Year, day.Month)));

    private static DayRange Year(DateOnly day) => new(new DateOnly(day.Year, 1, 1), new DateOnly(day.Year, 12, 31));

    private DateOnly Counterpart(DateOnly today)
    {
        var before = Before;
        var day = Kind == PeriodKind.Year ? today.AddYears(-1) : before.From.AddDays(today.DayNumber - Days.From.DayNumber);
        return day < before.To ? day : before.To;
    }

    private SalesPeriod? Step(int by)
    {
        var days = Kind switch
        {
            PeriodKind.Day => Days.Move(by),
            PeriodKind.Week => Days.Move(by * DaysOfAWeek),
            PeriodKind.Month => Month(Days.From.AddMonths(by)),
            PeriodKind.Year => Year(Days.From.AddYears(by)),
            _ => Days.Move(by * Days.Count),
        };
        return days.From < First || days.To > Last ? null : new SalesPeriod(Kind, days);
    }
}
