using System.Globalization;
using Microsoft.Playwright;
using TableOrder.Tests.Api;
using TableOrder.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace TableOrder.Tests.EndToEnd;

/// <summary>A kitchen's screen behind a network that fails: it says so, covers itself, and comes back by itself with what happened meanwhile.</summary>
public sealed class LostConnectionTests(Browser browser, ApiHouse house) : IClassFixture<Browser>, IClassFixture<ApiHouse>, IAsyncLifetime
{
    /// <summary>A browser tries a socket that swallows everything before it opens another, and the screen gives each try its time.</summary>
    private static readonly LocatorAssertionsToBeVisibleOptions Patiently = new() { Timeout = 45_000 };
    private readonly CuttableProxy network = new(house.App.Address);

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => network.DisposeAsync().AsTask();

    [SkippableTheory]
    [InlineData("cut")]
    [InlineData("stalled")]
    public async Task A_screen_without_a_network_covers_itself_and_comes_back_with_what_happened_meanwhile(string failure)
    {
        await using var cook = await browser.OpenAsync("en", width: 1920, height: 1080);
        var kitchen = await OpenAsync(cook);
        await Expect(Ticket(kitchen, await OrderAsync())).ToBeVisibleAsync();

        var lost = TimeProvider.System.GetUtcNow();
        (failure is "cut" ? (Action)network.Cut : network.Stall)();
        await Expect(kitchen.Locator(".live")).ToHaveAttributeAsync("data-state", "lost");
        var meanwhile = await OrderAsync();
        await Expect(kitchen.Locator("#stale")).ToBeVisibleAsync();
        await Expect(kitchen.GetByRole(AriaRole.Alert)).ToContainTextAsync("No connection");
        (await kitchen.Locator("#stale-since").InnerTextAsync())
            .Should()
            .BeOneOf(await SecondsBeforeAsync(kitchen, lost), "it shows the restaurant's time of the last sign of life");
        await Expect(Ticket(kitchen, meanwhile)).ToHaveCountAsync(0);

        network.Mend();

        await Expect(Ticket(kitchen, meanwhile)).ToBeVisibleAsync();
        await Expect(kitchen.Locator(".live")).ToHaveAttributeAsync("data-state", "live");
        await Expect(kitchen.Locator("#stale")).ToBeHiddenAsync();
        (await IsTheSamePageAsync(kitchen)).Should().BeTrue("its circuit lived on");
    }

    [SkippableFact]
    public async Task A_connection_that_stays_silent_after_the_network_came_back_does_not_keep_the_screen_away()
    {
        await using var cook = await browser.OpenAsync("en", width: 1920, height: 1080);
        var kitchen = await OpenAsync(cook);

        network.Swallow();
        await Expect(kitchen.Locator(".live")).ToHaveAttributeAsync("data-state", "lost");
        var meanwhile = await OrderAsync();
        await Expect(kitchen.Locator("#stale")).ToBeVisibleAsync();
        network.Mend();

        await Expect(Ticket(kitchen, meanwhile)).ToBeVisibleAsync(Patiently);
        await Expect(kitchen.Locator(".live")).ToHaveAttributeAsync("data-state", "live");
        await Expect(kitchen.Locator("#stale")).ToBeHiddenAsync();
    }

    [SkippableFact]
    public async Task A_page_that_woke_and_whose_circuit_stays_silent_is_loaded_anew()
    {
        await using var cook = await browser.OpenAsync("en", width: 1920, height: 1080);
        var kitchen = await OpenAsync(cook);

        // The server answers and the socket stands, but the circuit hears no question any more: as one that broke inside.
        await kitchen.EvaluateAsync("tableOrder.follow({ invokeMethodAsync: () => new Promise(() => {}) })");
        await kitchen.EvaluateAsync("dispatchEvent(new Event('online'))");
        await Expect(kitchen.Locator(".live")).ToHaveAttributeAsync("data-state", "connecting");

        await kitchen.WaitForFunctionAsync("() => !window.isTheSame");
        await Expect(kitchen.Locator(".live")).ToHaveAttributeAsync("data-state", "live");
    }

    [SkippableFact]
    public async Task A_screen_whose_server_was_replaced_while_the_network_was_away_comes_back_by_itself()
    {
        await using var cook = await browser.OpenAsync("en", width: 1920, height: 1080);
        var kitchen = await OpenAsync(cook);
        network.Cut();
        await Expect(kitchen.Locator(".live")).ToHaveAttributeAsync("data-state", "lost");

        // A deploy: the server that comes back has never heard of this circuit.
        await house.App.StopAsync();
        await house.App.StartAgainAsync();
        var meanwhile = await OrderAsync();
        network.Mend();

        await Expect(Ticket(kitchen, meanwhile)).ToBeVisibleAsync();
        await Expect(kitchen.Locator(".live")).ToHaveAttributeAsync("data-state", "live");
        await Expect(kitchen.Locator("#stale")).ToBeHiddenAsync();
    }

    [SkippableFact]
    public async Task A_screen_that_could_not_be_shown_shows_itself_as_soon_as_it_can_be()
    {
        await using var cook = await browser.OpenAsync("en", width: 1920, height: 1080);
        var kitchen = await OpenAsync(cook);
        await house.App.ExecuteAsync("ALTER TABLE tickets RENAME TO gone");
        await kitchen.ReloadAsync();
        await Expect(kitchen.GetByRole(AriaRole.Heading)).ToHaveTextAsync("Something broke on our side");

        await house.App.ExecuteAsync("ALTER TABLE gone RENAME TO tickets");

        await Expect(kitchen.Locator(".live")).ToHaveAttributeAsync("data-state", "live");
    }

    private async Task<IPage> OpenAsync(BrowserContext cook)
    {
        var kitchen = await cook.SignInAsync(network.Address, "kitchen", RunningApp.KitchenPin, "/kitchen");
        await Expect(kitchen.Locator(".live")).ToHaveAttributeAsync("data-state", "live");
        await kitchen.EvaluateAsync("window.isTheSame = true");
        return kitchen;
    }

    private static Task<bool> IsTheSamePageAsync(IPage kitchen) => kitchen.EvaluateAsync<bool>("window.isTheSame === true");

    /// <summary>Places an order past the browser's network; gives its number.</summary>
    private async Task<int> OrderAsync() => (await house.Guest.PlaceAsync(house.Order())).Body.GetProperty("number").GetInt32();

    private static ILocator Ticket(IPage kitchen, int number) =>
        kitchen.Locator(".ticket", new PageLocatorOptions { HasText = string.Create(CultureInfo.InvariantCulture, $"#{number}") });

    /// <summary>How a clock in the restaurant shows the seconds in which the last sign of life may have been given.</summary>
    private static Task<string[]> SecondsBeforeAsync(IPage page, DateTimeOffset lost) =>
        page.EvaluateAsync<string[]>(
            "lost => Array.from({ length: 9 }, (_, i) => new Date(lost + 1000 - i * 1000).toLocaleTimeString('en', { timeZone: 'Asia/Seoul' }))",
            lost.ToUnixTimeMilliseconds()
        );
}
