namespace TableOrder.FakePay;

/// <summary>A message that is sent by hand.</summary>
/// <param name="Status">What it says.</param>
/// <param name="Times">How often it is sent, one after the other.</param>
/// <param name="DelaySeconds">How long it waits before each.</param>
/// <param name="Amount">Another amount than was asked for.</param>
/// <param name="Currency">Another currency than was asked for.</param>
/// <param name="SignedWith">Another secret.</param>
/// <param name="AgeSeconds">How long ago it says that it was signed; below zero: in the future.</param>
internal sealed record ByHand(
    string Status,
    int Times = 1,
    double DelaySeconds = 0,
    long? Amount = null,
    string? Currency = null,
    string? SignedWith = null,
    double AgeSeconds = 0
);

/// <summary>Whether messages are sent by themselves.</summary>
internal sealed record Silence(bool Silent);

/// <summary>What tests turn: nobody else has to know of it, and nobody is asked for a key.</summary>
internal static class KnobEndpoints
{
    public static void MapKnobs(this WebApplication app)
    {
        var test = app.MapGroup("/test");
        test.MapPost("/{id:guid}/webhook", SendAsync);
        test.MapPost("/silence", (Silence wish, FakeWebhooks webhooks) => webhooks.AreSilent = wish.Silent);
        test.MapPost("/answers", (Fault fault, FakeFaults faults) => faults.Set(fault));
        test.MapGet("/requests", (FakeFaults faults) => faults.Requests);
        test.MapGet("/{id:guid}", (Guid id, FakeBook book) => book.Find(id) is { } payment ? Results.Ok(payment) : Results.NotFound());
    }

    /// <summary>Says whatever shall be said of a payment, whether it is true or not; gives what the app answered.</summary>
    private static async Task<IResult> SendAsync(Guid id, ByHand wish, FakeBook book, FakeWebhooks webhooks)
    {
        if (book.Find(id) is not { } payment)
        {
            return Results.NotFound();
        }

        var entry = payment.Answer with
        {
            Status = wish.Status,
            Amount = wish.Amount ?? payment.Asked.Amount,
            Currency = wish.Currency ?? payment.Asked.Currency,
        };
        var message = FakeWebhooks.NewMessage();
        var answers = new List<int>();
        for (var i = 0; i < wish.Times; i++)
        {
            await Task.Delay(TimeSpan.FromSeconds(wish.DelaySeconds));
            answers.Add(await webhooks.SendAsync(payment.Asked.WebhookUrl, message, entry, wish.SignedWith, TimeSpan.FromSeconds(wish.AgeSeconds)));
        }

        return Results.Ok(answers);
    }
}
