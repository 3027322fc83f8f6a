using System.Net;
using System.Text.Json;

namespace TableOrder.Tests.Api;

[Collection(ApiTests.Name)]
public sealed class BillApiTests(ApiHouse house)
{
    [Fact]
    public async Task A_bill_tells_how_its_sum_came_about()
    {
        await using var party = await Party.SeatAsync(house);
        var order = await party.OrderAsync(3);
        var line = order.Body.GetProperty("lines")[0].GetProperty("id").GetGuid();
        await house.Floor.PostAsync($"orders/{order.Id}/cancel", new { reason = "one too many", lines = new[] { new { id = line, quantity = 1 } } });

        var bill = await party.BillAsync();

        string[] head = ["seatingId", "tableName", "version", "currency", "lines", "subtotal", "discounts", "service", "taxes", "total"];
        bill.EnumerateObject().Select(part => part.Name).Should().Equal([.. head, "paid", "refunded", "due", "held", "givenOff", "payments"]);
        var told = bill.GetProperty("lines").EnumerateArray().Single();
        (told.GetProperty("id").GetGuid(), told.GetProperty("orderId").GetGuid(), Text(told, "device")).Should().Be((line, order.Id, "api"));
        told.GetProperty("orderedAt").GetDateTime().Should().Be(order.Body.GetProperty("placedAt").GetDateTime());
        (told.GetProperty("byStaff").GetBoolean(), Text(told, "guest"), told.GetProperty("unitsLeft").GetInt32()).Should().Be((false, "민지", 2));
        (told.GetProperty("quantity").GetInt32(), told.GetProperty("total").GetInt64()).Should().Be((2, 2 * house.Plain.Price));
        var back = told.GetProperty("cancelled").EnumerateArray().Single();
        (back.GetProperty("quantity").GetInt32(), back.GetProperty("byStaff").GetBoolean(), Text(back, "reason"))
            .Should()
            .Be((1, true, "one too many"));
        bill.GetProperty("due").GetInt64().Should().Be(2 * house.Plain.Price);
        bill.GetProperty("taxes").EnumerateArray().Select(tax => tax.GetProperty("rate").GetInt32()).Should().OnlyContain(rate => rate >= 0);
    }

    [Fact]
    public async Task Names_come_in_the_callers_language()
    {
        await using var party = await Party.SeatAsync(house);
        await party.OrderAsync();

        var korean = (await party.Guest.GetAsync($"seatings/{party.Id}/bill", ("Accept-Language", "ko"))).Body;
        var english = (await party.Guest.GetAsync($"seatings/{party.Id}/bill", ("Accept-Language", "en"))).Body;

        Text(korean.GetProperty("lines")[0], "name").Should().NotBe(Text(english.GetProperty("lines")[0], "name"));
    }

    [Fact]
    public async Task Guests_see_their_own_bill_and_cooks_none()
    {
        await using var party = await Party.SeatAsync(house);
        await using var other = await Party.SeatAsync(house);

        (await party.Guest.GetAsync($"seatings/{party.Id}/bill")).Status.Should().Be(HttpStatusCode.OK);
        (await party.Guest.GetAsync($"seatings/{other.Id}/bill")).ShouldBeProblem(404, "not_found");
        (await party.Guest.GetAsync($"seatings/{Guid.NewGuid()}/bill")).ShouldBeProblem(404, "not_found");
        (await house.Floor.GetAsync($"seatings/{Guid.NewGuid()}/bill")).ShouldBeProblem(404, "not_found");
        (await house.Manager.GetAsync($"seatings/{party.Id}/bill")).Status.Should().Be(HttpStatusCode.OK);
        (await house.Kitchen.GetAsync($"seatings/{party.Id}/bill")).ShouldBeProblem(403, "forbidden");
        using var nobody = new ApiClient(house.App.Address);
        (await nobody.GetAsync($"seatings/{party.Id}/bill")).ShouldBeProblem(401, "unauthorized");
        await house.Floor.PostAsync($"seatings/{party.Id}/close", new { });
        (await party.Guest.GetAsync($"seatings/{party.Id}/bill")).ShouldBeProblem(401, "seating_closed");
        (await house.Floor.GetAsync($"seatings/{party.Id}/bill")).Status.Should().Be(HttpStatusCode.OK, "staff sees it also afterwards");
    }

    [Fact]
    public async Task The_house_gives_an_amount_or_percent_with_a_reason()
    {
        await using var party = await Party.SeatAsync(house);
        await party.EatAsync(2);

        var amount = await DiscountAsync(party.Id, new { amount = 1000, reason = "waited long" });
        var percent = await DiscountAsync(party.Id, new { percent = 10, reason = "birthday" });

        (amount.Status, percent.Status).Should().Be((HttpStatusCode.Created, HttpStatusCode.Created));
        (Text(amount.Body, "kind"), amount.Body.GetProperty("amount").GetInt64()).Should().Be(("given", 1000));
        amount.Body.TryGetProperty("percent", out _).Should().BeFalse();
        var tenth = ((2 * house.Plain.Price) + 5) / 10;
        (percent.Body.GetProperty("percent").GetInt32(), percent.Body.GetProperty("amount").GetInt64()).Should().Be((10, tenth));
        var bill = await party.BillAsync();
        bill.GetProperty("discounts").GetInt64().Should().Be(1000 + tenth);
        bill.GetProperty("givenOff").EnumerateArray().Select(given => Text(given, "reason")).Should().Equal("waited long", "birthday");
        bill.GetProperty("due").GetInt64().Should().Be((2 * house.Plain.Price) - 1000 - tenth);
    }

    [Fact]
    public async Task What_was_given_by_mistake_is_taken_back_once()
    {
        await using var party = await Party.SeatAsync(house);
        await party.EatAsync();
        var given = (await DiscountAsync(party.Id, new { amount = 1000, reason = "the wrong table" })).Body.GetProperty("id").GetGuid();
        var address = $"seatings/{party.Id}/discounts/{given}/void";

        (await house.Manager.PostAsync(address, new { reason = " " })).ShouldBeProblem(400, "invalid");
        (await house.Floor.PostAsync(address, new { reason = "x" })).ShouldBeProblem(403, "forbidden");
        (await house.Manager.PostAsync($"seatings/{party.Id}/discounts/{Guid.NewGuid()}/void", new { reason = "x" })).ShouldBeProblem(
            404,
            "not_found"
        );
        var back = await house.Manager.PostAsync(address, new { reason = "the wrong table" });
        var again = await house.Manager.PostAsync(address, new { reason = "the wrong table" });

        (back.Status, again.Status).Should().Be((HttpStatusCode.OK, HttpStatusCode.OK));
        (Text(back.Body, "kind"), back.Body.GetProperty("takesBack").GetGuid()).Should().Be(("takenBack", given));
        again.Body.GetProperty("id").GetGuid().Should().Be(back.Body.GetProperty("id").GetGuid());
        (await party.DueAsync()).Should().Be(house.Plain.Price);
        (
            await house.Manager.PostAsync($"seatings/{party.Id}/discounts/{back.Body.GetProperty("id").GetGuid()}/void", new { reason = "x" })
        ).ShouldBeProblem(409, "not_given");
    }

    [Fact]
    public async Task Nobody_gives_more_than_there_is()
    {
        await using var party = await Party.SeatAsync(house);
        (await DiscountAsync(party.Id, new { percent = 100, reason = "x" })).ShouldBeProblem(409, "over_discounted");
        await party.EatAsync();

        var over = (await DiscountAsync(party.Id, new { amount = house.Plain.Price + 1, reason = "x" })).ShouldBeProblem(409, "over_discounted");

        over.Body.GetProperty("atMost").GetInt64().Should().Be(house.Plain.Price);
        (await DiscountAsync(party.Id, new { percent = 100, reason = "on the house" })).Status.Should().Be(HttpStatusCode.Created);
        (await DiscountAsync(party.Id, new { amount = 1, reason = "x" })).ShouldBeProblem(409, "over_discounted");
        (await party.DueAsync()).Should().Be(0);
        await house.Floor.PostAsync($"seatings/{party.Id}/close", new { });
        (await DiscountAsync(party.Id, new { amount = 1, reason = "x" })).ShouldBeProblem(409, "seating_closed");
    }

    [Theory]
    [InlineData("""{"reason":"x"}""", "amount")]
    [InlineData("""{"amount":1,"percent":1,"reason":"x"}""", "amount")]
    [InlineData("""{"amount":0,"reason":"x"}""", "amount")]
    [InlineData("""{"amount":-5,"reason":"x"}""", "amount")]
    [InlineData("""{"amount":9223372036854775807,"reason":"x"}""", "amount")]
    [InlineData("""{"amount":1e30,"reason":"x"}""", "amount")]
    [InlineData("""{"amount":1.5,"reason":"x"}""", "amount")]
    [InlineData("""{"percent":0,"reason":"x"}""", "percent")]
    [InlineData("""{"percent":101,"reason":"x"}""", "percent")]
    [InlineData("""{"percent":-1,"reason":"x"}""", "percent")]
    [InlineData("""{"percent":"10","reason":"x"}""", "percent")]
    [InlineData("""{"amount":100}""", "reason")]
    [InlineData("""{"amount":100,"reason":" "}""", "reason")]
    public async Task What_makes_no_sense_is_refused_by_its_field(string body, string field)
    {
        await using var party = await Party.SeatAsync(house);
        await party.EatAsync();

        var refused = (await house.Manager.SendAsync(HttpMethod.Post, $"seatings/{party.Id}/discounts", ApiClient.Json(body)));

        refused.ShouldBeProblem(400, "invalid").Body.GetProperty("errors").EnumerateObject().Select(error => error.Name).Should().Equal(field);
        (await party.DueAsync()).Should().Be(house.Plain.Price);
    }

    [Fact]
    public async Task Only_the_manager_gives()
    {
        await using var party = await Party.SeatAsync(house);
        foreach (var client in new[] { house.Floor, house.Kitchen, party.Guest })
        {
            (await client.PostAsync($"seatings/{party.Id}/discounts", new { amount = 1, reason = "x" })).ShouldBeProblem(403, "forbidden");
        }

        (await DiscountAsync(Guid.NewGuid(), new { amount = 1, reason = "x" })).ShouldBeProblem(404, "not_found");
    }

    private Task<Answer> DiscountAsync(Guid seating, object body) => house.Manager.PostAsync($"seatings/{seating}/discounts", body);

    private static string Text(JsonElement body, string part) => body.GetProperty(part).GetString()!;
}
