using System.Net;
using System.Text.Json;

namespace TableOrder.Tests.Api;

/// <summary>A party leaves: what is open and what is due keep it, unless somebody with the right to says otherwise.</summary>
[Collection(ApiTests.Name)]
public sealed class ClosingApiTests(ApiHouse house)
{
    [Fact]
    public async Task What_is_due_keeps_a_party_and_says_how_much()
    {
        await using var party = await Party.SeatAsync(house);
        await party.EatAsync(2);

        var unpaid = (await house.Floor.PostAsync($"seatings/{party.Id}/close", new { })).ShouldBeProblem(409, "unpaid");

        unpaid.Body.GetProperty("atMost").GetInt64().Should().Be(2 * house.Plain.Price);
        await party.PaidAsync(2 * house.Plain.Price);
        (await house.Floor.PostAsync($"seatings/{party.Id}/close", new { })).Status.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Open_orders_are_told_before_what_is_due()
    {
        await using var party = await Party.SeatAsync(house);
        await party.OrderAsync();

        (await house.Floor.PostAsync($"seatings/{party.Id}/close", new { })).ShouldBeProblem(409, "open_orders");
        (await house.Floor.PostAsync($"seatings/{party.Id}/close", new { force = true }))
            .Status.Should()
            .Be(HttpStatusCode.OK, "nothing is due then");
    }

    [Fact]
    public async Task Only_the_manager_writes_off_and_says_why()
    {
        await using var party = await Party.SeatAsync(house);
        await party.EatAsync();

        (await house.Floor.PostAsync($"seatings/{party.Id}/close", new { force = true })).ShouldBeProblem(403, "forbidden");
        (await house.Floor.PostAsync($"seatings/{party.Id}/close", new { force = true, writeOffReason = "left" })).ShouldBeProblem(403, "forbidden");
        foreach (var reason in new[] { null, "", " ", new string('x', 201) })
        {
            (await house.Manager.PostAsync($"seatings/{party.Id}/close", new { force = true, writeOffReason = reason }))
                .ShouldBeProblem(400, "invalid")
                .Body.GetProperty("errors")
                .TryGetProperty("writeOffReason", out _)
                .Should()
                .BeTrue();
        }

        var closed = await house.Manager.PostAsync($"seatings/{party.Id}/close", new { force = true, writeOffReason = "left without a word" });

        closed.Status.Should().Be(HttpStatusCode.OK, closed.Text);
        closed.Body.GetProperty("due").GetInt64().Should().Be(0);
        var bill = await party.BillAsync();
        var given = bill.GetProperty("givenOff").EnumerateArray().Single();
        (given.GetProperty("kind").GetString(), given.GetProperty("amount").GetInt64(), given.GetProperty("reason").GetString())
            .Should()
            .Be(("writtenOff", house.Plain.Price, "left without a word"));
    }

    [Fact]
    public async Task A_closed_party_comes_back_with_its_guests_and_its_bill()
    {
        await using var party = await Party.SeatAsync(house);
        await party.EatAsync();
        await party.PaidAsync(house.Plain.Price);
        await house.Floor.PostAsync($"seatings/{party.Id}/close", new { });
        (await party.Guest.GetAsync("menu")).ShouldBeProblem(401, "seating_closed");

        var reopened = await house.Floor.PostAsync($"seatings/{party.Id}/reopen", body: null);

        reopened.Status.Should().Be(HttpStatusCode.OK, reopened.Text);
        reopened.Body.GetProperty("closedAt").ValueKind.Should().Be(JsonValueKind.Null);
        reopened.Body.GetProperty("paid").GetInt64().Should().Be(house.Plain.Price);
        (await party.Guest.GetAsync("menu")).Status.Should().Be(HttpStatusCode.OK);
        (await house.Floor.PostAsync($"seatings/{party.Id}/reopen", body: null)).Status.Should().Be(HttpStatusCode.OK, "an open one stays as it is");
    }

    [Fact]
    public async Task Nobody_comes_back_to_a_table_where_others_sit()
    {
        await using var party = await Party.SeatAsync(house);
        await house.Floor.PostAsync($"seatings/{party.Id}/close", new { });
        var next = await house.Floor.PostAsync($"tables/{party.TableId}/open", new { });

        (await house.Floor.PostAsync($"seatings/{party.Id}/reopen", body: null)).ShouldBeProblem(409, "table_occupied");

        await house.Floor.PostAsync($"seatings/{next.Id}/close", new { });
        (await house.Floor.PostAsync($"seatings/{Guid.NewGuid()}/reopen", body: null)).ShouldBeProblem(404, "not_found");
        (await house.Kitchen.PostAsync($"seatings/{party.Id}/reopen", body: null)).ShouldBeProblem(403, "forbidden");
        (await house.Guest.PostAsync($"seatings/{party.Id}/reopen", body: null)).ShouldBeProblem(403, "forbidden");
    }
}
