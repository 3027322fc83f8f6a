using System.Net;
using System.Text.Json;

namespace TableOrder.Tests.Api;

[Collection(ApiTests.Name)]
public sealed class AllergyTests(ApiHouse house)
{
    [Fact]
    public async Task A_guest_says_what_their_table_must_not_eat_and_the_next_order_carries_it()
    {
        var order = (await house.Guest.PlaceAsync(house.Order())).Body;
        var seating = order.GetProperty("seatingId").GetGuid();

        var set = await PutAsync(house.Guest, seating, "shrimp", "egg");

        set.Status.Should().Be(HttpStatusCode.OK, set.Text);
        Codes(set.Body).Should().Equal("egg", "shrimp");
        Codes((await house.Guest.PlaceAsync(house.Order())).Body.GetProperty("allergies")).Should().Equal("egg", "shrimp");
        (await PutAsync(house.Stranger, seating, "egg")).ShouldBeProblem(404, "not_found");
        (await PutAsync(house.Kitchen, seating, "egg")).ShouldBeProblem(403, "forbidden");
        (await PutAsync(house.Guest, seating, "people")).ShouldBeProblem(400, "invalid");
        (await house.Guest.SendAsync(HttpMethod.Put, $"seatings/{seating}/allergies", ApiClient.Json("{}"))).ShouldBeProblem(400, "invalid");
        (await house.Guest.SendAsync(HttpMethod.Put, $"seatings/{seating}/allergies", ApiClient.Json("[null]"))).ShouldBeProblem(400, "invalid");
        Codes((await PutAsync(house.Manager, seating)).Body).Should().BeEmpty();
    }

    private static Task<Answer> PutAsync(ApiClient caller, Guid seating, params string[] codes) =>
        caller.SendAsync(HttpMethod.Put, $"seatings/{seating}/allergies", ApiClient.Json(JsonSerializer.Serialize(codes)));

    private static IEnumerable<string?> Codes(JsonElement codes) => codes.EnumerateArray().Select(code => code.GetString());
}
