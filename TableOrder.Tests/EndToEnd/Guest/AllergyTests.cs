using Microsoft.Playwright;
using TableOrder.Core.Access;
using TableOrder.Core.Menu;
using TableOrder.Core.Seating;
using TableOrder.Tests.EndToEnd.Kitchen;
using TableOrder.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace TableOrder.Tests.EndToEnd.Guest;

/// <summary>What somebody must not eat, said once at the table: marked on every device, asked about before it is chosen, and on the kitchen's tickets.</summary>
public sealed class AllergyTests(Browser browser, KitchenHouse house) : IClassFixture<Browser>, IClassFixture<KitchenHouse>, IAsyncLifetime
{
    public Task InitializeAsync() => house.ClearAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [SkippableFact]
    public async Task What_one_phone_must_not_eat_is_marked_on_the_tablet_at_once_asked_about_and_marked_in_the_kitchen()
    {
        var party = await house.SeatAsync();
        await using var phone = await browser.OpenAsync("en", width: 390, height: 844);
        await using var tablet = await browser.OpenAsync("en");
        await using var wall = await browser.WallAsync();
        var (mine, theirs) = (await SitAsync(phone, party), await SitAsync(tablet, party));
        var grill = await wall.CookAtAsync(house, "/kitchen/grill");

        await mine.Locator(".filter").ClickAsync();
        await mine.Locator("[data-allergen=egg]").ClickAsync();

        await Expect(mine.Locator("[data-allergen=egg]")).ToHaveAttributeAsync("aria-pressed", "true");
        await Expect(theirs.Card(Dishes.Pancake).Locator(".danger")).ToContainTextAsync("Contains: Egg");
        await Expect(theirs.Locator(".avoided")).ToContainTextAsync("Egg");
        await theirs.ReloadAsync();
        await theirs.ShouldBeLiveAsync();
        await Expect(theirs.Card(Dishes.Pancake).Locator(".danger")).ToContainTextAsync("Contains: Egg");
        await Expect(theirs.Card(Dishes.Rice).Locator(".danger")).ToHaveCountAsync(0);

        // The quick button opens the sheet instead; the first tap there asks, the second adds.
        await theirs.Card(Dishes.Pancake).Locator(".quick").ClickAsync();
        var add = theirs.Locator(".sheet .add");
        await add.ClickAsync();
        await Expect(theirs.Locator(".sheet .said")).ToHaveTextAsync("Contains: Egg. Add it anyway?");
        await Expect(theirs.Locator("aside .cart li")).ToHaveCountAsync(0);
        await add.ClickAsync();
        await Expect(theirs.Locator("aside .cart li")).ToHaveCountAsync(1);
        await theirs.SendAsync();

        await Expect(grill.Locator(".ticket .allergies")).ToContainTextAsync("Egg");
        await Expect(grill.Locator(".ticket .allergy")).ToContainTextAsync("Egg");
        phone.Errors.Concat(tablet.Errors).Concat(wall.Errors).Should().BeEmpty();
    }

    [SkippableFact]
    public async Task A_line_whose_option_brings_it_is_marked_in_the_kitchen()
    {
        var party = await house.SeatAsync();
        await house.Get<SeatingDesk>().SetAllergiesAsync(party, ["shrimp"]);
        await using var phone = await browser.OpenAsync("en", width: 390, height: 844);
        await using var wall = await browser.WallAsync();
        var page = await SitAsync(phone, party);
        var kitchen = await wall.CookAtAsync(house, "/kitchen");

        await page.Card(Dishes.Tteokbokki).Locator(".open").ClickAsync();
        var sheet = page.Locator(".sheet");
        await Expect(sheet.Locator(".option", new LocatorLocatorOptions { HasText = "Fish cake" })).ToContainTextAsync("Contains: Shrimp");
        await sheet.GetByLabel("Mild").CheckAsync();
        await sheet.GetByLabel("Fish cake").CheckAsync();
        await sheet.Locator(".add").ClickAsync();
        await Expect(sheet.Locator(".said")).ToContainTextAsync("Shrimp");
        await sheet.Locator(".add").ClickAsync();
        await page.Locator(".bar button").ClickAsync();
        await sheet.Locator(".send").ClickAsync();
        await page.Locator("dialog .confirm").ClickAsync();

        await Expect(kitchen.Locator(".ticket .allergy")).ToContainTextAsync("Shrimp");
    }

    [SkippableFact]
    public async Task Two_who_say_the_same_have_both_said_it_also_on_a_slow_network()
    {
        var party = await house.SeatAsync();
        await using var network = new CuttableProxy(house.Address);
        await using var phone = await browser.OpenAsync("en");
        await using var tablet = await browser.OpenAsync("en");
        var mine = await phone.GoAsync(new Uri(network.Address, house.TablePath(party)).AbsoluteUri);
        await mine.ShouldBeLiveAsync();
        var theirs = await SitAsync(tablet, party);
        await mine.Locator(".filter").ClickAsync();
        await Expect(mine.Locator("[data-allergen=egg]")).ToBeVisibleAsync();
        await theirs.Locator(".filter").ClickAsync();

        network.LoseAnswers();
        await theirs.Locator("[data-allergen=egg]").ClickAsync();
        await Expect(theirs.Locator("[data-allergen=egg]")).ToHaveAttributeAsync("aria-pressed", "true");
        await mine.Locator("[data-allergen=egg]").ClickAsync();
        await mine.Locator("[data-allergen=milk]").ClickAsync();

        await Expect(theirs.Locator("[data-allergen=milk]")).ToHaveAttributeAsync("aria-pressed", "true");
        await Expect(theirs.Locator("[data-allergen=egg]")).ToHaveAttributeAsync("aria-pressed", "true");
        (await house.Get<SeatingReader>().MineAsync(party)).Value.Allergies.Should().Equal("egg", "milk");
        tablet.Errors.Should().BeEmpty();
    }

    [SkippableFact]
    public async Task A_tap_before_the_question_was_seen_is_no_answer_to_it()
    {
        var party = await house.SeatAsync();
        await house.Get<SeatingDesk>().SetAllergiesAsync(party, ["egg"]);
        await using var network = new CuttableProxy(house.Address);
        await using var tablet = await browser.OpenAsync("en");
        var page = await tablet.GoAsync(new Uri(network.Address, house.TablePath(party)).AbsoluteUri);
        await page.ShouldBeLiveAsync();
        await page.OpenDishAsync(Dishes.Pancake);
        var add = page.Locator("dialog .add");

        network.LoseAnswers();
        await add.ClickAsync();
        await add.ClickAsync();
        network.Cut();
        network.Mend();
        await page.ShouldBeLiveAsync();

        await Expect(page.Locator("dialog .said")).ToContainTextAsync("Add it anyway?");
        await Expect(page.Locator("aside .cart li")).ToHaveCountAsync(0);
        await add.ClickAsync();
        await page.ShouldHoldAsync((Dishes.Pancake, 1));
    }

    [SkippableFact]
    public async Task Who_hides_what_they_must_not_eat_does_so_on_their_device_only_and_for_good()
    {
        var party = await house.SeatAsync();
        await using var phone = await browser.OpenAsync("en", width: 390, height: 844);
        await using var tablet = await browser.OpenAsync("en");
        var (mine, theirs) = (await SitAsync(phone, party), await SitAsync(tablet, party));
        await mine.Locator(".filter").ClickAsync();
        await mine.Locator("[data-allergen=egg]").ClickAsync();
        await mine.GetByLabel("Hide dishes that contain them").CheckAsync();
        await mine.Locator(".sheet .foot .primary").ClickAsync();

        await Expect(mine.Card(Dishes.Pancake)).ToHaveCountAsync(0);
        await Expect(mine.Locator(".avoided")).ToContainTextAsync("Hidden");
        await Expect(theirs.Card(Dishes.Pancake).Locator(".danger")).ToHaveCountAsync(1);
        await mine.ReloadAsync();
        await Expect(mine.Card(Dishes.Pancake)).ToHaveCountAsync(0);
    }

    private Task<IPage> SitAsync(BrowserContext device, Actor party) => device.SitAtAsync(house, house.TablePath(party), "/menu");
}
