using System.Globalization;
using TableOrder.Core;
using TableOrder.Core.Settings;

namespace TableOrder.Web.Manager.Dishes;

/// <summary>Amounts and rates as people type them: 19000 or 19,000 won, 17.99 dollars, 10 per cent.</summary>
internal static class MoneyText
{
    private const int PerPercent = 100;

    /// <summary>An amount without its currency, as a field shows it.</summary>
    public static string Of(Money amount, string currency) =>
        ((decimal)amount.Minor / Whole(currency)).ToString($"F{Currencies.Digits(currency)}", CultureInfo.InvariantCulture);

    /// <summary>What was typed; null where it is no amount of this currency.</summary>
    public static Money? Read(string? typed, string currency) =>
        Number(typed) is { } number && number * Whole(currency) is var minor && minor == decimal.Truncate(minor) ? new Money((long)minor) : null;

    /// <summary>Basis points as per cent.</summary>
    public static string Percent(int rate) => ((decimal)rate / PerPercent).ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>Per cent as basis points; null where it is none.</summary>
    public static int? ReadPercent(string? typed) =>
        Number(typed?.Replace('%', ' ')) is { } number && number * PerPercent is var rate && rate == decimal.Truncate(rate) ? (int)rate : null;

    private static decimal Whole(string currency) => (decimal)Math.Pow(10, Currencies.Digits(currency));

    /// <summary>Small enough to be counted in minor units.</summary>
    private static decimal? Number(string? typed) =>
        decimal.TryParse(
            typed,
            NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite,
            CultureInfo.InvariantCulture,
            out var number
        )
        && number < 1_000_000_000
            ? number
            : null;
}
