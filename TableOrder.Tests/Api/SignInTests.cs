using System.Net;
using TableOrder.Tests.Support;

namespace TableOrder.Tests.Api;

[Collection(ApiTests.Name)]
public sealed class SignInTests(ApiHouse house)
{
    [Fact]
    public async Task Staff_sign_in_with_name_and_password()
    {
        using var nobody = new ApiClient(house.App.Address);

        var session = await nobody.PostAsync("sessions", new { name = "kitchen", password = RunningApp.KitchenPin });

        session.Body.GetProperty("role").GetString().Should().Be("kitchen");
        session.Body.GetProperty("expiresAt").GetDateTime().Should().BeAfter(DateTimeOffset.UnixEpoch.UtcDateTime);
        (await nobody.PostAsync("sessions", new { name = "manager", password = "wrong" })).ShouldBeProblem(401, "bad_credentials");
        (await nobody.PostAsync("sessions", new { name = "manager" })).ShouldBeProblem(400, "invalid");
    }

    [Fact]
    public async Task Whoever_guesses_must_wait()
    {
        using var nobody = new ApiClient(house.App.Address);
        for (var i = 0; i < 5; i++)
        {
            (await nobody.PostAsync("sessions", new { name = "guessed", password = "wrong" })).ShouldBeProblem(401, "bad_credentials");
        }

        var stopped = await nobody.PostAsync("sessions", new { name = "guessed", password = "wrong" });

        stopped.ShouldBeProblem(429, "too_many_attempts");
        stopped.Headers.RetryAfter!.Delta.Should().BeGreaterThan(TimeSpan.Zero);
    }

    [Fact]
    public async Task Guests_sit_down_with_the_tables_token()
    {
        using var nobody = new ApiClient(house.App.Address);
        var token = house.App.TableLink.Segments[^1];

        var first = await nobody.PostAsync($"tables/{token}/seating", body: null);
        var second = await nobody.PostAsync($"tables/{token}/seating", new { nickname = "Ana" });

        first.Status.Should().Be(HttpStatusCode.OK);
        second.Body.GetProperty("seatingId").GetGuid().Should().Be(first.Body.GetProperty("seatingId").GetGuid());
        second.Body.GetProperty("guestId").GetGuid().Should().NotBe(first.Body.GetProperty("guestId").GetGuid());
        second.Body.GetProperty("tableName").GetString().Should().Be("1");
        (await nobody.PostAsync($"tables/{token[1..]}x/seating", body: null)).ShouldBeProblem(404, "unknown_table");
        (await nobody.PostAsync("tables/short/seating", body: null)).ShouldBeProblem(404, "unknown_table");
        (await nobody.PostAsync($"tables/{token}/seating", new { nickname = new string('x', 21) })).ShouldBeProblem(400, "invalid");
    }

    [Fact]
    public async Task Only_the_manager_sees_the_tables_secrets()
    {
        var shown = (await house.Manager.GetAsync("tables")).Body[0];
        var hidden = (await house.Kitchen.GetAsync("tables")).Body[0];

        shown.GetProperty("link").GetString().Should().Be(house.App.TableLink.AbsoluteUri);
        shown.GetProperty("seating").GetProperty("party").GetInt32().Should().BePositive();
        hidden.GetProperty("token").ValueKind.Should().Be(System.Text.Json.JsonValueKind.Null);
        hidden.GetProperty("link").ValueKind.Should().Be(System.Text.Json.JsonValueKind.Null);
        (await house.Guest.GetAsync("tables")).ShouldBeProblem(403, "forbidden");
    }
}
