namespace TableOrder.Core.Settings;

/// <summary>The currencies that amounts can be shown in, with the digits of their minor unit (ISO 4217).</summary>
public static class Currencies
{
    private static readonly Dictionary<string, int> MinorDigits = new(StringComparer.Ordinal)
    {
        ["KRW"] = 0,
        ["JPY"] = 0,
        ["VND"] = 0,
        ["CLP"] = 0,
        ["ISK"] = 0,
        ["USD"] = 2,
        ["EUR"] = 2,
        ["GBP"] = 2,
        ["CNY"] = 2,
        ["TWD"] = 2,
        ["HKD"] = 2,
        ["SGD"] = 2,
        ["MYR"] = 2,
        ["THB"] = 2,
        ["PHP"] = 2,
        ["IDR"] = 2,
        ["INR"] = 2,
        ["AUD"] = 2,
        ["NZD"] = 2,
        ["CAD"] = 2,
        ["CHF"] = 2,
        ["SEK"] = 2,
        ["NOK"] = 2,
        ["DKK"] = 2,
        ["PLN"] = 2,
        ["CZK"] = 2,
        ["HUF"] = 2,
        ["TRY"] = 2,
        ["BRL"] = 2,
        ["MXN"] = 2,
        ["ZAR"] = 2,
        ["AED"] = 2,
        ["KWD"] = 3,
        ["BHD"] = 3,
    };

    /// <summary>The codes there are.</summary>
    public static IReadOnlyCollection<string> Codes => MinorDigits.Keys;

    /// <summary>How many digits stand behind the point.</summary>
    public static int Digits(string code) => MinorDigits[code];
}
