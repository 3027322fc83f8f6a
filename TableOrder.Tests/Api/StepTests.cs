using System.Net;

namespace TableOrder.Tests.Api;

[Collection(ApiTests.Name)]
public sealed class StepTests(ApiHouse house)
{
    [Fact]
    public async Task The_kitchen_moves_an_order_and_one_line_of_it()
    {
        var id = await house.PlacedAsync();
        var line = (await house.Guest.GetAsync($"orders/{id}")).Body.GetProperty("lines")[0].GetProperty("id").GetGuid();

        var started = await house.Kitchen.PostAsync($"orders/{id}/status", new { status = "preparing", station = house.Plain.Station });
        var ready = await house.Kitchen.PostAsync($"orders/{id}/lines/{line}/status", new { status = "ready", version = 2 });

        started.Body.GetProperty("status").GetString().Should().Be("preparing");
        ready.Body.GetProperty("lines")[0].GetProperty("status").GetString().Should().Be("ready");
        ready.Body.GetProperty("version").GetInt32().Should().Be(3);
    }

    [Theory]
    [InlineData("""{"status":"ready","version":1}""", 409, "stale_version")]
    [InlineData("""{"status":"served"}""", 409, "illegal_transition")]
    [InlineData("""{"status":"held"}""", 400, "invalid")]
    [InlineData("""{"status":"done"}""", 400, "invalid")]
    [InlineData("""{"status":2}""", 400, "invalid")]
    [InlineData("""{"status":"ready","version":0}""", 400, "invalid")]
    [InlineData("""{"status":"ready","station":"moon"}""", 400, "invalid")]
    [InlineData("""{}""", 400, "invalid")]
    public async Task A_step_that_cannot_be_changes_nothing(string body, int status, string code)
    {
        var id = await house.PlacedAsync();
        await house.Kitchen.PostAsync($"orders/{id}/status", new { status = "preparing" });
        var before = await house.Manager.SequenceAsync();

        var problem = await house.Kitchen.SendAsync(HttpMethod.Post, $"orders/{id}/status", ApiClient.Json(body));

        problem.ShouldBeProblem(status, code);
        (await house.Manager.SequenceAsync()).Should().Be(before);
        if (status == 409)
        {
            problem.Body.GetProperty("order").GetProperty("version").GetInt32().Should().Be(2);
        }
    }

    [Fact]
    public async Task A_guest_takes_back_what_nobody_has_begun_and_nothing_else()
    {
        var early = await house.PlacedAsync();
        var late = await house.PlacedAsync();
        await house.Kitchen.PostAsync($"orders/{late}/status", new { status = "preparing" });

        (await house.Guest.PostAsync($"orders/{early}/cancel", new { reason = "changed our mind" }))
            .Body.GetProperty("status")
            .GetString()
            .Should()
            .Be("cancelled");
        (await house.Guest.PostAsync($"orders/{late}/cancel", body: null)).ShouldBeProblem(409, "illegal_transition");
    }

    [Fact]
    public async Task A_part_of_a_line_is_cancelled_with_a_reason()
    {
        var placed = await house.Guest.PlaceAsync(house.Order(5));
        var id = placed.Body.GetProperty("lines")[0].GetProperty("id").GetGuid();
        object Cancel(string? reason, int quantity) => new { reason, lines = new[] { new { id, quantity } } };

        (await house.Manager.PostAsync($"orders/{placed.Id}/cancel", Cancel(null, 1))).ShouldBeProblem(400, "invalid");
        (await house.Manager.PostAsync($"orders/{placed.Id}/cancel", Cancel("x", 0))).ShouldBeProblem(400, "invalid");
        (await house.Manager.PostAsync($"orders/{placed.Id}/cancel", Cancel("x", 6))).ShouldBeProblem(409, "illegal_transition");
        var line = (await house.Manager.PostAsync($"orders/{placed.Id}/cancel", Cancel("too much", 2))).Body.GetProperty("lines")[0];

        line.GetProperty("quantity").GetInt32().Should().Be(3);
        line.GetProperty("cancelledQuantity").GetInt32().Should().Be(2);
    }

    [Fact]
    public async Task Who_may_not_is_told_so_and_what_is_secret_does_not_exist()
    {
        var id = await house.PlacedAsync();

        (await house.Guest.PostAsync($"orders/{id}/status", new { status = "ready" })).ShouldBeProblem(403, "forbidden");
        (await house.Kitchen.PostAsync($"orders/{id}/cancel", new { reason = "no" })).ShouldBeProblem(403, "forbidden");
        (await house.Stranger.GetAsync($"orders/{id}")).ShouldBeProblem(404, "not_found");
        (await house.Stranger.PostAsync($"orders/{id}/cancel", body: null)).ShouldBeProblem(404, "not_found");
        (
            await house.Stranger.GetAsync($"orders?seatingId={(await house.Guest.GetAsync($"orders/{id}")).Body.GetProperty("seatingId")}")
        ).ShouldBeProblem(404, "not_found");
        (await house.Stranger.GetAsync("orders?limit=100")).Text.Should().NotContain($"{id}");
        (await house.Kitchen.GetAsync($"orders/{id}")).Status.Should().Be(HttpStatusCode.OK);
    }
}
