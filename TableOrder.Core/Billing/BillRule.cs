using TableOrder.Core.Seating;

namespace TableOrder.Core.Billing;

/// <summary>What the lines of a bill come to. Pure.</summary>
internal static class BillRule
{
    /// <summary>The lines with their parts of the total, by the largest remainder.</summary>
    public static IReadOnlyList<BillLine> Share(BillSums sums, IReadOnlyList<BillLine> lines)
    {
        var parts = Split.Allocate(sums.Total, [.. lines.Select(line => line.Total.Minor)]);
        return [.. lines.Zip(parts, (line, part) => line with { Payable = part })];
    }

    /// <summary>Prices include tax: it is taken out of what each rate's lines come to, once, rounded half up.</summary>
    public static IReadOnlyList<BillTax> Taxes(IReadOnlyList<BillLine> lines) => Taxes(lines.Select(line => (line.Payable, line.TaxRate)));

    /// <summary>The taxes of a bill of which nothing but its sums and what its lines cost is known; the same as of the whole bill.</summary>
    public static IReadOnlyList<BillTax> Taxes(BillSums sums, IReadOnlyList<(Money Total, int Rate)> lines) =>
        Taxes(lines.Zip(Split.Allocate(sums.Total, [.. lines.Select(line => line.Total.Minor)]), (line, part) => (part, line.Rate)));

    private static IReadOnlyList<BillTax> Taxes(IEnumerable<(Money Payable, int Rate)> lines) =>
        [
            .. lines
                .Where(line => line.Payable > Money.Zero)
                .GroupBy(line => line.Rate)
                .OrderByDescending(rate => rate.Key)
                .Select(rate =>
                {
                    var gross = rate.Aggregate(Money.Zero, (sum, line) => sum + line.Payable);
                    var tax = gross.Times(rate.Key, BillSums.Whole + rate.Key);
                    return new BillTax(rate.Key, gross - tax, tax);
                }),
        ];
}
