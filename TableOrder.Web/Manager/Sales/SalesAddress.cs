using System.Globalization;
using TableOrder.Core;
using TableOrder.Core.Statistics;

namespace TableOrder.Web.Manager.Sales;

/// <summary>What an address asks for. It says all, so that it can be kept, sent and reloaded; without a period it is today, whichever day that is.</summary>
/// <param name="Period">day, week, month, year or range.</param>
/// <param name="Day">A day of the period.</param>
/// <param name="From">Of a range, the first day.</param>
/// <param name="To">Of a range, the last day.</param>
public sealed record SalesAddress(string? Period = null, string? Day = null, string? From = null, string? To = null)
{
    /// <summary>The page.</summary>
    public const string Path = "/manager/sales";

    /// <summary>What is no day at all was asked for.</summary>
    public const string NoDay = "period_no_day";
    private const string DayForm = "yyyy-MM-dd";

    /// <summary>Which kind it asks for; what it cannot mean is a day.</summary>
    public PeriodKind Kind =>
        Enum.GetValues<PeriodKind>().FirstOrDefault(kind => string.Equals(Name(kind), Period, StringComparison.OrdinalIgnoreCase), PeriodKind.Day);

    /// <summary>The period that it asks for. Refuses what is no day, and all that <see cref="SalesPeriod"/> refuses.</summary>
    /// <param name="today">The business day that runs.</param>
    public Outcome<SalesPeriod> Read(DateOnly today) =>
        Kind == PeriodKind.Range
            ? (Of(From), Of(To)) is ({ } from, { } to)
                ? SalesPeriod.Between(from, to)
                : new Refusal(NoDay)
            : string.IsNullOrEmpty(Day)
                ? SalesPeriod.Of(Kind, today)
                : Of(Day) is { } day
                    ? SalesPeriod.Of(Kind, day)
                    : new Refusal(NoDay);

    /// <summary>The address of a period; its first day names it.</summary>
    public static string AddressOf(SalesPeriod period) => $"{Path}?{Query(period)}";

    /// <summary>The address of the period of a kind that holds a day.</summary>
    public static string AddressOf(PeriodKind kind, DateOnly day) => $"{Path}?period={Name(kind)}&day={Write(day)}";

    /// <summary>The address of one of a period's tables, as a file.</summary>
    public static string Export(SalesPeriod period, SalesTable table) => $"{Path}/export?table={table.ToString().ToLowerInvariant()}&{Query(period)}";

    /// <summary>A day as an address and a date field write it.</summary>
    public static string Write(DateOnly day) => day.ToString(DayForm, CultureInfo.InvariantCulture);

    private static string Query(SalesPeriod period) =>
        period.Kind == PeriodKind.Range
            ? $"period=range&from={Write(period.Days.From)}&to={Write(period.Days.To)}"
            : $"period={Name(period.Kind)}&day={Write(period.Days.From)}";

    private static string Name(PeriodKind kind) => kind.ToString().ToLowerInvariant();

    private static DateOnly? Of(string? text) =>
        DateOnly.TryParseExact(text, DayForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
