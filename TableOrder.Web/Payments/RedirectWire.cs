using System.Text.Json;
using System.Text.Json.Serialization;
using TableOrder.Core;
using TableOrder.Core.Billing;

namespace TableOrder.Web.Payments;

/// <summary>What goes over the wire, see docs/payments.md. What is added to it is passed over; what is missing or of another type is no answer.</summary>
internal static class RedirectWire
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        NumberHandling = JsonNumberHandling.Strict,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    public static byte[] Write<T>(T message) => JsonSerializer.SerializeToUtf8Bytes(message, Options);

    /// <summary>Null where it is something else.</summary>
    public static T? Read<T>(ReadOnlySpan<byte> json)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(json, Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>A payment is asked for.</summary>
    internal sealed record AskedPayment(Guid Id, long Amount, string Currency, string Description, string ReturnUrl, string WebhookUrl);

    /// <summary>Where it is paid.</summary>
    internal sealed record Begun(string Reference, string CheckoutUrl);

    /// <summary>Money is to be given back.</summary>
    internal sealed record AskedRefund(Guid Id, long Amount, string Currency);

    /// <summary>How far a payment or a refund is.</summary>
    internal sealed record Entry(Guid Id, string Reference, PaymentStatus Status, long Amount, string Currency)
    {
        public ProviderNews News => new(Id, Reference, Status, new Money(Amount), Currency);
    }

    /// <summary>What a signed message says.</summary>
    internal sealed record Message(Entry Data);
}
