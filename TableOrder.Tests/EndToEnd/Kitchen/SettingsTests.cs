using Microsoft.Playwright;
using TableOrder.Core.Ordering;
using TableOrder.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace TableOrder.Tests.EndToEnd.Kitchen;

/// <summary>A station's settings: whoever changes one sees it at once, and so does every other device that shows the station.</summary>
public sealed class SettingsTests(Browser browser) : IClassFixture<Browser>, IAsyncLifetime
{
    private readonly ManualTimeProvider clock = new() { Now = TimeProvider.System.GetUtcNow() };
    private KitchenHouse house = null!;

    public Task InitializeAsync()
    {
        house = new KitchenHouse(clock: clock);
        return house.InitializeAsync();
    }

    public async Task DisposeAsync() => await house.DisposeAsync();

    [SkippableFact]
    public async Task Ages_columns_and_what_is_seen_change_at_once_on_every_device()
    {
        await using var device = await browser.WallAsync();
        await using var tablet = await browser.OpenAsync("en", width: 1280, height: 800);
        var party = await house.SeatAsync();
        PlaceLine[] lines = [house.Line(Dishes.Pancake), house.Line(Dishes.Rice), house.Line(Dishes.Shrimp) with { Course = 1 }];
        var order = await house.OrderAsync(house.Waiter, lines, party.SeatingId);
        clock.Now += TimeSpan.FromSeconds(390);
        var (grill, other) = (await device.CookAtAsync(house, "/kitchen/grill"), await tablet.CookAtAsync(house, "/kitchen/grill"));
        var pages = new[] { grill, other };
        var tickets = pages.Select(page => page.Ticket(order)).ToList();
        await EachAsync(tickets, ticket => Expect(ticket).ToHaveAttributeAsync("data-age", "warn"));

        await grill.PanelAsync("g", "settings");
        await StepAsync(grill, "Less Red after", "7:00");
        await StepAsync(grill, "Less Red after", "6:00");
        await EachAsync(tickets, ticket => Expect(ticket).ToHaveAttributeAsync("data-age", "late"));
        await StepAsync(grill, "More Red after", "7:00");
        await StepAsync(grill, "More Red after", "8:00");
        await EachAsync(tickets, ticket => Expect(ticket).ToHaveAttributeAsync("data-age", "warn"));
        await StepAsync(grill, "More Yellow after", "6:00");
        await StepAsync(grill, "More Yellow after", "7:00");
        await EachAsync(tickets, ticket => Expect(ticket).ToHaveAttributeAsync("data-age", "fresh"));

        await StepAsync(grill, "More Columns", "1");
        await StepAsync(grill, "More Columns", "2");
        await EachAsync(pages, page => Expect(page.Locator(".tickets")).ToHaveCSSAsync("column-count", "2"));

        await EachAsync(tickets, ticket => Expect(ticket.Locator(".name")).ToHaveTextAsync([Dishes.Pancake]));
        await grill.GetByLabel("Show what other stations make").CheckAsync();
        await EachAsync(tickets, ticket => Expect(ticket.Locator(".others")).ToContainTextAsync(Dishes.Rice));
        await grill.GetByLabel("Show held courses").CheckAsync();
        await EachAsync(tickets, ticket => Expect(ticket.Locator("li.held .name")).ToHaveTextAsync([Dishes.Shrimp]));

        await grill.GetByLabel("New order", new PageGetByLabelOptions { Exact = true }).UncheckAsync();
        await EachAsync(pages, page => Expect(page.Locator(".kitchen")).ToHaveAttributeAsync("data-silent", "new"));
        await grill.Keyboard.PressAsync("m");
        await EachAsync(pages, page => Expect(page.Locator(".kitchen")).ToHaveAttributeAsync("data-volume", "0"));

        // Another station has settings of its own.
        var stew = await tablet.CookAtAsync(house, "/kitchen/stew");
        await Expect(stew.Locator(".kitchen")).Not.ToHaveAttributeAsync("data-volume", "0");
        await Expect(stew.Ticket(order).Locator(".others")).ToHaveCountAsync(0);
        device.Errors.Concat(tablet.Errors).Should().BeEmpty();
    }

    [SkippableFact]
    public async Task A_question_mark_shows_what_every_key_does_and_escape_puts_it_away()
    {
        await using var device = await browser.WallAsync();
        var grill = await device.CookAtAsync(house, "/kitchen/grill");

        await grill.PanelAsync("?", "keys");

        var keys = await grill.Locator(".keys kbd").AllInnerTextsAsync();
        keys.Should().Contain(["1", "9", "Shift", "0", "PgDn", "PgUp", "Home", "←", "Enter", "U", "A", "E", "R", "S", "G", "M", "?", "Esc"]);
        await Expect(grill.Locator(".keys dd").First).ToContainTextAsync("bump");
        await grill.PanelAsync("Escape", "none");
        await Expect(grill.Locator(".keys")).ToHaveCountAsync(0);
        device.Errors.Should().BeEmpty();
    }

    private static async Task StepAsync(IPage page, string button, string shows)
    {
        var stepper = page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = button, Exact = true });
        await stepper.ClickAsync();
        await Expect(page.Locator(".stepper").Filter(new LocatorFilterOptions { Has = stepper }).Locator("b")).ToHaveTextAsync(shows);
    }

    private static async Task EachAsync<T>(IEnumerable<T> all, Func<T, Task> expectation)
    {
        foreach (var one in all)
        {
            await expectation(one);
        }
    }
}
