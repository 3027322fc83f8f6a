namespace TableOrder.Core.Statistics;

/// <summary>All that a manager sees of a period, beside the one before.</summary>
/// <param name="Period">Which business days.</param>
/// <param name="Compared">What is compared with what.</param>
/// <param name="Today">The business day that runs.</param>
public sealed record SalesFigures(SalesPeriod Period, Comparison Compared, DateOnly Today)
{
    /// <summary>The half hour that runs: where a running period is compared, what was ordered before it.</summary>
    public DateTimeOffset HalfHour { get; init; }

    /// <summary>The first business day of which anything is kept; null where nothing is.</summary>
    public DateOnly? FirstDay { get; init; }

    /// <summary>What is kept of each business day of the period, and of the one before; a day of which nothing is kept is left out.</summary>
    public IReadOnlyDictionary<DateOnly, DayFigures> Days { get; init; } = new Dictionary<DateOnly, DayFigures>();

    /// <summary>The whole period.</summary>
    public DayFigures Sum => Of(Period.Days);

    /// <summary>The whole period before.</summary>
    public DayFigures SumBefore => Of(Period.Before);

    /// <summary>What was ordered in the part that is compared.</summary>
    public Trade Like { get; init; }

    /// <summary>What was ordered in the part that it is compared with.</summary>
    public Trade LikeBefore { get; init; }

    /// <summary>What a bar stands for.</summary>
    public BarStep Step { get; init; }

    /// <summary>The period cut into bars.</summary>
    public IReadOnlyList<SalesBar> Bars { get; init; } = [];

    /// <summary>When it is busy: of the period, and at least of four weeks.</summary>
    public HalfHourMap Map { get; init; } = new(default, [], []);

    /// <summary>All dishes that were sold, the most often sold first.</summary>
    public IReadOnlyList<ItemFigures> Items { get; init; } = [];

    /// <summary>The dishes that take longest, slowest first, at most ten.</summary>
    public IReadOnlyList<DishPace> SlowItems { get; init; } = [];

    /// <summary>How long each station takes, by its slug.</summary>
    public IReadOnlyList<StationPace> Stations { get; init; } = [];

    /// <summary>How its calls were answered.</summary>
    public CallAnswers Calls { get; init; }

    /// <summary>How the calls of the period before were answered.</summary>
    public CallAnswers CallsBefore { get; init; }

    /// <summary>Nothing at all was kept of the period.</summary>
    public bool IsEmpty => Sum == default && Calls == default;

    private DayFigures Of(DayRange range) =>
        Days.Where(day => range.Holds(day.Key))
            .Select(day => day.Value)
            .Aggregate(
                default(DayFigures),
                (all, day) =>
                    new DayFigures(
                        all.Placed + day.Placed,
                        all.Preparing + day.Preparing,
                        all.Ready + day.Ready,
                        all.Served + day.Served,
                        all.Cancelled + day.Cancelled,
                        all.Sales + day.Sales,
                        all.Payments + day.Payments,
                        all.Refunds + day.Refunds
                    )
            );
}

/// <summary>How long a dish takes.</summary>
/// <param name="MenuItemId">The dish.</param>
/// <param name="Name">As the menu has it now.</param>
/// <param name="Lines">How many lines of it were made.</param>
/// <param name="Average">From the fire until it is made, on average.</param>
public sealed record DishPace(Guid MenuItemId, LocalText Name, int Lines, TimeSpan Average);

/// <summary>How long a station takes from the first fire to its bump, in the middle.</summary>
/// <param name="Station">Its slug.</param>
/// <param name="Median">In the period; null where it bumped nothing.</param>
/// <param name="Before">In the period before; null where it bumped nothing.</param>
public readonly record struct StationPace(string Station, TimeSpan? Median, TimeSpan? Before);
