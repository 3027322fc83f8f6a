using System.Net;
using System.Net.Http.Headers;
using System.Net.Mime;
using TableOrder.Core.Billing;

namespace TableOrder.Web.Payments;

/// <summary>A provider that guests are sent to, and that says what became of them by a signed message. What goes over the wire is told in docs/payments.md.</summary>
internal sealed partial class RedirectProvider(RedirectOptions options, ILogger<RedirectProvider> log) : IPaymentProvider, IDisposable
{
    /// <summary>As entries, the webhook's address and the API carry it.</summary>
    public const string Name = "online";
    private const int MostBytes = 64 * 1024;
    private const int LongestAddress = 2000;

    /// <summary>Of its own: no redirects are followed with the key, and no cookies are kept.</summary>
    private readonly HttpClient client = new(
        new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        }
    )
    {
        Timeout = options.Patience,
        MaxResponseContentBufferSize = MostBytes,
        DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", options.Key) },
    };

    /// <inheritdoc/>
    public string Method => Name;

    /// <inheritdoc/>
    public async Task<Checkout?> BeginAsync(ProviderPayment payment, CancellationToken cancellation)
    {
        var asked = new RedirectWire.AskedPayment(
            payment.Id,
            payment.Amount.Minor,
            payment.Currency,
            payment.Description,
            $"{payment.ReturnTo}/bill?payment={payment.Id}",
            $"{payment.ReturnTo}/api/v1/payments/webhook/{Name}"
        );
        var (_, begun) = await SendAsync<RedirectWire.Begun>(HttpMethod.Post, "payments", asked, payment.Id, cancellation);
        if (begun is null)
        {
            return null;
        }

        // A guest is sent there: nothing but a page of the web.
        if (
            begun.CheckoutUrl.Length > LongestAddress
            || !Uri.TryCreate(begun.CheckoutUrl, UriKind.Absolute, out var page)
            || page.Scheme is not ("http" or "https")
        )
        {
            LogNoPage(log, payment.Id);
            return null;
        }

        return new Checkout(begun.Reference, page.AbsoluteUri);
    }

    /// <inheritdoc/>
    public async Task<ProviderNews?> AskAsync(Payment entry, CancellationToken cancellation)
    {
        var (status, said) = await SendAsync<RedirectWire.Entry>(HttpMethod.Get, $"payments/{entry.Id}", null, null, cancellation);
        return Of(entry, said)
            // It never heard of it, and no guest was ever sent there.
            ?? (status == HttpStatusCode.NotFound && entry.Checkout is null ? Failed(entry) : null);
    }

    /// <inheritdoc/>
    public async Task<ProviderNews?> RefundAsync(Payment refund, Payment payment, string currency, CancellationToken cancellation)
    {
        var asked = new RedirectWire.AskedRefund(refund.Id, refund.Amount.Minor, currency);
        var (status, said) = await SendAsync<RedirectWire.Entry>(HttpMethod.Post, $"payments/{payment.Id}/refunds", asked, refund.Id, cancellation);

        // That is its word for "never"; anything else may be otherwise next time.
        return Of(refund, said) ?? (status == HttpStatusCode.UnprocessableEntity ? Failed(refund) : null);
    }

    /// <inheritdoc/>
    public ProviderNews? Read(Func<string, string?> header, ReadOnlyMemory<byte> body, DateTimeOffset now) =>
        WebhookSignature.Verify(options.Secret, header, body.Span, now) ? RedirectWire.Read<RedirectWire.Message>(body.Span)?.Data.News : null;

    /// <inheritdoc/>
    public void Dispose() => client.Dispose();

    private static ProviderNews Failed(Payment entry) => new(entry.Id, entry.Reference ?? "", PaymentStatus.Failed, entry.Amount, "");

    /// <summary>What was said, if it was said of that entry.</summary>
    private ProviderNews? Of(Payment entry, RedirectWire.Entry? said)
    {
        if (said is not null && said.Id != entry.Id)
        {
            LogOther(log, entry.Id);
            return null;
        }

        return said?.News;
    }

    private async Task<(HttpStatusCode? Status, T? Body)> SendAsync<T>(
        HttpMethod method,
        string path,
        object? body,
        Guid? once,
        CancellationToken cancellation
    )
        where T : class
    {
        try
        {
            using var request = new HttpRequestMessage(method, $"{options.Url}/{path}");
            request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(MediaTypeNames.Application.Json));
            if (once is { } key)
            {
                request.Headers.Add("Idempotency-Key", $"{key}");
            }

            if (body is not null)
            {
                request.Content = new ByteArrayContent(RedirectWire.Write(body)) { Headers = { ContentType = new(MediaTypeNames.Application.Json) } };
            }

            using var answer = await client.SendAsync(request, cancellation);
            if (!answer.IsSuccessStatusCode)
            {
                LogRefused(log, method, path, (int)answer.StatusCode);
                return (answer.StatusCode, null);
            }

            if (RedirectWire.Read<T>(await answer.Content.ReadAsByteArrayAsync(cancellation)) is { } said)
            {
                return (answer.StatusCode, said);
            }

            LogGarbage(log, method, path);
            return (answer.StatusCode, null);
        }
        catch (Exception fault) when (fault is HttpRequestException or OperationCanceledException && !cancellation.IsCancellationRequested)
        {
            LogUnreached(log, method, path, fault.Message);
            return (null, null);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The payment provider could not be asked ({Method} {Path}): {Fault}")]
    private static partial void LogUnreached(ILogger logger, HttpMethod method, string path, string fault);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The payment provider did not want to ({Method} {Path}): {Status}")]
    private static partial void LogRefused(ILogger logger, HttpMethod method, string path, int status);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The payment provider's answer is not understood ({Method} {Path})")]
    private static partial void LogGarbage(ILogger logger, HttpMethod method, string path);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The payment provider gave no page to pay {Payment} on")]
    private static partial void LogNoPage(ILogger logger, Guid payment);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The payment provider spoke of another entry than {Payment}")]
    private static partial void LogOther(ILogger logger, Guid payment);
}
