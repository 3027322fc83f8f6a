namespace TableOrder.Core.Billing;

/// <summary>A business day's money as it was when somebody counted the drawer. Written once, and never changed by anybody.</summary>
/// <param name="Day">The business day.</param>
/// <param name="CountedAt">When it was counted: what moved later is not in it.</param>
/// <param name="By">Who counted, as the event log would tell.</param>
/// <param name="OpeningFloat">What lay in the drawer when the day began.</param>
/// <param name="Counted">What was counted.</param>
/// <param name="Expected">What should have lain there: the opening float and the cash taken, without the cash given back.</param>
/// <param name="Note">What was said of it; there where the two differ.</param>
/// <param name="Totals">All the day's figures of that moment.</param>
public sealed record DayReport(
    DateOnly Day,
    DateTimeOffset CountedAt,
    string By,
    Money OpeningFloat,
    Money Counted,
    Money Expected,
    string? Note,
    DayTotals Totals
)
{
    /// <summary>What is too much in the drawer; below zero it is short.</summary>
    public Money Difference => Counted - Expected;
}

/// <summary>Somebody has counted the drawer at the end of a business day.</summary>
/// <param name="Day">The business day.</param>
/// <param name="OpeningFloat">What lay in the drawer when the day began.</param>
/// <param name="Counted">What lies there now.</param>
/// <param name="Expected">What should lie there, as it stood on the screen when it was counted.</param>
/// <param name="Note">What is to be said of it, in at most 200 characters; asked for where counted and expected differ.</param>
public sealed record CountDay(DateOnly Day, Money OpeningFloat, Money Counted, Money Expected, string? Note = null);

/// <summary>What a day's page shows.</summary>
/// <param name="Day">The business day.</param>
/// <param name="Report">What was counted; null where nobody has yet.</param>
/// <param name="Totals">The day's figures of now.</param>
/// <param name="Since">The money that moved on that day after it was counted; null where nobody has, and empty where none did.</param>
/// <param name="LastFloat">What the last day before that was counted began with; null where there was none.</param>
public sealed record DayView(DateOnly Day, DayReport? Report, DayTotals Totals, DayMoney? Since, Money? LastFloat);

/// <summary>A day in the list of a month.</summary>
/// <param name="Day">The business day.</param>
/// <param name="Payments">The money taken on it, as kept now.</param>
/// <param name="Refunds">The money given back on it, as kept now.</param>
/// <param name="Report">What was counted; null where nobody has yet.</param>
public sealed record DayLine(DateOnly Day, Money Payments, Money Refunds, DayReport? Report);
