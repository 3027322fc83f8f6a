using Microsoft.Playwright;
using TableOrder.Tests.EndToEnd.Kitchen;
using TableOrder.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace TableOrder.Tests.EndToEnd;

/// <summary>The main job: a guest's order is on the kitchen's screen without a reload, steps flow back, and a killed server changes nothing of it.</summary>
public sealed class TheWayOfAnOrderTests(Browser browser) : IClassFixture<Browser>, IAsyncLifetime
{
    private readonly RunningApp app = new();

    public Task InitializeAsync() => Browser.Missing is null ? app.InitializeAsync() : Task.CompletedTask;

    public Task DisposeAsync() => app.DisposeAsync();

    [SkippableFact]
    public async Task An_order_flows_to_the_kitchen_and_back_and_survives_a_killed_server()
    {
        await using var table = await browser.OpenAsync(width: 390, height: 844);
        await using var staff = await browser.OpenAsync(width: 1920, height: 1080);
        var guest = await table.GoAsync(app.TableLink.AbsoluteUri);
        var kitchen = await staff.SignInAsync(app.Address, "manager", RunningApp.ManagerPassword, "/kitchen");
        var manager = await staff.GoAsync(new Uri(app.Address, "/manager").AbsoluteUri);
        await ShouldBeAsync("live", guest, kitchen, manager);
        await Expect(kitchen.Locator(".ticket")).ToHaveCountAsync(0);

        var number = await OrderStewAndRiceAsync(guest);

        // The kitchen and the manager were open all the while: nobody reloads.
        var ticket = kitchen.Locator(".ticket");
        await Expect(ticket).ToHaveCountAsync(1);
        await Expect(ticket).ToContainTextAsync($"#{number}");
        await Expect(ticket).ToContainTextAsync("묵은지 김치찌개");
        await Expect(ticket).ToContainTextAsync("덜 맵게 부탁드려요");
        await Expect(manager.Locator("#figure-placed .value")).ToHaveTextAsync("1");
        await Expect(manager.Locator(".row")).ToContainTextAsync($"#{number}");

        await guest.GotoAsync(new Uri(app.Address, "/order").AbsoluteUri);
        var order = guest.Locator("article.order");
        await Expect(order).ToHaveAttributeAsync("data-status", "placed");

        await ticket.Locator("[data-tap=start]").TouchAsync();
        await Expect(order).ToHaveAttributeAsync("data-status", "preparing");
        await Expect(manager.Locator("#figure-preparing .value")).ToHaveTextAsync("1");

        table.Errors.Concat(staff.Errors).Should().BeEmpty();
        await app.KillAsync();
        await ShouldBeAsync("lost", guest, kitchen, manager);

        await Expect(kitchen.Locator("#stale")).ToBeVisibleAsync();
        foreach (var screen in new[] { guest, kitchen, manager })
        {
            // Wherever somebody looks from, since when a screen stands is told by the restaurant's clock.
            await Expect(screen.Locator(".live").First).ToHaveAttributeAsync("data-zone", "Asia/Seoul");
        }

        await app.StartAgainAsync();
        await ShouldBeAsync("live", guest, kitchen, manager);
        await Expect(kitchen.Locator("#stale")).ToBeHiddenAsync();

        // They came back by themselves, are right, and are live again.
        await Expect(order).ToHaveAttributeAsync("data-status", "preparing");
        await Expect(manager.Locator("#figure-preparing .value")).ToHaveTextAsync("1");
        await Expect(ticket).ToHaveCountAsync(1);
        await ticket.Locator("[data-tap=bump]").TouchAsync();
        await Expect(ticket).ToHaveCountAsync(0);
        await Expect(order).ToHaveAttributeAsync("data-status", "ready");

        await manager.Locator(".serve").ClickAsync();
        await Expect(guest.Locator("article.past")).ToHaveAttributeAsync("data-status", "served");
        await Expect(manager.Locator("#figure-ready .what")).ToContainTextAsync("1");

        // While the server was dead, the browser itself told of refused connections; nothing else may be red.
        table.Errors.Concat(staff.Errors).Where(error => !IsTheDeadServer(error)).Should().BeEmpty();
    }

    [SkippableFact]
    public async Task A_cart_survives_a_reload_and_a_killed_server()
    {
        await using var table = await browser.OpenAsync(width: 1280, height: 800);
        var guest = await table.GoAsync(app.TableLink.AbsoluteUri);
        await ShouldBeAsync("live", guest);
        await guest.Locator(".quick").First.ClickAsync();
        var send = guest.Locator("aside .send");
        await Expect(send).ToBeVisibleAsync();

        await guest.ReloadAsync();
        await Expect(send).ToBeVisibleAsync();

        await app.KillAsync();
        await ShouldBeAsync("lost", guest);
        await app.StartAgainAsync();
        await ShouldBeAsync("live", guest);
        await Expect(send).ToBeVisibleAsync();
        await send.ClickAsync();
        await guest.Locator("dialog .confirm").ClickAsync();
        await Expect(guest.Locator("aside .placed")).ToBeVisibleAsync();
        await Expect(send).ToBeHiddenAsync();
    }

    /// <summary>A stew with a required option and a note, and a drink with the quick button; gives the order's number.</summary>
    private static async Task<string> OrderStewAndRiceAsync(IPage guest)
    {
        await guest.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "묵은지 김치찌개", Exact = true }).ClickAsync();
        var sheet = guest.Locator("dialog.sheet");
        await sheet.Locator(".add").ClickAsync();
        await Expect(sheet.Locator(".missing").First).ToBeVisibleAsync();
        for (var missing = await sheet.Locator("fieldset[data-missing]").CountAsync(); missing > 0; missing--)
        {
            await sheet.Locator("fieldset[data-missing] label").First.ClickAsync();
            await Expect(sheet.Locator("fieldset[data-missing]")).ToHaveCountAsync(missing - 1);
        }

        await sheet.Locator("textarea").FillAsync("덜 맵게 부탁드려요");
        await sheet.Locator(".add").ClickAsync();
        await Expect(sheet).ToBeHiddenAsync();
        await guest.Locator(".quick").First.ClickAsync();
        await guest.Locator(".bar button").ClickAsync();
        await sheet.Locator(".send").ClickAsync();
        await sheet.Locator(".confirm").ClickAsync();
        var placed = sheet.Locator(".placed strong");
        await Expect(placed).ToBeVisibleAsync();
        return System
            .Text.RegularExpressions.Regex.Match(
                await placed.InnerTextAsync(),
                @"\d+",
                System.Text.RegularExpressions.RegexOptions.None,
                TimeSpan.FromSeconds(1)
            )
            .Value;
    }

    private static async Task ShouldBeAsync(string state, params IPage[] pages)
    {
        foreach (var page in pages)
        {
            await Expect(page.Locator(".live")).ToHaveAttributeAsync("data-state", state);
        }
    }

    /// <summary>What the browser itself says while nobody answers, in whichever way a connection can fail.</summary>
    private static bool IsTheDeadServer(string error) =>
        error.StartsWith("Failed to load resource: net::ERR_", StringComparison.Ordinal)
        || error.Contains("WebSocket", StringComparison.Ordinal)
        || error.Contains("Connection disconnected", StringComparison.Ordinal);
}
