namespace TableOrder.Core.Billing;

/// <summary>What a business day comes to. Sales are of what was ordered that day, bills of the parties that came that day, money and entries of what moved that day: the three are never netted.</summary>
public sealed record DayTotals
{
    /// <summary>Who counted, by their name of that time; empty while nobody has.</summary>
    public string CountedBy { get; init; } = "";

    /// <summary>Uncancelled lines of that day's orders, before discounts and service.</summary>
    public required Money Sales { get; init; }

    /// <summary>That day's orders, cancelled ones too.</summary>
    public required int Orders { get; init; }

    /// <summary>Those of which nothing is left.</summary>
    public required int Cancelled { get; init; }

    /// <summary>What was given off that day, without what was taken back that day; below zero where that was more.</summary>
    public required Money Discounts { get; init; }

    /// <summary>What was written off that day.</summary>
    public required Money WrittenOff { get; init; }

    /// <summary>What nobody owes any more because money went back that day, or because two bills became one.</summary>
    public required Money Adjusted { get; init; }

    /// <summary>The bills of the parties that came that day.</summary>
    public required DayBills Bills { get; init; }

    /// <summary>The money that moved that day.</summary>
    public required DayMoney Moved { get; init; }

    /// <summary>How many bills were open at that moment with something due.</summary>
    public required int OpenBills { get; init; }

    /// <summary>What is due on them.</summary>
    public required Money OpenDue { get; init; }

    /// <summary>The calls of that day.</summary>
    public required int Calls { get; init; }

    /// <summary>How many of them somebody answered.</summary>
    public required int CallsAnswered { get; init; }
}

/// <summary>The bills of the parties that came on a business day.</summary>
/// <param name="Count">How many parties ordered.</param>
/// <param name="Total">What there was to pay for all of it: after discounts, with service.</param>
/// <param name="Service">The service within it.</param>
/// <param name="Taxes">The tax within it, bill by bill as the receipts say, once for each rate, the highest first.</param>
public sealed record DayBills(int Count, Money Total, Money Service, IReadOnlyList<BillTax> Taxes);

/// <summary>Money that moved, by how it was paid.</summary>
/// <param name="Payments">What was taken.</param>
/// <param name="Refunds">What was given back: refunds and voids.</param>
public sealed record DayMoney(IReadOnlyList<MethodMoney> Payments, IReadOnlyList<MethodMoney> Refunds)
{
    /// <summary>Nothing moved.</summary>
    public bool IsEmpty => Payments.Count == 0 && Refunds.Count == 0;

    /// <summary>What the drawer has more by it: cash taken without cash given back; below zero it has less.</summary>
    public Money Cash => Of(Payments, Payment.Cash) - Of(Refunds, Payment.Cash);

    /// <summary>All that was taken.</summary>
    public Money Taken => Payments.Aggregate(Money.Zero, (sum, one) => sum + one.Amount);

    /// <summary>All that was given back.</summary>
    public Money GivenBack => Refunds.Aggregate(Money.Zero, (sum, one) => sum + one.Amount);

    private static Money Of(IReadOnlyList<MethodMoney> all, string method) =>
        all.Where(one => string.Equals(one.Method, method, StringComparison.Ordinal)).Aggregate(Money.Zero, (sum, one) => sum + one.Amount);
}

/// <summary>Money of one way to pay.</summary>
/// <param name="Method">"cash", "terminal", or a provider's name.</param>
/// <param name="Count">How many entries.</param>
/// <param name="Amount">What they come to.</param>
public sealed record MethodMoney(string Method, int Count, Money Amount);
