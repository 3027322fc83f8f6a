using System.Net;
using System.Text.RegularExpressions;
using TableOrder.Tests.Support;

namespace TableOrder.Tests.Web;

/// <summary>What the first view of each live page asks the database about orders: the pages go through the readers, and once.</summary>
public sealed partial class PageStatementsTests(PageStatementsTests.HeardHouse house) : IClassFixture<PageStatementsTests.HeardHouse>
{
    [Theory]
    [InlineData("/kitchen", 2)]
    [InlineData("/kitchen/grill", 2)]
    [InlineData("/manager", 3)]
    [InlineData("/manager/orders", 2)]
    [InlineData("/manager/orders?status=placed", 2)]
    [InlineData("/manager/calls", 0)]
    [InlineData("/manager/sales", 0)]
    [InlineData("/manager/sales?period=year", 0)]
    [InlineData("/menu", 2)]
    [InlineData("/order", 2)]
    public async Task A_page_s_first_view_asks_for_ids_and_then_for_their_orders(string page, int questions)
    {
        house.Statements.Forget();

        var answer = await house.Browser.GetAsync(new Uri(page, UriKind.Relative));

        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        (await answer.Content.ReadAsStringAsync()).Should().Contain("class=\"live", "it is the live page itself");

        // What another screen has read already in the same version is not read again.
        house.Statements.OfOrders.Count.Should().BeInRange(page.StartsWith("/kitchen", StringComparison.Ordinal) ? 1 : questions, questions);
    }

    /// <summary>A house in full swing, and a browser that is table 1's guest and the manager.</summary>
    public sealed class HeardHouse : IAsyncLifetime
    {
        private readonly HttpClientHandler handler = new() { CookieContainer = new CookieContainer() };
        private readonly HostedApp app;

        public HeardHouse()
        {
            app = new HostedApp(heard: Statements.Hear);
            Browser = new HttpClient(handler) { BaseAddress = app.Address };
        }

        public Statements Statements { get; } = new();

        public HttpClient Browser { get; }

        public async Task InitializeAsync()
        {
            await Browser.GetAsync(new Uri(await app.FillAsync(parties: 8, rounds: 20), UriKind.Relative));
            var form = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["_handler"] = "login",
                ["__RequestVerificationToken"] = Hidden().Match(await Browser.GetStringAsync("/login")).Groups["token"].Value,
                ["name"] = "manager",
                ["password"] = HostedApp.ManagerPassword,
                ["returnUrl"] = "/",
            };
            using var content = new FormUrlEncodedContent(form);
            await Browser.PostAsync(new Uri("/login", UriKind.Relative), content);
        }

        public async Task DisposeAsync()
        {
            Browser.Dispose();
            handler.Dispose();
            await app.DisposeAsync();
        }
    }

    [GeneratedRegex("""name="__RequestVerificationToken" value="(?<token>[^"]+)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Hidden();
}
