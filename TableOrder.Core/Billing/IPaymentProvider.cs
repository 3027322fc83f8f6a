namespace TableOrder.Core.Billing;

/// <summary>
/// Somebody who takes guests' money by a page of their own and says so by a signed message: the port through which another provider is added (docs/payments.md). It sees amounts and
/// ids; what a card says it keeps to itself. It says and logs by itself what goes wrong on the way to it: an exception is a bug, null is "it could not be asked, or did not want to".
/// </summary>
public interface IPaymentProvider
{
    /// <summary>Its name, as entries and the API carry it: a slug, such as "online".</summary>
    string Method { get; }

    /// <summary>
    /// Asks for a payment; asked again for the same one it gives the same. Null: there is no page that the guest could be sent to, so no money is taken.
    /// </summary>
    Task<Checkout?> BeginAsync(ProviderPayment payment, CancellationToken cancellation);

    /// <summary>What became of a payment; it has failed where it never came to the provider. Null: nobody knows yet, and it is asked again later.</summary>
    /// <param name="entry">The payment; without a <see cref="Payment.Checkout"/> no guest was ever sent there.</param>
    /// <param name="cancellation">Gives up waiting.</param>
    Task<ProviderNews?> AskAsync(Payment entry, CancellationToken cancellation);

    /// <summary>Gives money back, once for each entry however often it is asked; failed where the provider never will. Null: nobody knows, and it is asked again until it says.</summary>
    /// <param name="refund">The entry of the refund or void.</param>
    /// <param name="payment">The payment that it gives back.</param>
    /// <param name="currency">The restaurant's, ISO 4217.</param>
    /// <param name="cancellation">Gives up waiting; then nobody knows.</param>
    Task<ProviderNews?> RefundAsync(Payment refund, Payment payment, string currency, CancellationToken cancellation);

    /// <summary>Reads a message. Null where it was not signed by the provider, was signed too long ago to be believed, or says nothing of an entry.</summary>
    /// <param name="header">Finds a header of it by its name.</param>
    /// <param name="body">Its body, byte by byte as it came.</param>
    /// <param name="now">The server's clock.</param>
    ProviderNews? Read(Func<string, string?> header, ReadOnlyMemory<byte> body, DateTimeOffset now);
}

/// <summary>What a provider is asked for.</summary>
/// <param name="Id">Our id of it.</param>
/// <param name="Amount">How much.</param>
/// <param name="Currency">ISO 4217.</param>
/// <param name="Description">What the guest reads there.</param>
/// <param name="ReturnTo">The app's own address.</param>
public sealed record ProviderPayment(Guid Id, Money Amount, string Currency, string Description, string ReturnTo);

/// <summary>Where the guest pays.</summary>
/// <param name="Reference">What the provider calls the payment.</param>
/// <param name="Address">The provider's page.</param>
public sealed record Checkout(string Reference, string Address);

/// <summary>What a provider says of an entry.</summary>
/// <param name="PaymentId">Our id of it.</param>
/// <param name="Reference">What the provider calls it.</param>
/// <param name="Status">How far it is.</param>
/// <param name="Amount">How much it took, or gave back; looked at where it succeeded.</param>
/// <param name="Currency">ISO 4217; looked at where it succeeded.</param>
public sealed record ProviderNews(Guid PaymentId, string Reference, PaymentStatus Status, Money Amount, string Currency);

/// <summary>The providers of a house.</summary>
internal static class Providers
{
    /// <summary>The one of a name; null where the house has none of it.</summary>
    public static IPaymentProvider? Named(this IEnumerable<IPaymentProvider> providers, string method) =>
        providers.FirstOrDefault(provider => string.Equals(provider.Method, method, StringComparison.Ordinal));
}
