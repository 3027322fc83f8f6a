using System.Globalization;
using System.Net;
using System.Text.Json;

namespace TableOrder.Tests.Api;

[Collection(ApiTests.Name)]
public sealed class StatisticsApiTests(ApiHouse house)
{
    [Fact]
    public async Task The_manager_reads_the_figures_of_today()
    {
        var before = await ReadAsync();
        await house.PlacedAsync();
        var ready = await house.PlacedAsync();
        await house.Kitchen.PostAsync($"orders/{ready}/status", new { status = "ready" });
        var cancelled = await house.PlacedAsync();
        await house.Manager.PostAsync($"orders/{cancelled}/cancel", new { reason = "x" });

        var after = await ReadAsync();

        Names(after).Should().Equal("orders", "sales", "payments", "refunds", "calls", "halfHours", "topItems", "stations");
        Names(after.GetProperty("orders")).Should().Equal("placed", "preparing", "ready", "served", "cancelled");
        Gained(before, after, "orders", "placed").Should().Be(1);
        Gained(before, after, "orders", "ready").Should().Be(1);
        Gained(before, after, "orders", "cancelled").Should().Be(1);
        (Number(after, "sales") - Number(before, "sales")).Should().Be(2 * house.Plain.Price);
        (Number(after, "payments") - Number(before, "payments"), Number(after, "refunds") - Number(before, "refunds")).Should().Be((0, 0));
        Names(after.GetProperty("calls")).Should().Equal("waiting", "confirmed", "averageSeconds");

        Names(after.GetProperty("halfHours")[0]).Should().Equal("start", "orders", "sales");
        after.GetProperty("halfHours")[0].GetProperty("start").GetString().Should().EndWith("Z");
        after.GetProperty("halfHours").EnumerateArray().Sum(half => Number(half, "sales")).Should().Be(Number(after, "sales"));
        Names(after.GetProperty("topItems")[0]).Should().Equal("menuItemId", "name", "quantity", "sales");
        var station = after.GetProperty("stations").EnumerateArray().Single(s => s.GetProperty("station").ValueEquals(house.Plain.Station));
        Names(station).Should().Equal("station", "medianSeconds");
        Number(station, "medianSeconds").Should().BeInRange(0, 60);
    }

    [Fact]
    public async Task Money_and_calls_count_when_they_come_and_are_never_netted()
    {
        await using var party = await Party.SeatAsync(house);
        await party.EatAsync(2);
        var before = await ReadAsync();

        var paid = await party.PaidAsync(2 * house.Plain.Price);
        await house.Manager.PostAsync(
            $"payments/{paid.Id}/refunds",
            new { amount = 700, reason = "too salty" },
            ("Idempotency-Key", $"{Guid.NewGuid()}")
        );
        var water = await party.Guest.PostAsync("calls", new { kind = "water" });
        await party.Guest.PostAsync("calls", new { kind = "bill" });
        await house.Floor.PostAsync($"calls/{water.Id}/confirm", body: null);

        var after = await ReadAsync();
        (Number(after, "payments") - Number(before, "payments")).Should().Be(2 * house.Plain.Price);
        (Number(after, "refunds") - Number(before, "refunds")).Should().Be(700);
        (Number(after, "sales") - Number(before, "sales")).Should().Be(0, "they belong to the placing");
        (Gained(before, after, "calls", "waiting"), Gained(before, after, "calls", "confirmed")).Should().Be((1, 1));
        Number(after.GetProperty("calls"), "averageSeconds").Should().BeInRange(0, 60);
    }

    [Fact]
    public async Task Names_come_in_the_callers_language()
    {
        await house.PlacedAsync();

        string Name(Answer answer) =>
            answer
                .Body.GetProperty("topItems")
                .EnumerateArray()
                .Single(item => item.GetProperty("menuItemId").GetGuid() == house.Plain.Id)
                .GetProperty("name")
                .GetString()!;
        var korean = Name(await house.Manager.GetAsync("statistics", ("Accept-Language", "ko")));
        var english = Name(await house.Manager.GetAsync("statistics", ("Accept-Language", "en")));

        korean.Should().NotBe(english).And.NotBeEmpty();
    }

    [Fact]
    public async Task Other_days_are_asked_for_by_name()
    {
        await house.PlacedAsync();

        var past = (await house.Manager.GetAsync("statistics?from=2020-01-01&to=2020-12-31")).Body;

        Number(past, "sales").Should().Be(0);
        past.GetProperty("halfHours").GetArrayLength().Should().Be(0);
        var day = (await house.Manager.GetAsync("orders?limit=1")).Body.GetProperty("items")[0].GetProperty("businessDay").GetString()!;
        var last = DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        Number((await house.Manager.GetAsync($"statistics?from={last.AddDays(-399):yyyy-MM-dd}&to={day}")).Body, "sales").Should().BePositive();
    }

    [Theory]
    [InlineData("from=2026-03-02&to=2026-03-01", "from")]
    [InlineData("from=2999-01-01", "from")]
    [InlineData("from=2024-01-01&to=2025-02-04", "to")]
    [InlineData("from=yesterday", "from")]
    [InlineData("from=2026-3-2", "from")]
    [InlineData("to=2026-02-30", "to")]
    [InlineData("to=", "to")]
    public async Task Days_that_make_no_sense_are_refused(string query, string field)
    {
        var problem = (await house.Manager.GetAsync($"statistics?{query}")).ShouldBeProblem(400, "invalid");

        problem.Body.GetProperty("errors").EnumerateObject().Select(error => error.Name).Should().Equal(field);
    }

    [Fact]
    public async Task Only_the_manager_sees_them()
    {
        (await house.Kitchen.GetAsync("statistics")).ShouldBeProblem(403, "forbidden");
        (await house.Guest.GetAsync("statistics")).ShouldBeProblem(403, "forbidden");
        using var nobody = new ApiClient(house.App.Address);
        (await nobody.GetAsync("statistics")).ShouldBeProblem(401, "unauthorized");
    }

    private static IEnumerable<string> Names(JsonElement body) => body.EnumerateObject().Select(property => property.Name);

    private static long Number(JsonElement body, string name) => body.GetProperty(name).GetInt64();

    private static long Gained(JsonElement before, JsonElement after, string of, string name) =>
        Number(after.GetProperty(of), name) - Number(before.GetProperty(of), name);

    private async Task<JsonElement> ReadAsync()
    {
        var answer = await house.Manager.GetAsync("statistics");
        answer.Status.Should().Be(HttpStatusCode.OK);
        return answer.Body;
    }
}
