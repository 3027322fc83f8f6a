using Microsoft.Playwright;
using TableOrder.Core.Access;
using TableOrder.Core.Menu;
using TableOrder.Core.Seating;
using TableOrder.Tests.EndToEnd.Kitchen;
using TableOrder.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace TableOrder.Tests.EndToEnd.Guest;

/// <summary>The menu on guests' devices: what it finds, what it warns of, what it remembers, and that it is never older than the kitchen.</summary>
public sealed class MenuTests(Browser browser, KitchenHouse house) : IClassFixture<Browser>, IClassFixture<KitchenHouse>, IAsyncLifetime
{
    public Task InitializeAsync() => house.ClearAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [SkippableTheory]
    [InlineData("김치")]
    [InlineData("kimchi")]
    [InlineData("김취")]
    [InlineData("kimhci")]
    [InlineData("ㄱㅊㅉㄱ")]
    public async Task A_search_finds_the_kimchi_stew(string typed)
    {
        await using var phone = await browser.OpenAsync("en", width: 390, height: 844);
        var page = await SitAsync(phone, await house.SeatAsync());

        await Search(page).FillAsync(typed);

        await Expect(page.Locator(".found article.dish").First).ToContainTextAsync("Aged Kimchi Stew");
        await Expect(page.Locator("[data-category]").First).ToBeHiddenAsync();
        await Expect(page.GetByRole(AriaRole.Status).Filter(new LocatorFilterOptions { HasText = $"“{typed}”" })).ToHaveCountAsync(1);
        phone.Errors.Should().BeEmpty();
    }

    [SkippableFact]
    public async Task A_search_that_finds_nothing_says_what_to_try_and_escape_brings_the_menu_back()
    {
        await using var phone = await browser.OpenAsync("en", width: 360, height: 740);
        var page = await SitAsync(phone, await house.SeatAsync());

        await Search(page).FillAsync("pizza");
        await Expect(page.Locator(".found")).ToContainTextAsync("Nothing found for “pizza”");
        await Search(page).PressAsync("Escape");

        await Expect(page.Locator(".found")).ToHaveCountAsync(0);
        await Expect(Search(page)).ToHaveValueAsync("");
        await Search(page).FillAsync("stew");
        await page.Locator(".clear").ClickAsync();
        await Expect(page.Locator("[data-category]").First).ToBeVisibleAsync();
        await Expect(Search(page)).ToBeFocusedAsync();
        phone.Errors.Should().BeEmpty();
    }

    [SkippableFact]
    public async Task A_category_chosen_during_a_search_ends_it_and_comes_into_view_and_is_marked()
    {
        await using var tablet = await browser.OpenAsync("en");
        var page = await SitAsync(tablet, await house.SeatAsync());
        await Search(page).FillAsync("kimchi");
        await Expect(page.Locator(".found")).ToBeVisibleAsync();

        await page.Locator(".tabs a", new PageLocatorOptions { HasText = "Desserts" }).ClickAsync();

        await Expect(
                page.Locator(
                    "section",
                    new PageLocatorOptions { Has = page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = "Desserts" }) }
                )
            )
            .ToBeInViewportAsync();
        await Expect(page.Locator(".tabs a[aria-current]")).ToHaveTextAsync("Desserts");
        await Expect(Search(page)).ToHaveValueAsync("");
    }

    [SkippableFact]
    public async Task After_a_search_on_a_phone_the_category_in_view_is_marked_and_seen()
    {
        await using var phone = await browser.OpenAsync("en", width: 390, height: 844);
        var page = await SitAsync(phone, await house.SeatAsync());
        var mark = page.Locator(".tabs a[aria-current]");
        await page.Locator(".tabs a", new PageLocatorOptions { HasText = "Alcohol" }).ClickAsync();
        await Expect(mark).ToHaveTextAsync("Alcohol");
        await Search(page).FillAsync("kimchi");
        await Expect(page.Locator(".tabs")).ToBeHiddenAsync();

        await Search(page).PressAsync("Escape");
        await Search(page).PressAsync("Escape");

        await Expect(Search(page)).Not.ToBeFocusedAsync();
        await Expect(mark).ToBeInViewportAsync(new LocatorAssertionsToBeInViewportOptions { Ratio = 1 });
        phone.Errors.Should().BeEmpty();
    }

    [SkippableFact]
    public async Task What_sells_out_or_runs_low_is_seen_while_the_menu_and_the_sheet_are_open()
    {
        await using var phone = await browser.OpenAsync("en", width: 390, height: 844);
        var page = await SitAsync(phone, await house.SeatAsync());
        var desk = house.Get<MenuDesk>();
        var dish = house.Dish(Dishes.Sorbet).Id;

        await desk.ChangeAsync(house.Manager, new ChangeMenuItem(dish) { PortionsLeft = 3 });
        await Expect(page.Card(Dishes.Sorbet).Locator(".few")).ToHaveTextAsync("3 left");
        await page.Card(Dishes.Sorbet).Locator(".open").ClickAsync();
        await Expect(page.Locator(".sheet .add")).ToBeEnabledAsync();
        await desk.ChangeAsync(house.Manager, new ChangeMenuItem(dish) { SoldOut = true });

        await Expect(page.Locator(".sheet .add")).ToBeDisabledAsync();
        await page.Locator(".sheet .close").ClickAsync();
        await Expect(page.Card(Dishes.Sorbet)).ToHaveAttributeAsync("data-out", "true");
        await Expect(page.Card(Dishes.Sorbet).Locator(".out")).ToHaveTextAsync("Sold out");
        await desk.ChangeAsync(house.Manager, new ChangeMenuItem(dish) { SoldOut = false, PortionsLeft = -1 });
        await Expect(page.Card(Dishes.Sorbet)).Not.ToHaveAttributeAsync("data-out", "true");
    }

    [SkippableFact]
    public async Task A_photo_comes_when_it_is_scrolled_to_and_is_kept_for_ever()
    {
        var dish = house.Dish(Dishes.Sorbet).Id;
        (await house.Get<PhotoDesk>().SetAsync(house.Manager, dish, [new PhotoVariant(320, Pictures.Png), new PhotoVariant(960, Pictures.Png)]))
            .Refusal.Should()
            .BeNull();
        await using var phone = await browser.OpenAsync("en", width: 390, height: 844);
        var page = await SitAsync(phone, await house.SeatAsync());
        var photo = page.Card(Dishes.Sorbet).Locator("img");
        await Expect(photo).ToHaveAttributeAsync("loading", "lazy");
        await Expect(photo).ToHaveAttributeAsync("alt", "");
        var asked = await page.EvaluateAsync<int>(
            "() => performance.getEntriesByType('resource').filter(entry => entry.name.includes('/photos/')).length"
        );
        asked.Should().Be(0, "it is far below what is seen");

        var answer = await page.RunAndWaitForResponseAsync(
            () => photo.ScrollIntoViewIfNeededAsync(),
            response => response.Url.Contains("/photos/", StringComparison.Ordinal)
        );

        (await answer.HeaderValueAsync("cache-control")).Should().Be("public, max-age=31536000, immutable");
        (await answer.HeaderValueAsync("content-type")).Should().Be("image/png");
        answer.Url.Should().EndWith("-320", "a phone needs no wider one");
        await house.Get<PhotoDesk>().RemoveAsync(house.Manager, dish);
        await Expect(photo).ToHaveCountAsync(0);
        phone.Errors.Should().BeEmpty();
    }

    [SkippableFact]
    public async Task What_was_chosen_last_time_is_chosen_again_on_this_device_also_where_its_memory_is_spoilt()
    {
        await using var phone = await browser.OpenAsync("en", width: 390, height: 844);
        var page = await SitAsync(phone, await house.SeatAsync());
        var sheet = page.Locator(".sheet");
        await page.Card(Dishes.Tteokbokki).Locator(".open").ClickAsync();
        await sheet.GetByLabel("Hot", new LocatorGetByLabelOptions { Exact = true }).CheckAsync();
        await sheet.GetByLabel("Ramyeon noodles").CheckAsync();
        await sheet.Locator(".add").ClickAsync();
        await Expect(sheet).ToHaveCountAsync(0);

        await page.ReloadAsync();
        await page.ShouldBeLiveAsync();
        await page.Card(Dishes.Tteokbokki).Locator(".open").ClickAsync();
        await Expect(sheet.GetByLabel("Hot", new LocatorGetByLabelOptions { Exact = true })).ToBeCheckedAsync();
        await Expect(sheet.GetByLabel("Ramyeon noodles")).ToBeCheckedAsync();
        await Expect(sheet.Locator(".again")).ToBeVisibleAsync();

        await page.EvaluateAsync("() => localStorage.setItem('choices', '\\u0001🌶'.repeat(9000))");
        await page.ReloadAsync();
        await page.ShouldBeLiveAsync();
        await page.Card(Dishes.Tteokbokki).Locator(".open").ClickAsync();
        await Expect(sheet.GetByLabel("Hot", new LocatorGetByLabelOptions { Exact = true })).Not.ToBeCheckedAsync();
        phone.Errors.Should().BeEmpty();
    }

    [SkippableFact]
    public async Task A_note_that_is_too_long_is_told_and_what_turns_the_writing_is_taken_out()
    {
        var party = await house.SeatAsync();
        await using var tablet = await browser.OpenAsync("en");
        var page = await SitAsync(tablet, party);
        await page.Card(Dishes.Sorbet).Locator(".open").ClickAsync();
        var note = page.Locator(".sheet textarea");
        await note.EvaluateAsync(
            "field => { field.removeAttribute('maxlength'); field.value = 'x'.repeat(201); field.dispatchEvent(new Event('input', { bubbles: true })); }"
        );
        await page.Locator(".sheet .add").ClickAsync();
        await Expect(page.Locator(".sheet .said")).ToContainTextAsync("200 characters");

        await note.FillAsync("\u202Eno sugar\u2066");
        await page.Locator(".sheet .add").ClickAsync();

        await Expect(page.Locator("aside .cart li")).ToContainTextAsync("no sugar");
        (await page.Locator("aside .cart").InnerTextAsync()).Should().NotContain("\u202E");
        tablet.Errors.Should().BeEmpty();
    }

    private static ILocator Search(IPage page) => page.Locator("[data-search]");

    private Task<IPage> SitAsync(BrowserContext device, Actor party) => device.SitAtAsync(house, house.TablePath(party), "/menu");
}
