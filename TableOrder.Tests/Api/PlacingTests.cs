using System.Net;

namespace TableOrder.Tests.Api;

[Collection(ApiTests.Name)]
public sealed class PlacingTests(ApiHouse house)
{
    [Fact]
    public async Task The_same_key_and_content_again_is_the_same_order()
    {
        var key = Guid.NewGuid();
        var before = await house.Manager.SequenceAsync();

        var first = await house.Guest.PlaceAsync(house.Order(2), key);
        var again = await house.Guest.PlaceAsync(house.Order(2), key);

        first.Status.Should().Be(HttpStatusCode.Created);
        first.Headers.Location!.ToString().Should().Be($"/api/v1/orders/{first.Id}");
        again.Status.Should().Be(HttpStatusCode.OK);
        again.Text.Should().Be(first.Text);
        (await house.Manager.SequenceAsync()).Should().Be(before + 1);
    }

    [Fact]
    public async Task The_same_key_sent_many_times_at_once_is_one_order()
    {
        var key = Guid.NewGuid();
        var before = await house.Manager.SequenceAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => house.Guest.PlaceAsync(house.Order(), key)));

        answers.Count(answer => answer.Status == HttpStatusCode.Created).Should().Be(1);
        answers.Select(answer => answer.Id).Distinct().Should().ContainSingle();
        (await house.Manager.SequenceAsync()).Should().Be(before + 1);
    }

    [Fact]
    public async Task A_key_used_for_something_else_is_refused()
    {
        var key = Guid.NewGuid();
        await house.Guest.PlaceAsync(house.Order(1), key);
        var before = await house.Manager.SequenceAsync();

        (await house.Guest.PlaceAsync(house.Order(2), key)).ShouldBeProblem(422, "key_reused");
        (await house.Manager.SequenceAsync()).Should().Be(before);
    }

    [Fact]
    public async Task A_key_belongs_to_its_seating()
    {
        var key = Guid.NewGuid();

        var mine = await house.Guest.PlaceAsync(house.Order(), key);
        var theirs = await house.Stranger.PlaceAsync(house.Order(), key);

        theirs.Status.Should().Be(HttpStatusCode.Created);
        theirs.Id.Should().NotBe(mine.Id);
    }

    [Fact]
    public async Task An_order_reads_as_it_was_placed_and_as_the_contract_names_it()
    {
        var placed = await house.Guest.PlaceAsync(house.Order(3));

        var read = await house.Guest.GetAsync($"orders/{placed.Id}");

        read.Text.Should().Be(placed.Text);
        string[] order = ["id", "number", "businessDay", "round", "tableName", "seatingId", "status", "version", "total", "currency", "placedAt"];
        Names(read.Body).Should().Equal([.. order, "tickets", "allergies", "lines"]);
        Names(read.Body.GetProperty("tickets")[0]).Should().Equal("station", "receivedAt", "touchedAt", "bumpedAt", "recalledAt");
        string[] line = ["id", "menuItemId", "name", "modifiers", "quantity", "cancelledQuantity", "unitPrice", "total", "note", "station", "course"];
        Names(read.Body.GetProperty("lines")[0]).Should().Equal([.. line, "status", "guest"]);
        read.Body.GetProperty("status").GetString().Should().Be("placed");
        read.Body.GetProperty("placedAt").GetString().Should().MatchRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$");
        read.Body.GetProperty("total").GetInt64().Should().Be(3 * house.Plain.Price);
    }

    [Fact]
    public async Task Staff_place_for_a_seating_and_the_kitchen_does_not()
    {
        var seatingId = (await house.Guest.PlaceAsync(house.Order())).Body.GetProperty("seatingId").GetGuid();
        var order = new { lines = new[] { new { menuItemId = house.Plain.Id, quantity = 1 } }, seatingId };

        (await house.Manager.PlaceAsync(order)).Status.Should().Be(HttpStatusCode.Created);
        (await house.Kitchen.PlaceAsync(order)).ShouldBeProblem(403, "forbidden");
        (await house.Stranger.PlaceAsync(order)).ShouldBeProblem(404, "not_found");
        (await house.Manager.PlaceAsync(order with { seatingId = Guid.NewGuid() })).ShouldBeProblem(404, "not_found");
        (await house.Manager.PlaceAsync(house.Order())).ShouldBeProblem(400, "invalid");
    }

    private static IEnumerable<string> Names(System.Text.Json.JsonElement json) => json.EnumerateObject().Select(property => property.Name);
}
