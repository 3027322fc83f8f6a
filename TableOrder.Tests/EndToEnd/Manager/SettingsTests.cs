using Microsoft.Playwright;
using TableOrder.Core.Access;
using TableOrder.Core.Settings;
using TableOrder.Tests.EndToEnd.Kitchen;
using TableOrder.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace TableOrder.Tests.EndToEnd.Manager;

/// <summary>The settings' page in real browsers: what is saved holds at once, what two type meets, and nothing typed is lost.</summary>
public sealed class SettingsTests(Browser browser) : IClassFixture<Browser>, IAsyncLifetime
{
    private const string Page = "/manager/settings";
    private readonly KitchenHouse house = new();

    public Task InitializeAsync() => house.InitializeAsync();

    public async Task DisposeAsync() => await house.DisposeAsync();

    [SkippableFact]
    public async Task A_name_a_service_charge_and_the_house_language_hold_as_soon_as_they_are_saved()
    {
        await using var manager = await browser.OpenAsync("en");
        await using var guest = await browser.OpenAsync("fr");
        var page = await OpenAsync(manager);

        await page.FillAsync("#name-en", "Moonlight & Sons");
        await page.FillAsync("#service", "7,5");
        await page.CheckAsync("#first-en");
        await SaveAsync(page);

        await Expect(page.Locator(".house b")).ToHaveTextAsync("Moonlight & Sons");
        (await HouseAsync()).Should().Match<RestaurantSettings>(now => now.ServiceRate == 750 && now.Languages[0] == "en");
        var home = await guest.GoAsync(house.Address.AbsoluteUri);
        await Expect(home.Locator("html")).ToHaveAttributeAsync("lang", "en");
        await Expect(home.Locator("body")).ToContainTextAsync("Moonlight & Sons");
        manager.Errors.Concat(guest.Errors).Should().BeEmpty();
    }

    [SkippableFact]
    public async Task Of_two_managers_the_second_keeps_what_was_typed_and_sees_what_the_first_has_set()
    {
        await using var first = await browser.OpenAsync("en");
        await using var second = await browser.OpenAsync("en");
        var (one, other) = (await OpenAsync(first), await OpenAsync(second));
        await other.FillAsync("#tax", "8");

        await one.FillAsync("#tax", "5");
        await one.FillAsync("#call-within", "2");
        await SaveAsync(one);

        await Expect(other.Locator("#call-within")).ToHaveValueAsync("2", new() { Timeout = 15_000 });
        await Expect(other.Locator("#tax")).ToHaveValueAsync("8");
        await Expect(other.Locator(".field .wrong")).ToContainTextAsync("5");
        await SaveAsync(other);
        (await HouseAsync()).Should().Match<RestaurantSettings>(now => now.TaxRate == 800 && now.CallWithin == TimeSpan.FromMinutes(2));
    }

    [SkippableFact]
    public async Task What_cannot_be_is_told_in_words_and_stays_as_it_was_typed()
    {
        await using var manager = await browser.OpenAsync("en");
        var page = await OpenAsync(manager);

        await page.FillAsync("#service", "45");
        await page.Locator("[data-does=save]").ClickAsync();
        await Expect(page.Locator(".save .wrong")).ToContainTextAsync("0 to 30 %");
        await page.FillAsync("#service", "much");
        await page.Locator("[data-does=save]").ClickAsync();
        await Expect(page.Locator(".save .wrong")).ToContainTextAsync("numbers");
        await Expect(page.Locator("#service")).ToHaveValueAsync("much");

        await page.Locator("[data-does=discard]").ClickAsync();
        await Expect(page.Locator("#service")).ToHaveValueAsync("0");
        await house.OrderAsync(Dishes.Sorbet);
        await page.ReloadAsync();
        await Expect(page.Locator("#currency")).ToBeDisabledAsync();
    }

    [SkippableFact]
    public async Task A_station_is_added_moved_and_taken_away_and_the_kitchen_s_tabs_follow()
    {
        await using var manager = await browser.OpenAsync("en");
        await using var cook = await browser.OpenAsync("en");
        var kitchen = await cook.SignInAsync(house.Address, "kitchen", HostedApp.KitchenPin, "/kitchen");
        var page = await OpenAsync(manager);

        await page.Locator("[data-does=add-station]").ClickAsync();
        await page.FillAsync(".rz-dialog [data-name=en]", "Fire oven");
        await page.FillAsync(".rz-dialog [data-warn]", "9");
        await page.Locator(".rz-dialog [type=submit]").ClickAsync();
        await Expect(page.Locator(".rz-dialog .notice")).ToContainTextAsync("Red must come later");
        await page.FillAsync(".rz-dialog [data-late]", "12");
        await page.Locator(".rz-dialog [type=submit]").ClickAsync();

        await Expect(page.Locator("[data-station=fire-oven]")).ToContainTextAsync("12:00");
        await Expect(kitchen.Locator("body")).ToContainTextAsync("Fire oven");
        await page.Locator("[data-station=fire-oven] .round").First.ClickAsync();
        await Expect(page.Locator(".stations li").Nth(-2)).ToHaveAttributeAsync("data-station", "fire-oven");

        await page.Locator("[data-station=grill] [data-does=remove]").ClickAsync();
        await page.Locator(".rz-dialog-confirm-buttons button, .rz-dialog .rz-button").First.ClickAsync();
        await Expect(page.Locator(".refused")).ToContainTextAsync("another station");
        manager.Errors.Should().BeEmpty();
    }

    private async Task<IPage> OpenAsync(BrowserContext context)
    {
        var page = await context.SignInAsync(house.Address, "manager", HostedApp.ManagerPassword, Page);
        await page.ShouldBeLiveAsync();
        return page;
    }

    private static async Task SaveAsync(IPage page)
    {
        await page.Locator("[data-does=save]").ClickAsync();
        await Expect(page.Locator("[data-does=discard]")).ToBeDisabledAsync();
        await Expect(page.Locator(".save .wrong")).ToHaveCountAsync(0);
    }

    private async Task<RestaurantSettings> HouseAsync() => (await house.Get<SettingsReader>().GetAsync(Actor.System)).Value;
}
