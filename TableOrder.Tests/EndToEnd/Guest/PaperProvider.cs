using TableOrder.Core.Billing;

namespace TableOrder.Tests.EndToEnd.Guest;

/// <summary>A provider whose page is the guest's own bill: what becomes of a payment the test says.</summary>
internal sealed class PaperProvider : IPaymentProvider
{
    public string Method => "online";

    public Task<Checkout?> BeginAsync(ProviderPayment payment, CancellationToken cancellation) =>
        Task.FromResult<Checkout?>(new Checkout($"paper-{payment.Id}", $"{payment.ReturnTo}/bill?payment={payment.Id}"));

    public Task<ProviderNews?> AskAsync(Payment entry, CancellationToken cancellation) => Task.FromResult<ProviderNews?>(null);

    public Task<ProviderNews?> RefundAsync(Payment refund, Payment payment, string currency, CancellationToken cancellation) =>
        Task.FromResult<ProviderNews?>(null);

    public ProviderNews? Read(Func<string, string?> header, ReadOnlyMemory<byte> body, DateTimeOffset now) => null;
}
