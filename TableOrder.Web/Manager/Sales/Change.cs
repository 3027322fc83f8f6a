using System.Globalization;

namespace TableOrder.Web.Manager.Sales;

/// <summary>How much a figure has changed. Against nothing no percentage says anything.</summary>
/// <param name="Percent">In whole percent of what it was; null where it was nothing.</param>
public readonly record struct Change(int? Percent)
{
    private const int Most = 999_999;

    /// <summary>From one figure to another.</summary>
    public static Change Of(decimal now, decimal before) =>
        new(before == 0 ? null : (int)Math.Clamp(Math.Round((now - before) / before * 100, MidpointRounding.AwayFromZero), -Most, Most));

    /// <summary>Its sign, beside the colour.</summary>
    public string Icon =>
        Percent switch
        {
            > 0 => "▲",
            < 0 => "▼",
            0 => "＝",
            null => "",
        };

    /// <summary>As styles name it.</summary>
    public string Direction =>
        Percent switch
        {
            > 0 => "up",
            < 0 => "down",
            _ => "same",
        };

    /// <summary>The percentage with its sign; empty where there is none.</summary>
    public string Text =>
        Percent is { } percent
            ? $"{(percent > 0 ? "+" : percent < 0 ? "−" : "")}{Math.Abs(percent).ToString("N0", CultureInfo.CurrentCulture)} %"
            : "";
}
