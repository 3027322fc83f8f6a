using System.Net;

namespace TableOrder.Tests.Api;

[Collection(ApiTests.Name)]
public sealed class DocumentTests(ApiHouse house)
{
    private static readonly string[] Routes =
    [
        "post /api/v1/sessions",
        "post /api/v1/tables/{tableToken}/seating",
        "get /api/v1/tables",
        "post /api/v1/tables/{id}/open",
        "get /api/v1/seatings/{id}",
        "post /api/v1/seatings/{id}/close",
        "post /api/v1/seatings/{id}/reopen",
        "post /api/v1/seatings/{id}/move",
        "post /api/v1/seatings/{id}/merge",
        "get /api/v1/seatings/{id}/bill",
        "post /api/v1/seatings/{id}/discounts",
        "post /api/v1/seatings/{id}/discounts/{discountId}/void",
        "post /api/v1/seatings/{id}/payments",
        "post /api/v1/payments/{id}/void",
        "post /api/v1/payments/{id}/refunds",
        "post /api/v1/payments/webhook/{method}",
        "get /api/v1/calls",
        "post /api/v1/calls",
        "post /api/v1/calls/{id}/confirm",
        "get /api/v1/menu",
        "patch /api/v1/menu/items/{id}",
        "put /api/v1/menu/items/{id}/photo",
        "delete /api/v1/menu/items/{id}/photo",
        "put /api/v1/seatings/{id}/allergies",
        "post /api/v1/orders",
        "get /api/v1/orders",
        "get /api/v1/orders/{id}",
        "post /api/v1/orders/{id}/status",
        "post /api/v1/orders/{id}/lines/{lineId}/status",
        "post /api/v1/orders/{id}/cancel",
        "get /api/v1/orders/stream",
        "get /api/v1/statistics",
    ];

    [Fact]
    public async Task The_document_lists_exactly_what_there_is()
    {
        using var nobody = new ApiClient(house.App.Address);

        var document = (await nobody.GetAsync("openapi.json")).Body;

        var operations = document
            .GetProperty("paths")
            .EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject().Select(method => (Name: $"{method.Name} {path.Name}", method.Value)))
            .ToList();
        operations.Select(operation => operation.Name).Should().BeEquivalentTo(Routes);
        operations.Should().OnlyContain(operation => operation.Value.GetProperty("summary").GetString()!.Length > 0);
        document
            .GetProperty("components")
            .GetProperty("securitySchemes")
            .GetProperty("bearer")
            .GetProperty("scheme")
            .GetString()
            .Should()
            .Be("bearer");
        var place = document.GetProperty("paths").GetProperty("/api/v1/orders").GetProperty("post");
        place
            .GetProperty("responses")
            .EnumerateObject()
            .Select(r => r.Name)
            .Should()
            .Contain(["200", "201", "400", "401", "403", "409", "413", "422"]);
        place.GetProperty("security").GetArrayLength().Should().Be(1);
    }

    [Fact]
    public async Task The_document_tells_which_parts_of_an_order_are_left_out_where_there_is_nothing_to_tell()
    {
        using var nobody = new ApiClient(house.App.Address);

        var order = (await nobody.GetAsync("openapi.json")).Body.GetProperty("components").GetProperty("schemas").GetProperty("Order");

        var always = order.GetProperty("required").EnumerateArray().Select(name => name.GetString()!);
        string[] sometimes = ["priority", "remakeOf", "paidAt"];
        order
            .GetProperty("properties")
            .EnumerateObject()
            .Select(part => part.Name)
            .Except(always, StringComparer.Ordinal)
            .Should()
            .BeEquivalentTo(sometimes);
        foreach (var part in sometimes)
        {
            order.GetProperty("properties").GetProperty(part).GetProperty("description").GetString().Should().Contain("left out");
        }
    }

    [Fact]
    public async Task Money_is_sent_under_a_key_and_the_webhook_wants_no_sign_in()
    {
        using var nobody = new ApiClient(house.App.Address);

        var paths = (await nobody.GetAsync("openapi.json")).Body.GetProperty("paths");

        foreach (var path in new[] { "seatings/{id}/payments", "payments/{id}/void", "payments/{id}/refunds" })
        {
            var post = paths.GetProperty($"/api/v1/{path}").GetProperty("post");
            var key = post.GetProperty("parameters").EnumerateArray().Single(part => part.GetProperty("name").ValueEquals("Idempotency-Key"));
            (key.GetProperty("in").GetString(), key.GetProperty("required").GetBoolean()).Should().Be(("header", true));
            post.GetProperty("responses")
                .EnumerateObject()
                .Select(response => response.Name)
                .Should()
                .Contain(["200", "201", "400", "401", "403", "404", "409", "422", "503"]);
        }

        var webhook = paths.GetProperty("/api/v1/payments/webhook/{method}").GetProperty("post");
        webhook.TryGetProperty("security", out _).Should().BeFalse();
        webhook.GetProperty("responses").EnumerateObject().Select(response => response.Name).Should().Contain(["200", "401", "404"]);
    }

    [Fact]
    public async Task There_is_a_page_to_read_it()
    {
        using var nobody = new ApiClient(house.App.Address);
        (await nobody.GetAsync("docs")).Text.Should().Contain("swagger-ui");
    }

    [Fact]
    public async Task Health_tells_each_part()
    {
        using var http = new HttpClient { BaseAddress = house.App.Address };

        (await http.GetStringAsync("/health/live")).Should().Be("""{"status":"live"}""");
        var ready = await http.GetAsync("/health/ready");

        ready.StatusCode.Should().Be(HttpStatusCode.OK);
        (await ready.Content.ReadAsStringAsync()).Should().Be("""{"status":"ready","database":"ok","writer":"ok","feed":"ok","log":"ok"}""");
    }
}
