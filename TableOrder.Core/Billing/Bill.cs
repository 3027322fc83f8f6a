using TableOrder.Core.Seating;

namespace TableOrder.Core.Billing;

/// <summary>What a party had, what it comes to, and what of it is paid; of one moment.</summary>
public sealed record Bill
{
    /// <summary>Whose it is.</summary>
    public required Guid SeatingId { get; init; }

    /// <summary>Where they sit, or sat.</summary>
    public required string TableName { get; init; }

    /// <summary>Whether they are still there.</summary>
    public required bool IsOpen { get; init; }

    /// <summary>Rises with each change of it.</summary>
    public required long Version { get; init; }

    /// <summary>ISO 4217.</summary>
    public required string Currency { get; init; }

    /// <summary>Its sums.</summary>
    public required BillSums Sums { get; init; }

    /// <summary>What was ordered, in the order it was; what was cancelled too, with a quantity of 0. Without what was made again at no price.</summary>
    public required IReadOnlyList<BillLine> Lines { get; init; }

    /// <summary>The tax within the total, once for each rate, the highest first.</summary>
    public required IReadOnlyList<BillTax> Taxes { get; init; }

    /// <summary>What was given off, in the order it was.</summary>
    public required IReadOnlyList<Discount> Discounts { get; init; }

    /// <summary>Every entry of money, in the order they were entered.</summary>
    public required IReadOnlyList<Payment> Payments { get; init; }

    /// <summary>What somebody is just paying by a provider.</summary>
    public required Money Held { get; init; }

    /// <summary>What was given off altogether, as the total has it.</summary>
    public Money Off => Sums.Discounted + Sums.Adjusted;

    /// <summary>What was given off lines that were cancelled since: gone with them.</summary>
    public Money Lapsed => Discounts.Aggregate(Money.Zero - Off, (sum, discount) => sum + discount.GivenOff);

    /// <summary>Whether something that was given off has been taken back.</summary>
    public bool IsTakenBack(Discount discount) => Discounts.Any(entry => entry.Of == discount.Id);

    /// <summary>How it stands, as a list of bills says it.</summary>
    public BillState State =>
        Sums.Due > Money.Zero ? BillState.Due
        : Sums.Due < Money.Zero ? BillState.Credit
        : Discounts.Any(discount => discount.Kind == DiscountKind.WrittenOff) ? BillState.WrittenOff
        : Payments.Any(entry => entry is { Kind: PaymentKind.Refund, Status: PaymentStatus.Succeeded }) ? BillState.Refunded
        : Sums.Total == Money.Zero && Sums.Paid == Money.Zero ? BillState.Nothing
        : BillState.Paid;

    /// <summary>The payments of which something can still go back, and how much.</summary>
    public IEnumerable<(Payment Entry, Money Left)> Standing =>
        Payments.Select(entry => (Entry: entry, Left: PaymentRule.Left(entry, Payments))).Where(one => one.Left > Money.Zero);

    /// <summary>What is due and nobody is just paying; never below zero.</summary>
    public Money Owed => Sums.Due - Held is { Minor: > 0 } owed ? owed : Money.Zero;
}

/// <summary>A line of a bill.</summary>
public sealed record BillLine
{
    /// <summary>The order's line.</summary>
    public required Guid Id { get; init; }

    /// <summary>The order.</summary>
    public required Guid OrderId { get; init; }

    /// <summary>The order's number of its day.</summary>
    public required int OrderNumber { get; init; }

    /// <summary>When it was ordered.</summary>
    public required DateTimeOffset OrderedAt { get; init; }

    /// <summary>From which device, as the log has it: "tablet", "phone", "api".</summary>
    public required string Device { get; init; }

    /// <summary>Whether staff sent the order for the guests.</summary>
    public required bool ByStaff { get; init; }

    /// <summary>Who chose it, as the table calls them; null where nobody said.</summary>
    public required string? Guest { get; init; }

    /// <summary>The dish, in all languages.</summary>
    public required LocalText Name { get; init; }

    /// <summary>The chosen options, in all languages.</summary>
    public required IReadOnlyList<LocalText> Modifiers { get; init; }

    /// <summary>For one with options.</summary>
    public required Money UnitPrice { get; init; }

    /// <summary>How many are to be paid.</summary>
    public required int Quantity { get; init; }

    /// <summary>Tax within the price, in basis points.</summary>
    public required int TaxRate { get; init; }

    /// <summary>What was taken back of it, in the order it was.</summary>
    public required IReadOnlyList<BillCancellation> Cancelled { get; init; }

    /// <summary>How many units no payment was meant for yet.</summary>
    public required int UnitsLeft { get; init; }

    /// <summary>Its part of the bill's total, after discounts and with service: all lines' parts are the total.</summary>
    public Money Payable { get; init; }

    /// <summary>Before discounts and service.</summary>
    public Money Total => UnitPrice * Quantity;
}

/// <summary>Units of a line that were taken back.</summary>
/// <param name="At">When.</param>
/// <param name="Quantity">How many.</param>
/// <param name="ByStaff">By staff; else by the guests.</param>
/// <param name="Reason">Why, where somebody said.</param>
public sealed record BillCancellation(DateTimeOffset At, int Quantity, bool ByStaff, string? Reason);

/// <summary>Tax within a bill's total.</summary>
/// <param name="Rate">In basis points; 0 is exempt.</param>
/// <param name="Net">Without the tax.</param>
/// <param name="Tax">The tax, taken out once for the rate and rounded half up.</param>
public sealed record BillTax(int Rate, Money Net, Money Tax);
