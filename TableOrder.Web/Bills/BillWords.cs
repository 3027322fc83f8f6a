using System.Globalization;
using Microsoft.Extensions.Localization;
using TableOrder.Core;
using TableOrder.Core.Billing;
using TableOrder.Core.Settings;
using TableOrder.Web.Layout;

namespace TableOrder.Web.Bills;

/// <summary>How what stands on a bill reads.</summary>
internal static class BillWords
{
    /// <summary>From where something was ordered.</summary>
    public static string Device(this IStringLocalizer<BillTexts> texts, string device)
    {
        var word = texts[$"Device_{device}"];
        return word.ResourceNotFound ? texts["Device_other"] : word;
    }

    /// <summary>How somebody paid; a provider that the screens do not know is called by its name.</summary>
    public static string Method(this IStringLocalizer<CommonTexts> texts, string method)
    {
        var word = texts[$"Method_{method}"];
        return word.ResourceNotFound ? method : word;
    }

    /// <summary>A day with the clock's time, as it is printed: 2026-11-28 19:02.</summary>
    public static string DayAndTime(this DateTimeOffset local) => local.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary>Basis points as percent: 10 %, 7.5 %.</summary>
    public static string Percent(this int rate) => $"{(rate / 100m).ToString("0.##", CultureInfo.CurrentCulture)}%";

    /// <summary>An amount that is taken away: −₩1,000.</summary>
    public static string Less(this Money amount, string currency) => amount == Money.Zero ? amount.Here(currency) : $"−{amount.Here(currency)}";

    /// <summary>An amount as somebody types it: no sign, no separators of thousands.</summary>
    public static string Plain(this Money amount, string currency)
    {
        var digits = Currencies.Digits(currency);
        return (amount.Minor / (decimal)Math.Pow(10, digits)).ToString($"F{digits}", CultureInfo.CurrentCulture);
    }

    /// <summary>What somebody typed as an amount, in minor units; null where it is none. Spaces and separators of thousands are forgiven.</summary>
    public static Money? Typed(string? text, string currency)
    {
        var digits = Currencies.Digits(currency);
        var isNumber = decimal.TryParse(
            text?.Replace(" ", "", StringComparison.Ordinal),
            NumberStyles.Number,
            CultureInfo.CurrentCulture,
            out var number
        );
        var minor = isNumber && Math.Abs(number) < 1_000_000_000m ? number * (decimal)Math.Pow(10, digits) : -1;
        return minor > 0 && minor == decimal.Truncate(minor) ? new Money((long)minor) : null;
    }

    /// <summary>Of a line's units, how many were meant by payments whose money has moved; the others that are not left are being paid just now.</summary>
    public static int PaidUnits(this Bill bill, BillLine line)
    {
        var gone = bill.Payments.Where(entry => entry.Kind == PaymentKind.Void).Select(entry => entry.Of).ToHashSet();
        return bill
            .Payments.Where(entry => entry is { Kind: PaymentKind.Payment, Status: PaymentStatus.Succeeded } && !gone.Contains(entry.Id))
            .SelectMany(entry => entry.Lines)
            .Where(label => label.Id == line.Id)
            .Sum(label => label.Quantity);
    }

    /// <summary>Whether nothing of it is to be paid any more.</summary>
    public static bool IsSettled(this Bill bill) => bill.Sums.Due <= Money.Zero;
}
