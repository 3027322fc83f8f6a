using System.Net;
using TableOrder.Tests.Support;

namespace TableOrder.Tests.Api;

/// <summary>Addresses as a browser, a watcher or a mistyping hand asks for them, against the real server process.</summary>
public sealed class PagesTests(RunningApp app) : IClassFixture<RunningApp>, IDisposable
{
    private readonly HttpClient http = new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = app.Address };

    public void Dispose() => http.Dispose();

    [Theory]
    [InlineData("/nope")]
    [InlineData("/kitchen/a/b")]
    [InlineData("/language/xx")]
    [InlineData("/language/a")]
    [InlineData("/language/%20")]
    public async Task An_unknown_address_shows_the_page_that_says_so(string path)
    {
        var answer = await http.GetAsync(path);

        answer.StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await answer.Content.ReadAsStringAsync()).Should().Contain("<h1").And.Contain("href=\"/\"");
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/login")]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task Head_answers_as_get_does_without_the_body(string path)
    {
        using var head = new HttpRequestMessage(HttpMethod.Head, path);
        var answer = await http.SendAsync(head);

        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        (await answer.Content.ReadAsByteArrayAsync()).Should().BeEmpty();
    }

    [Theory]
    [InlineData("/menu", "/menu")]
    [InlineData("/메뉴", "/%EB%A9%94%EB%89%B4")]
    [InlineData("//elsewhere.example", "/")]
    [InlineData("https://elsewhere.example", "/")]
    public async Task A_chosen_language_is_kept_and_leads_back_into_this_app_only(string back, string expected)
    {
        var answer = await http.GetAsync($"/language/en?returnUrl={Uri.EscapeDataString(back)}");

        answer.StatusCode.Should().Be(HttpStatusCode.Redirect);
        answer.Headers.Location!.OriginalString.Should().Be(expected);
        answer.Headers.GetValues("Set-Cookie").Should().ContainSingle(cookie => cookie.Contains("uic%3Den", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Demo_opens_from_this_machine_only()
    {
        (await http.GetAsync("/demo")).StatusCode.Should().Be(HttpStatusCode.OK);
        using var passedOn = new HttpRequestMessage(HttpMethod.Get, "/demo") { Headers = { { "X-Real-IP", "203.0.113.9" } } };

        var answer = await http.SendAsync(passedOn);

        answer.StatusCode.Should().Be(HttpStatusCode.NotFound);
        answer.Headers.TryGetValues("Set-Cookie", out var cookies);
        (cookies ?? []).Should().NotContain(cookie => cookie.StartsWith("to_", StringComparison.Ordinal), "nobody is signed in from elsewhere");
    }
}
