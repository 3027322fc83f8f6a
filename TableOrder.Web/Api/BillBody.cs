using System.Text.Json.Serialization;
using TableOrder.Core.Billing;
using TableOrder.Web.Layout;

namespace TableOrder.Web.Api;

/// <summary>What a party had, what it comes to, and what of it is paid; of one moment. total is subtotal − discounts + service, due is total − paid + refunded.</summary>
/// <param name="SeatingId">Whose it is; one that was merged into another is that one's.</param>
/// <param name="TableName">Where they sit, or sat.</param>
/// <param name="Version">Rises with each change of it.</param>
/// <param name="Currency">ISO 4217.</param>
/// <param name="Lines">What was ordered, in the order it was; also what was cancelled, with a quantity of 0.</param>
/// <param name="Subtotal">The lines, in minor units.</param>
/// <param name="Discounts">All that was given off.</param>
/// <param name="Service">On what is left of the lines after discounts, rounded half up.</param>
/// <param name="Taxes">The tax within the total, once for each rate, the highest first.</param>
/// <param name="Total">What there is to pay for all of it.</param>
/// <param name="Paid">Every payment that succeeded.</param>
/// <param name="Refunded">Everything that went back, never netted with what was paid.</param>
/// <param name="Due">What is still to be paid; below zero it is credit.</param>
/// <param name="Held">What somebody is just paying by a provider.</param>
/// <param name="GivenOff">What was given off, entry by entry. Each is as it was entered: discounts may come to less, where a cancellation left less to give it off.</param>
/// <param name="Payments">Every entry of money, in the order they were entered.</param>
internal sealed record BillBody(
    Guid SeatingId,
    string TableName,
    long Version,
    string Currency,
    IReadOnlyList<BillLineBody> Lines,
    long Subtotal,
    long Discounts,
    long Service,
    IReadOnlyList<BillTaxBody> Taxes,
    long Total,
    long Paid,
    long Refunded,
    long Due,
    long Held,
    IReadOnlyList<DiscountBody> GivenOff,
    IReadOnlyList<PaymentBody> Payments
)
{
    public static BillBody Of(Bill bill) =>
        new(
            bill.SeatingId,
            bill.TableName,
            bill.Version,
            bill.Currency,
            [.. bill.Lines.Select(BillLineBody.Of)],
            bill.Sums.Subtotal.Minor,
            bill.Off.Minor,
            bill.Sums.Service.Minor,
            [.. bill.Taxes.Select(tax => new BillTaxBody(tax.Rate, tax.Net.Minor, tax.Tax.Minor))],
            bill.Sums.Total.Minor,
            bill.Sums.Paid.Minor,
            bill.Sums.Refunded.Minor,
            bill.Sums.Due.Minor,
            bill.Held.Minor,
            [.. bill.Discounts.Select(DiscountBody.Of)],
            [.. bill.Payments.Select(PaymentBody.From)]
        );
}

/// <summary>A line of a bill, as the log tells it.</summary>
/// <param name="Id">The order's line.</param>
/// <param name="OrderId">The order.</param>
/// <param name="OrderNumber">The order's number of its day.</param>
/// <param name="OrderedAt">When it was ordered.</param>
/// <param name="Device">From which device: tablet, phone, api.</param>
/// <param name="ByStaff">Whether staff sent the order for the guests.</param>
/// <param name="Guest">The nickname of the guest who chose it; null where nobody said.</param>
/// <param name="Name">The dish.</param>
/// <param name="Modifiers">The chosen options.</param>
/// <param name="UnitPrice">For one with options, in minor units.</param>
/// <param name="Quantity">How many are to be paid.</param>
/// <param name="Total">For all of them, before discounts and service.</param>
/// <param name="Payable">Its part of the bill's total, after discounts and with service: all lines' parts are the total.</param>
/// <param name="UnitsLeft">How many units no payment was meant for yet.</param>
/// <param name="TaxRate">Tax within the price, in basis points.</param>
/// <param name="Cancelled">What was taken back of it, in the order it was.</param>
internal sealed record BillLineBody(
    Guid Id,
    Guid OrderId,
    int OrderNumber,
    DateTime OrderedAt,
    string Device,
    bool ByStaff,
    string? Guest,
    string Name,
    IReadOnlyList<string> Modifiers,
    long UnitPrice,
    int Quantity,
    long Total,
    long Payable,
    int UnitsLeft,
    int TaxRate,
    IReadOnlyList<BillCancellationBody> Cancelled
)
{
    public static BillLineBody Of(BillLine line) =>
        new(
            line.Id,
            line.OrderId,
            line.OrderNumber,
            line.OrderedAt.UtcDateTime,
            line.Device,
            line.ByStaff,
            line.Guest,
            line.Name.Here(),
            [.. line.Modifiers.Select(modifier => modifier.Here())],
            line.UnitPrice.Minor,
            line.Quantity,
            line.Total.Minor,
            line.Payable.Minor,
            line.UnitsLeft,
            line.TaxRate,
            [.. line.Cancelled.Select(back => new BillCancellationBody(back.At.UtcDateTime, back.Quantity, back.ByStaff, back.Reason))]
        );
}

/// <summary>Units of a line that were taken back.</summary>
/// <param name="At">When.</param>
/// <param name="Quantity">How many.</param>
/// <param name="ByStaff">By staff; else by the guests.</param>
/// <param name="Reason">Why, where somebody said.</param>
internal sealed record BillCancellationBody(DateTime At, int Quantity, bool ByStaff, string? Reason);

/// <summary>Tax within a bill's total.</summary>
/// <param name="Rate">In basis points: 1000 is 10 %, 0 is exempt.</param>
/// <param name="Net">Without the tax, in minor units.</param>
/// <param name="Tax">The tax, taken out once for the rate and rounded half up.</param>
internal sealed record BillTaxBody(int Rate, long Net, long Tax);

/// <summary>What was given off a bill, an entry of its own.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Kind">given by the house, refunded with money that went back, writtenOff at closing, rounding where two bills became one, or takenBack: what was given is not any more.</param>
/// <param name="Amount">How much, in minor units.</param>
/// <param name="Reason">Why.</param>
/// <param name="CreatedAt">When.</param>
internal sealed record DiscountBody(Guid Id, DiscountKind Kind, long Amount, string Reason, DateTime CreatedAt)
{
    /// <summary>Of what the lines came to then; left out where an amount was said.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Percent { get; init; }

    /// <summary>The entry that this one takes back; left out where it takes none back.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Guid? TakesBack { get; init; }

    public static DiscountBody Of(Discount discount) =>
        new(discount.Id, discount.Kind, discount.Amount.Minor, discount.Reason, discount.CreatedAt.UtcDateTime)
        {
            Percent = discount.Percent,
            TakesBack = discount.Of,
        };
}
