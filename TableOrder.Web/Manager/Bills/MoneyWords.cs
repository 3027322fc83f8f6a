using System.Globalization;
using Microsoft.Extensions.Localization;
using TableOrder.Core;
using TableOrder.Core.Access;
using TableOrder.Core.Billing;
using TableOrder.Web.Bills;
using TableOrder.Web.Layout;

namespace TableOrder.Web.Manager.Bills;

/// <summary>How money reads on the manager's pages.</summary>
internal static class MoneyWords
{
    private const string DayFormat = "yyyy-MM-dd";

    /// <summary>A refusal in words for a manager; what guests are told of a closed table helps nobody here.</summary>
    public static string Of(this IStringLocalizer<MoneyTexts> texts, IStringLocalizer<CommonTexts> common, Refusal refusal)
    {
        var sentence = texts[$"Refusal_{refusal.Code}"];
        return sentence.ResourceNotFound ? common.Of(refusal) : sentence;
    }

    /// <summary>How a bill stands.</summary>
    public static string Of(this IStringLocalizer<MoneyTexts> texts, BillState state) => texts[$"State_{state}"];

    /// <summary>The sign beside it.</summary>
    public static string Icon(this BillState state) =>
        state switch
        {
            BillState.Due => "⏳",
            BillState.Credit => "⇄",
            BillState.WrittenOff => "✕",
            BillState.Refunded => "↩",
            BillState.Paid => "✓",
            _ => "–",
        };

    /// <summary>Whose hand it was: staff by name, or who else enters money.</summary>
    public static string Who(this IStringLocalizer<MoneyTexts> texts, string by, IReadOnlyDictionary<string, string> staff) =>
        staff.TryGetValue(by, out var name) ? name
        : by.StartsWith("guest:", StringComparison.Ordinal) ? texts["ByGuest"]
        : by.StartsWith("staff:", StringComparison.Ordinal) ? texts["ByStaff"]
        : texts["ByApp"];

    /// <summary>A day as an address and a date field write it.</summary>
    public static string Iso(this DateOnly day) => day.ToString(DayFormat, CultureInfo.InvariantCulture);

    /// <summary>What an address or a date field says; null where it is no day.</summary>
    public static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>A day in words: Saturday, 28 November 2026.</summary>
    public static string Long(this DateOnly day) => day.ToString("D", CultureInfo.CurrentCulture);

    /// <summary>A month in words: November 2026.</summary>
    public static string Month(this DateOnly day) => day.ToString("Y", CultureInfo.CurrentCulture);

    /// <summary>An amount that may be nothing, as somebody typed it; null where it is none.</summary>
    public static Money? TypedFromZero(string? text, string currency) =>
        text?.Trim() is { Length: > 0 } some && some.All(letter => letter is '0' or '.' or ',') && some.Contains('0', StringComparison.Ordinal)
            ? Money.Zero
            : BillWords.Typed(text, currency);

    /// <summary>An amount as a field shows it: without a sign of currency, and nothing between its thousands.</summary>
    public static string Plain(this Money amount, string currency)
    {
        var digits = Core.Settings.Currencies.Digits(currency);
        return (amount.Minor / (decimal)Math.Pow(10, digits)).ToString($"F{digits}", CultureInfo.CurrentCulture);
    }

    /// <summary>What is too much or too little in a drawer, in words.</summary>
    public static string Difference(this IStringLocalizer<MoneyTexts> texts, Money difference, string currency) =>
        difference == Money.Zero ? texts["Exact"]
        : difference > Money.Zero ? texts["Over", difference.Here(currency)]
        : texts["Short", (Money.Zero - difference).Here(currency)];

    /// <summary>Which of the three it is, for colours and signs.</summary>
    public static string Kind(Money difference) =>
        difference == Money.Zero ? "exact"
        : difference > Money.Zero ? "over"
        : "short";

    /// <summary>The sign beside a difference.</summary>
    public static string Sign(Money difference) =>
        difference == Money.Zero ? "✓"
        : difference > Money.Zero ? "▲"
        : "▼";
}
