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
    [InlineData(ColorScheme.Light, "ko")]
    [InlineData(ColorScheme.Dark, "en")]
    public async Task What_opens_beside_the_kitchens_tickets_is_usable_by_everybody(ColorScheme scheme, string language)
    {
        await using var person = await browser.OpenAsync(language, scheme);
        var page = await person.SignInAsync(house.Address, "manager", HostedApp.ManagerPassword, "/kitchen/grill");
        await page.GotoAsync(new Uri(house.Address, $"/theme/{scheme.ToString().ToLowerInvariant()}").AbsoluteUri);
        await page.GotoAsync(new Uri(house.Address, "/kitchen/grill").AbsoluteUri);
        await Expect(page.Locator(".live")).ToHaveAttributeAsync("data-state", "live");
        var wrong = new List<string>();
        foreach (var (key, panel) in new[] { ("a", "allday"), ("e", "soldout"), ("r", "recall"), ("s", "speed"), ("g", "settings"), ("?", "keys") })
        {
            await page.Keyboard.PressAsync(key);
            await Expect(page.Locator(".panel")).ToHaveAttributeAsync("data-shows", panel);
            wrong.AddRange(await page.LookAsync($"panel-{panel}-{scheme}-{language}".ToLowerInvariant()));
        }

        // A ticket of which something can be made again, with the reasons that are asked for.
        await page.Locator(".ticket:has(li.preparing) .more").First.ClickAsync();
        await Expect(page.Locator(".panel")).ToHaveAttributeAsync("data-shows", "ticket");
        await page.Locator(".one-ticket .does button:not(.off):not([disabled])").First.ClickAsync();
        await Expect(page.Locator(".reasons")).ToBeVisibleAsync();
        wrong.AddRange(await page.LookAsync($"panel-ticket-{scheme}-{language}".ToLowerInvariant()));

        wrong.Concat(person.Errors).Should().BeEmpty();
    }

    [SkippableTheory]
    [InlineData(ColorScheme.Light, "ko")]
    [InlineData(ColorScheme.Dark, "en")]
    public async Task What_guests_and_staff_open_at_a_table_is_usable_by_everybody(ColorScheme scheme, string language)
    {
        await using var person = await browser.OpenAsync(language, scheme);
        var page = await person.GoAsync(new Uri(house.Address, house.TableLink).AbsoluteUri);
        var picture = $"{scheme}-{language}".ToLowerInvariant();
        var wrong = new List<string>();
        await page.ShouldBeLiveAsync();
        await page.Locator("aside .you").ClickAsync();
        await Expect(page.Locator("dialog .name")).ToBeVisibleAsync();
        wrong.AddRange(await page.LookAsync($"name-{picture}"));
        await page.Keyboard.PressAsync("Escape");
        await page.HoldTableAsync();
        wrong.AddRange(await page.LookAsync($"pin-{picture}"));
        await page.TryPinAsync("manager", HostedApp.ManagerPassword);
        await Expect(page.StaffBar()).ToBeVisibleAsync();
        wrong.AddRange(await page.LookAsync($"menu-staff-{picture}"));
        await page.StaffBar().Locator(".done").ClickAsync();
        await page.Locator(".quick").First.ClickAsync();
        await page.Locator("aside .send").ClickAsync();
        await Expect(page.Locator("dialog .summary li").First).ToBeVisibleAsync();
        wrong.AddRange(await page.LookAsync($"summary-{picture}"));

        wrong.AddRange(await LookAtBillAsync(page, picture));
        await page.GotoAsync(new Uri(house.Address, "/order").AbsoluteUri);
        await page.ShouldBeLiveAsync();
        await Expect(page.Locator(".past li").First).ToBeVisibleAsync();
        await page.TakeOverAsync(HostedApp.ManagerPassword);
        wrong.AddRange(await page.LookAsync($"order-staff-{picture}"));
        foreach (var (name, to) in new[] { ("large", "/text/large"), ("high", "/contrast/high") })
        {
            foreach (var path in new[] { "menu", "order", "bill" })
            {
                await page.GotoAsync(new Uri(house.Address, $"{to}?returnUrl=/{path}").AbsoluteUri);
                await page.ShouldBeLiveAsync();
                wrong.AddRange(await page.LookAsync($"{path}-{name}-{picture}"));
            }
        }

        wrong.Concat(person.Errors).Should().BeEmpty();
    }

    /// <summary>What a guest opens on the bill: which dishes are theirs, and what they may call for. The bill of a party that has not paid anything yet first.</summary>
    private async Task<List<string>> LookAtBillAsync(IPage page, string picture)
    {
        var wrong = new List<string>();
        await page.GotoAsync(new Uri(house.Address, house.UnpaidLink).AbsoluteUri);
        await page.OpenBillAsync(house.Address);
        await Expect(page.Locator(".bill-order").First).ToBeVisibleAsync();
        await Expect(page.Locator(".entries")).ToHaveCountAsync(0);
        wrong.AddRange(await page.LookAsync($"bill-unpaid-{picture}"));
        await page.GotoAsync(new Uri(house.Address, house.TableLink).AbsoluteUri);
        await page.OpenBillAsync(house.Address);
        await page.SplitAsync("Items");
        await page.Locator(".items .stepper button:last-child").First.ClickAsync();
        await Expect(page.Locator(".items .shared")).ToBeVisibleAsync();
        wrong.AddRange(await page.LookAsync($"bill-items-{picture}"));
        await page.Locator(".bell").ClickAsync();
        await Expect(page.Locator(".calls [data-kind=Water] button")).ToBeVisibleAsync();
        await page.Locator(".calls [data-kind=Water] button").ClickAsync(new LocatorClickOptions { Force = true });
        await Expect(page.Locator(".calls [data-state=waiting]").First).ToBeVisibleAsync();
        wrong.AddRange(await page.LookAsync($"calls-{picture}"));
        return wrong;
    }

    [SkippableTheory]
    [InlineData(ColorScheme.Light, "ko")]
    [InlineData(ColorScheme.Dark, "en")]
    public async Task What_a_waiter_opens_at_a_table_is_usable_by_everybody(ColorScheme scheme, string language)
    {
        await using var person = await browser.OpenAsync(language, scheme, width: 390, height: 844);
        var page = await person.SignInAsync(house.Address, "manager", HostedApp.ManagerPassword, house.TablePage);
        var picture = $"{scheme}-{language}".ToLowerInvariant();
        var wrong = new List<string>();
        await page.ShouldBeLiveAsync();
        foreach (var opens in new[] { "pay", "move", "merge", "discount", "close" })
        {
            await page.SetViewportSizeAsync(390, 844);
            await page.Locator($"[data-opens={opens}]").ClickAsync();
            await Expect(page.Locator("dialog[open] .floor-sheet")).ToBeVisibleAsync();
            var chosen = page.Locator("dialog [data-method=cash], dialog .floor-choices button, dialog .floor-chips button");
            await chosen.First.ClickAsync();
            wrong.AddRange(await page.LookAsync($"table-{opens}-{picture}"));
            await page.Keyboard.PressAsync("Escape");
            await Expect(page.Locator("dialog")).ToHaveCountAsync(0);
        }

        foreach (var (name, button) in new[] { ("line", ".order .what:not([disabled])"), ("entry", "[data-entry]") })
        {
            await page.Locator(button).First.ClickAsync();
            await Expect(page.Locator("dialog[open] .floor-sheet")).ToBeVisibleAsync();
            wrong.AddRange(await page.LookAsync($"table-{name}-{picture}"));
            await page.Keyboard.PressAsync("Escape");
            await Expect(page.Locator("dialog")).ToHaveCountAsync(0);
        }

        wrong.Concat(person.Errors).Should().BeEmpty();
    }
}
