using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using TableOrder.Core.Access;
using TableOrder.Core.Billing;
using TableOrder.Core.Seating;
using TableOrder.Tests.Support;

namespace TableOrder.Tests.Api;

/// <summary>Guests pay by a provider, and the provider says what became of it.</summary>
public sealed class ProviderApiTests : IAsyncLifetime
{
    private readonly SlipProvider provider = new();
    private readonly HostedApp app;
    private ApiClient guest = null!;
    private ApiClient manager = null!;
    private Guid seating;
    private Guid order;
    private long due;

    public ProviderApiTests() => app = new HostedApp(more: services => services.AddSingleton<IPaymentProvider>(provider));

    public async Task InitializeAsync()
    {
        var table = (await app.Services.GetRequiredService<SeatingReader>().TablesAsync(Actor.System)).Value[0];
        guest = await ApiClient.GuestAsync(app.Address, table.Token!);
        manager = await ApiClient.StaffAsync(app.Address, "manager", HostedApp.ManagerPassword);
        var dish = Dish.Of((await guest.GetAsync("menu")).Body)
            .First(item => item is { SoldOut: false, Portions: null, MinQuantity: 1 } && item.Groups.All(group => group.Min == 0));
        var placed = await guest.PlaceAsync(ApiHouse.Order(dish, 2));
        (seating, order, due) = (placed.Body.GetProperty("seatingId").GetGuid(), placed.Id, placed.Body.GetProperty("total").GetInt64());
    }

    public async Task DisposeAsync()
    {
        guest.Dispose();
        manager.Dispose();
        await app.DisposeAsync();
    }

    [Fact]
    public async Task A_guest_pays_at_the_providers_page_and_its_word_counts_once()
    {
        var key = Guid.NewGuid();
        var begun = await PayAsync(due, key);
        var again = await PayAsync(due, key);

        (begun.Status, again.Status).Should().Be((HttpStatusCode.Created, HttpStatusCode.OK), begun.Text);
        again.Text.Should().Be(begun.Text);
        (Text(begun.Body, "status"), Text(begun.Body, "checkout")).Should().Be(("pending", $"https://slip.example/pay/{begun.Id:N}"));
        provider.Asked!.ReturnTo.Should().Be($"{app.Address}".TrimEnd('/'));
        provider.Asked.Amount.Minor.Should().Be(due);
        (await BillAsync()).GetProperty("held").GetInt64().Should().Be(due);
        (await PayAsync(1)).ShouldBeProblem(409, "overpaid").Body.GetProperty("atMost").GetInt64().Should().Be(0, "it is just being paid");
        (await PayAsync(due - 1, key)).ShouldBeProblem(422, "key_reused");

        for (var i = 0; i < 3; i++)
        {
            (await SayAsync(SlipProvider.Says(begun.Id, "succeeded", due))).Status.Should().Be(HttpStatusCode.OK);
        }

        // Late and out of order: money that moved stays moved.
        (await SayAsync(SlipProvider.Says(begun.Id, "failed", due)))
            .Status.Should()
            .Be(HttpStatusCode.OK);
        (await SayAsync(SlipProvider.Says(begun.Id, "pending", due))).Status.Should().Be(HttpStatusCode.OK);
        var bill = await BillAsync();
        (Number(bill, "paid"), Number(bill, "due"), Number(bill, "held")).Should().Be((due, 0, 0));
        var entry = bill.GetProperty("payments").EnumerateArray().Single();
        (Text(entry, "status"), entry.TryGetProperty("checkout", out _)).Should().Be(("succeeded", false));
        (await guest.GetAsync($"orders/{order}")).Body.TryGetProperty("paidAt", out _).Should().BeTrue();
    }

    [Fact]
    public async Task Money_beyond_what_is_due_is_credit_and_goes_back_by_the_provider()
    {
        var begun = await PayAsync(due);
        await manager.PostAsync($"seatings/{seating}/payments", new { amount = due, method = "cash" }, ("Idempotency-Key", $"{Guid.NewGuid()}"));

        (await SayAsync(SlipProvider.Says(begun.Id, "succeeded", due))).Status.Should().Be(HttpStatusCode.OK);

        Number(await BillAsync(), "due").Should().Be(-due);
        var back = await manager.PostAsync(
            $"payments/{begun.Id}/refunds",
            new { amount = due, reason = "paid twice" },
            ("Idempotency-Key", $"{Guid.NewGuid()}")
        );
        (back.Status, Text(back.Body, "status"), Text(back.Body, "method")).Should().Be((HttpStatusCode.Created, "succeeded", "slip"));
        Number(await BillAsync(), "due").Should().Be(0);
    }

    [Fact]
    public async Task A_payment_that_fails_leaves_all_of_it_due_and_one_that_was_paid_after_all_counts()
    {
        var begun = await PayAsync(due);
        await SayAsync(SlipProvider.Says(begun.Id, "failed", due));
        (Number(await BillAsync(), "due"), Number(await BillAsync(), "held")).Should().Be((due, 0));

        await SayAsync(SlipProvider.Says(begun.Id, "succeeded", due));

        Number(await BillAsync(), "due").Should().Be(0);
        provider.Declines = true;
        await manager.PostAsync($"payments/{begun.Id}/void", new { reason = "x" }, ("Idempotency-Key", $"{Guid.NewGuid()}"));
        (await PayAsync(due)).ShouldBeProblem(409, "provider_failed");
        Number(await BillAsync(), "held").Should().Be(0, "nothing was taken, and nothing is held");
    }

    [Fact]
    public async Task Nobody_else_speaks_for_the_provider()
    {
        var begun = await PayAsync(due);
        var says = SlipProvider.Says(begun.Id, "succeeded", due);

        (await SayAsync(says, signature: "forged")).ShouldBeProblem(401, "bad_signature");
        (await SayAsync(says, signature: null)).ShouldBeProblem(401, "bad_signature");
        (await SayAsync([.. says, (byte)' '], provider.Sign(says))).ShouldBeProblem(401, "bad_signature");
        (await SayAsync([], signature: "forged")).ShouldBeProblem(401, "bad_signature");
        (await SayAsync(says, provider.Sign(says), "nowhere")).ShouldBeProblem(404, "not_found");
        (await SayAsync(says, provider.Sign(says), "cash")).ShouldBeProblem(404, "not_found");
        (await SayAsync(SlipProvider.Says(Guid.NewGuid(), "succeeded", due))).ShouldBeProblem(404, "not_found");
        (await SayAsync(SlipProvider.Says(begun.Id, "succeeded", due, "USD"))).ShouldBeProblem(400, "invalid");
        (await SayAsync(SlipProvider.Says(begun.Id, "succeeded", 0))).ShouldBeProblem(400, "invalid");
        (await SayAsync(SlipProvider.Says(begun.Id, "succeeded", -due))).ShouldBeProblem(400, "invalid");
        (await SayAsync(new byte[300_000], signature: "forged")).ShouldBeProblem(413, "too_large");
        Number(await BillAsync(), "paid").Should().Be(0);
    }

    [Fact]
    public async Task A_browser_that_signed_in_does_not_stand_in_the_providers_way()
    {
        var begun = await PayAsync(due);
        using var handler = new HttpClientHandler { CookieContainer = new CookieContainer() };
        using var browser = new HttpClient(handler) { BaseAddress = app.Address };
        var table = (await app.Services.GetRequiredService<SeatingReader>().TablesAsync(Actor.System)).Value[1];
        await browser.GetAsync($"/t/{table.Token}");
        handler.CookieContainer.Count.Should().BePositive();
        var says = SlipProvider.Says(begun.Id, "succeeded", due);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/payments/webhook/slip") { Content = new ByteArrayContent(says) };
        request.Headers.Add(SlipProvider.Header, provider.Sign(says));

        (await browser.SendAsync(request)).StatusCode.Should().Be(HttpStatusCode.OK);

        Number(await BillAsync(), "due").Should().Be(0);
    }

    [Fact]
    public async Task Guests_pay_their_own_bill_and_hand_over_nothing()
    {
        var table = (await app.Services.GetRequiredService<SeatingReader>().TablesAsync(Actor.System)).Value[1];
        using var other = await ApiClient.GuestAsync(app.Address, table.Token!);

        (await PayAsync(1, by: other)).ShouldBeProblem(404, "not_found");
        (await PayAsync(1, method: "cash")).ShouldBeProblem(409, "unknown_method");
        (await PayAsync(1, by: manager)).ShouldBeProblem(400, "invalid");
        (await PayAsync(0)).ShouldBeProblem(400, "invalid");
        (await PayAsync(-1)).ShouldBeProblem(400, "invalid");
        (await PayAsync(due + 1)).ShouldBeProblem(409, "overpaid").Body.GetProperty("atMost").GetInt64().Should().Be(due);
        (await guest.PostAsync($"seatings/{seating}/payments", new { amount = 1, method = "slip" })).ShouldBeProblem(400, "key_missing");
        var tendered = new
        {
            amount = 1,
            method = "slip",
            tendered = 5,
        };
        (await guest.PostAsync($"seatings/{seating}/payments", tendered, ("Idempotency-Key", $"{Guid.NewGuid()}"))).ShouldBeProblem(400, "invalid");
        (await BillAsync()).GetProperty("payments").GetArrayLength().Should().Be(0);
    }

    [Fact]
    public async Task A_guest_whose_party_was_merged_pays_by_the_address_they_know()
    {
        var tables = (await app.Services.GetRequiredService<SeatingReader>().TablesAsync(Actor.System)).Value;
        var other = await manager.PostAsync($"tables/{tables[1].Id}/open", new { });
        (await manager.PostAsync($"seatings/{seating}/merge", new { seatingId = other.Id })).Status.Should().Be(HttpStatusCode.OK);

        var begun = await PayAsync(due);

        (begun.Status, begun.Body.GetProperty("seatingId").GetGuid()).Should().Be((HttpStatusCode.Created, other.Id));
        await SayAsync(SlipProvider.Says(begun.Id, "succeeded", due));
        Number(await BillAsync(), "due").Should().Be(0);
    }

    private Task<Answer> PayAsync(long amount, Guid? key = null, string method = "slip", ApiClient? by = null) =>
        (by ?? guest).PostAsync($"seatings/{seating}/payments", new { amount, method }, ("Idempotency-Key", $"{key ?? Guid.NewGuid()}"));

    private Task<Answer> SayAsync(byte[] message) => SayAsync(message, provider.Sign(message));

    private async Task<Answer> SayAsync(byte[] message, string? signature, string method = "slip")
    {
        using var nobody = new ApiClient(app.Address);
        using var body = new ByteArrayContent(message);
        return await nobody.SendAsync(
            HttpMethod.Post,
            $"payments/webhook/{method}",
            body,
            signature is null ? [] : [(SlipProvider.Header, signature)]
        );
    }

    private async Task<JsonElement> BillAsync() => (await guest.GetAsync($"seatings/{seating}/bill")).Body;

    private static long Number(JsonElement body, string name) => body.GetProperty(name).GetInt64();

    private static string Text(JsonElement body, string part) => body.GetProperty(part).GetString()!;
}
