using Microsoft.Playwright;
using TableOrder.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace TableOrder.Tests.EndToEnd;

/// <summary>Every screen, in light and dark, both languages and five sizes: no console error, nothing wider than the screen, no axe violation of WCAG 2.2 AA.</summary>
public sealed class EveryScreenTests(Browser browser, BusyHouse house) : IClassFixture<Browser>, IClassFixture<BusyHouse>
{
    /// <summary>How wide a screen is depends on its language, and what can be read on it on its light: two rows see each of both. <see cref="Look.AtAll"/> crosses them.</summary>
    public static TheoryData<ColorScheme, string> Rows
    {
        get
        {
            var rows = new TheoryData<ColorScheme, string> { { ColorScheme.Light, "ko" }, { ColorScheme.Dark, "en" } };
            if (Look.AtAll)
            {
                rows.Add(ColorScheme.Light, "en");
                rows.Add(ColorScheme.Dark, "ko");
            }

            return rows;
        }
    }

    [SkippableTheory]
    [MemberData(nameof(Rows))]
    public async Task Every_screen_is_usable_by_everybody(ColorScheme scheme, string language)
    {
        await using var person = await browser.OpenAsync(language, scheme);
        var page = await person.SignInAsync(house.Address, "manager", HostedApp.ManagerPassword, "/manager");
        var theme = scheme.ToString().ToLowerInvariant();
        var look = new Look(page, scheme, language);
        foreach (var (name, path) in Screens())
        {
            // The kitchen is dark unless somebody says otherwise: here it shall be what the row of this test says, also after the welcome, which forgets it.
            await page.GotoAsync(new Uri(house.Address, $"/theme/{theme}?returnUrl={Uri.EscapeDataString(path)}").AbsoluteUri);
            if (path.StartsWith("/kitchen", StringComparison.Ordinal))
            {
                (await page.EvaluateAsync<string?>("document.documentElement.dataset.theme")).Should().Be(theme);
            }

            await look.AtAsync(name);
        }

        await page.GotoAsync(new Uri(house.Address, "/menu").AbsoluteUri);
        await Expect(page.Locator(".live")).ToHaveAttributeAsync("data-state", "live");
        await page.Locator(".open:not([disabled])").First.ClickAsync();
        await Expect(page.Locator("dialog.sheet")).ToBeVisibleAsync();
        await look.AtAsync("sheet");
        await LookAtMenuAsync(page, look);

        await page.GotoAsync(new Uri(house.Address, "/order").AbsoluteUri);
        await Expect(page.Locator(".live")).ToHaveAttributeAsync("data-state", "live");
        await page.Locator(".phone").ClickAsync();
        await Expect(page.Locator(".qr")).ToBeVisibleAsync();
        await look.AtAsync("phone-joins");

        await page.GotoAsync(new Uri(house.Address, "/manager/orders").AbsoluteUri);
        await Expect(page.Locator(".live")).ToHaveAttributeAsync("data-state", "live");
        await page.Locator(".entry button").First.ClickAsync();
        await Expect(page.Locator(".entry .lines")).ToBeVisibleAsync();
        await look.AtAsync("history-open");

        look.Wrong.Concat(person.Errors).Should().BeEmpty();
    }

    [SkippableFact]
    public async Task A_page_that_is_too_wide_or_keeps_somebody_out_is_found()
    {
        await using var person = await browser.OpenAsync("en");
        var page = await person.GoAsync("about:blank");
        await page.SetContentAsync("<html lang=en><title>t</title><main><img src='data:,' style='width:1000px;height:9px'></main></html>");
        var look = new Look(page, ColorScheme.Light, "en");

        await look.AtAsync("nothing");

        look.Wrong.Should().Contain(wrong => wrong.Contains("image-alt", StringComparison.Ordinal));
        look.Wrong.Should().Contain(wrong => wrong.Contains("wider than a phone", StringComparison.Ordinal));
    }

    /// <summary>What a guest opens on the menu: what the table must not eat, the dishes marked then, what a search finds, and that it finds nothing.</summary>
    private static async Task LookAtMenuAsync(IPage page, Look look)
    {
        await page.Locator(".sheet .close").ClickAsync();
        await page.Locator(".filter").ClickAsync();
        var egg = page.Locator("[data-allergen=egg]");
        if (string.Equals(await egg.GetAttributeAsync("aria-pressed"), "false", StringComparison.Ordinal))
        {
            await egg.ClickAsync();
        }

        await Expect(egg).ToHaveAttributeAsync("aria-pressed", "true");
        await look.AtAsync("allergies");
        await page.Locator(".sheet .foot .primary").ClickAsync();
        await Expect(page.Locator(".dish .danger").First).ToBeVisibleAsync();
        await look.AtAsync("menu-marked");
        await page.Locator("[data-search]").FillAsync("김치");
        await Expect(page.Locator(".found article.dish").First).ToBeVisibleAsync();
        await look.AtAsync("menu-search");
        await page.Locator("[data-search]").FillAsync("pizza");
        await Expect(page.Locator(".found .empty")).ToBeVisibleAsync();
        await look.AtAsync("menu-search-none");
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
            ("tables", "/manager/tables"),
            ("tables-plan", "/manager/tables?view=plan"),
            ("tables-print", "/manager/tables/print?size=8"),
            ("history", "/manager/orders"),
            ("history-none", "/manager/orders?status=cancelled&day=2020-01-01"),
            ("staff", "/manager/staff"),
            ("journal", "/manager/staff/journal"),
            ("unknown-link", "/enrol/x"),
            ("history-search", "/manager/orders?number=1&amount=1-9999999&open=false"),
            ("one-order", house.OrderPage),
            ("one-order-unknown", $"/manager/orders/{Guid.Empty}"),
            ("calls", "/manager/calls"),
            ("sales", "/manager/sales"),
            ("sales-range", "/manager/sales?period=range&from=2016-01-01&to=2026-01-01"),
            ("menu-editor", "/manager/menu"),
            ("menu-choices", "/manager/menu?view=options"),
            ("menu-files", "/manager/menu/files"),
            ("bills", "/manager/bills"),
            ("bills-none", "/manager/bills?state=writtenoff&day=2020-01-01"),
            ("bill-of-manager", house.TablePage.Replace("/floor/", "/manager/bills/", StringComparison.Ordinal)),
            ("day", "/manager/bills/day"),
            ("day-report", house.CountedDayPage),
            ("days", "/manager/bills/days"),
            ("settings", "/manager/settings"),
            ("demo", "/demo"),
        ];
}
