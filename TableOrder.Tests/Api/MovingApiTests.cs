using System.Net;
using System.Text.Json;

namespace TableOrder.Tests.Api;

/// <summary>Parties that change tables, and two that become one.</summary>
[Collection(ApiTests.Name)]
public sealed class MovingApiTests(ApiHouse house)
{
    [Fact]
    public async Task A_party_moves_with_what_it_ordered_and_nothing_is_cooked_twice()
    {
        await using var party = await Party.SeatAsync(house);
        var order = await party.OrderAsync(2);
        await house.Kitchen.PostAsync($"orders/{order.Id}/status", new { status = "preparing" });
        var free = await Party.FreeTableAsync(house);

        var moved = await house.Floor.PostAsync($"seatings/{party.Id}/move", new { tableId = free.GetProperty("id").GetGuid() });

        moved.Status.Should().Be(HttpStatusCode.OK, moved.Text);
        (moved.Id, Text(moved.Body, "tableName")).Should().Be((party.Id, Text(free, "name")));
        var after = (await party.Guest.GetAsync($"orders/{order.Id}")).Body;
        (Text(after, "tableName"), Text(after, "status"), after.GetProperty("lines")[0].GetProperty("quantity").GetInt32())
            .Should()
            .Be((Text(free, "name"), "preparing", 2));
        var table = await TableAsync(party.TableId);
        table.GetProperty("seating").ValueKind.Should().Be(JsonValueKind.Null);
        var again = await house.Floor.PostAsync($"seatings/{party.Id}/move", new { tableId = free.GetProperty("id").GetGuid() });
        again.Body.GetProperty("id").GetGuid().Should().Be(party.Id, "it is there already");
        (await party.Guest.GetAsync($"orders/{order.Id}")).Text.Should().Be(after.GetRawText());
    }

    [Fact]
    public async Task Two_parties_become_one_with_guests_orders_money_and_calls()
    {
        await using var party = await Party.SeatAsync(house);
        await using var other = await Party.SeatAsync(house);
        var order = await party.EatAsync(2);
        await other.EatAsync();
        await party.PaidAsync(500);
        var call = await party.Guest.PostAsync("calls", new { kind = "cutlery" });

        var merged = await house.Floor.PostAsync($"seatings/{party.Id}/merge", new { seatingId = other.Id });

        merged.Status.Should().Be(HttpStatusCode.OK, merged.Text);
        merged.Id.Should().Be(other.Id);
        merged.Body.GetProperty("due").GetInt64().Should().Be((3 * house.Plain.Price) - 500);
        (await other.DueAsync()).Should().Be((3 * house.Plain.Price) - 500);
        Text((await party.Guest.GetAsync($"orders/{order.Id}")).Body, "tableName").Should().Be(other.TableName);
        (await party.Guest.GetAsync("orders")).Body.GetProperty("items").GetArrayLength().Should().Be(2, "the others' too");
        var calls = (await house.Floor.GetAsync("calls")).Body.GetProperty("items").EnumerateArray();
        Text(calls.Single(c => c.GetProperty("id").GetGuid() == call.Id), "tableName").Should().Be(other.TableName);

        // The one that was merged points to the other, for whoever still names it.
        var old = (await house.Floor.GetAsync($"seatings/{party.Id}")).Body;
        old.GetProperty("mergedInto").GetGuid().Should().Be(other.Id);
        old.GetProperty("joinLink").ValueKind.Should().Be(JsonValueKind.Null);
        (await house.Floor.GetAsync($"seatings/{party.Id}/bill")).Body.GetProperty("seatingId").GetGuid().Should().Be(other.Id);
        (await party.Guest.GetAsync($"seatings/{party.Id}/bill")).Body.GetProperty("seatingId").GetGuid().Should().Be(other.Id);
        (await TableAsync(other.TableId)).GetProperty("seating").GetProperty("waitingCalls").GetInt32().Should().Be(1);
        (await TableAsync(other.TableId)).GetProperty("seating").GetProperty("due").GetInt64().Should().Be((3 * house.Plain.Price) - 500);
    }

    [Fact]
    public async Task Merging_again_changes_nothing_and_never_goes_in_a_ring()
    {
        await using var first = await Party.SeatAsync(house);
        await using var second = await Party.SeatAsync(house);
        await using var third = await Party.SeatAsync(house);
        await first.OrderAsync();
        (await MergeAsync(first.Id, first.Id)).ShouldBeProblem(400, "invalid");
        var merged = await MergeAsync(first.Id, second.Id);
        var version = (await second.BillAsync()).GetProperty("version").GetInt64();

        var again = await MergeAsync(first.Id, second.Id);

        (again.Status, again.Id).Should().Be((HttpStatusCode.OK, second.Id));
        again.Body.GetProperty("party").GetInt32().Should().Be(merged.Body.GetProperty("party").GetInt32());
        (await second.BillAsync()).GetProperty("version").GetInt64().Should().Be(version);
        (await MergeAsync(second.Id, first.Id)).ShouldBeProblem(400, "invalid");
        (await MergeAsync(first.Id, third.Id)).ShouldBeProblem(409, "merged");

        // By way of one that was merged one reaches the other.
        (await MergeAsync(third.Id, first.Id))
            .Id.Should()
            .Be(second.Id);
        (await MergeAsync(second.Id, third.Id)).ShouldBeProblem(400, "invalid");
        (await house.Floor.PostAsync($"seatings/{first.Id}/reopen", body: null)).ShouldBeProblem(409, "merged");
        (await house.Floor.PostAsync($"seatings/{first.Id}/move", new { tableId = first.TableId })).ShouldBeProblem(409, "merged");
    }

    [Fact]
    public async Task Where_nobody_can_go_is_told()
    {
        await using var party = await Party.SeatAsync(house);
        await using var other = await Party.SeatAsync(house);
        await using var gone = await Party.SeatAsync(house);
        await house.Floor.PostAsync($"seatings/{gone.Id}/close", new { });

        (await MoveAsync(party.Id, other.TableId)).ShouldBeProblem(409, "table_occupied");
        (await MoveAsync(party.Id, Guid.NewGuid())).ShouldBeProblem(404, "not_found");
        (await MoveAsync(Guid.NewGuid(), party.TableId)).ShouldBeProblem(404, "not_found");
        (await MoveAsync(gone.Id, gone.TableId)).ShouldBeProblem(409, "seating_closed");
        (await MergeAsync(gone.Id, party.Id)).ShouldBeProblem(409, "seating_closed");
        (await MergeAsync(party.Id, gone.Id)).ShouldBeProblem(409, "seating_closed");
        (await MergeAsync(party.Id, Guid.NewGuid())).ShouldBeProblem(404, "not_found");
        (await house.Floor.PostAsync($"seatings/{party.Id}/move", new { })).ShouldBeProblem(400, "invalid");
        (await house.Floor.PostAsync($"seatings/{party.Id}/move", new { tableId = "7" })).ShouldBeProblem(400, "invalid");
        (await house.Floor.PostAsync($"seatings/{party.Id}/merge", body: null)).ShouldBeProblem(400, "invalid");
        await house.App.ExecuteAsync($"UPDATE tables SET closed = 1 WHERE name = '{gone.TableName}'");
        (await MoveAsync(party.Id, gone.TableId)).ShouldBeProblem(409, "table_closed");
        await house.App.ExecuteAsync($"UPDATE tables SET closed = 0 WHERE name = '{gone.TableName}'");

        foreach (var client in new[] { house.Kitchen, house.Guest, party.Guest })
        {
            (await client.PostAsync($"seatings/{party.Id}/move", new { tableId = gone.TableId })).ShouldBeProblem(403, "forbidden");
            (await client.PostAsync($"seatings/{party.Id}/merge", new { seatingId = other.Id })).ShouldBeProblem(403, "forbidden");
        }
    }

    [Fact]
    public async Task A_counter_holds_a_seating_for_each_party()
    {
        var table = await Party.FreeTableAsync(house);
        await house.App.ExecuteAsync($"UPDATE tables SET counter = 1 WHERE name = '{Text(table, "name")}'");
        var id = table.GetProperty("id").GetGuid();

        var first = await house.Floor.PostAsync($"tables/{id}/open", new { party = 1 });
        var second = await house.Floor.PostAsync($"tables/{id}/open", new { party = 1 });

        second.Id.Should().NotBe(first.Id);
        var counter = await TableAsync(id);
        counter.GetProperty("counter").GetBoolean().Should().BeTrue();
        counter.GetProperty("seatings").EnumerateArray().Select(seating => seating.GetProperty("id").GetGuid()).Should().Equal(first.Id, second.Id);
        counter.GetProperty("seating").GetProperty("id").GetGuid().Should().Be(first.Id);
        (await house.Manager.GetAsync("tables")).Body[0].TryGetProperty("seatings", out _).Should().BeFalse("it is no counter");
        foreach (var seating in new[] { first.Id, second.Id })
        {
            (await house.Floor.PostAsync($"seatings/{seating}/close", new { })).Status.Should().Be(HttpStatusCode.OK);
        }

        (await TableAsync(id)).GetProperty("seatings").GetArrayLength().Should().Be(0);
        await house.App.ExecuteAsync($"UPDATE tables SET counter = 0 WHERE name = '{Text(table, "name")}'");
    }

    private Task<Answer> MoveAsync(Guid seating, Guid tableId) => house.Floor.PostAsync($"seatings/{seating}/move", new { tableId });

    private Task<Answer> MergeAsync(Guid seating, Guid seatingId) => house.Floor.PostAsync($"seatings/{seating}/merge", new { seatingId });

    private async Task<JsonElement> TableAsync(Guid id) =>
        (await house.Manager.GetAsync("tables")).Body.EnumerateArray().Single(table => table.GetProperty("id").GetGuid() == id);

    private static string Text(JsonElement body, string part) => body.GetProperty(part).GetString()!;
}
