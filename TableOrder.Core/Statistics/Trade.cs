namespace TableOrder.Core.Statistics;

/// <summary>What was ordered and is not cancelled.</summary>
/// <param name="Orders">Orders of which something is left.</param>
/// <param name="Sales">Their uncancelled lines.</param>
public readonly record struct Trade(int Orders, Money Sales)
{
    /// <summary>What an order comes to on average; null where there is none.</summary>
    public Money? Average => Orders == 0 ? null : Sales.Times(1, Orders);

    /// <summary>Of a day's figures.</summary>
    public static Trade Of(DayFigures day) => new(day.Orders - day.Cancelled, day.Sales);

    /// <summary>Both together.</summary>
    public static Trade operator +(Trade one, Trade other) => new(one.Orders + other.Orders, one.Sales + other.Sales);

    /// <summary>All together.</summary>
    public static Trade Sum(IEnumerable<Trade> trades) => trades.Aggregate(default(Trade), (all, one) => all + one);
}

/// <summary>A half hour of a business day, as it is kept: where the business day begins inside it, it has a part in two days.</summary>
/// <param name="Day">The business day.</param>
/// <param name="Start">When the half hour began.</param>
/// <param name="Trade">What was ordered in it.</param>
public readonly record struct DayHalfHour(DateOnly Day, DateTimeOffset Start, Trade Trade);
