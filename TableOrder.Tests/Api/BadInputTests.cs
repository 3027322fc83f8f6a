using System.Text.Json;

namespace TableOrder.Tests.Api;

/// <summary>Whatever is sent: a problem document with a code, and nothing happened.</summary>
[Collection(ApiTests.Name)]
public sealed class BadInputTests(ApiHouse house)
{
    /// <summary>Bodies of POST /orders; DISH stands for a dish, CHOICE for one with a choice of exactly one, A and B for its options, OTHER for another dish's.</summary>
    public static TheoryData<string, int, string> Bodies =>
        new()
        {
            { "", 400, "invalid" },
            { "{", 400, "invalid" },
            { "null", 400, "invalid" },
            { "[]", 400, "invalid" },
            { "{}", 400, "invalid" },
            { """{"lines":null}""", 400, "invalid" },
            { """{"lines":[]}""", 400, "invalid" },
            { """{"lines":[null]}""", 400, "invalid" },
            { """{"lines":[{}]}""", 400, "invalid" },
            { """{"lines":[{"menuItemId":"DISH"}]}""", 400, "invalid" },
            { """{"lines":[{"menuItemId":"DISH","quantity":0}]}""", 400, "invalid" },
            { """{"lines":[{"menuItemId":"DISH","quantity":-1}]}""", 400, "invalid" },
            { """{"lines":[{"menuItemId":"DISH","quantity":100}]}""", 400, "invalid" },
            { """{"lines":[{"menuItemId":"DISH","quantity":2147483648}]}""", 400, "invalid" },
            { """{"lines":[{"menuItemId":"DISH","quantity":1.5}]}""", 400, "invalid" },
            { """{"lines":[{"menuItemId":"DISH","quantity":"1"}]}""", 400, "invalid" },
            { """{"lines":[{"menuItemId":"DISH","quantity":1,"quantity":2}]}""", 400, "invalid" },
            { """{"lines":[{"menuItemId":"not-an-id","quantity":1}]}""", 400, "invalid" },
            { """{"lines":[{"menuItemId":"DISH","quantity":1,"note":"\ud800"}]}""", 400, "invalid" },
            { """{"lines":[{"menuItemId":"DISH","quantity":1,"note":7}]}""", 400, "invalid" },
            { """{"lines":[{"menuItemId":"DISH","quantity":1,"course":1}]}""", 400, "invalid" },
            { """{"lines":[{"menuItemId":"DISH","quantity":1,"modifierIds":["x"]}]}""", 400, "invalid" },
            { """{"lines":[{"menuItemId":"DISH","quantity":1,"modifierIds":[null]}]}""", 400, "invalid" },
            { """{"lines":[{"menuItemId":"DISH","quantity":1,"modifierIds":["A"]}]}""", 400, "invalid" },
            { """{"lines":[{"menuItemId":"CHOICE","quantity":2,"modifierIds":[]}]}""", 400, "invalid" },
            { """{"lines":[{"menuItemId":"CHOICE","quantity":2,"modifierIds":["A","A"]}]}""", 400, "invalid" },
            { """{"lines":[{"menuItemId":"CHOICE","quantity":2,"modifierIds":["A","B"]}]}""", 400, "invalid" },
            { """{"lines":[{"menuItemId":"CHOICE","quantity":2,"modifierIds":["A","OTHER"]}]}""", 400, "invalid" },
            { """{"lines":[{"menuItemId":"7b5b5b64-6a0f-4d61-9a57-0e6d2f0f6c11","quantity":1}]}""", 409, "unknown_item" },
            { """{"lines":[{"menuItemId":"DISH","quantity":1,"unitPrice":1}]}""", 409, "price_changed" },
            { """{"lines":[{"menuItemId":"DISH","quantity":1}],"seatingId":"7b5b5b64-6a0f-4d61-9a57-0e6d2f0f6c11"}""", 404, "not_found" },
        };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task A_bad_order_is_told_what_is_wrong_and_leaves_no_trace(string body, int status, string code)
    {
        var choice = house.Demanding;
        var options = choice.Groups.First(group => group is { Min: 1, Max: 1 }).Modifiers;
        var other = house
            .Dishes.SelectMany(dish => dish.Groups)
            .SelectMany(group => group.Modifiers)
            .Except(choice.Groups.SelectMany(g => g.Modifiers));
        body = body.Replace("DISH", $"{house.Plain.Id}", StringComparison.Ordinal)
            .Replace("CHOICE", $"{choice.Id}", StringComparison.Ordinal)
            .Replace("OTHER", $"{other.First()}", StringComparison.Ordinal)
            .Replace("\"A\"", $"\"{options[0]}\"", StringComparison.Ordinal)
            .Replace("\"B\"", $"\"{options[1]}\"", StringComparison.Ordinal);

        var problem = await NothingHappensAsync(() => PlaceAsync(body));

        problem.ShouldBeProblem(status, code);
        problem.Body.TryGetProperty("errors", out var errors).Should().Be(string.Equals(code, "invalid", StringComparison.Ordinal));
        if (errors.ValueKind == JsonValueKind.Object)
        {
            errors.EnumerateObject().Should().NotBeEmpty();
        }
    }

    [Fact]
    public async Task A_note_may_have_200_characters_and_no_more()
    {
        (await NothingHappensAsync(() => PlaceAsync(Lines(1, new string('x', 201))))).ShouldBeProblem(400, "invalid");
    }

    [Theory]
    [InlineData(1, 1_000_000)]
    [InlineData(10_000, 0)]
    public async Task What_is_too_large_is_refused_unread(int lines, int note)
    {
        (await NothingHappensAsync(() => PlaceAsync(Lines(lines, new string('x', note))))).ShouldBeProblem(413, "too_large");
    }

    [Fact]
    public async Task An_order_has_at_most_100_lines()
    {
        (await NothingHappensAsync(() => PlaceAsync(Lines(101, "")))).ShouldBeProblem(400, "invalid");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("not-a-uuid")]
    [InlineData("00000000-0000-0000-0000-000000000000")]
    public async Task An_order_without_a_proper_key_is_refused(string? key)
    {
        (string, string)[] headers = key is null ? [] : [("Idempotency-Key", key)];
        (await NothingHappensAsync(() => house.Guest.PostAsync("orders", house.Order(), headers))).ShouldBeProblem(400, "key_missing");
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/json; charset=klingon")]
    public async Task Only_JSON_is_understood(string mediaType)
    {
        var answer = await NothingHappensAsync(() =>
        {
            var content = ApiClient.Json(JsonSerializer.Serialize(house.Order()));
            content.Headers.Remove("Content-Type");
            content.Headers.TryAddWithoutValidation("Content-Type", mediaType);
            return house.Guest.SendAsync(HttpMethod.Post, "orders", content, ("Idempotency-Key", $"{Guid.NewGuid()}"));
        });
        answer.ShouldBeProblem(415, "unsupported_media_type");
    }

    [Fact]
    public async Task A_sold_out_dish_is_refused_with_its_line()
    {
        var dish = house.Plain;
        await house.Kitchen.PatchAsync($"menu/items/{dish.Id}", new { soldOut = true });
        try
        {
            var problem = await NothingHappensAsync(() => house.Guest.PlaceAsync(house.Order()));
            problem.ShouldBeProblem(409, "sold_out").Body.GetProperty("lines")[0].GetProperty("menuItemId").GetGuid().Should().Be(dish.Id);
        }
        finally
        {
            await house.Kitchen.PatchAsync($"menu/items/{dish.Id}", new { soldOut = false });
        }
    }

    [Fact]
    public async Task More_than_is_left_is_refused_with_what_is_left()
    {
        var dish = house.Plain;
        await house.Kitchen.PatchAsync($"menu/items/{dish.Id}", new { portionsLeft = 2 });
        try
        {
            var problem = await NothingHappensAsync(() => house.Guest.PlaceAsync(house.Order(3)));
            var line = problem.ShouldBeProblem(409, "sold_out").Body.GetProperty("lines")[0];
            line.GetProperty("index").GetInt32().Should().Be(0);
            line.GetProperty("portionsLeft").GetInt32().Should().Be(2);
        }
        finally
        {
            await house.Kitchen.PatchAsync($"menu/items/{dish.Id}", new { portionsLeft = -1 });
        }
    }

    [Fact]
    public async Task A_changed_price_is_told()
    {
        var line = new
        {
            menuItemId = house.Plain.Id,
            quantity = 1,
            unitPrice = house.Plain.Price + 1,
        };
        var problem = await NothingHappensAsync(() => house.Guest.PlaceAsync(new { lines = new[] { line } }));
        problem.ShouldBeProblem(409, "price_changed").Body.GetProperty("lines")[0].GetProperty("unitPrice").GetInt64().Should().Be(house.Plain.Price);
    }

    private async Task<Answer> NothingHappensAsync(Func<Task<Answer>> call)
    {
        var before = await house.Manager.SequenceAsync();
        var answer = await call();
        (await house.Manager.SequenceAsync()).Should().Be(before);
        return answer;
    }

    private Task<Answer> PlaceAsync(string body) =>
        house.Guest.SendAsync(HttpMethod.Post, "orders", ApiClient.Json(body), ("Idempotency-Key", $"{Guid.NewGuid()}"));

    private string Lines(int count, string note) =>
        JsonSerializer.Serialize(
            new
            {
                lines = Enumerable.Repeat(
                    new
                    {
                        menuItemId = house.Plain.Id,
                        quantity = 1,
                        note,
                    },
                    count
                ),
            }
        );
}
