using System.Security.Cryptography;
using System.Text;
using TableOrder.Core.Storage;

namespace TableOrder.Core.Billing;

/// <summary>Staff has taken money.</summary>
/// <param name="RequestId">Made by the sender for this payment: however often it is sent, it is entered once.</param>
/// <param name="SeatingId">Whose bill.</param>
/// <param name="Amount">How much is paid; at most what is due.</param>
/// <param name="Method">"cash" or "terminal".</param>
public sealed record TakePayment(Guid RequestId, Guid SeatingId, Money Amount, string Method)
{
    /// <summary>What was handed over in cash; null: exactly the amount.</summary>
    public Money? Tendered { get; init; }

    /// <summary>What it is meant for.</summary>
    public IReadOnlyList<PaidLine> Lines { get; init; } = [];

    internal string Hash() => RequestHash.Of(this with { RequestId = default, SeatingId = default });
}

/// <summary>A guest wants to pay by a provider.</summary>
/// <param name="RequestId">Made by the sender for this payment.</param>
/// <param name="Amount">How much; at most what is due and not held by somebody who is just paying.</param>
/// <param name="Method">The provider's name.</param>
/// <param name="ReturnTo">The app's own address, to which the provider sends the guest back and its word.</param>
public sealed record BeginPayment(Guid RequestId, Money Amount, string Method, string ReturnTo)
{
    /// <summary>What it is meant for.</summary>
    public IReadOnlyList<PaidLine> Lines { get; init; } = [];

    internal string Hash() => RequestHash.Of(this with { RequestId = default, ReturnTo = "" });
}

/// <summary>A payment that never was is taken back, whole, before the party leaves: what it paid is due again.</summary>
/// <param name="RequestId">Made by the sender.</param>
/// <param name="PaymentId">Which.</param>
/// <param name="Reason">Why, in at most 200 characters.</param>
public sealed record VoidPayment(Guid RequestId, Guid PaymentId, string Reason)
{
    internal string Hash() => RequestHash.Of(this with { RequestId = default });
}

/// <summary>Money is given back: what it paid is not due again.</summary>
/// <param name="RequestId">Made by the sender.</param>
/// <param name="PaymentId">Of which payment.</param>
/// <param name="Amount">How much; at most what is left of it.</param>
/// <param name="Reason">Why, in at most 200 characters.</param>
public sealed record RefundPayment(Guid RequestId, Guid PaymentId, Money Amount, string Reason)
{
    internal string Hash() => RequestHash.Of(this with { RequestId = default });
}

/// <summary>The house gives something off a bill.</summary>
/// <param name="SeatingId">Whose bill.</param>
/// <param name="Reason">Why, in at most 200 characters.</param>
public sealed record GiveDiscount(Guid SeatingId, string Reason)
{
    /// <summary>So much; or <see cref="Percent"/>.</summary>
    public Money? Amount { get; init; }

    /// <summary>1 to 100 percent of what the lines come to now, rounded half up; or <see cref="Amount"/>.</summary>
    public int? Percent { get; init; }
}

/// <summary>What the house gave off a bill was a mistake: it is taken back, whole.</summary>
/// <param name="SeatingId">Whose bill.</param>
/// <param name="DiscountId">Which.</param>
/// <param name="Reason">Why, in at most 200 characters.</param>
public sealed record TakeBackDiscount(Guid SeatingId, Guid DiscountId, string Reason);

/// <summary>An entry that stands.</summary>
/// <param name="Payment">As it is now.</param>
/// <param name="Created">False where this request had already become it.</param>
public sealed record EnteredPayment(Payment Payment, bool Created);

/// <summary>What a request id stands for: the same content gives the same hash.</summary>
internal static class RequestHash
{
    public static string Of<T>(T command) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(Columns.ToJson(command))));
}
