using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using TableOrder.Core.Access;
using TableOrder.Core.Ordering;
using TableOrder.Core.Seating;
using TableOrder.Core.Statistics;
using TableOrder.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace TableOrder.Tests.EndToEnd;

/// <summary>A thousand orders at full pace while three screens look on: in the end they show what the database says.</summary>
public sealed class ScreensEqualTheDatabaseTests(Browser browser) : IClassFixture<Browser>
{
    private const int Orders = 1000;

    [SkippableFact]
    public async Task After_a_thousand_simulated_orders_every_screen_equals_the_database()
    {
        Needs.Met(Browser.Missing, "REQUIRE_BROWSER");
        await using var app = new HostedApp();
        await using var staff = await browser.OpenAsync("en", width: 1920, height: 1080);
        var kitchen = await staff.SignInAsync(app.Address, "manager", HostedApp.ManagerPassword, "/kitchen");
        var grill = await staff.GoAsync(new Uri(app.Address, "/kitchen/grill").AbsoluteUri);
        var manager = await staff.GoAsync(new Uri(app.Address, "/manager").AbsoluteUri);
        foreach (var page in new[] { kitchen, grill, manager })
        {
            await Expect(page.Locator(".live")).ToHaveAttributeAsync("data-state", "live");
        }

        await app.SimulateAsync(Orders);

        var truth = (await app.Services.GetRequiredService<AccessDesk>().TakeRoleAsync(Actor.System, Role.Manager, "test")).Value;
        var reader = app.Services.GetRequiredService<OrderReader>();
        await ShouldShowAsync(kitchen, (await reader.KitchenAsync(truth, null)).Value.Items, station: null);
        await ShouldShowAsync(grill, (await reader.KitchenAsync(truth, "grill")).Value.Items, "grill");
        await ManagerShouldShowAsync(app, manager, truth);
        staff.Errors.Should().BeEmpty();
    }

    [SkippableFact]
    public async Task At_the_end_of_the_business_day_an_open_dashboard_begins_a_new_one()
    {
        Needs.Met(Browser.Missing, "REQUIRE_BROWSER");
        var clock = new ManualTimeProvider { Now = TimeProvider.System.GetUtcNow() };
        await using var app = new HostedApp(clock);
        await app.FillAsync(parties: 1, rounds: 1);
        await using var staff = await browser.OpenAsync("en");
        var manager = await staff.SignInAsync(app.Address, "manager", HostedApp.ManagerPassword, "/manager");
        await Expect(manager.Locator("#figure-orders .value")).ToHaveTextAsync("2");

        clock.Now += TimeSpan.FromDays(1);

        await Expect(manager.Locator("#figure-orders .value")).ToHaveTextAsync("0");
    }

    private static async Task ShouldShowAsync(IPage page, IReadOnlyList<Order> orders, string? station)
    {
        var expected = orders.ToDictionary(order => $"#{order.Number}", order => Open(order, station), StringComparer.Ordinal);
        (
            await KitchenPages.ReadAsync(
                page,
                seen => seen.Count == expected.Count && expected.All(order => seen.GetValueOrDefault(order.Key, -1) == order.Value)
            )
        )
            .Should()
            .BeEquivalentTo(expected);
    }

    /// <summary>How many lines of the ticket somebody can still tick.</summary>
    private static int Open(Order order, string? station) =>
        order
            .Tickets.Where(ticket => (station is null || string.Equals(ticket.Station, station, StringComparison.Ordinal)) && order.Shows(ticket))
            .SelectMany(ticket => order.LinesOf(ticket.Station))
            .Count(line => line.Status is LineStatus.Placed or LineStatus.Preparing or LineStatus.Ready);

    private static async Task ManagerShouldShowAsync(HostedApp app, IPage page, Actor manager)
    {
        var figures = (await app.Services.GetRequiredService<StatisticsReader>().TodayAsync(manager)).Value;
        figures.Orders.Should().Be(Orders);
        await Expect(page.Locator("#figure-orders .value")).ToHaveTextAsync(Orders.ToString("N0", CultureInfo.InvariantCulture));
        await Expect(page.Locator("#figure-sales .value")).ToHaveTextAsync($"₩{figures.Sales.Minor.ToString("N0", CultureInfo.InvariantCulture)}");
        await Expect(page.Locator("#figure-placed .value")).ToHaveTextAsync(figures.Placed.ToString("N0", CultureInfo.InvariantCulture));
        await Expect(page.Locator("#figure-preparing .value")).ToHaveTextAsync(figures.Preparing.ToString("N0", CultureInfo.InvariantCulture));
        await Expect(page.Locator("#figure-ready .value")).ToHaveTextAsync(figures.Ready.ToString("N0", CultureInfo.InvariantCulture));
        await Expect(page.Locator(".row")).ToHaveCountAsync(figures.Placed + figures.Preparing + figures.Ready);

        var tables = (await app.Services.GetRequiredService<SeatingReader>().TablesAsync(manager)).Value;
        foreach (var table in tables)
        {
            var amount = table.Seating is { Total.Minor: > 0 } seating ? $"₩{seating.Total.Minor.ToString("N0", CultureInfo.InvariantCulture)}" : "";
            await Expect(page.Locator($"[data-table=\"{table.Name}\"] .amount")).ToHaveTextAsync(amount);
        }
    }
}
