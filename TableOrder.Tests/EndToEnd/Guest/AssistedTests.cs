using System.Text.RegularExpressions;
using Microsoft.Playwright;
using TableOrder.Core.Access;
using TableOrder.Core.Ordering;
using TableOrder.Tests.EndToEnd.Kitchen;
using TableOrder.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace TableOrder.Tests.EndToEnd.Guest;

/// <summary>Guests' pages for everybody: whoever comes next, whoever needs larger letters or more contrast, another language, or has a keyboard alone.</summary>
public sealed class AssistedTests(Browser browser, KitchenHouse house) : IClassFixture<Browser>, IClassFixture<KitchenHouse>, IAsyncLifetime
{
    /// <summary>A page that was loaded anew does not know what was written into the one before.</summary>
    private const string IsAnother = "() => window.isTheOne === undefined && document.readyState === 'complete'";

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => house.ClearAsync();

    [SkippableTheory]
    [InlineData("/menu")]
    [InlineData("/order")]
    public async Task A_tablet_left_alone_shows_the_menu_from_its_beginning_and_keeps_the_cart(string left)
    {
        await using var tablet = await browser.OpenAsync("en");
        var page = await SitAsync(tablet, await house.SeatAsync());
        await Expect(page.Locator("html")).ToHaveAttributeAsync("data-idle", "90");
        await page.AddAsync(Dishes.Rice);
        await page.ShouldHoldAsync((Dishes.Rice, 1));
        await page.GotoAsync(new Uri(house.Address, left).AbsoluteUri);
        await page.ShouldBeLiveAsync();
        if (left is "/menu")
        {
            await page.Locator("[data-search]").FillAsync("stew");
            await page.Mouse.WheelAsync(0, 600);
            await page.Locator(".found .open").First.ClickAsync();
        }
        else
        {
            await page.Locator(".phone").ClickAsync();
        }

        await Expect(page.Locator("dialog")).ToBeVisibleAsync();
        await page.EvaluateAsync("() => { window.isTheOne = true; document.documentElement.dataset.idle = '1'; }");
        await page.Keyboard.PressAsync("Shift");
        await page.WaitForFunctionAsync(IsAnother);

        await page.ArriveAsync("/menu");
        await page.ShouldBeLiveAsync();
        await Expect(page.Locator("dialog")).ToHaveCountAsync(0);
        await Expect(page.Locator("[data-search]")).ToHaveValueAsync("");
        (await page.EvaluateAsync<int>("scrollY")).Should().Be(0);
        await page.ShouldHoldAsync((Dishes.Rice, 1));
        tablet.Errors.Should().BeEmpty();
    }

    [SkippableFact]
    public async Task A_page_that_nobody_has_touched_stays_and_so_does_a_phone()
    {
        var party = await house.SeatAsync();
        await using var tablet = await browser.OpenAsync("en");
        await using var phone = await browser.OpenPhoneAsync("en");
        var (page, mine) = (await SitAsync(tablet, party), await SitAsync(phone, party));

        await Expect(mine.Locator("html")).Not.ToHaveAttributeAsync("data-idle", new Regex(".*", RegexOptions.None, TimeSpan.FromSeconds(1)));
        await page.EvaluateAsync("() => { window.isTheOne = true; document.documentElement.dataset.idle = '1'; }");
        await page.TickingAsync(seconds: 4);

        (await page.EvaluateAsync<bool>("window.isTheOne === true")).Should().BeTrue();
    }

    [SkippableFact]
    public async Task A_name_that_a_guest_says_stands_in_everybody_s_cart_at_once()
    {
        var party = await house.SeatAsync();
        await using var tablet = await browser.OpenAsync("en");
        await using var phone = await browser.OpenAsync("en", width: 1000);
        var (page, mine) = (await SitAsync(tablet, party), await SitAsync(phone, party));
        await mine.AddAsync(Dishes.Rice);
        await page.ShouldHoldAsync((Dishes.Rice, 1));

        await mine.Locator("aside .you").ClickAsync();
        await mine.Locator("dialog .name input").FillAsync("Hana");
        await mine.Locator("dialog .name input").PressAsync("Enter");

        await Expect(page.Row(Dishes.Rice).Locator(".who")).ToContainTextAsync("Hana");
        await Expect(mine.Locator("aside .you")).ToContainTextAsync("You are Hana");
        await Expect(mine.Locator("dialog")).ToHaveCountAsync(0);
        tablet.Errors.Concat(phone.Errors).Should().BeEmpty();
    }

    [SkippableTheory]
    [InlineData("data-text", "large", "Larger letters", "Usual letters")]
    [InlineData("data-contrast", "high", "More contrast", "Usual contrast")]
    public async Task Letters_and_contrast_are_set_by_keyboard_stay_and_can_be_taken_back(string what, string value, string more, string usual)
    {
        await using var phone = await browser.OpenPhoneAsync("en");
        var page = await SitAsync(phone, await house.SeatAsync());
        var root = page.Locator("html");
        await page.TabToAsync(page.Locator(".reading summary"));
        await page.Keyboard.PressAsync("Enter");
        await page.TabToAsync(page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = more }));
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.Locator(".reading summary")).ToBeFocusedAsync();
        await Expect(page.Locator(".reading > div")).ToBeHiddenAsync();

        await page.Keyboard.PressAsync("Enter");
        await page.TabToAsync(page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = more }));
        await page.Keyboard.PressAsync("Enter");

        await Expect(root).ToHaveAttributeAsync(what, value);
        await page.ShouldBeLiveAsync();
        await page.Locator("a.orders").ClickAsync();
        await page.ArriveAsync("/order");
        await Expect(root).ToHaveAttributeAsync(what, value);
        await page.ShouldBeLiveAsync();
        await page.Locator(".reading summary").ClickAsync();
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = usual }).ClickAsync();
        await Expect(root).Not.ToHaveAttributeAsync(what, value);
        page.Url.Should().EndWith("/order");
        phone.Errors.Should().BeEmpty();
    }

    [SkippableFact]
    public async Task A_guest_with_a_keyboard_alone_orders_what_asks_for_a_choice()
    {
        var party = await house.SeatAsync();
        await using var tablet = await browser.OpenAsync("en");
        var page = await SitAsync(tablet, party);
        var (sheet, dish) = (page.Locator("dialog"), page.Locator(".found .open").First);
        await page.TabToAsync(page.Locator("[data-search]"));
        await page.Keyboard.TypeAsync("tteokbokki");
        await Expect(dish).ToHaveTextAsync(Dishes.Tteokbokki);
        await page.TabToAsync(dish);
        await page.Keyboard.PressAsync("Enter");
        await Expect(sheet).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(sheet).ToHaveCountAsync(0);
        await Expect(dish).ToBeFocusedAsync();

        // What is missing gets the focus; the space bar chooses it.
        await page.Keyboard.PressAsync("Enter");
        await Expect(sheet).ToBeVisibleAsync();
        await page.TabToAsync(sheet.Locator(".add"));
        await page.Keyboard.PressAsync("Enter");
        await Expect(sheet.Locator("input[type=radio]").First).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Space");
        await page.TabToAsync(sheet.Locator(".add"));
        await page.Keyboard.PressAsync("Enter");
        await Expect(sheet).ToHaveCountAsync(0);
        await Expect(dish).ToBeFocusedAsync();

        await page.TabToAsync(page.Locator("aside .send"));
        await page.Keyboard.PressAsync("Enter");
        await Expect(sheet.Locator(".summary li")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(sheet).ToHaveCountAsync(0);
        await Expect(page.Locator("aside .send")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Space");
        await Expect(sheet).ToBeVisibleAsync();
        await page.TabToAsync(sheet.Locator(".confirm"));
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.Locator("aside .placed")).ToBeVisibleAsync();
        await Expect(page.Locator("aside h2")).ToBeFocusedAsync();
        (await house.Reader.ListAsync(house.Manager, new OrderQuery { SeatingId = party.SeatingId })).Value.Items.Should().ContainSingle();
        tablet.Errors.Should().BeEmpty();
    }

    [SkippableFact]
    public async Task A_phone_s_cart_gives_the_focus_back_to_the_bar_that_opened_it()
    {
        await using var phone = await browser.OpenPhoneAsync("en");
        var page = await SitAsync(phone, await house.SeatAsync());
        await page.AddAsync(Dishes.Rice);
        await Expect(page.Locator(".bar button")).ToBeVisibleAsync();
        await page.Locator(".bar button").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("dialog .cart li")).ToBeVisibleAsync();

        await page.Keyboard.PressAsync("Escape");

        await Expect(page.Locator("dialog")).ToHaveCountAsync(0);
        await Expect(page.Locator(".bar button")).ToBeFocusedAsync();
    }

    [SkippableFact]
    public async Task The_language_is_one_tap_away_on_both_pages_and_the_cart_stays()
    {
        await using var tablet = await browser.OpenAsync("en");
        var page = await SitAsync(tablet, await house.SeatAsync());
        await page.AddAsync(Dishes.Rice);
        await page.ShouldHoldAsync((Dishes.Rice, 1));

        await page.Locator(".preferences [hreflang=ko]").ClickAsync();
        await Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "ko");
        await Expect(page.Locator("aside .send")).ToHaveTextAsync("주문하기");
        await Expect(page.Row("공깃밥")).ToHaveCountAsync(1);

        await page.Locator("a.orders").ClickAsync();
        await page.ArriveAsync("/order");
        await Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "ko");
        await page.ShouldBeLiveAsync();
        await page.Locator(".preferences [hreflang=en]").ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("Your orders");
        tablet.Errors.Should().BeEmpty();
    }

    private Task<IPage> SitAsync(BrowserContext device, Actor party) => device.SitAtAsync(house, house.TablePath(party), "/menu");
}
