using System.Globalization;
using Microsoft.Playwright;
using TableOrder.Core.Ordering;
using TableOrder.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace TableOrder.Tests.EndToEnd.Kitchen;

/// <summary>The kitchen's screens in a browser, and the hands at them.</summary>
internal static class KitchenScreens
{
    /// <summary>Keys rest after the ticket in their place changed: true when for so long none has.</summary>
    private const string KeysHaveRested = """
        () => {
          const now = [...document.querySelectorAll('.ticket [data-key]')].map(key => key.dataset.key + key.closest('.ticket').dataset.order).join();
          if (window.keysStand !== now) [window.keysStand, window.keysStandSince] = [now, performance.now()];
          return performance.now() - window.keysStandSince > 550;
        }
        """;

    /// <summary>A second tap in one place counts only after a while, and so does one on a ticket that has just come under the finger.</summary>
    private const string FingerHasRested = """
        () => {
          const now = [...document.querySelectorAll('.ticket')];
          const stood = window.ticketsStand ?? [];
          if (stood.length !== now.length || now.some((ticket, place) => ticket !== stood[place])) [window.ticketsStand, window.ticketsStandSince] = [now, performance.now()];
          return performance.now() - (window.ticketsStandSince ?? -Infinity) > 300 && performance.now() - (window.fingerLifted ?? -Infinity) > 350;
        }
        """;

    /// <summary>A wall screen, in English.</summary>
    public static Task<BrowserContext> WallAsync(this Browser browser) => browser.OpenAsync("en", width: 1920, height: 1080);

    /// <summary>A screen of the kitchen on a device; the first one signs the cook in.</summary>
    public static async Task<IPage> CookAtAsync(this BrowserContext device, KitchenHouse house, string path)
    {
        var page = await device.GoAsync(new Uri(house.Address, path).AbsoluteUri);
        if (await page.Locator("[name=password]").CountAsync() > 0)
        {
            await page.FillAsync("[name=name]", "manager");
            await page.FillAsync("[name=password]", HostedApp.ManagerPassword);
            await page.ClickAsync("form button");
            await page.ArriveAsync(path);
        }

        await page.ShouldBeLiveAsync();
        return page;
    }

    /// <summary>The grill, another station and the pass at once, on one device.</summary>
    public static async Task<(IPage Grill, IPage Other, IPage Expo)> CookEverywhereAsync(
        this BrowserContext device,
        KitchenHouse house,
        string other = "stew"
    )
    {
        var grill = await device.CookAtAsync(house, "/kitchen/grill");
        var others = await Task.WhenAll(device.CookAtAsync(house, $"/kitchen/{other}"), device.CookAtAsync(house, "/expo"));
        return (grill, others[0], others[1]);
    }

    /// <summary>A guest's own phone at a table, on a page of theirs.</summary>
    public static async Task<IPage> SitAtAsync(this BrowserContext phone, KitchenHouse house, string tablePath, string path)
    {
        var page = await phone.GoAsync(new Uri(house.Address, tablePath).AbsoluteUri);
        await page.GotoAsync(new Uri(house.Address, path).AbsoluteUri);
        await page.ShouldBeLiveAsync();
        return page;
    }

    public static Task ShouldBeLiveAsync(this IPage page) => Expect(page.Locator(".live")).ToHaveAttributeAsync("data-state", "live");

    public static ILocator Ticket(this IPage page, Order order) => page.Locator($".ticket[data-order='{order.Id}']");

    public static ILocator Bump(this IPage page, Order order) => page.Ticket(order).Locator("[data-tap=bump]");

    /// <summary>A line that can be ticked.</summary>
    public static ILocator Tick(this IPage page, Order order, int line = 0) => page.Ticket(order).Locator($"[data-line='{order.Lines[line].Id}']");

    public static Task HasTicketAsync(this IPage page, Order order) => Expect(page.Ticket(order).First).ToBeVisibleAsync();

    public static Task HasNoTicketAsync(this IPage page, Order order) => Expect(page.Ticket(order)).ToHaveCountAsync(0);

    /// <summary>The tickets of the page, in the order in which they are read.</summary>
    public static async Task ShouldHangAsync(this IPage page, params Order[] orders)
    {
        var tickets = page.Locator(".ticket");
        await Expect(tickets).ToHaveCountAsync(orders.Length);
        for (var i = 0; i < orders.Length; i++)
        {
            await Expect(tickets.Nth(i)).ToHaveAttributeAsync("data-order", $"{orders[i].Id}");
        }
    }

    /// <summary>A finger on the glass, that is not trembling.</summary>
    public static async Task TouchAsync(this ILocator target)
    {
        // What has not come yet cannot have stood.
        await target.WaitForAsync();
        await target.Page.WaitForFunctionAsync(FingerHasRested);
        await target.ClickAsync();
        await target.Page.EvaluateAsync("window.fingerLifted = performance.now()");
    }

    /// <summary>A key of a cook who has looked before.</summary>
    public static async Task KeyAsync(this IPage page, string key)
    {
        await page.EvaluateAsync("window.keysStand = undefined");
        await page.WaitForFunctionAsync(KeysHaveRested);
        await page.Keyboard.PressAsync(key);
    }

    /// <summary>Opens a panel by its key.</summary>
    public static async Task PanelAsync(this IPage page, string key, string shows)
    {
        await page.Keyboard.PressAsync(key);
        await Expect(page.Locator(".panel")).ToHaveAttributeAsync("data-shows", shows);
    }

    /// <summary>
    /// The server's end of the page rests, as when its tab was hidden: it hears of nothing, and whoever taps means what they still see.
    /// The browser's end, which would soon ask why, is kept from it.
    /// </summary>
    public static async Task StopHearingAsync(this IPage page)
    {
        // A page that still catches up would carry out what happens now, too.
        await page.ShouldBeLiveAsync();
        await page.EvaluateAsync(
            """
            () => {
              const circuit = tableOrder.page;
              const ask = circuit.invokeMethodAsync.bind(circuit);
              circuit.invokeMethodAsync = (method, ...rest) => method === 'SeenAsync' ? Promise.resolve() : ask(method, ...rest);
              return ask('SeenAsync', false, -1);
            }
            """
        );
    }

    /// <summary>It hears again, and catches up.</summary>
    public static Task HearAgainAsync(this IPage page) =>
        page.EvaluateAsync("() => { delete tableOrder.page.invokeMethodAsync; document.dispatchEvent(new Event('visibilitychange')); }");

    /// <summary>So many seconds of the page's own: what happens in it every second has happened as often.</summary>
    public static Task TickingAsync(this IPage page, int seconds) =>
        page.EvaluateAsync(
            """
            seconds => new Promise(done => {
              const ticks = setInterval(() => { if (--seconds === 0) { clearInterval(ticks); done(); } }, 1000);
            })
            """,
            seconds
        );

    /// <summary>All that was to be heard since the page was opened.</summary>
    public static async Task ShouldHearAsync(this IPage page, params string[] sounds)
    {
        try
        {
            await page.WaitForFunctionAsync(
                "expected => tableOrder.sounds.played.map(({ sound }) => sound).join(' ') === expected",
                string.Join(' ', sounds)
            );
        }
        catch (TimeoutException)
        {
            (await page.EvaluateAsync<string[]>("tableOrder.sounds.played.map(({ sound }) => sound)")).Should().Equal(sounds);
        }
    }

    /// <summary>What no cook should ever see because another one was faster.</summary>
    public static async Task ShouldNotComplainAsync(this IPage page)
    {
        await Expect(page.Locator(".notice.bad")).ToHaveCountAsync(0);
        await Expect(page.Locator("#stale")).ToBeHiddenAsync();
        await page.ShouldBeLiveAsync();
    }

    public static string Number(this Order order) => string.Create(CultureInfo.InvariantCulture, $"#{order.Number}");
}
