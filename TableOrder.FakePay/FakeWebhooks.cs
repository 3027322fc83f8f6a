using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace TableOrder.FakePay;

/// <summary>Says what became of payments, by signed messages (Standard Webhooks), again until somebody has heard it.</summary>
internal sealed partial class FakeWebhooks(FakeOptions options, ILogger<FakeWebhooks> log) : IDisposable
{
    private readonly HttpClient client = new() { Timeout = TimeSpan.FromSeconds(10) };

    /// <summary>Where it says nothing at all, callers have to ask.</summary>
    public bool AreSilent { get; set; }

    /// <summary>Says how a payment is, behind the caller's back.</summary>
    public void Announce(FakePayment payment)
    {
        if (!AreSilent)
        {
            _ = DeliverAsync(payment);
        }
    }

    /// <summary>Sends one message once; gives what was answered, 0 where nobody did.</summary>
    public async Task<int> SendAsync(string url, string message, EntryAnswer entry, string? secret = null, TimeSpan age = default)
    {
        var now = TimeProvider.System.GetUtcNow();
        var body = JsonSerializer.Serialize(
            new
            {
                type = $"payment.{entry.Status}",
                timestamp = now,
                data = entry,
            },
            JsonSerializerOptions.Web
        );
        var time = (now - age).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        using var request = new HttpRequestMessage(HttpMethod.Post, url);
        request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        request.Headers.Add("webhook-id", message);
        request.Headers.Add("webhook-timestamp", time);
        request.Headers.Add("webhook-signature", Sign(secret ?? options.Secret, $"{message}.{time}.{body}"));
        try
        {
            using var answer = await client.SendAsync(request);
            return (int)answer.StatusCode;
        }
        catch (Exception fault) when (fault is HttpRequestException or TaskCanceledException)
        {
            LogUnheard(log, url, fault.Message);
            return 0;
        }
    }

    public static string NewMessage() => $"msg_{Guid.CreateVersion7():N}";

    public void Dispose() => client.Dispose();

    private async Task DeliverAsync(FakePayment payment)
    {
        var message = NewMessage();
        foreach (var pause in options.Pauses.Prepend(TimeSpan.Zero))
        {
            await Task.Delay(pause);
            var answer = await SendAsync(payment.Asked.WebhookUrl, message, payment.Answer);
            LogSent(log, payment.Asked.Id, payment.Status, answer);
            if (answer is >= 200 and < 300)
            {
                return;
            }
        }
    }

    private static string Sign(string secret, string content)
    {
        const string prefix = "whsec_";
        var key = Convert.FromBase64String(secret.StartsWith(prefix, StringComparison.Ordinal) ? secret[prefix.Length..] : secret);
        return $"v1,{Convert.ToBase64String(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(content)))}";
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Payment {Payment} is {Status}; the app answered {Answer}")]
    private static partial void LogSent(ILogger logger, Guid payment, string status, int answer);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Nobody hears at {Url}: {Fault}")]
    private static partial void LogUnheard(ILogger logger, string url, string fault);
}
