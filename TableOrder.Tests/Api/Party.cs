using System.Net;
using System.Text.Json;

namespace TableOrder.Tests.Api;

/// <summary>A party of the tests at a table that nobody else uses: it leaves with the test, whatever it owes.</summary>
public sealed class Party : IAsyncDisposable
{
    private readonly ApiHouse house;

    private Party(ApiHouse house, JsonElement table, JsonElement seating, ApiClient guest) =>
        (this.house, TableId, TableName, Token, Id, Guest) = (
            house,
            table.GetProperty("id").GetGuid(),
            table.GetProperty("name").GetString()!,
            table.GetProperty("token").GetString()!,
            seating.GetProperty("id").GetGuid(),
            guest
        );

    /// <summary>The seating.</summary>
    public Guid Id { get; }

    public Guid TableId { get; }

    public string TableName { get; }

    /// <summary>The table's printed code.</summary>
    public string Token { get; }

    public ApiClient Guest { get; }

    public static async Task<Party> SeatAsync(ApiHouse house)
    {
        var table = await FreeTableAsync(house);
        var seating = (await house.Manager.PostAsync($"tables/{table.GetProperty("id").GetGuid()}/open", new { party = 2 })).Body;
        var guest = await ApiClient.GuestAsync(house.App.Address, table.GetProperty("token").GetString()!);
        return new Party(house, table, seating, guest);
    }

    /// <summary>A table where nobody sits and that other tests do not name.</summary>
    public static async Task<JsonElement> FreeTableAsync(ApiHouse house)
    {
        string[] named = ["1", "2", "12", "13", "14", "15"];
        return (await house.Manager.GetAsync("tables"))
            .Body.EnumerateArray()
            .First(table =>
                table.GetProperty("seating").ValueKind == JsonValueKind.Null
                && !table.TryGetProperty("counter", out _)
                && !named.Contains(table.GetProperty("name").GetString(), StringComparer.Ordinal)
            );
    }

    /// <summary>Its guest orders, and the kitchen has not begun.</summary>
    public async Task<Answer> OrderAsync(int quantity = 1)
    {
        var placed = await Guest.PlaceAsync(house.Order(quantity));
        placed.Status.Should().Be(HttpStatusCode.Created, placed.Text);
        return placed;
    }

    /// <summary>Its guest orders, and has it on the table.</summary>
    public async Task<Answer> EatAsync(int quantity = 1)
    {
        var placed = await OrderAsync(quantity);
        await house.Kitchen.PostAsync($"orders/{placed.Id}/status", new { status = "ready" });
        (await house.Floor.PostAsync($"orders/{placed.Id}/status", new { status = "served" })).Status.Should().Be(HttpStatusCode.OK);
        return placed;
    }

    public Task<Answer> PayAsync(ApiClient client, object body, Guid? key = null) =>
        client.PostAsync($"seatings/{Id}/payments", body, ("Idempotency-Key", $"{key ?? Guid.NewGuid()}"));

    /// <summary>A waiter takes so much in cash.</summary>
    public async Task<Answer> PaidAsync(long amount)
    {
        var paid = await PayAsync(house.Floor, new { amount, method = "cash" });
        paid.Status.Should().Be(HttpStatusCode.Created, paid.Text);
        return paid;
    }

    /// <summary>Its bill, of which the sums must always come out.</summary>
    public async Task<JsonElement> BillAsync()
    {
        var answer = await house.Floor.GetAsync($"seatings/{Id}/bill");
        answer.Status.Should().Be(HttpStatusCode.OK, answer.Text);
        var bill = answer.Body;
        Number(bill, "total").Should().Be(Number(bill, "subtotal") - Number(bill, "discounts") + Number(bill, "service"));
        Number(bill, "due").Should().Be(Number(bill, "total") - Number(bill, "paid") + Number(bill, "refunded"));
        bill.GetProperty("taxes").EnumerateArray().Sum(tax => Number(tax, "net") + Number(tax, "tax")).Should().Be(Number(bill, "total"));
        bill.GetProperty("lines").EnumerateArray().Sum(line => Number(line, "payable")).Should().Be(Number(bill, "total"));
        return bill;
    }

    public async Task<long> DueAsync() => Number(await BillAsync(), "due");

    public async ValueTask DisposeAsync()
    {
        Guest.Dispose();
        await house.Manager.PostAsync($"seatings/{Id}/close", new { force = true, writeOffReason = "the test is over" });
    }

    private static long Number(JsonElement body, string name) => body.GetProperty(name).GetInt64();
}
