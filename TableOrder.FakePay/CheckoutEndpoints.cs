using Microsoft.AspNetCore.Mvc;

namespace TableOrder.FakePay;

/// <summary>The page on which a guest decides, and the way back.</summary>
internal static class CheckoutEndpoints
{
    public static void MapCheckout(this WebApplication app)
    {
        app.MapGet(
            "/checkout/{reference}",
            (string reference, HttpRequest request, FakeBook book) =>
                book.Find(reference) is { } payment
                    ? Results.Content(CheckoutPage.Of(payment, request), "text/html; charset=utf-8")
                    : Results.NotFound()
        );
        app.MapPost("/checkout/{reference}", Decide).DisableAntiforgery();
    }

    private static IResult Decide(string reference, [FromForm] string decision, FakeBook book, FakeWebhooks webhooks)
    {
        if (book.Find(reference) is not { } payment)
        {
            return Results.NotFound();
        }

        if (book.Decide(payment.Asked.Id, string.Equals(decision, "pay", StringComparison.Ordinal)))
        {
            webhooks.Announce(book.Find(payment.Asked.Id)!);
        }

        return Results.Redirect(payment.Asked.ReturnUrl);
    }
}
