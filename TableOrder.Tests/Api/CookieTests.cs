using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using TableOrder.Tests.Support;

namespace TableOrder.Tests.Api;

/// <summary>A browser calls by its cookie: it may read, and must prove that a page of ours made it write.</summary>
[Collection(ApiTests.Name)]
public sealed partial class CookieTests(ApiHouse house)
{
    [Fact]
    public async Task A_cookie_may_read_and_needs_the_antiforgery_token_to_write()
    {
        using var handler = new HttpClientHandler { CookieContainer = new CookieContainer() };
        using var browser = new HttpClient(handler) { BaseAddress = house.App.Address };
        var form = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["_handler"] = "login",
            ["__RequestVerificationToken"] = await TokenAsync(browser),
            ["name"] = "kitchen",
            ["password"] = RunningApp.KitchenPin,
            ["returnUrl"] = "/",
        };
        using var content = new FormUrlEncodedContent(form);
        await browser.PostAsync(new Uri("/login?returnUrl=/", UriKind.Relative), content);
        var id = await house.PlacedAsync();

        (await browser.GetAsync($"/api/v1/orders/{id}")).StatusCode.Should().Be(HttpStatusCode.OK);
        (await StepAsync(browser, id, token: null)).ShouldBeProblem(400, "antiforgery");
        (await StepAsync(browser, id, "forged")).ShouldBeProblem(400, "antiforgery");
        (await StepAsync(browser, id, token: null, authorization: "Basic eDp4")).ShouldBeProblem(400, "antiforgery");
        (await StepAsync(browser, id, await TokenAsync(browser))).Status.Should().Be(HttpStatusCode.OK);
    }

    private static async Task<Answer> StepAsync(HttpClient browser, Guid id, string? token, string? authorization = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/orders/{id}/status");
        request.Content = ApiClient.Json(JsonSerializer.Serialize(new { status = "preparing" }));
        request.Headers.TryAddWithoutValidation("Authorization", authorization);
        if (token is not null)
        {
            request.Headers.Add("RequestVerificationToken", token);
        }

        return await Answer.OfAsync(await browser.SendAsync(request));
    }

    private static async Task<string> TokenAsync(HttpClient browser) => Hidden().Match(await browser.GetStringAsync("/login")).Groups["token"].Value;

    [GeneratedRegex("""name="__RequestVerificationToken" value="(?<token>[^"]+)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Hidden();
}
