using System.Net;
using System.Text.Json;

namespace TableOrder.Tests.Api;

[Collection(ApiTests.Name)]
public sealed class CallApiTests(ApiHouse house)
{
    [Fact]
    public async Task A_guest_calls_once_for_each_kind_and_somebody_comes()
    {
        await using var party = await Party.SeatAsync(house);
        var before = (await house.Floor.GetAsync("calls")).Body;

        var water = await party.Guest.PostAsync("calls", new { kind = "water", note = "  two glasses " });
        var again = await party.Guest.PostAsync("calls", new { kind = "water" });
        var help = await party.Guest.PostAsync("calls", new { kind = "help" });

        (water.Status, again.Status, help.Status).Should().Be((HttpStatusCode.Created, HttpStatusCode.OK, HttpStatusCode.Created));
        again.Text.Should().Be(water.Text);
        string[] parts = ["id", "seatingId", "tableName", "kind", "note", "state", "createdAt", "answeredAt"];
        water.Body.EnumerateObject().Select(part => part.Name).Should().Equal(parts);
        (Text(water.Body, "kind"), Text(water.Body, "note"), Text(water.Body, "state")).Should().Be(("water", "two glasses", "waiting"));
        (Text(water.Body, "tableName"), water.Body.GetProperty("seatingId").GetGuid()).Should().Be((party.TableName, party.Id));
        var calls = (await house.Kitchen.GetAsync("calls")).Body;
        Number(calls, "waiting").Should().Be(Number(before, "waiting") + 2);
        Ids(calls).Should().ContainInOrder(water.Id, help.Id);

        var confirmed = await house.Floor.PostAsync($"calls/{water.Id}/confirm", body: null);

        (confirmed.Status, Text(confirmed.Body, "state")).Should().Be((HttpStatusCode.OK, "confirmed"));
        Text(confirmed.Body, "answeredAt").Should().EndWith("Z");
        (await house.Kitchen.PostAsync($"calls/{water.Id}/confirm", body: null)).Text.Should().Be(confirmed.Text, "it stays as it is");
        var after = (await house.Floor.GetAsync("calls")).Body;
        (Number(after, "waiting"), Number(after, "confirmed")).Should().Be((Number(before, "waiting") + 1, Number(before, "confirmed") + 1));
        Ids(after).Should().ContainInOrder(help.Id, water.Id);
        (await party.Guest.PostAsync("calls", new { kind = "water" })).Status.Should().Be(HttpStatusCode.Created, "the first was answered");
    }

    [Fact]
    public async Task Pressed_many_times_at_once_it_is_one_call()
    {
        await using var party = await Party.SeatAsync(house);

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => party.Guest.PostAsync("calls", new { kind = "bill" })));

        answers.Count(answer => answer.Status == HttpStatusCode.Created).Should().Be(1);
        answers.Select(answer => answer.Id).Distinct().Should().ContainSingle();
    }

    [Fact]
    public async Task Calls_end_when_the_party_leaves()
    {
        await using var party = await Party.SeatAsync(house);
        var call = await party.Guest.PostAsync("calls", new { kind = "cutlery" });

        await house.Floor.PostAsync($"seatings/{party.Id}/close", new { });

        Ids((await house.Floor.GetAsync("calls")).Body).Should().NotContain(call.Id);
        Text((await house.Floor.PostAsync($"calls/{call.Id}/confirm", body: null)).Body, "state").Should().Be("ended");
        (await party.Guest.PostAsync("calls", new { kind = "water" })).ShouldBeProblem(401, "seating_closed");
    }

    [Theory]
    [InlineData("""{"kind":"beer"}""", "kind")]
    [InlineData("""{"kind":0}""", "kind")]
    [InlineData("""{"kind":null}""", "kind")]
    [InlineData("""{}""", "body")]
    [InlineData("""{"kind":"other"}""", "note")]
    [InlineData("""{"kind":"other","note":"  "}""", "note")]
    [InlineData("""{"kind":"water","note":"NOTE"}""", "note")]
    public async Task What_makes_no_sense_is_refused_by_its_field(string body, string field)
    {
        var text = body.Replace("NOTE", new string('x', 201), StringComparison.Ordinal);

        var refused = await house.Stranger.SendAsync(HttpMethod.Post, "calls", ApiClient.Json(text));

        refused.ShouldBeProblem(400, "invalid").Body.GetProperty("errors").EnumerateObject().Select(error => error.Name).Should().Equal(field);
    }

    [Fact]
    public async Task Guests_call_and_staff_comes()
    {
        foreach (var client in new[] { house.Manager, house.Floor, house.Kitchen })
        {
            (await client.PostAsync("calls", new { kind = "water" })).ShouldBeProblem(403, "forbidden");
            (await client.PostAsync($"calls/{Guid.NewGuid()}/confirm", body: null)).ShouldBeProblem(404, "not_found");
        }

        (await house.Guest.GetAsync("calls")).ShouldBeProblem(403, "forbidden");
        (await house.Guest.PostAsync($"calls/{Guid.NewGuid()}/confirm", body: null)).ShouldBeProblem(403, "forbidden");
        using var nobody = new ApiClient(house.App.Address);
        (await nobody.GetAsync("calls")).ShouldBeProblem(401, "unauthorized");
        (await nobody.PostAsync("calls", new { kind = "water" })).ShouldBeProblem(401, "unauthorized");
    }

    private static IEnumerable<Guid> Ids(JsonElement calls) =>
        calls.GetProperty("items").EnumerateArray().Select(call => call.GetProperty("id").GetGuid());

    private static int Number(JsonElement body, string name) => body.GetProperty(name).GetInt32();

    private static string Text(JsonElement body, string part) => body.GetProperty(part).GetString()!;
}
