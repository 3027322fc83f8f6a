using System.Globalization;
using Microsoft.Extensions.Localization;
using TableOrder.Core;
using TableOrder.Core.Settings;
using TableOrder.Core.Statistics;
using TableOrder.Web.Layout;

namespace TableOrder.Web.Manager.Sales;

/// <summary>How days, times and figures of the sales read.</summary>
internal static class SalesWords
{
    /// <summary>A period by its name: Friday, 20 November 2026; November 2026; 2026; or its first and last day.</summary>
    public static string Name(this IStringLocalizer<SalesTexts> texts, SalesPeriod period) =>
        period.Kind switch
        {
            PeriodKind.Month => texts.Format("FormatMonth", period.Days.From),
            PeriodKind.Year => texts.Format("FormatYear", period.Days.From),
            _ => texts.Span(period.Days),
        };

    /// <summary>The period before, by its name.</summary>
    public static string NameBefore(this IStringLocalizer<SalesTexts> texts, SalesPeriod period) =>
        period is { Kind: PeriodKind.Month or PeriodKind.Year, Previous: { } previous } ? texts.Name(previous) : texts.Span(period.Before);

    /// <summary>Days in a row, by the first and the last.</summary>
    public static string Span(this IStringLocalizer<SalesTexts> texts, DayRange days) =>
        days.Count == 1 ? texts.Format("FormatDay", days.From)
        : days.From.Year == days.To.Year ? texts["Span", texts.Format("FormatFrom", days.From), texts.Format("FormatTo", days.To)]
        : texts["Span", texts.Format("FormatDay", days.From), texts.Format("FormatDay", days.To)];

    /// <summary>What is compared with what, in words.</summary>
    public static string Compared(this IStringLocalizer<SalesTexts> texts, SalesFigures sales, RestaurantSettings house)
    {
        var (now, before) = (texts.Span(sales.Compared.Now), texts.Span(sales.Compared.Before));
        return sales.Compared.IsRunning ? texts["ComparedSoFar", now, before, house.Local(sales.HalfHour).OnTheWall()] : texts["Compared", before];
    }

    /// <summary>What a bar stands for.</summary>
    public static string Bar(this IStringLocalizer<SalesTexts> texts, SalesBar bar, BarStep step, bool isOfWeek) =>
        step switch
        {
            BarStep.Hour => bar.Time!.Value.ToString("HH:mm", CultureInfo.InvariantCulture),
            BarStep.Month => texts.Format("FormatBarMonth", bar.Day),
            _ => texts.Format(isOfWeek ? "FormatBarWeekday" : "FormatBarDay", bar.Day),
        };

    /// <summary>A number in few letters: 120k, 12만.</summary>
    public static string Compact(this IStringLocalizer<SalesTexts> texts, decimal value)
    {
        var (small, large) = string.Equals(TextHelp.Language, "ko", StringComparison.Ordinal) ? (10_000m, 100_000_000m) : (1_000m, 1_000_000m);
        return value >= large ? texts["CompactLarge", Short(value / large)]
            : value >= small ? texts["CompactSmall", Short(value / small)]
            : Short(value);
    }

    /// <summary>A number as it is read here.</summary>
    public static string Count(long count) => count.ToString("N0", CultureInfo.CurrentCulture);

    /// <summary>An average: with one digit behind the point while it is small.</summary>
    public static string Short(decimal value) => value.ToString(value < 10 ? "0.#" : "N0", CultureInfo.CurrentCulture);

    /// <summary>An amount in the currency's major unit.</summary>
    public static decimal Major(this Money amount, string currency) => amount.Minor / (decimal)Math.Pow(10, Currencies.Digits(currency));

    /// <summary>Minutes and seconds: 7:48.</summary>
    public static string Clock(this TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{(long)time.TotalMinutes}:{time.Seconds:00}");

    /// <summary>A part of a whole, in percent; empty where the whole is nothing.</summary>
    public static string Share(long part, long whole) =>
        whole == 0 ? "" : $"{Math.Round(part * 100m / whole, MidpointRounding.AwayFromZero).ToString("N0", CultureInfo.CurrentCulture)} %";

    private static string Format(this IStringLocalizer<SalesTexts> texts, string format, DateOnly day) =>
        day.ToString(texts[format], CultureInfo.CurrentCulture);
}
