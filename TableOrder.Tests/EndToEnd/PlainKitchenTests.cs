using System.Globalization;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using TableOrder.Core.Access;
using TableOrder.Core.Ordering;
using TableOrder.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace TableOrder.Tests.EndToEnd;

/// <summary>The kitchen's page for a browser whose script fails, in a browser that has none.</summary>
public sealed class PlainKitchenTests(Browser browser, PlainKitchenTests.BusyKitchen kitchen)
    : IClassFixture<Browser>,
        IClassFixture<PlainKitchenTests.BusyKitchen>
{
    private const string Plain = "/kitchen/plain";

    [SkippableTheory]
    [InlineData(Plain, null)]
    [InlineData($"{Plain}?station=grill", "grill")]
    public async Task It_shows_the_tickets_of_the_database_oldest_first_and_holds_no_script(string path, string? station)
    {
        await using var cook = await browser.OpenAsync("en", scripts: false);
        var page = await OpenAsync(cook, path);

        var orders = await kitchen.OrdersAsync(station);
        orders.Should().NotBeEmpty();
        (await page.Locator(".ticket .no").AllInnerTextsAsync())
            .Should()
            .Equal(orders.Select(order => string.Create(CultureInfo.InvariantCulture, $"#{order.Number}")));
        foreach (var order in orders)
        {
            await Expect(page.Locator($"[data-order=\"{order.Id}\"] li:not(.held):not(.cancelled)"))
                .ToHaveCountAsync(
                    Shown(order, station)
                        .SelectMany(ticket => order.LinesOf(ticket.Station))
                        .Count(line => line.Status is not (LineStatus.Held or LineStatus.Cancelled))
                );
        }

        var document = await page.ContentAsync();
        document.Should().NotContain("<script").And.NotContain("blazor", "there is no circuit").And.NotContain("live.js");
        cook.Errors.Should().BeEmpty();
    }

    [SkippableFact]
    public async Task The_button_bumps_a_ticket_without_any_script()
    {
        await using var cook = await browser.OpenAsync("en", scripts: false);
        var page = await OpenAsync(cook, $"{Plain}?station=grill&refresh=off");
        var first = (await kitchen.OrdersAsync("grill"))[0];

        await page.Locator($"[data-order=\"{first.Id}\"] button").ClickAsync();

        await Expect(page.Locator($"[data-order=\"{first.Id}\"]")).ToHaveCountAsync(0);
        page.Url.Should().EndWith($"{Plain}?station=grill&refresh=off");
        var after = await kitchen.OrderAsync(first.Id);
        after.LinesOf("grill").Should().OnlyContain(line => line.Status != LineStatus.Placed && line.Status != LineStatus.Preparing);
        after.Ticket("grill").BumpedAt.Should().NotBeNull();
    }

    [SkippableFact]
    public async Task A_ticket_that_changed_since_the_page_was_loaded_is_not_bumped_unseen()
    {
        await using var cook = await browser.OpenAsync("en", scripts: false);
        var page = await OpenAsync(cook, $"{Plain}?refresh=off");
        var placed = (await kitchen.OrdersAsync(null)).First(order => order.Lines.All(line => line.Status == LineStatus.Placed));
        await kitchen.StepAsync(new StepOrder(placed.Id, LineStatus.Preparing));

        await page.Locator($"[data-order=\"{placed.Id}\"] button").ClickAsync();

        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Look again");
        (await kitchen.OrderAsync(placed.Id)).Status.Should().Be(OrderStatus.Preparing);
        await page.Locator($"[data-order=\"{placed.Id}\"] button").ClickAsync();
        await Expect(page.Locator($"[data-order=\"{placed.Id}\"]")).ToHaveCountAsync(0);
    }

    [SkippableFact]
    public async Task It_refreshes_itself_and_says_of_when_it_is()
    {
        await using var cook = await browser.OpenAsync("en", scripts: false);
        var page = await OpenAsync(cook, Plain);
        var asOf = await page.Locator(".as-of time").InnerTextAsync();
        var before = (await kitchen.OrdersAsync(null)).Select(order => order.Id).ToHashSet();

        await kitchen.App.FillAsync(parties: 0, rounds: 0);

        var placed = (await kitchen.OrdersAsync(null)).Single(order => !before.Contains(order.Id));
        await Expect(page.Locator($"[data-order=\"{placed.Id}\"]")).ToBeVisibleAsync();
        (await page.Locator(".as-of time").InnerTextAsync()).Should().NotBe(asOf);
    }

    [SkippableFact]
    public async Task A_station_that_nobody_knows_is_told_with_the_way_to_the_others()
    {
        await using var cook = await browser.OpenAsync("en", scripts: false);
        var page = await OpenAsync(cook, $"{Plain}?station=nowhere");
        await Expect(page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Level = 2 })).ToHaveTextAsync("There is no such station");

        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Bar" }).ClickAsync();

        await page.ArriveAsync($"{Plain}?station=bar");
    }

    [SkippableFact]
    public async Task The_live_screen_without_script_says_that_it_is_not_live_and_leads_here()
    {
        await using var cook = await browser.OpenAsync("en", scripts: false);
        var page = await OpenAsync(cook, "/kitchen");
        await Expect(page.Locator(".live[data-state=live]")).ToHaveCountAsync(0);

        await page.Locator(".notice.bad a").ClickAsync();

        await page.ArriveAsync(Plain);
        await Expect(page.Locator(".as-of")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Guests_and_strangers_see_nothing_and_bump_nothing()
    {
        var order = (await kitchen.OrdersAsync(null))[^1];
        var press = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["order"] = order.Id.ToString(),
            ["version"] = order.Version.ToString(CultureInfo.InvariantCulture),
            ["to"] = "ready",
        };
        using var stranger = kitchen.Client();
        using var guest = kitchen.Client();
        await guest.GetAsync(new Uri(kitchen.TableLink, UriKind.Relative));
        foreach (var (client, why) in new[] { (stranger, "/login?returnUrl="), (guest, "/login?why=role&returnUrl=") })
        {
            using var form = new FormUrlEncodedContent(press);
            foreach (
                var answer in new[]
                {
                    await client.GetAsync(new Uri(Plain, UriKind.Relative)),
                    await client.PostAsync(new Uri(Plain, UriKind.Relative), form),
                }
            )
            {
                answer.StatusCode.Should().Be(HttpStatusCode.Redirect);
                answer.Headers.Location!.OriginalString.Should().Contain($"{why}%2Fkitchen%2Fplain");
            }
        }

        (await kitchen.OrderAsync(order.Id)).Version.Should().Be(order.Version);
    }

    [SkippableFact]
    public async Task A_press_without_the_page_s_token_changes_nothing()
    {
        await using var cook = await browser.OpenAsync("en", scripts: false);
        var page = await OpenAsync(cook, $"{Plain}?refresh=off");
        var order = (await kitchen.OrdersAsync(null))[^1];
        var form = page.APIRequest.CreateFormData();
        form.Set("order", order.Id.ToString());
        form.Set("version", order.Version);
        form.Set("to", "ready");

        var answer = await page.APIRequest.PostAsync(new Uri(kitchen.App.Address, Plain).AbsoluteUri, new APIRequestContextOptions { Form = form });

        answer.Url.Should().EndWith("?why=invalid");
        (await kitchen.OrderAsync(order.Id)).Version.Should().Be(order.Version);
    }

    private Task<IPage> OpenAsync(BrowserContext cook, string path) => cook.SignInAsync(kitchen.App.Address, "kitchen", HostedApp.KitchenPin, path);

    private static IEnumerable<Ticket> Shown(Order order, string? station) =>
        order.Tickets.Where(ticket => (station is null || string.Equals(ticket.Station, station, StringComparison.Ordinal)) && order.Shows(ticket));

    /// <summary>A kitchen in the middle of its work, and a door to what its database says.</summary>
    public sealed class BusyKitchen : IAsyncLifetime
    {
        private Actor cook = Actor.Nobody;

        public HostedApp App { get; } = new();

        public string TableLink { get; private set; } = "";

        public async Task InitializeAsync()
        {
            TableLink = await App.FillAsync(parties: 8, rounds: 20);
            cook = (await App.Services.GetRequiredService<AccessDesk>().TakeRoleAsync(Actor.System, Role.Kitchen, "test")).Value;
        }

        public async Task DisposeAsync() => await App.DisposeAsync();

        /// <summary>What its screens show, oldest first.</summary>
        public async Task<IReadOnlyList<Order>> OrdersAsync(string? station) =>
            [
                .. (await Reader.KitchenAsync(cook, station))
                    .Value.Items.OrderBy(order => Shown(order, station).Min(ticket => ticket.FiredAt))
                    .ThenBy(order => order.Number),
            ];

        public async Task<Order> OrderAsync(Guid id) => (await Reader.GetAsync(cook, id)).Value;

        public async Task StepAsync(StepOrder step) =>
            (await App.Services.GetRequiredService<OrderDesk>().StepAsync(cook, step)).Refusal.Should().BeNull();

        public HttpClient Client() => new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = App.Address };

        private OrderReader Reader => App.Services.GetRequiredService<OrderReader>();
    }
}
