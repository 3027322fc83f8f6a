namespace TableOrder.Core.Seating;

/// <summary>
/// What a seating's row keeps of its money, moved in the transaction that moves the money, so that what is due is known without reading an order. Pure.
/// No part of it is ever negative but <see cref="Due"/>: below zero it is credit.
/// </summary>
/// <param name="Subtotal">Uncancelled lines.</param>
/// <param name="Discounts">What is given off them; what was given off lines that were cancelled since is gone with them.</param>
/// <param name="Adjustments">What nobody owes any more beyond that, after service: written off, or given back with a refund.</param>
/// <param name="ServiceRate">Service on what is left of the lines, in basis points.</param>
/// <param name="Paid">Every payment that succeeded.</param>
/// <param name="Refunded">Every refund and void; never netted with what was paid.</param>
public readonly record struct BillSums(Money Subtotal, Money Discounts, Money Adjustments, int ServiceRate, Money Paid, Money Refunded)
{
    /// <summary>Basis points of the whole.</summary>
    public const int Whole = 10_000;

    /// <summary>What is given off the lines: never more than they come to.</summary>
    public Money Discounted => Money.Min(Discounts, Subtotal);

    /// <summary>The lines after discounts.</summary>
    public Money Net => Subtotal - Discounted;

    /// <summary>Service, rounded half up to the minor unit.</summary>
    public Money Service => Net.Times(ServiceRate, Whole);

    /// <summary>What is adjusted: never more than there is.</summary>
    public Money Adjusted => Money.Min(Adjustments, Net + Service);

    /// <summary>What the party has to pay for all it had.</summary>
    public Money Total => Net + Service - Adjusted;

    /// <summary>What is still to be paid; below zero: credit.</summary>
    public Money Due => Total - Paid + Refunded;

    /// <summary>What was paid beyond what was to be paid.</summary>
    public Money Credit => Due < Money.Zero ? Money.Zero - Due : Money.Zero;
}
