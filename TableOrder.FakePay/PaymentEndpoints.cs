using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;

namespace TableOrder.FakePay;

/// <summary>What the app asks: the other side of its RedirectProvider.</summary>
internal static class PaymentEndpoints
{
    public static void MapPayments(this WebApplication app)
    {
        var api = app.MapGroup("/payments").AddEndpointFilter(CheckKeyAsync);
        api.MapPost("", Begin);
        api.MapGet("/{id:guid}", (Guid id, FakeBook book) => book.Find(id) is { } payment ? Results.Ok(payment.Answer) : Results.NotFound());
        api.MapPost("/{id:guid}/refunds", Refund);
    }

    private static IResult Begin(AskedPayment asked, HttpRequest request, FakeBook book) =>
        asked.Amount <= 0 || !IsWeb(asked.ReturnUrl) || !IsWeb(asked.WebhookUrl) ? Results.UnprocessableEntity()
        : book.Begin(asked) is { } payment
            ? Results.Ok(new CheckoutAnswer(payment.Reference, $"{request.Scheme}://{request.Host}/checkout/{payment.Reference}"))
        : Results.Conflict();

    private static IResult Refund(Guid id, AskedRefund asked, FakeBook book) =>
        book.Find(id) is not { } payment ? Results.NotFound()
        : book.Refund(payment, asked) is { } refund ? Results.Ok(refund)
        : Results.UnprocessableEntity();

    private static bool IsWeb(string url) => Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https";

    private static ValueTask<object?> CheckKeyAsync(EndpointFilterInvocationContext call, EndpointFilterDelegate next)
    {
        var key = call.HttpContext.RequestServices.GetRequiredService<FakeOptions>().Key;
        return
            AuthenticationHeaderValue.TryParse(call.HttpContext.Request.Headers.Authorization, out var shown)
            && string.Equals(shown.Scheme, "Bearer", StringComparison.OrdinalIgnoreCase)
            && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(shown.Parameter ?? ""), Encoding.UTF8.GetBytes(key))
            ? next(call)
            : ValueTask.FromResult<object?>(Results.Unauthorized());
    }
}
