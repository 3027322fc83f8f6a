using System.Text.Json.Serialization;
using TableOrder.Core.Billing;

namespace TableOrder.Web.Api;

/// <summary>An entry of money on a party's bill. Entries are never edited: what was wrong is taken back by another one.</summary>
/// <param name="Id">Its id; providers know it by that.</param>
/// <param name="SeatingId">Whose bill it stands on.</param>
/// <param name="Kind">payment, void or refund.</param>
/// <param name="Method">cash, terminal, or a provider's name.</param>
/// <param name="Amount">How much, in minor units; always above zero.</param>
/// <param name="Status">pending while a provider has not said yet, succeeded where the money moved, failed where it did not.</param>
/// <param name="Lines">What it was meant for; a label, the amount rules.</param>
/// <param name="Device">Where it was entered.</param>
/// <param name="CreatedAt">When it was entered.</param>
/// <param name="MovedAt">When the money moved; null while it has not.</param>
internal sealed record PaymentBody(
    Guid Id,
    Guid SeatingId,
    PaymentKind Kind,
    string Method,
    long Amount,
    PaymentStatus Status,
    IReadOnlyList<PaidLineBody> Lines,
    string Device,
    DateTime CreatedAt,
    DateTime? MovedAt
)
{
    /// <summary>The payment that a void or refund takes back; left out of payments.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Guid? Of { get; init; }

    /// <summary>Why, for a void or refund; left out of payments.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Reason { get; init; }

    /// <summary>What was handed over in cash; left out where nobody said.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? Tendered { get; init; }

    /// <summary>What was given back of the cash at once; left out where nobody said what was handed over.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? Change { get; init; }

    /// <summary>The provider's page where the guest pays; left out unless it waits for them.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Checkout { get; init; }

    public static PaymentBody From(Payment payment) =>
        new(
            payment.Id,
            payment.SeatingId,
            payment.Kind,
            payment.Method,
            payment.Amount.Minor,
            payment.Status,
            [.. payment.Lines.Select(line => new PaidLineBody(line.Id, line.Quantity))],
            payment.Device,
            payment.CreatedAt.UtcDateTime,
            payment.MovedAt?.UtcDateTime
        )
        {
            Of = payment.Of,
            Reason = payment.Reason,
            Tendered = payment.Tendered?.Minor,
            Change = payment.Tendered is null ? null : payment.Change.Minor,
            Checkout = payment.Status == PaymentStatus.Pending ? payment.Checkout : null,
        };
}

/// <summary>Units of a line that a payment was meant for.</summary>
/// <param name="Id">The line.</param>
/// <param name="Quantity">How many of it.</param>
internal sealed record PaidLineBody(Guid Id, int Quantity);
