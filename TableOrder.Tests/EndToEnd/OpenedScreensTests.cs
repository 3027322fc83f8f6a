using Microsoft.Playwright;
using TableOrder.Tests.EndToEnd.Guest;
using TableOrder.Tests.EndToEnd.Kitchen;
using TableOrder.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace TableOrder.Tests.EndToEnd;

/// <summary>What opens on and beside the screens, looked at as <see cref="EveryScreenTests"/> look at the screens themselves; beside them, so that CI ends sooner.</summary>
public sealed class OpenedScreensTests(Browser browser, BusyHouse house) : IClassFixture<Browser>, IClassFixture<BusyHouse>
{
    [SkippableTheory]
    [MemberData(nameof(EveryScreenTests.Rows), MemberType = typeof(EveryScreenTests))]
    public async Task What_opens_beside_the_kitchens_tickets_is_usable_by_everybody(ColorScheme scheme, string language)
    {
        await using var person = await browser.OpenAsync(language, scheme);
        var page = await person.SignInAsync(house.Address, "manager", HostedApp.ManagerPassword, "/kitchen/grill");
        await page.GotoAsync(new Uri(house.Address, $"/theme/{scheme.ToString().ToLowerInvariant()}").AbsoluteUri);
        await page.GotoAsync(new Uri(house.Address, "/kitchen/grill").AbsoluteUri);
        await Expect(page.Locator(".live")).ToHaveAttributeAsync("data-state", "live");
        var look = new Look(page, scheme, language);
        foreach (var (key, panel) in new[] { ("a", "allday"), ("e", "soldout"), ("r", "recall"), ("s", "speed"), ("g", "settings"), ("?", "keys") })
        {
            await page.Keyboard.PressAsync(key);
            await Expect(page.Locator(".panel")).ToHaveAttributeAsync("data-shows", panel);
            await look.AtAsync($"panel-{panel}");
        }

        // A ticket of which something can be made again, with the reasons that are asked for.
        await page.Locator(".ticket:has(li.preparing) .more").First.ClickAsync();
        await Expect(page.Locator(".panel")).ToHaveAttributeAsync("data-shows", "ticket");
        await page.Locator(".one-ticket .does button:not(.off):not([disabled])").First.ClickAsync();
        await Expect(page.Locator(".reasons")).ToBeVisibleAsync();
        await look.AtAsync("panel-ticket");

        look.Wrong.Concat(person.Errors).Should().BeEmpty();
    }

    [SkippableTheory]
    [MemberData(nameof(EveryScreenTests.Rows), MemberType = typeof(EveryScreenTests))]
    public async Task What_guests_and_staff_open_at_a_table_is_usable_by_everybody(ColorScheme scheme, string language)
    {
        await using var person = await browser.OpenAsync(language, scheme);
        var page = await person.GoAsync(new Uri(house.Address, house.TableLink).AbsoluteUri);
        var look = new Look(page, scheme, language);
        await page.ShouldBeLiveAsync();
        await page.Locator("aside .you").ClickAsync();
        await Expect(page.Locator("dialog .name")).ToBeVisibleAsync();
        await look.AtAsync("name");
        await page.Keyboard.PressAsync("Escape");
        await page.HoldTableAsync();
        await look.AtAsync("pin");
        await page.TryPinAsync("manager", HostedApp.ManagerPassword);
        await Expect(page.StaffBar()).ToBeVisibleAsync();
        await look.AtAsync("menu-staff");
        await page.StaffBar().Locator(".done").ClickAsync();
        await page.Locator(".quick").First.ClickAsync();
        await page.Locator("aside .send").ClickAsync();
        await Expect(page.Locator("dialog .summary li").First).ToBeVisibleAsync();
        await look.AtAsync("summary");

        await LookAtBillAsync(page, look);
        await page.GotoAsync(new Uri(house.Address, "/order").AbsoluteUri);
        await page.ShouldBeLiveAsync();
        await Expect(page.Locator(".past li").First).ToBeVisibleAsync();
        await page.TakeOverAsync(HostedApp.ManagerPassword);
        await look.AtAsync("order-staff");
        foreach (var (name, to) in new[] { ("large", "/text/large"), ("high", "/contrast/high") })
        {
            foreach (var path in new[] { "menu", "order", "bill" })
            {
                await page.GotoAsync(new Uri(house.Address, $"{to}?returnUrl=/{path}").AbsoluteUri);
                await page.ShouldBeLiveAsync();
                await look.AtAsync($"{path}-{name}");
            }
        }

        look.Wrong.Concat(person.Errors).Should().BeEmpty();
    }

    /// <summary>What a guest opens on the bill: which dishes are theirs, and what they may call for. The bill of a party that has not paid anything yet first.</summary>
    private async Task LookAtBillAsync(IPage page, Look look)
    {
        await page.GotoAsync(new Uri(house.Address, house.UnpaidLink).AbsoluteUri);
        await page.OpenBillAsync(house.Address);
        await Expect(page.Locator(".bill-order").First).ToBeVisibleAsync();
        await Expect(page.Locator(".entries")).ToHaveCountAsync(0);
        await look.AtAsync("bill-unpaid");
        await page.GotoAsync(new Uri(house.Address, house.TableLink).AbsoluteUri);
        await page.OpenBillAsync(house.Address);
        await page.SplitAsync("Items");
        await page.Locator(".items .stepper button:last-child").First.ClickAsync();
        await Expect(page.Locator(".items .shared")).ToBeVisibleAsync();
        await look.AtAsync("bill-items");
        await page.Locator(".bell").ClickAsync();
        await Expect(page.Locator(".calls [data-kind=Water] button")).ToBeVisibleAsync();
        await page.Locator(".calls [data-kind=Water] button").ClickAsync(new LocatorClickOptions { Force = true });
        await Expect(page.Locator(".calls [data-state=waiting]").First).ToBeVisibleAsync();
        await look.AtAsync("calls");
    }

    [SkippableTheory]
    [MemberData(nameof(EveryScreenTests.Rows), MemberType = typeof(EveryScreenTests))]
    public async Task What_a_waiter_opens_at_a_table_is_usable_by_everybody(ColorScheme scheme, string language)
    {
        await using var person = await browser.OpenAsync(language, scheme, width: 390, height: 844);
        var page = await person.SignInAsync(house.Address, "manager", HostedApp.ManagerPassword, house.TablePage);
        var look = new Look(page, scheme, language);
        await page.ShouldBeLiveAsync();
        foreach (var opens in new[] { "pay", "move", "merge", "discount", "close" })
        {
            await page.SetViewportSizeAsync(390, 844);
            await page.Locator($"[data-opens={opens}]").ClickAsync();
            await Expect(page.Locator("dialog[open] .floor-sheet")).ToBeVisibleAsync();
            var chosen = page.Locator("dialog [data-method=cash], dialog .floor-choices button, dialog .floor-chips button");
            await chosen.First.ClickAsync();
            await look.AtAsync($"table-{opens}");
            await page.Keyboard.PressAsync("Escape");
            await Expect(page.Locator("dialog")).ToHaveCountAsync(0);
        }

        foreach (var (name, button) in new[] { ("line", ".order .what:not([disabled])"), ("entry", "[data-entry]") })
        {
            await page.Locator(button).First.ClickAsync();
            await Expect(page.Locator("dialog[open] .floor-sheet")).ToBeVisibleAsync();
            await look.AtAsync($"table-{name}");
            await page.Keyboard.PressAsync("Escape");
            await Expect(page.Locator("dialog")).ToHaveCountAsync(0);
        }

        look.Wrong.Concat(person.Errors).Should().BeEmpty();
    }
}
