using Microsoft.Playwright;
using TableOrder.Tests.EndToEnd.Kitchen;
using TableOrder.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace TableOrder.Tests.EndToEnd.Manual;

/// <summary>The manual's last chapter: settings, stations, and a network that is gone.</summary>
[Collection(ManualReaders.Name)]
public sealed class HouseChapterTests(Browser browser, ManualHouse house)
{
    [SkippableFact]
    public async Task Settings_are_saved_and_a_station_is_added()
    {
        await using var desk = await browser.OpenAsync("en");
        var page = await desk.ManageAsync(house, "/manager/settings");

        await page.WriteAsync("Service charge, in %", "2.5");
        await page.ShootAsync("settings");
        await page.PushAsync("Discard changes");
        await Expect(page.Locator("[data-does=discard]")).ToBeDisabledAsync();

        await page.PushAsync("Add a station");
        await page.Sheet().WriteAsync("Name · 한국어", "디저트");
        await page.Sheet().WriteAsync("Name · English", "Desserts");
        await page.Sheet().WriteAsync("Emoji", "🍰");
        await page.ShootAsync("station");
        await page.Sheet().PushAsync("Save");
        await Expect(page.Locator("[data-station=desserts]")).ToBeVisibleAsync();
        desk.Errors.Should().BeEmpty();
    }

    [SkippableFact]
    public async Task A_screen_without_a_connection_says_so_and_comes_back()
    {
        Needs.Met(Browser.Missing, "REQUIRE_BROWSER");
        await using var network = new CuttableProxy(house.Address);
        await using var desk = await browser.OpenAsync("en");
        var page = await desk.SignInAsync(network.Address, "manager", HostedApp.ManagerPassword, "/manager");
        await page.ShouldBeLiveAsync();

        network.Cut();
        await Expect(page.Locator("#stale")).ToBeVisibleAsync();
        await page.ShouldSayAsync("No connection");
        await page.ShootLostAsync("no-connection");
        network.Mend();
        await Expect(page.Locator("#stale")).ToBeHiddenAsync();
        await page.ShouldBeLiveAsync();
    }
}
