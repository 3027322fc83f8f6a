using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using TableOrder.Core;
using TableOrder.Core.Access;
using TableOrder.Core.Billing;
using TableOrder.Core.Calls;
using TableOrder.Core.Ordering;
using TableOrder.Core.Seating;
using TableOrder.Tests.EndToEnd.Guest;
using TableOrder.Tests.EndToEnd.Kitchen;
using TableOrder.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace TableOrder.Tests.EndToEnd;

/// <summary>Every screen, in light and dark, both languages and five sizes: no console error, nothing wider than the screen, no axe violation of WCAG 2.2 AA. The pictures are left in artifacts/screens to be looked at.</summary>
public sealed class EveryScreenTests(Browser browser, EveryScreenTests.BusyHouse house)
    : IClassFixture<Browser>,
        IClassFixture<EveryScreenTests.BusyHouse>
{
    private static readonly (string Name, int Width, int Height)[] Sizes =
    [
        ("small", 360, 740),
        ("phone", 390, 844),
        ("portrait", 820, 1180),
        ("tablet", 1280, 800),
        ("screen", 1920, 1080),
    ];

    /// <summary>
    /// How wide a screen is depends on its language, and what can be read on it on its light: two rows see each of both. SCREENS=all in the environment crosses them, for whoever wants all pictures.
    /// </summary>
    public static TheoryData<ColorScheme, string> Looks =>
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
    [MemberData(nameof(Looks))]
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
        wrong.AddRange(await LookAsync(page, $"name-{picture}"));
        await page.Keyboard.PressAsync("Escape");
        await page.HoldTableAsync();
        wrong.AddRange(await LookAsync(page, $"pin-{picture}"));
        await page.TryPinAsync("manager", HostedApp.ManagerPassword);
        await Expect(page.StaffBar()).ToBeVisibleAsync();
        wrong.AddRange(await LookAsync(page, $"menu-staff-{picture}"));
        await page.StaffBar().Locator(".done").ClickAsync();
        await page.Locator(".quick").First.ClickAsync();
        await page.Locator("aside .send").ClickAsync();
        await Expect(page.Locator("dialog .summary li").First).ToBeVisibleAsync();
        wrong.AddRange(await LookAsync(page, $"summary-{picture}"));

        wrong.AddRange(await LookAtBillAsync(page, picture));
        await page.GotoAsync(new Uri(house.Address, "/order").AbsoluteUri);
        await page.ShouldBeLiveAsync();
        await Expect(page.Locator(".past li").First).ToBeVisibleAsync();
        await page.TakeOverAsync(HostedApp.ManagerPassword);
        wrong.AddRange(await LookAsync(page, $"order-staff-{picture}"));
        foreach (var (name, to) in new[] { ("large", "/text/large"), ("high", "/contrast/high") })
        {
            foreach (var path in new[] { "menu", "order", "bill" })
            {
                await page.GotoAsync(new Uri(house.Address, $"{to}?returnUrl=/{path}").AbsoluteUri);
                await page.ShouldBeLiveAsync();
                wrong.AddRange(await LookAsync(page, $"{path}-{name}-{picture}"));
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
        wrong.AddRange(await LookAsync(page, $"bill-unpaid-{picture}"));
        await page.GotoAsync(new Uri(house.Address, house.TableLink).AbsoluteUri);
        await page.OpenBillAsync(house.Address);
        await page.SplitAsync("Items");
        await page.Locator(".items .stepper button:last-child").First.ClickAsync();
        await Expect(page.Locator(".items .shared")).ToBeVisibleAsync();
        wrong.AddRange(await LookAsync(page, $"bill-items-{picture}"));
        await page.Locator(".bell").ClickAsync();
        await Expect(page.Locator(".calls [data-kind=Water] button")).ToBeVisibleAsync();
        await page.Locator(".calls [data-kind=Water] button").ClickAsync(new LocatorClickOptions { Force = true });
        await Expect(page.Locator(".calls [data-state=waiting]").First).ToBeVisibleAsync();
        wrong.AddRange(await LookAsync(page, $"calls-{picture}"));
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
            wrong.AddRange(await LookAsync(page, $"table-{opens}-{picture}"));
            await page.Keyboard.PressAsync("Escape");
            await Expect(page.Locator("dialog")).ToHaveCountAsync(0);
        }

        foreach (var (name, button) in new[] { ("line", ".order .what:not([disabled])"), ("entry", "[data-entry]") })
        {
            await page.Locator(button).First.ClickAsync();
            await Expect(page.Locator("dialog[open] .floor-sheet")).ToBeVisibleAsync();
            wrong.AddRange(await LookAsync(page, $"table-{name}-{picture}"));
            await page.Keyboard.PressAsync("Escape");
            await Expect(page.Locator("dialog")).ToHaveCountAsync(0);
        }

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

        /// <summary>Table 1's party on the floor.</summary>
        public string TablePage { get; private set; } = "";

        /// <summary>A table where nobody sits.</summary>
        public string FreeTablePage { get; private set; } = "";

        public string UnpaidLink { get; private set; } = "";

        public async Task InitializeAsync()
        {
            if (Browser.Missing is not null)
            {
                return;
            }

            Directory.CreateDirectory(Pictures);
            app = new HostedApp();
            TableLink = await app.FillAsync(parties: 16, rounds: 40);
            await ServeOnceAsync(app.Services);
            UnpaidLink = await PayOnceAsync(app.Services);
            await CallAsync(app.Services);
            var tables = (await app.Services.GetRequiredService<SeatingReader>().TablesAsync(Actor.System)).Value;
            TablePage = $"/floor/{tables[0].Seating!.Id}";
            FreeTablePage = $"/floor/{tables.First(table => table.Seating is null).Id}";
        }

        /// <summary>Table 1's party has something off and pays a part; gives the link of another that has paid nothing.</summary>
        private static async Task<string> PayOnceAsync(IServiceProvider services)
        {
            var staff = new Actor(Role.Manager, Guid.CreateVersion7(), "manager", "test");
            var tables = (await services.GetRequiredService<SeatingReader>().TablesAsync(staff)).Value;
            var (seating, desk) = (tables[0].Seating!.Id, services.GetRequiredService<PaymentDesk>());
            (await desk.DiscountAsync(staff, new GiveDiscount(seating, "늦어서 죄송해요") { Percent = 10 })).Refusal.Should().BeNull();
            var cash = new TakePayment(Guid.NewGuid(), seating, new Money(10000), Payment.Cash) { Tendered = new Money(50000) };
            (await desk.TakeAsync(staff, cash)).Refusal.Should().BeNull();
            return $"/t/{tables.Last(table => table.Seating is { Sums.Due.Minor: > 0, Sums.Paid.Minor: 0 }).Token}";
        }

        /// <summary>Table 1's guests call.</summary>
        private static async Task CallAsync(IServiceProvider services)
        {
            var table = (await services.GetRequiredService<SeatingReader>().TablesAsync(Actor.System)).Value[0];
            var seat = (await services.GetRequiredService<SeatingDesk>().JoinAsync(Actor.Nobody, table.Token, "준호")).Value;
            var guest = Actor.Guest(seat.SeatingId, seat.GuestId, seat.Nickname, "test");
            const string Wish = "아기 의자 하나랑 앞접시 네 개 부탁드려요. And the bill in two parts later, please!";
            (await services.GetRequiredService<CallDesk>().CallAsync(guest, new CallStaff(CallKind.Other, Wish))).Refusal.Should().BeNull();
            (await services.GetRequiredService<CallDesk>().CallAsync(guest, new CallStaff(CallKind.Water))).Refusal.Should().BeNull();
        }

        /// <summary>Table 1's guest has eaten something before, too.</summary>
        private static async Task ServeOnceAsync(IServiceProvider services)
        {
            var (desk, reader) = (services.GetRequiredService<OrderDesk>(), services.GetRequiredService<OrderReader>());
            var staff = new Actor(Role.Manager, Guid.CreateVersion7(), "manager", "test");
            var table = (await services.GetRequiredService<SeatingReader>().TablesAsync(staff)).Value[0];
            var feast = (await reader.ListAsync(staff, new OrderQuery { TableId = table.Id })).Value.Items[0];
            var lines = feast.Lines.Select(line => new PlaceLine(line.MenuItemId, line.Quantity, [.. line.Modifiers.Select(option => option.Id)]));
            var again = (await desk.PlaceAsync(staff, new PlaceOrder(Guid.NewGuid(), [.. lines]) { SeatingId = feast.SeatingId })).Value.Order;
            foreach (var step in new[] { LineStatus.Placed, LineStatus.Ready, LineStatus.Served })
            {
                (await desk.StepAsync(staff, new StepOrder(again.Id, step))).Refusal.Should().BeNull();
            }
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
