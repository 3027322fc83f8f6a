using TableOrder.Core;
using TableOrder.Core.Settings;

namespace TableOrder.Web.Floor;

/// <summary>What is likely handed over for an amount in cash. Pure.</summary>
public static class CashChoice
{
    /// <summary>Notes, in units of a thousand of the minor unit where the currency has none smaller; else in whole units.</summary>
    private static readonly long[] Notes = [1, 5, 10, 50, 100];

    /// <summary>The amounts somebody would hand over, the smallest first: the amount itself, and what the next notes up come to. At most five.</summary>
    /// <param name="amount">What is to be paid.</param>
    /// <param name="currency">Of the amount.</param>
    public static IReadOnlyList<Money> Of(Money amount, string currency)
    {
        var digits = Currencies.Digits(currency);
        var unit = digits == 0 ? 1000 : (long)Math.Pow(10, digits);
        return
        [
            .. Notes
                .Select(note => note * unit)
                .Select(note => (amount.Minor + note - 1) / note * note)
                .Prepend(amount.Minor)
                .Distinct()
                .Order()
                .Take(5)
                .Select(minor => new Money(minor)),
        ];
    }
}
