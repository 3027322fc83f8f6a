using System.Collections.Immutable;

namespace TableOrder.FakePay;

/// <summary>What the caller asks for.</summary>
internal sealed record AskedPayment(Guid Id, long Amount, string Currency, string Description, string ReturnUrl, string WebhookUrl);

/// <summary>What the caller wants to have given back.</summary>
internal sealed record AskedRefund(Guid Id, long Amount, string Currency);

/// <summary>Where a payment is paid.</summary>
internal sealed record CheckoutAnswer(string Reference, string CheckoutUrl);

/// <summary>How far a payment or a refund is, as the API and the messages tell it.</summary>
internal sealed record EntryAnswer(Guid Id, string Reference, string Status, long Amount, string Currency);

/// <summary>A payment as it is kept.</summary>
internal sealed record FakePayment(AskedPayment Asked, string Reference)
{
    public const string Pending = "pending";
    public const string Succeeded = "succeeded";
    public const string Failed = "failed";

    public string Status { get; init; } = Pending;

    public ImmutableList<AskedRefund> Refunds { get; init; } = [];

    public EntryAnswer Answer => new(Asked.Id, Reference, Status, Asked.Amount, Asked.Currency);

    /// <summary>What is left to give back.</summary>
    public long Left => Status is Succeeded ? Asked.Amount - Refunds.Sum(refund => refund.Amount) : 0;
}
