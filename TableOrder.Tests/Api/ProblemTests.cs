using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using TableOrder.Core;
using TableOrder.Core.Access;
using TableOrder.Core.Billing;
using TableOrder.Web.Api;

namespace TableOrder.Tests.Api;

public sealed class ProblemTests
{
    [Fact]
    public async Task A_busy_house_says_when_to_come_back()
    {
        var (response, problem) = await AnswerAsync(Problems.Of(new Refusal(Refusal.Busy) { RetryAfter = TimeSpan.FromMilliseconds(300) }));

        response.StatusCode.Should().Be(503);
        response.Headers.RetryAfter.ToString().Should().Be("1");
        problem.GetProperty("code").GetString().Should().Be("busy");
    }

    [Theory]
    [InlineData("table_closed", Role.Nobody, 409)]
    [InlineData("signed_out", Role.Kitchen, 401)]
    [InlineData("seating_closed", Role.Guest, 401)]
    [InlineData("seating_closed", Role.Floor, 409)]
    [InlineData("table_occupied", Role.Floor, 409)]
    [InlineData("merged", Role.Floor, 409)]
    [InlineData("unpaid", Role.Floor, 409)]
    [InlineData("overpaid", Role.Guest, 409)]
    [InlineData("line_paid", Role.Floor, 409)]
    [InlineData("over_refunded", Role.Manager, 409)]
    [InlineData("over_discounted", Role.Manager, 409)]
    [InlineData("unknown_method", Role.Guest, 409)]
    [InlineData("provider_failed", Role.Guest, 409)]
    [InlineData("bad_signature", Role.Nobody, 401)]
    [InlineData("something_new", Role.Manager, 409)]
    public async Task Every_code_has_a_status_and_a_sentence(string code, Role role, int status)
    {
        var (response, problem) = await AnswerAsync(Problems.Of(new Refusal(code), new Actor(role, Guid.Empty, "", "api")));

        response.StatusCode.Should().Be(status);
        response.ContentType.Should().Be("application/problem+json");
        problem.GetProperty("title").GetString().Should().EndWith(".");
    }

    [Fact]
    public async Task Money_that_could_not_move_says_how_much_could()
    {
        var (_, problem) = await AnswerAsync(Problems.Of(new BillRefusal(BillRefusal.Overpaid) { AtMost = new Money(4200) }));

        problem.GetProperty("atMost").GetInt64().Should().Be(4200);
    }

    private static async Task<(HttpResponse Response, JsonElement Problem)> AnswerAsync(IResult result)
    {
        using var body = new MemoryStream();
        await using var services = new ServiceCollection().BuildServiceProvider();
        var context = new DefaultHttpContext { RequestServices = services };
        context.Response.Body = body;
        await result.ExecuteAsync(context);
        return (context.Response, JsonDocument.Parse(body.ToArray()).RootElement);
    }
}
