using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using TableOrder.Core;
using TableOrder.Core.Billing;

namespace TableOrder.Tests.Support;

/// <summary>A payment provider in the test's own hands: it remembers what it was asked for, and its messages are signed with a secret that nobody else has.</summary>
public sealed class SlipProvider : IPaymentProvider
{
    public const string Header = "Slip-Signature";
    private readonly byte[] secret = RandomNumberGenerator.GetBytes(32);

    public string Method { get; init; } = "slip";

    /// <summary>Guests pay on a page of the app's own, as far as a browser can tell.</summary>
    public bool StaysHere { get; init; }

    /// <summary>It does not want any payment.</summary>
    public bool Declines { get; set; }

    /// <summary>What it was asked for last.</summary>
    public ProviderPayment? Asked { get; private set; }

    public Task<Checkout?> BeginAsync(ProviderPayment payment, CancellationToken cancellation)
    {
        Asked = payment;
        var page = StaysHere ? $"{payment.ReturnTo}/bill?payment={payment.Id}" : $"https://slip.example/pay/{payment.Id:N}";
        return Task.FromResult(Declines ? null : new Checkout($"slip-{payment.Id:N}", page));
    }

    public Task<ProviderNews?> AskAsync(Payment entry, CancellationToken cancellation) => Task.FromResult<ProviderNews?>(null);

    public Task<ProviderNews?> RefundAsync(Payment refund, Payment payment, string currency, CancellationToken cancellation) =>
        Task.FromResult<ProviderNews?>(new ProviderNews(refund.Id, "slip-back", PaymentStatus.Succeeded, refund.Amount, currency));

    public ProviderNews? Read(Func<string, string?> header, ReadOnlyMemory<byte> body, DateTimeOffset now) =>
        string.Equals(header(Header), Sign(body.ToArray()), StringComparison.Ordinal)
            ? JsonSerializer.Deserialize<Message>(body.Span) is { } said
                ? new ProviderNews(
                    said.Id,
                    said.Reference,
                    Enum.Parse<PaymentStatus>(said.Status, ignoreCase: true),
                    new Money(said.Amount),
                    said.Currency
                )
                : null
            : null;

    /// <summary>The signature of a message.</summary>
    public string Sign(byte[] body) => Convert.ToHexString(HMACSHA256.HashData(secret, body));

    /// <summary>A message, with spaces and letters that a copy by way of JSON would not keep.</summary>
    public static byte[] Says(Guid id, string status, long amount, string currency = "KRW") =>
        Encoding.UTF8.GetBytes(
            $$"""{ "Id" :"{{id}}",  "Reference":"\u0073lip", "Status":"{{status}}", "Amount":{{amount}}, "Currency":"{{currency}}" }"""
        );

    private sealed record Message(Guid Id, string Reference, string Status, long Amount, string Currency);
}
