using System.Net;
using System.Text.RegularExpressions;
using TableOrder.Tests.Support;

namespace TableOrder.Tests.Web;

/// <summary>What a guest's phone loads is packed, and loaded once. How much it is in all is measured by the benchmark `guest`.</summary>
public sealed partial class WeightTests(WeightTests.OpenHouse house) : IClassFixture<WeightTests.OpenHouse>
{
    [Theory]
    [InlineData("/menu")]
    [InlineData("/order")]
    public async Task A_guest_s_page_goes_out_packed(string page)
    {
        using var answer = await house.GetAsync(page);

        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        answer.Content.Headers.ContentEncoding.Should().ContainSingle().Which.Should().BeOneOf("br", "gzip");
    }

    [Fact]
    public async Task Scripts_and_styles_go_out_packed_and_are_kept_for_ever()
    {
        var page = await house.ReadAsync("/menu");
        var assets = Asset().Matches(page).Select(match => match.Groups["path"].Value).ToList();

        assets.Should().HaveCountGreaterThan(5).And.Contain(path => path.Contains("blazor.web", StringComparison.Ordinal));
        foreach (var asset in assets)
        {
            using var answer = await house.GetAsync($"/{asset}");
            answer.Content.Headers.ContentEncoding.Should().ContainSingle(asset).Which.Should().BeOneOf("br", "gzip");
            answer.Headers.CacheControl!.ToString().Should().Contain("max-age=31536000", asset).And.Contain("immutable", asset);
        }
    }

    /// <summary>The app, and the browser of a guest who does not unpack by themselves.</summary>
    public sealed class OpenHouse : IAsyncLifetime
    {
        private readonly HttpClientHandler handler = new() { CookieContainer = new CookieContainer() };
        private readonly HostedApp app = new();
        private readonly HttpClient guest;

        public OpenHouse() => guest = new HttpClient(handler) { BaseAddress = app.Address };

        public async Task InitializeAsync()
        {
            using var joined = await guest.GetAsync(new Uri(await app.FillAsync(parties: 0, rounds: 0), UriKind.Relative));
            joined.EnsureSuccessStatusCode();
        }

        public async Task<HttpResponseMessage> GetAsync(string path)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.Add("Accept-Encoding", "br, gzip");
            return await guest.SendAsync(request);
        }

        public Task<string> ReadAsync(string path) => guest.GetStringAsync(new Uri(path, UriKind.Relative));

        public async Task DisposeAsync()
        {
            guest.Dispose();
            handler.Dispose();
            await app.DisposeAsync();
        }
    }

    [GeneratedRegex("""(?:src|href)="(?<path>[^"/][^"]*\.(?:js|css))""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Asset();
}
