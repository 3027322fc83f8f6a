using Microsoft.Playwright;
using TableOrder.Core.Access;
using TableOrder.Tests.EndToEnd.Kitchen;
using TableOrder.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace TableOrder.Tests.EndToEnd.Guest;

/// <summary>A menu that stays open while the hour comes at which a dish begins to be served.</summary>
public sealed class HoursTests(Browser browser) : IClassFixture<Browser>
{
    [SkippableFact]
    public async Task An_open_menu_serves_a_lunch_from_its_first_moment_on_and_what_is_popular_comes_first()
    {
        Needs.Met(Browser.Missing, "REQUIRE_BROWSER");
        var clock = new LeapingTime();
        await using var house = new KitchenHouse(clock: clock);
        await house.InitializeAsync();
        var party = await house.SeatAsync();
        await house.OrderAsync(party, Dishes.Sorbet, Dishes.Sorbet, Dishes.Rice, Dishes.Cola);
        var noon = clock.GetUtcNow().ToOffset(TimeSpan.FromHours(9)).AddMinutes(30);
        await house.RewriteMenuAsync(
            $$"""UPDATE menu_items SET hours = '[{"from":"{{noon:HH:mm:ss}}","until":"{{noon.AddHours(3):HH:mm:ss}}","days":[]}]' WHERE name LIKE '%{{Dishes.Pancake}}%'"""
        );
        await using var phone = await browser.OpenAsync("en", width: 390, height: 844);
        var page = await phone.SitAtAsync(house, house.TablePath(party), "/menu");
        var card = page.Locator("[data-category]:not([data-ranked]) article.dish").Filter(new LocatorFilterOptions { HasText = Dishes.Pancake });
        await Expect(card).ToHaveAttributeAsync("data-out", "true");
        await Expect(card.Locator(".hours")).ToContainTextAsync($"Served {noon:HH:mm}–{noon.AddHours(3):HH:mm}");
        await Expect(page.Locator("[data-ranked] .rank")).ToHaveTextAsync(["No. 1", "No. 2", "No. 3"]);
        await Expect(page.Locator("[data-ranked] article.dish").First).ToContainTextAsync(Dishes.Sorbet);
        await Expect(page.Locator(".tabs a[aria-current]")).ToHaveTextAsync("Popular");

        clock.Leap(TimeSpan.FromMinutes(30));

        await Expect(card).Not.ToHaveAttributeAsync("data-out", "true");
        phone.Errors.Should().BeEmpty();
    }
}
