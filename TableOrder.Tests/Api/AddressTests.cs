using System.Net;

namespace TableOrder.Tests.Api;

/// <summary>Addresses, methods, queries and callers that nobody knows.</summary>
[Collection(ApiTests.Name)]
public sealed class AddressTests(ApiHouse house)
{
    [Theory]
    [InlineData("nothing")]
    [InlineData("orders/not-an-id")]
    [InlineData("orders/7b5b5b64-6a0f-4d61-9a57-0e6d2f0f6c11")]
    [InlineData("orders/stream/more")]
    public async Task What_is_not_there_is_a_problem_too(string path) => (await house.Guest.GetAsync(path)).ShouldBeProblem(404, "not_found");

    [Theory]
    [InlineData("orders/x/status")]
    [InlineData("orders/7b5b5b64-6a0f-4d61-9a57-0e6d2f0f6c11/status")]
    [InlineData("orders/7b5b5b64-6a0f-4d61-9a57-0e6d2f0f6c11/lines/7b5b5b64-6a0f-4d61-9a57-0e6d2f0f6c11/status")]
    public async Task A_step_of_nothing_is_not_found(string path) =>
        (await house.Kitchen.PostAsync(path, new { status = "ready" })).ShouldBeProblem(404, "not_found");

    [Fact]
    public async Task A_line_of_another_order_is_not_found()
    {
        var line = (await house.Guest.PlaceAsync(house.Order())).Body.GetProperty("lines")[0].GetProperty("id").GetGuid();
        var other = await house.PlacedAsync();
        (await house.Kitchen.PostAsync($"orders/{other}/lines/{line}/status", new { status = "ready" })).ShouldBeProblem(404, "not_found");
    }

    [Fact]
    public async Task A_wrong_method_is_told_the_right_ones()
    {
        var answer = await house.Guest.SendAsync(HttpMethod.Delete, "orders", body: null);
        answer.ShouldBeProblem(405, "method_not_allowed");
    }

    [Theory]
    [InlineData("limit=0")]
    [InlineData("limit=101")]
    [InlineData("limit=many")]
    [InlineData("open=maybe")]
    [InlineData("status=1")]
    [InlineData("status=burnt")]
    [InlineData("day=2026-02-30")]
    [InlineData("seatingId=7")]
    [InlineData("sort=up")]
    [InlineData("tableId=7")]
    [InlineData("number=first")]
    [InlineData("number=0")]
    [InlineData("menuItemId=7")]
    [InlineData("total=much")]
    [InlineData("cursor=zzz")]
    [InlineData("cursor=20260302")]
    [InlineData("cursor=20260302.x")]
    [InlineData("cursor=20260302.1.1")]
    [InlineData("cursor=20260301.5&day=2026-03-02")]
    public async Task A_bad_question_is_told_which_field(string query)
    {
        var problem = (await house.Guest.GetAsync($"orders?{query}")).ShouldBeProblem(400, "invalid");
        problem.Body.GetProperty("errors").EnumerateObject().Single().Name.Should().Be(query.Split('=')[0]);
    }

    [Fact]
    public async Task Orders_are_found_by_number_dish_and_total_together()
    {
        var order = (await house.Guest.PlaceAsync(house.Order())).Body;
        var (number, total) = (order.GetProperty("number").GetInt32(), order.GetProperty("total").GetInt64());
        var dish = order.GetProperty("lines")[0].GetProperty("menuItemId").GetGuid();

        var found = (await house.Guest.GetAsync($"orders?number={number}&menuItemId={dish}&total={total}")).Body.GetProperty("items");
        found.EnumerateArray().Single().GetProperty("id").GetGuid().Should().Be(order.GetProperty("id").GetGuid());
        foreach (var other in new[] { $"number={number + 1000}", $"menuItemId={Guid.NewGuid()}", $"total={total + 1}" })
        {
            (await house.Guest.GetAsync($"orders?{other}")).Body.GetProperty("items").GetArrayLength().Should().Be(0);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("Bearer")]
    [InlineData("Bearer nonsense")]
    [InlineData("Basic bWFuYWdlcjptYW5hZ2Vy")]
    public async Task Whoever_cannot_say_who_they_are_is_nobody(string authorization)
    {
        using var nobody = new ApiClient(house.App.Address);
        foreach (var path in new[] { "menu", "tables", "orders", "orders/stream", $"orders/{Guid.NewGuid()}" })
        {
            (await nobody.GetAsync(path, ("Authorization", authorization))).ShouldBeProblem(401, "unauthorized");
        }

        (await nobody.PostAsync("orders", house.Order(), ("Authorization", authorization))).ShouldBeProblem(401, "unauthorized");
    }

    [Fact]
    public async Task Pages_of_orders_follow_each_other_without_gap_or_double()
    {
        for (var i = 0; i < 5; i++)
        {
            await house.Stranger.PlaceAsync(house.Order());
        }

        foreach (var sort in new[] { "newest", "oldest" })
        {
            var all = (await house.Stranger.GetAsync($"orders?limit=100&sort={sort}")).Body.GetProperty("items").EnumerateArray();
            var numbers = all.Select(order => order.GetProperty("number").GetInt32()).ToList();
            var paged = new List<int>();
            string? cursor = "";
            while (cursor is not null)
            {
                var page = await house.Stranger.GetAsync($"orders?limit=2&sort={sort}{(cursor.Length == 0 ? "" : $"&cursor={cursor}")}");
                page.Status.Should().Be(HttpStatusCode.OK);
                paged.AddRange(page.Body.GetProperty("items").EnumerateArray().Select(order => order.GetProperty("number").GetInt32()));
                cursor = page.Body.GetProperty("nextCursor").GetString();
            }

            paged.Should().Equal(numbers);
        }
    }
}
