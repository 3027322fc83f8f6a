using Microsoft.Playwright;
using TableOrder.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace TableOrder.Tests.EndToEnd;

/// <summary>Every screen, in light and dark, both languages and four sizes: no console error, nothing wider than the screen, no axe violation of WCAG 2.2 AA. The pictures are left in artifacts/screens to be looked at.</summary>
public sealed class EveryScreenTests(Browser browser, EveryScreenTests.BusyHouse house)
    : IClassFixture<Browser>,
        IClassFixture<EveryScreenTests.BusyHouse>
{
    private static readonly (string Name, int Width, int Height)[] Sizes =
    [
        ("small", 360, 740),
        ("phone", 390, 844),
        ("tablet", 1280, 800),
        ("screen", 1920, 1080),
    ];

    [SkippableTheory]
    [InlineData(ColorScheme.Light, "ko")]
    [InlineData(ColorScheme.Light, "en")]
    [InlineData(ColorScheme.Dark, "ko")]
    [InlineData(ColorScheme.Dark, "en")]
    public async Task Every_screen_is_usable_by_everybody(ColorScheme scheme, string language)
    {
        await using var person = await browser.OpenAsync(language, scheme);
        var page = await person.SignInAsync(house.Address, "manager", HostedApp.ManagerPassword, "/manager");

        // The kitchen is dark unless somebody says otherwise: here it shall be what the row of this test says.
        await page.GotoAsync(new Uri(house.Address, $"/theme/{scheme.ToString().ToLowerInvariant()}").AbsoluteUri);
        var wrong = new List<string>();
        foreach (var (name, path) in Screens())
        {
            await page.GotoAsync(new Uri(house.Address, path).AbsoluteUri);
            wrong.AddRange(await LookAsync(page, $"{name}-{scheme}-{language}".ToLowerInvariant()));
        }

        await page.GotoAsync(new Uri(house.Address, "/menu").AbsoluteUri);
        await Expect(page.Locator(".live")).ToHaveAttributeAsync("data-state", "live");
        await page.Locator(".open:not([disabled])").First.ClickAsync();
        await Expect(page.Locator("dialog.sheet")).ToBeVisibleAsync();
        wrong.AddRange(await LookAsync(page, $"sheet-{scheme}-{language}".ToLowerInvariant()));
        wrong.AddRange(await LookAtMenuAsync(page, $"{scheme}-{language}".ToLowerInvariant()));

        await page.GotoAsync(new Uri(house.Address, "/order").AbsoluteUri);
        await Expect(page.Locator(".live")).ToHaveAttributeAsync("data-state", "live");
        await page.Locator(".phone").ClickAsync();
        await Expect(page.Locator(".qr")).ToBeVisibleAsync();
        wrong.AddRange(await LookAsync(page, $"phone-joins-{scheme}-{language}".ToLowerInvariant()));

        await page.GotoAsync(new Uri(house.Address, "/manager/orders").AbsoluteUri);
        await Expect(page.Locator(".live")).ToHaveAttributeAsync("data-state", "live");
        await page.Locator(".entry button").First.ClickAsync();
        await Expect(page.Locator(".entry .lines")).ToBeVisibleAsync();
        wrong.AddRange(await LookAsync(page, $"history-open-{scheme}-{language}".ToLowerInvariant()));

        wrong.Concat(person.Errors).Should().BeEmpty();
    }

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
            wrong.AddRange(await LookAsync(page, $"panel-{panel}-{scheme}-{language}".ToLowerInvariant()));
        }

        // A ticket of which something can be made again, with the reasons that are asked for.
        await page.Locator(".ticket:has(li.preparing) .more").First.ClickAsync();
        await Expect(page.Locator(".panel")).ToHaveAttributeAsync("data-shows", "ticket");
        await page.Locator(".one-ticket .does button:not(.off):not([disabled])").First.ClickAsync();
        await Expect(page.Locator(".reasons")).ToBeVisibleAsync();
        wrong.AddRange(await LookAsync(page, $"panel-ticket-{scheme}-{language}".ToLowerInvariant()));

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
        wrong.AddRange(await LookAsync(page, $"allergies-{picture}"));
        await page.Locator(".sheet .foot .primary").ClickAsync();
        await Expect(page.Locator(".dish .danger").First).ToBeVisibleAsync();
        wrong.AddRange(await LookAsync(page, $"menu-marked-{picture}"));
        await page.Locator("[data-search]").FillAsync("김치");
        await Expect(page.Locator(".found article.dish").First).ToBeVisibleAsync();
        wrong.AddRange(await LookAsync(page, $"menu-search-{picture}"));
        await page.Locator("[data-search]").FillAsync("pizza");
        await Expect(page.Locator(".found .empty")).ToBeVisibleAsync();
        wrong.AddRange(await LookAsync(page, $"menu-search-none-{picture}"));
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
            ("kitchen", "/kitchen"),
            ("grill", "/kitchen/grill"),
            ("expo", "/expo"),
            ("unknown-station", "/kitchen/nowhere"),
            ("plain", "/kitchen/plain?refresh=off"),
            ("plain-grill", "/kitchen/plain?station=grill&refresh=off"),
            ("plain-unknown-station", "/kitchen/plain?station=nowhere&refresh=off&why=busy"),
            ("manager", "/manager"),
            ("history", "/manager/orders"),
            ("history-none", "/manager/orders?status=cancelled&day=2020-01-01"),
            ("demo", "/demo"),
        ];

    /// <summary>Takes the pictures; gives what does not fit the screen or keeps somebody out.</summary>
    private static async Task<List<string>> LookAsync(IPage page, string picture)
    {
        var wrong = new List<string>();
        foreach (var (size, width, height) in Sizes)
        {
            await page.SetViewportSizeAsync(width, height);
            if (await page.Locator(".live").CountAsync() > 0)
            {
                await Expect(page.Locator(".live")).ToHaveAttributeAsync("data-state", "live");
            }

            var over = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth");
            if (over > 0)
            {
                wrong.Add($"{picture} is {over} px wider than a {size}");
            }

            await page.ScreenshotAsync(new PageScreenshotOptions { Path = $"{BusyHouse.Pictures}/{picture}-{size}.png" });

            // The smallest has the phone's layout, the widest the tablet's: nothing new for axe, which takes seconds a look.
            if (size is "phone" or "tablet")
            {
                wrong.AddRange((await Browser.ViolationsAsync(page)).Select(violation => $"{picture} on a {size}: {violation}"));
            }
        }

        return wrong;
    }

    /// <summary>A restaurant in full swing: every table has ordered, and table 1's guest too.</summary>
    public sealed class BusyHouse : IAsyncLifetime
    {
        public static readonly string Pictures = Path.Combine(RepositoryRoot(), "artifacts", "screens");
        private HostedApp? app;

        public Uri Address => app!.Address;

        public string TableLink { get; private set; } = "";

        public async Task InitializeAsync()
        {
            if (Browser.Missing is not null)
            {
                return;
            }

            Directory.CreateDirectory(Pictures);
            app = new HostedApp();
            TableLink = await app.FillAsync(parties: 16, rounds: 40);
        }

        public async Task DisposeAsync()
        {
            if (app is not null)
            {
                await app.DisposeAsync();
            }
        }

        private static string RepositoryRoot()
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(folder.FullName, "TableOrder.Blazor.sln")))
            {
                folder = folder.Parent!;
            }

            return folder.FullName;
        }
    }
}
