using TableOrder.Core.Seating;
using TableOrder.Core.Storage;

namespace TableOrder.Core.Billing;

/// <summary>Adds up the bills of the parties that came on a day: one walk along their ids, which rise with their coming.</summary>
internal static class DayBillsSql
{
    /// <summary>As bills are made of lines: orders in their order, lines by their place, without what was made again at no price.</summary>
    private const string SelectLines = $"""
        SELECT s.id, l.unit_price * l.quantity, l.tax_rate, {BillSumsSql.Columns}
        FROM seatings s JOIN orders o ON o.seating_id = s.id JOIN order_lines l ON l.order_id = o.id
        WHERE s.id >= $1 AND s.id < $2 AND o.remake IS NULL ORDER BY s.id, o.business_day, o.number, l.position
        """;

    public static DayBills Of(Session session, DateTimeOffset begins, DateTimeOffset ends)
    {
        var lines = session.Query(
            SelectLines,
            row => (Seating: row.Id(0), Line: (Total: row.Money(1), Rate: row.Int(2)), Sums: BillSumsSql.Sums(row, 3)),
            RisingId.FirstOf(begins),
            RisingId.FirstOf(ends)
        );
        var bills = lines
            .GroupBy(line => line.Seating)
            .Select(bill => (bill.First().Sums, Taxes: BillRule.Taxes(bill.First().Sums, [.. bill.Select(line => line.Line)])))
            .ToList();
        return new DayBills(
            bills.Count,
            bills.Aggregate(Money.Zero, (sum, bill) => sum + bill.Sums.Total),
            bills.Aggregate(Money.Zero, (sum, bill) => sum + bill.Sums.Service),
            [
                .. bills
                    .SelectMany(bill => bill.Taxes)
                    .GroupBy(tax => tax.Rate)
                    .OrderByDescending(rate => rate.Key)
                    .Select(rate => rate.Aggregate((sum, tax) => new BillTax(rate.Key, sum.Net + tax.Net, sum.Tax + tax.Tax))),
            ]
        );
    }
}
