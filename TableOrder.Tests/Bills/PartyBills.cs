using TableOrder.Core;
using TableOrder.Core.Billing;
using TableOrder.Core.Seating;
using TableOrder.Core.Settings;
using TableOrder.Tests.Support;

namespace TableOrder.Tests.Bills;

/// <summary>A bill in memory, as the screens get it.</summary>
internal static class PartyBills
{
    public static readonly RestaurantSettings House = new(LocalText.Same("Moon"), "KRW", "Asia/Seoul", new TimeOnly(5, 0), ["en", "ko"]);

    public static readonly DateTimeOffset Evening = Orders.PlacedAt;

    private static readonly Guid Seating = Guid.CreateVersion7();

    /// <summary>A bill of these lines, of which so much is paid.</summary>
    public static Bill Of(IReadOnlyList<BillLine> lines, params Payment[] payments)
    {
        var subtotal = lines.Aggregate(Money.Zero, (sum, line) => sum + line.Total);
        var paid = payments
            .Where(entry => entry is { Kind: PaymentKind.Payment, Status: PaymentStatus.Succeeded })
            .Aggregate(Money.Zero, (sum, entry) => sum + entry.Amount);
        var held = payments.Where(entry => entry.IsHeld(Evening)).Aggregate(Money.Zero, (sum, entry) => sum + entry.Amount);
        return new Bill
        {
            SeatingId = Seating,
            TableName = "5",
            IsOpen = true,
            Version = payments.Length + 1,
            Currency = "KRW",
            Sums = new BillSums(subtotal, Money.Zero, Money.Zero, 0, paid, Money.Zero),
            Lines = [.. lines.Select(line => line with { Payable = line.Total, UnitsLeft = Left(line, payments) })],
            Taxes = [],
            Discounts = [],
            Payments = payments,
            Held = held,
        };
    }

    public static BillLine Line(string name, long price, int quantity = 1, string? guest = null) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            OrderId = Orders.Of().Id,
            OrderNumber = 12,
            OrderedAt = Evening,
            Device = "phone",
            ByStaff = false,
            Guest = guest,
            Name = LocalText.Same(name),
            Modifiers = [],
            UnitPrice = new Money(price),
            Quantity = quantity,
            TaxRate = 1000,
            Cancelled = [],
            UnitsLeft = quantity,
        };

    public static Payment Paid(long amount, params PaidLine[] lines) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            SeatingId = Seating,
            Kind = PaymentKind.Payment,
            Method = Payment.Cash,
            Amount = new Money(amount),
            Status = PaymentStatus.Succeeded,
            Lines = lines,
            By = "staff:1",
            Device = "phone",
            CreatedAt = Evening,
            MovedAt = Evening,
        };

    private static int Left(BillLine line, IEnumerable<Payment> payments) =>
        line.Quantity
        - payments
            .Where(entry => entry.Status == PaymentStatus.Succeeded || entry.IsHeld(Evening))
            .SelectMany(entry => entry.Lines)
            .Where(label => label.Id == line.Id)
            .Sum(label => label.Quantity);
}
