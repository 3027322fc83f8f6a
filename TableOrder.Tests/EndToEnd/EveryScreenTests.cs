using Microsoft.Playwright;
using TableOrder.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace TableOrder.Tests.EndToEnd;

/// <summary>Every screen, in light and dark, both languages and five sizes: no console error, nothing wider than the screen, no axe violation of WCAG 2.2 AA. The pictures are left in artifacts/screens to be looked at.</summary>
public sealed class EveryScreenTests(Browser browser, BusyHouse house) : IClassFixture<Browser>, IClassFixture<BusyHouse>
{
    /// <summary>
    /// How wide a screen is depends on its language, and what can be read on it on its light: two rows see each of both. SCREENS=all in the environment crosses them, for whoever wants all pictures.
    /// </summary>
    public static TheoryData<ColorScheme, string> Rows =>
        string.Equals(Environment.GetEnvironmentVariable("SCREENS"), "all", StringComparison.Ordinal)
            ? new TheoryData<ColorScheme, string>
            {
                { ColorScheme.Light, "ko" },
                { ColorScheme.Light, "en" },
                { ColorScheme.Dark, "ko" },
                { ColorScheme.Dark, "en" },
            }
            : new TheoryData<ColorScheme, string> { { ColorScheme.Light, "ko" }, { ColorScheme.Dark, "en" } };

    [SkippableTheory]
    [MemberData(nameof(Rows))]
    public async Task Every_screen_is_usable_by_everybody(ColorScheme scheme, string language)
    {
        await using var person = await browser.OpenAsync(language, scheme);
        var page = await person.SignInAsync(house.Address, "manager", HostedApp.ManagerPassword, "/manager");
        var theme = scheme.ToString().ToLowerInvariant();
        var wrong = new List<string>();
        foreach (var (name, path) in Screens())
        {
            // The kitchen is dark unless somebody says otherwise: here it shall be what the row of this test says, also after the welcome, which forgets it.
            await page.GotoAsync(new Uri(house.Address, $"/theme/{theme}?returnUrl={Uri.EscapeDataString(path)}").AbsoluteUri);
            if (path.StartsWith("/kitchen", StringComparison.Ordinal))
            {
                (await page.EvaluateAsync<string?>("document.documentElement.dataset.theme")).Should().Be(theme);
            }

            wrong.AddRange(await page.LookAsync($"{name}-{scheme}-{language}".ToLowerInvariant()));
        }

        await page.GotoAsync(new Uri(house.Address, "/menu").AbsoluteUri);
        await Expect(page.Locator(".live")).ToHaveAttributeAsync("data-state", "live");
        await page.Locator(".open:not([disabled])").First.ClickAsync();
        await Expect(page.Locator("dialog.sheet")).ToBeVisibleAsync();
        wrong.AddRange(await page.LookAsync($"sheet-{scheme}-{language}".ToLowerInvariant()));
        wrong.AddRange(await LookAtMenuAsync(page, $"{scheme}-{language}".ToLowerInvariant()));

        await page.GotoAsync(new Uri(house.Address, "/order").AbsoluteUri);
        await Expect(page.Locator(".live")).ToHaveAttributeAsync("data-state", "live");
        await page.Locator(".phone").ClickAsync();
        await Expect(page.Locator(".qr")).ToBeVisibleAsync();
        wrong.AddRange(await page.LookAsync($"phone-joins-{scheme}-{language}".ToLowerInvariant()));

        await page.GotoAsync(new Uri(house.Address, "/manager/orders").AbsoluteUri);
        await Expect(page.Locator(".live")).ToHaveAttributeAsync("data-state", "live");
        await page.Locator(".entry button").First.ClickAsync();
        await Expect(page.Locator(".entry .lines")).ToBeVisibleAsync();
        wrong.AddRange(await page.LookAsync($"history-open-{scheme}-{language}".ToLowerInvariant()));

        wrong.Concat(person.Errors).Should().BeEmpty();
    }

    /// <summary>What a guest opens on the menu: what the table must not eat, the dishes marked then, what a search finds, and that it finds nothing.</summary>
    private static async Task<List<string>> LookAtMenuAsync(IPage page, string picture)
    {
        var wrong = new List<string>();
        await page.Locator(".sheet .close").ClickAsync();
        await page.Locator(".filter").ClickAsync();
        var egg = page.Locator("[data-allergen=egg]");
        if (string.Equals(await egg.GetAttributeAsync("aria-pressed"), "false", StringComparison.Ordinal))
        {
            await egg.ClickAsync();
        }

        await Expect(egg).ToHaveAttributeAsync("aria-pressed", "true");
        wrong.AddRange(await page.LookAsync($"allergies-{picture}"));
        await page.Locator(".sheet .foot .primary").ClickAsync();
        await Expect(page.Locator(".dish .danger").First).ToBeVisibleAsync();
        wrong.AddRange(await page.LookAsync($"menu-marked-{picture}"));
        await page.Locator("[data-search]").FillAsync("김치");
        await Expect(page.Locator(".found article.dish").First).ToBeVisibleAsync();
        wrong.AddRange(await page.LookAsync($"menu-search-{picture}"));
        await page.Locator("[data-search]").FillAsync("pizza");
        await Expect(page.Locator(".found .empty")).ToBeVisibleAsync();
        wrong.AddRange(await page.LookAsync($"menu-search-none-{picture}"));
        return wrong;
    }

    private IEnumerable<(string Name, string Path)> Screens() =>
        [
            ("login", "/login"),
            ("thanks", "/?why=seating_closed"),
            ("expired", "/?why=code_expired"),
            ("not-open", "/?why=table_closed"),
            ("unknown-table", "/?why=unknown_table"),
            ("joined", house.TableLink),
            ("welcome", "/?why=seating_closed"),
            ("home", "/"),
            ("menu", "/menu"),
            ("order", "/order"),
            ("bill", "/bill"),
            ("receipt", "/bill/receipt"),
            ("kitchen", "/kitchen"),
            ("grill", "/kitchen/grill"),
            ("expo", "/expo"),
            ("unknown-station", "/kitchen/nowhere"),
            ("plain", "/kitchen/plain?refresh=off"),
            ("plain-grill", "/kitchen/plain?station=grill&refresh=off"),
            ("plain-unknown-station", "/kitchen/plain?station=nowhere&refresh=off&why=busy"),
            ("floor", "/floor"),
            ("table", house.TablePage),
            ("table-free", house.FreeTablePage),
            ("table-receipt", $"{house.TablePage}/receipt"),
            ("table-menu", $"{house.TablePage}/menu"),
            ("manager", "/manager"),
            ("history", "/manager/orders"),
            ("history-none", "/manager/orders?status=cancelled&day=2020-01-01"),
            ("demo", "/demo"),
        ];
}
