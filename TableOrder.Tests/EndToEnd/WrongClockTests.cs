using System.Globalization;
using Microsoft.Playwright;
using TableOrder.Tests.Api;
using TableOrder.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace TableOrder.Tests.EndToEnd;

/// <summary>Tablets whose clocks are wrong, or are set while somebody looks: ages are right all the same, and the screen is neither covered nor called alive by mistake.</summary>
public sealed class WrongClockTests(Browser browser, ApiHouse house) : IClassFixture<Browser>, IClassFixture<ApiHouse>
{
    private const int Hour = 60 * 60;

    /// <summary>A page whose clock, and nothing else, is so many seconds off; and which notes how often it was covered.</summary>
    private const string WrongClock = """
        window.covers = 0;
        window.off = SECONDS * 1000;
        const TheirDate = Date;
        window.Date = class extends TheirDate {
          constructor(...parts) { parts.length ? super(...parts) : super(TheirDate.now() + off); }
          static now() { return TheirDate.now() + off; }
        };
        document.addEventListener('DOMContentLoaded', () =>
          new MutationObserver(() => { if (!document.getElementById('stale').hidden) covers++; })
            .observe(document.getElementById('stale'), { attributes: true, attributeFilter: ['hidden'] }));
        """;

    [SkippableTheory]
    [InlineData(Hour)]
    [InlineData(-Hour)]
    public async Task Ages_are_right_on_a_tablet_whose_clock_is_an_hour_off(int seconds)
    {
        await using var cook = await browser.OpenAsync("en");
        var kitchen = await OpenAsync(cook, house.App.Address, seconds);

        await AgeIsRightAsync(kitchen, await OrderAsync(), atLeast: 2);

        (await kitchen.Locator("[data-clock]").InnerTextAsync()).Should().BeOneOf(await ServerMinutesAsync(kitchen));
        (await kitchen.EvaluateAsync<int>("covers")).Should().Be(0);
    }

    [SkippableTheory]
    [InlineData(Hour)]
    [InlineData(-Hour)]
    public async Task A_clock_that_is_set_while_somebody_looks_covers_nothing_and_ages_nothing(int seconds)
    {
        await using var cook = await browser.OpenAsync("en");
        var kitchen = await OpenAsync(cook, house.App.Address, 0);
        var ticket = await OrderAsync();
        await AgeIsRightAsync(kitchen, ticket, atLeast: 1);

        await kitchen.EvaluateAsync("seconds => { window.off = seconds * 1000; }", seconds);

        await AgeIsRightAsync(kitchen, ticket, atLeast: 6);
        await Expect(kitchen.Locator(".live")).ToHaveAttributeAsync("data-state", "live");
        (await kitchen.EvaluateAsync<int>("covers")).Should().Be(0);
    }

    [SkippableFact]
    public async Task A_clock_that_is_set_back_does_not_make_a_dead_screen_look_alive()
    {
        await using var network = new CuttableProxy(house.App.Address);
        await using var cook = await browser.OpenAsync("en");
        var kitchen = await OpenAsync(cook, network.Address, 0);

        network.Stall();
        await kitchen.EvaluateAsync("() => { window.off = -60 * 60 * 1000; }");

        await Expect(kitchen.Locator("#stale")).ToBeVisibleAsync();
        await Expect(kitchen.Locator(".live")).Not.ToHaveAttributeAsync("data-state", "live");
    }

    [SkippableFact]
    public async Task A_tablet_that_slept_with_a_steady_clock_that_stood_still_is_not_alive_before_the_server_says_so()
    {
        await using var network = new CuttableProxy(house.App.Address);
        await using var cook = await browser.OpenAsync("en");
        var kitchen = await OpenAsync(cook, network.Address, 0);

        // Half an hour of sleep, of which only one of its two clocks knows.
        network.Stall();
        await kitchen.EvaluateAsync("() => { window.off = 30 * 60 * 1000; tableOrder.tick(); }");

        (await kitchen.Locator(".live").GetAttributeAsync("data-state")).Should().NotBe("live");
        await Expect(kitchen.Locator(".live")).ToContainTextAsync("· 30:");
        await Expect(kitchen.Locator("#stale")).ToBeVisibleAsync();
        network.Mend();
        await Expect(kitchen.Locator(".live")).ToHaveAttributeAsync("data-state", "live");
        await Expect(kitchen.Locator("#stale")).ToBeHiddenAsync();
    }

    private static async Task<IPage> OpenAsync(BrowserContext cook, Uri address, int seconds)
    {
        await cook.PrepareAsync(WrongClock.Replace("SECONDS", seconds.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal));
        var kitchen = await cook.SignInAsync(address, "kitchen", RunningApp.KitchenPin, "/kitchen");
        await Expect(kitchen.Locator(".live")).ToHaveAttributeAsync("data-state", "live");
        return kitchen;
    }

    private async Task<(int Number, DateTimeOffset PlacedAt)> OrderAsync()
    {
        var order = (await house.Guest.PlaceAsync(house.Order())).Body;
        return (order.GetProperty("number").GetInt32(), order.GetProperty("placedAt").GetDateTimeOffset());
    }

    /// <summary>Waits until a ticket's timer has come so far; then it says what the server's clock says.</summary>
    private static async Task AgeIsRightAsync(IPage kitchen, (int Number, DateTimeOffset PlacedAt) order, int atLeast)
    {
        var shown = await (
            await kitchen.WaitForFunctionAsync(
                """
                ([number, atLeast]) => {
                  const ticket = [...document.querySelectorAll('.ticket')].find(one => one.textContent.includes(number));
                  const [minutes, seconds] = (ticket?.querySelector('[data-since]').textContent || '0:0').split(':').map(Number);
                  return minutes * 60 + seconds >= atLeast ? minutes * 60 + seconds : false;
                }
                """,
                new object[] { string.Create(CultureInfo.InvariantCulture, $"#{order.Number}"), atLeast }
            )
        ).JsonValueAsync<int>();
        var age = (TimeProvider.System.GetUtcNow() - order.PlacedAt).TotalSeconds;
        ((double)shown).Should().BeApproximately(age, 2.5);
    }

    /// <summary>The minute on the restaurant's wall, and the one before it, where it has just turned.</summary>
    private static Task<string[]> ServerMinutesAsync(IPage page) =>
        page.EvaluateAsync<string[]>(
            "now => [now, now - 10_000].map(time => new Date(time).toLocaleTimeString('en', { timeZone: 'Asia/Seoul', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }))",
            TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds()
        );
}
