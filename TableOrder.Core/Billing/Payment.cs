namespace TableOrder.Core.Billing;

/// <summary>What an entry of money is. Entries are never edited: what was wrong is taken back by another one.</summary>
public enum PaymentKind
{
    /// <summary>Money taken.</summary>
    Payment,

    /// <summary>A payment that never was, taken back whole before the party left: what it paid is due again.</summary>
    Void,

    /// <summary>Money given back: what it paid is not due again.</summary>
    Refund,
}

/// <summary>How far an entry is.</summary>
public enum PaymentStatus
{
    /// <summary>A provider was asked and has not said yet.</summary>
    Pending,

    /// <summary>The money moved.</summary>
    Succeeded,

    /// <summary>It did not.</summary>
    Failed,
}

/// <summary>An entry of money on a party's bill.</summary>
public sealed record Payment
{
    /// <summary>Cash; its change is <see cref="Change"/>.</summary>
    public const string Cash = "cash";

    /// <summary>A card terminal, whose slip staff has seen. No card's data is ever here.</summary>
    public const string Terminal = "terminal";

    /// <summary>For so long a payment that a provider was asked for holds its part of what is due; then somebody else may pay it.</summary>
    public static readonly TimeSpan Holds = TimeSpan.FromMinutes(10);

    /// <summary>Its id, rising with time; providers know it by that.</summary>
    public required Guid Id { get; init; }

    /// <summary>Whose bill it stands on.</summary>
    public required Guid SeatingId { get; init; }

    /// <summary>What it is.</summary>
    public required PaymentKind Kind { get; init; }

    /// <summary>The payment that a void or refund takes back.</summary>
    public Guid? Of { get; init; }

    /// <summary>"cash", "terminal", or a provider's name.</summary>
    public required string Method { get; init; }

    /// <summary>How much; always above zero.</summary>
    public required Money Amount { get; init; }

    /// <summary>What was handed over in cash.</summary>
    public Money? Tendered { get; init; }

    /// <summary>How far it is.</summary>
    public required PaymentStatus Status { get; init; }

    /// <summary>What it was meant for; a label, the amount rules.</summary>
    public IReadOnlyList<PaidLine> Lines { get; init; } = [];

    /// <summary>Why, for a void or refund.</summary>
    public string? Reason { get; init; }

    /// <summary>Who entered it, as the event log would tell.</summary>
    public required string By { get; init; }

    /// <summary>Where from.</summary>
    public required string Device { get; init; }

    /// <summary>When it was entered.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the money moved; null while it has not.</summary>
    public DateTimeOffset? MovedAt { get; init; }

    /// <summary>What the provider calls it.</summary>
    public string? Reference { get; init; }

    /// <summary>Where the guest pays it, at the provider's.</summary>
    public string? Checkout { get; init; }

    /// <summary>What was given back of the cash at once.</summary>
    public Money Change => Tendered is { } tendered ? tendered - Amount : Money.Zero;

    /// <summary>Whether it holds its part of what is due while the provider is asked.</summary>
    public bool IsHeld(DateTimeOffset now) => Status == PaymentStatus.Pending && Kind == PaymentKind.Payment && now - CreatedAt < Holds;
}

/// <summary>Units of a line that a payment was meant for.</summary>
/// <param name="Id">The line.</param>
/// <param name="Quantity">How many of it.</param>
public sealed record PaidLine(Guid Id, int Quantity);

/// <summary>What was given off a bill, an entry of its own.</summary>
/// <param name="Id">Its id, rising with time.</param>
/// <param name="Kind">Why it is there.</param>
/// <param name="Amount">How much; always above zero.</param>
/// <param name="Percent">Of what the lines came to then, where that was said.</param>
/// <param name="Reason">In somebody's words.</param>
/// <param name="By">Who entered it, as the event log would tell.</param>
/// <param name="CreatedAt">When.</param>
public sealed record Discount(Guid Id, DiscountKind Kind, Money Amount, int? Percent, string Reason, string By, DateTimeOffset CreatedAt)
{
    /// <summary>The discount that this one takes back.</summary>
    public Guid? Of { get; init; }

    /// <summary>What it moves of what is given off: below zero where it takes something back.</summary>
    public Money GivenOff => Kind == DiscountKind.TakenBack ? Money.Zero - Amount : Amount;
}

/// <summary>Why something was given off a bill.</summary>
public enum DiscountKind
{
    /// <summary>The house gave it, before service.</summary>
    Given,

    /// <summary>It went back with a refund: nobody owes it again.</summary>
    Refunded,

    /// <summary>The party left without paying it.</summary>
    WrittenOff,

    /// <summary>Two bills became one, and rounding once instead of twice came to more.</summary>
    Rounding,

    /// <summary>What the house gave was a mistake, and is taken back whole.</summary>
    TakenBack,
}
