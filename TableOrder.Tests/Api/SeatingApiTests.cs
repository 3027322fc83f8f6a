using System.Net;
using System.Text.Json;

namespace TableOrder.Tests.Api;

/// <summary>Tables that staff opens and closes. Each test has tables of its own: the house is shared.</summary>
[Collection(ApiTests.Name)]
public sealed class SeatingApiTests(ApiHouse house)
{
    [Fact]
    public async Task Staff_opens_a_table_looks_at_it_and_closes_it()
    {
        var table = await TableAsync("12");
        (await house.Manager.PostAsync($"tables/{table.Id}/open", new { party = 3 })).Status.Should().Be(HttpStatusCode.OK);

        var again = await house.Manager.PostAsync($"tables/{table.Id}/open", body: null);

        again.Status.Should().Be(HttpStatusCode.OK);
        var seating = (await house.Manager.GetAsync($"seatings/{again.Id}")).Body;
        string[] stay = ["id", "tableId", "tableName", "openedAt", "closedAt", "mergedInto", "party", "rounds", "allergies"];
        string[] money = ["total", "paid", "refunded", "due"];
        seating.EnumerateObject().Select(part => part.Name).Should().BeEquivalentTo([.. stay, .. money, "joinLink", "joinLinkUntil"]);
        (Text(seating, "tableId"), Text(seating, "tableName"), seating.GetProperty("party").GetInt32()).Should().Be(($"{table.Id}", "12", 3));
        Text(seating, "joinLink").Should().StartWith($"{house.App.Address}t/");

        var closed = (await house.Manager.PostAsync($"seatings/{again.Id}/close", body: null)).Body;

        closed.GetProperty("closedAt").GetDateTime().Should().BeAfter(closed.GetProperty("openedAt").GetDateTime());
        closed.GetProperty("joinLink").ValueKind.Should().Be(JsonValueKind.Null);
        (await house.Manager.PostAsync($"seatings/{again.Id}/close", new { })).Text.Should().Be(closed.GetRawText(), "it stays as it is");
    }

    [Fact]
    public async Task The_link_of_the_moment_joins_by_the_api_too()
    {
        var table = await TableAsync("13");
        var seating = (await house.Manager.PostAsync($"tables/{table.Id}/open", new { party = 2 })).Body;
        var code = Text(seating, "joinLink").Split('/')[^1];
        using var nobody = new ApiClient(house.App.Address);

        var seat = (await nobody.PostAsync($"tables/{code}/seating", new { nickname = "민지" })).Body;

        (Text(seat, "seatingId"), Text(seat, "tableName")).Should().Be((Text(seating, "id"), "13"));
        using var guest = new ApiClient(house.App.Address, Text(seat, "token"));
        (await guest.GetAsync($"seatings/{Text(seating, "id")}")).ShouldBeProblem(403, "forbidden");
        (
            await nobody.PostAsync($"tables/{code[..^2]}{(code.EndsWith("AA", StringComparison.Ordinal) ? "QQ" : "AA")}/seating", new { })
        ).ShouldBeProblem(409, "code_expired");

        await house.Manager.PostAsync($"seatings/{Text(seating, "id")}/close", new { });

        (await nobody.PostAsync($"tables/{code}/seating", new { })).ShouldBeProblem(401, "seating_closed");
        (await guest.GetAsync("menu")).ShouldBeProblem(401, "seating_closed");
    }

    [Fact]
    public async Task Open_orders_keep_a_seating_open_unless_it_is_forced()
    {
        var table = await TableAsync("14");
        using var guest = await ApiClient.GuestAsync(house.App.Address, table.Token);
        var order = await guest.PlaceAsync(house.Order());
        var seating = Text(order.Body, "seatingId");

        (await house.Manager.PostAsync($"seatings/{seating}/close", new { })).ShouldBeProblem(409, "open_orders");
        (await house.Manager.PostAsync($"seatings/{seating}/close", new { force = true })).Status.Should().Be(HttpStatusCode.OK);

        Text((await house.Manager.GetAsync($"orders/{order.Id}")).Body, "status").Should().Be("cancelled");
    }

    [Fact]
    public async Task What_cannot_be_is_told()
    {
        var table = await TableAsync("15");
        var seating = (await house.Manager.PostAsync($"tables/{table.Id}/open", new { })).Id;

        (await house.Manager.PostAsync($"tables/{table.Id}/open", new { party = 0 })).ShouldBeProblem(400, "invalid");
        (await house.Manager.PostAsync($"tables/{table.Id}/open", new { party = "two" })).ShouldBeProblem(400, "invalid");
        foreach (var path in new[] { $"tables/{Guid.NewGuid()}/open", $"seatings/{Guid.NewGuid()}/close", $"tables/{table.Token}/open" })
        {
            (await house.Manager.PostAsync(path, new { })).ShouldBeProblem(404, "not_found");
        }

        (await house.Manager.GetAsync($"seatings/{Guid.NewGuid()}")).ShouldBeProblem(404, "not_found");
    }

    [Fact]
    public async Task Cooks_and_guests_open_and_close_nothing()
    {
        var table = await TableAsync("15");
        var seating = (await house.Manager.PostAsync($"tables/{table.Id}/open", new { })).Id;
        foreach (var client in new[] { house.Kitchen, house.Guest })
        {
            (await client.PostAsync($"tables/{table.Id}/open", new { })).ShouldBeProblem(403, "forbidden");
            (await client.GetAsync($"seatings/{seating}")).ShouldBeProblem(403, "forbidden");
            (await client.PostAsync($"seatings/{seating}/close", new { })).ShouldBeProblem(403, "forbidden");
        }
    }

    private async Task<(Guid Id, string Token)> TableAsync(string name)
    {
        var tables = (await house.Manager.GetAsync("tables")).Body.EnumerateArray();
        var table = tables.Single(t => string.Equals(Text(t, "name"), name, StringComparison.Ordinal));
        return (table.GetProperty("id").GetGuid(), Text(table, "token"));
    }

    private static string Text(JsonElement body, string part) => body.GetProperty(part).GetString()!;
}
