using System.Globalization;
using TableOrder.Core.Settings;

namespace TableOrder.Core.Menu.Files;

/// <summary>Amounts and rates as files hold them: 9500, 12.50, 10. Read generously, since people type them; never rounded.</summary>
public static class Amounts
{
    private const int PointsOfAPercent = 100;

    /// <summary>An amount in the currency's own unit.</summary>
    public static string Write(Money amount, string currency) =>
        (amount.Minor / Scale(currency)).ToString($"F{Currencies.Digits(currency)}", CultureInfo.InvariantCulture);

    /// <summary>Reads an amount; signs and spaces around it do not matter, nor do commas between thousands. Null where it is none, or finer than the currency.</summary>
    public static Money? Read(string text, string currency)
    {
        var digits = text.Trim().Trim('₩', '원', '$', '€', '£', '¥', ' ');
        var number =
            Currencies.Digits(currency) == 0 || digits.Contains('.', StringComparison.Ordinal)
                ? digits.Replace(",", "", StringComparison.Ordinal)
                : digits.Replace(',', '.');
        return Decimal(number) is { } amount && amount * Scale(currency) is var minor && minor == decimal.Truncate(minor) && minor <= long.MaxValue
            ? new Money((long)minor)
            : null;
    }

    /// <summary>A rate in per cent.</summary>
    public static string Percent(int points) => (points / (decimal)PointsOfAPercent).ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>Reads a rate in per cent; null where it is none or finer than a basis point.</summary>
    public static int? Points(string text) =>
        Decimal(text.Trim().TrimEnd('%', ' ').Replace(',', '.')) is { } percent
        && percent <= PointsOfAPercent
        && percent * PointsOfAPercent is var points
        && points == decimal.Truncate(points)
            ? (int)points
            : null;

    private static decimal? Decimal(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static decimal Scale(string currency) => (decimal)Math.Pow(10, Currencies.Digits(currency));
}
