using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using TableOrder.Core;
using TableOrder.Core.Access;
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
    [InlineData("something_new", Role.Manager, 409)]
    public async Task Every_code_has_a_status_and_a_sentence(string code, Role role, int status)
    {
        var (response, problem) = await AnswerAsync(Problems.Of(new Refusal(code), new Actor(role, Guid.Empty, "", "api")));

        response.StatusCode.Should().Be(status);
        response.ContentType.Should().Be("application/problem+json");
        problem.GetProperty("title").GetString().Should().EndWith(".");
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
