using System.Net;
using System.Text.Json;

namespace TableOrder.Tests.Api;

/// <summary>Money that staff has taken.</summary>
[Collection(ApiTests.Name)]
public sealed class PaymentApiTests(ApiHouse house)
{
    [Fact]
    public async Task Cash_is_entered_once_with_its_change()
    {
        await using var party = await Party.SeatAsync(house);
        await party.EatAsync(2);
        var key = Guid.NewGuid();
        var body = new
        {
            amount = 2 * house.Plain.Price,
            method = "cash",
            tendered = 100_000,
        };

        var first = await party.PayAsync(house.Floor, body, key);
        var again = await party.PayAsync(house.Floor, body, key);

        (first.Status, again.Status).Should().Be((HttpStatusCode.Created, HttpStatusCode.OK), first.Text);
        again.Text.Should().Be(first.Text);
        string[] parts = ["id", "seatingId", "kind", "method", "amount", "status", "lines", "device", "createdAt", "movedAt", "tendered", "change"];
        first.Body.EnumerateObject().Select(part => part.Name).Should().Equal(parts);
        (Text(first.Body, "kind"), Text(first.Body, "status")).Should().Be(("payment", "succeeded"));
        first.Body.GetProperty("change").GetInt64().Should().Be(100_000 - (2 * house.Plain.Price));
        var bill = await party.BillAsync();
        (bill.GetProperty("due").GetInt64(), bill.GetProperty("payments").GetArrayLength()).Should().Be((0, 1));
        (await party.PayAsync(house.Floor, body with { amount = 1 }, key)).ShouldBeProblem(422, "key_reused");
        (await house.Floor.PostAsync($"seatings/{party.Id}/payments", body)).ShouldBeProblem(400, "key_missing");
        (await house.Floor.PostAsync($"seatings/{party.Id}/payments", body, ("Idempotency-Key", "mine"))).ShouldBeProblem(400, "key_missing");
    }

    [Fact]
    public async Task What_is_paid_is_told_by_its_orders_until_money_goes_back()
    {
        await using var party = await Party.SeatAsync(house);
        var order = await party.EatAsync();
        var start = await house.Manager.SequenceAsync();
        (await party.Guest.GetAsync($"orders/{order.Id}")).Body.TryGetProperty("paidAt", out _).Should().BeFalse();

        var paid = await party.PaidAsync(house.Plain.Price);
        Text((await party.Guest.GetAsync($"orders/{order.Id}")).Body, "paidAt").Should().EndWith("Z");
        await BackAsync($"payments/{paid.Id}/void", new { reason = "wrong table" });

        (await party.Guest.GetAsync($"orders/{order.Id}")).Body.TryGetProperty("paidAt", out _).Should().BeFalse();
        (await party.DueAsync()).Should().Be(house.Plain.Price);
        using var stream = await party.Guest.FollowAsync($"?after={start}");
        (await stream.TakeAsync(2)).Select(block => block.Data).Should().Equal($"order_paid:{order.Id}", $"order_refunded:{order.Id}");
    }

    [Fact]
    public async Task Nobody_pays_more_than_is_due_however_often_at_once()
    {
        await using var party = await Party.SeatAsync(house);
        await party.EatAsync(2);
        var whole = 2 * house.Plain.Price;

        var over = (await party.PayAsync(house.Floor, new { amount = whole + 1, method = "terminal" })).ShouldBeProblem(409, "overpaid");
        over.Body.GetProperty("atMost").GetInt64().Should().Be(whole);

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 10).Select(_ => party.PayAsync(house.Floor, new { amount = whole, method = "terminal" }))
        );

        answers.Count(answer => answer.Status == HttpStatusCode.Created).Should().Be(1);
        foreach (var late in answers.Where(answer => answer.Status != HttpStatusCode.Created))
        {
            late.ShouldBeProblem(409, "overpaid").Body.GetProperty("atMost").GetInt64().Should().Be(0);
        }

        (await party.DueAsync()).Should().Be(0);
    }

    [Fact]
    public async Task A_unit_is_paid_for_once()
    {
        await using var party = await Party.SeatAsync(house);
        var line = (await party.EatAsync(3)).Body.GetProperty("lines")[0].GetProperty("id").GetGuid();
        var two = new
        {
            amount = 2 * house.Plain.Price,
            method = "terminal",
            lines = new[] { new { id = line, quantity = 2 } },
        };
        (await party.PayAsync(house.Floor, two)).Body.GetProperty("lines")[0].GetProperty("quantity").GetInt32().Should().Be(2);

        (await party.PayAsync(house.Floor, two)).ShouldBeProblem(409, "line_paid");
        (await party.BillAsync()).GetProperty("lines")[0].GetProperty("unitsLeft").GetInt32().Should().Be(1);

        object?[] bad = [new { id = line, quantity = 0 }, new { id = line, quantity = -1 }, new { id = Guid.NewGuid(), quantity = 1 }, null];
        foreach (var wrong in bad)
        {
            var pay = new
            {
                amount = 1,
                method = "cash",
                lines = new[] { wrong },
            };
            (await party.PayAsync(house.Floor, pay))
                .ShouldBeProblem(400, "invalid")
                .Body.GetProperty("errors")
                .TryGetProperty("lines", out _)
                .Should()
                .BeTrue();
        }

        var twice = new
        {
            amount = 1,
            method = "cash",
            lines = new[] { new { id = line, quantity = 1 }, new { id = line, quantity = 1 } },
        };
        (await party.PayAsync(house.Floor, twice)).ShouldBeProblem(400, "invalid");
        (await party.DueAsync()).Should().Be(house.Plain.Price);
    }

    [Theory]
    [InlineData("""{"amount":0,"method":"cash"}""", "amount")]
    [InlineData("""{"amount":-100,"method":"cash"}""", "amount")]
    [InlineData("""{"amount":100000000001,"method":"cash"}""", "amount")]
    [InlineData("""{"amount":9223372036854775807,"method":"cash"}""", "amount")]
    [InlineData("""{"amount":-9223372036854775808,"method":"cash"}""", "amount")]
    [InlineData("""{"amount":99999999999999999999,"method":"cash"}""", "amount")]
    [InlineData("""{"amount":1.5,"method":"cash"}""", "amount")]
    [InlineData("""{"amount":"100","method":"cash"}""", "amount")]
    [InlineData("""{"amount":null,"method":"cash"}""", "amount")]
    [InlineData("""{"amount":100,"method":"card"}""", "method")]
    [InlineData("""{"amount":100,"method":""}""", "method")]
    [InlineData("""{"amount":100,"method":"cash","tendered":99}""", "tendered")]
    [InlineData("""{"amount":100,"method":"cash","tendered":9223372036854775807}""", "tendered")]
    [InlineData("""{"amount":100,"method":"terminal","tendered":100}""", "tendered")]
    [InlineData("""{"method":"cash"}""", "body")]
    [InlineData("nonsense", "body")]
    public async Task What_makes_no_sense_is_refused_by_its_field(string body, string field)
    {
        await using var party = await Party.SeatAsync(house);
        await party.EatAsync();

        var refused = await house.Floor.SendAsync(
            HttpMethod.Post,
            $"seatings/{party.Id}/payments",
            ApiClient.Json(body),
            ("Idempotency-Key", $"{Guid.NewGuid()}")
        );

        refused.ShouldBeProblem(400, "invalid").Body.GetProperty("errors").EnumerateObject().Select(error => error.Name).Should().Equal(field);
        (await party.BillAsync()).GetProperty("payments").GetArrayLength().Should().Be(0);
    }

    [Fact]
    public async Task Money_goes_back_in_parts_and_never_more_than_was_paid()
    {
        await using var party = await Party.SeatAsync(house);
        await party.EatAsync(2);
        var paid = await party.PaidAsync(2 * house.Plain.Price);
        var key = Guid.NewGuid();

        var first = await BackAsync($"payments/{paid.Id}/refunds", new { amount = 1000, reason = "cold" }, key);
        var again = await BackAsync($"payments/{paid.Id}/refunds", new { amount = 1000, reason = "cold" }, key);

        (first.Status, again.Status).Should().Be((HttpStatusCode.Created, HttpStatusCode.OK), first.Text);
        (Text(first.Body, "kind"), first.Body.GetProperty("of").GetGuid(), Text(first.Body, "reason")).Should().Be(("refund", paid.Id, "cold"));
        (await BackAsync($"payments/{paid.Id}/refunds", new { amount = 999, reason = "cold" }, key)).ShouldBeProblem(422, "key_reused");
        var over = await BackAsync($"payments/{paid.Id}/refunds", new { amount = 2 * house.Plain.Price, reason = "cold" });
        over.ShouldBeProblem(409, "over_refunded").Body.GetProperty("atMost").GetInt64().Should().Be((2 * house.Plain.Price) - 1000);
        (await BackAsync($"payments/{paid.Id}/void", new { reason = "cold" })).ShouldBeProblem(409, "over_refunded");
        var bill = await party.BillAsync();
        (bill.GetProperty("refunded").GetInt64(), bill.GetProperty("due").GetInt64()).Should().Be((1000, 0), "nobody owes it again");
        bill.GetProperty("givenOff").EnumerateArray().Select(given => Text(given, "kind")).Should().Equal("refunded");

        // After the party has left a payment is refunded, not void.
        await house.Floor.PostAsync($"seatings/{party.Id}/close", new { });
        (await BackAsync($"payments/{paid.Id}/void", new { reason = "x" })).ShouldBeProblem(409, "seating_closed");
        (await BackAsync($"payments/{paid.Id}/refunds", new { amount = (2 * house.Plain.Price) - 1000, reason = "all of it" }))
            .Status.Should()
            .Be(HttpStatusCode.Created);
        (await BackAsync($"payments/{first.Id}/refunds", new { amount = 1, reason = "x" })).ShouldBeProblem(404, "not_found");
    }

    [Fact]
    public async Task A_void_is_whole_and_once()
    {
        await using var party = await Party.SeatAsync(house);
        await party.EatAsync();
        var paid = await party.PaidAsync(house.Plain.Price);

        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => BackAsync($"payments/{paid.Id}/void", new { reason = "wrong table" })));

        answers.Count(answer => answer.Status == HttpStatusCode.Created).Should().Be(1);
        foreach (var late in answers.Where(answer => answer.Status != HttpStatusCode.Created))
        {
            late.ShouldBeProblem(409, "over_refunded").Body.GetProperty("atMost").GetInt64().Should().Be(0);
        }

        (await party.DueAsync()).Should().Be(house.Plain.Price);
        (await party.BillAsync()).GetProperty("payments").EnumerateArray().Select(entry => Text(entry, "kind")).Should().Equal("payment", "void");
    }

    [Theory]
    [InlineData("refunds", """{"amount":0,"reason":"x"}""", "amount")]
    [InlineData("refunds", """{"amount":-1,"reason":"x"}""", "amount")]
    [InlineData("refunds", """{"amount":9223372036854775807,"reason":"x"}""", "amount")]
    [InlineData("refunds", """{"amount":1}""", "reason")]
    [InlineData("refunds", """{"reason":"x"}""", "body")]
    [InlineData("void", """{}""", "reason")]
    [InlineData("void", """{"reason":"\u200e"}""", "reason")]
    public async Task Nothing_goes_back_without_sense_and_reason(string what, string body, string field)
    {
        await using var party = await Party.SeatAsync(house);
        await party.EatAsync();
        var paid = await party.PaidAsync(house.Plain.Price);

        var refused = await house.Manager.SendAsync(
            HttpMethod.Post,
            $"payments/{paid.Id}/{what}",
            ApiClient.Json(body),
            ("Idempotency-Key", $"{Guid.NewGuid()}")
        );

        refused.ShouldBeProblem(400, "invalid").Body.GetProperty("errors").EnumerateObject().Select(error => error.Name).Should().Equal(field);
        (await party.BillAsync()).GetProperty("refunded").GetInt64().Should().Be(0);
    }

    [Fact]
    public async Task Nothing_is_due_any_more_of_what_was_written_off()
    {
        await using var party = await Party.SeatAsync(house);
        await party.EatAsync();
        await house.Manager.PostAsync($"seatings/{party.Id}/close", new { force = true, writeOffReason = "ran" });

        (await party.PayAsync(house.Floor, new { amount = 1, method = "cash" })).ShouldBeProblem(409, "overpaid");
    }

    [Fact]
    public async Task Who_may_do_what()
    {
        await using var party = await Party.SeatAsync(house);
        await party.EatAsync();
        var paid = await party.PaidAsync(1000);
        foreach (var client in new[] { house.Floor, house.Kitchen, party.Guest })
        {
            (await BackAsync($"payments/{paid.Id}/void", new { reason = "x" }, by: client)).ShouldBeProblem(403, "forbidden");
            (await BackAsync($"payments/{paid.Id}/refunds", new { amount = 1, reason = "x" }, by: client)).ShouldBeProblem(403, "forbidden");
        }

        (await party.PayAsync(house.Kitchen, new { amount = 1, method = "cash" })).ShouldBeProblem(403, "forbidden");
        using var nobody = new ApiClient(house.App.Address);
        (await party.PayAsync(nobody, new { amount = 1, method = "cash" })).ShouldBeProblem(401, "unauthorized");
        foreach (var method in new[] { "cash", "terminal", "nowhere" })
        {
            (await party.PayAsync(party.Guest, new { amount = 1, method })).ShouldBeProblem(409, "unknown_method");
        }

        (await party.PayAsync(house.Guest, new { amount = 1, method = "cash" })).ShouldBeProblem(404, "not_found");
        (await BackAsync($"payments/{Guid.NewGuid()}/void", new { reason = "x" })).ShouldBeProblem(404, "not_found");
        (await BackAsync($"payments/{Guid.NewGuid()}/refunds", new { amount = 1, reason = "x" })).ShouldBeProblem(404, "not_found");
        (await house.Manager.PostAsync($"payments/{paid.Id}/void", new { reason = "x" })).ShouldBeProblem(400, "key_missing");
        (await house.Manager.PostAsync($"payments/{paid.Id}/refunds", new { amount = 1, reason = "x" })).ShouldBeProblem(400, "key_missing");
        (
            await house.Floor.PostAsync(
                $"seatings/{Guid.NewGuid()}/payments",
                new { amount = 1, method = "cash" },
                ("Idempotency-Key", $"{Guid.NewGuid()}")
            )
        ).ShouldBeProblem(404, "not_found");
    }

    private Task<Answer> BackAsync(string path, object body, Guid? key = null, ApiClient? by = null) =>
        (by ?? house.Manager).PostAsync(path, body, ("Idempotency-Key", $"{key ?? Guid.NewGuid()}"));

    private static string Text(JsonElement body, string part) => body.GetProperty(part).GetString()!;
}
