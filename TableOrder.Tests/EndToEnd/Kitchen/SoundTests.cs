using Microsoft.Playwright;
using TableOrder.Core.Ordering;
using TableOrder.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace TableOrder.Tests.EndToEnd.Kitchen;

/// <summary>What a kitchen hears of its orders.</summary>
public sealed class SoundTests(Browser browser, KitchenHouse house) : IClassFixture<Browser>, IClassFixture<KitchenHouse>, IAsyncLifetime
{
    /// <summary>A page whose time can be put forward, on both of its clocks.</summary>
    private const string PutForward = """
        window.skipped = 0;
        for (const clock of [performance, Date]) {
          const now = clock.now.bind(clock);
          clock.now = () => now() + window.skipped;
        }
        """;

    private const int RingsAfter = 25;

    public Task InitializeAsync() => house.ClearAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [SkippableFact]
    public async Task New_added_and_cancelled_are_told_apart_and_the_pass_hears_what_is_ready()
    {
        await using var device = await browser.WallAsync();
        var (grill, _, expo) = await device.CookEverywhereAsync(house);
        await WakeAsync(grill, expo);
        var guest = await house.SeatAsync();

        var first = await house.OrderAsync(guest, Dishes.Pancake);
        await grill.ShouldHearAsync("new");
        await grill.Ticket(first).Locator("[data-tap=start]").TouchAsync();
        await Expect(grill.Locator("[data-untouched]")).ToHaveCountAsync(0);
        var second = await house.OrderAsync(guest, Dishes.Pancake, Dishes.Shrimp);
        await grill.ShouldHearAsync("new", "added");
        await house.CancelAsync(second, new CancelLine(second.Lines[0].Id));
        await grill.ShouldHearAsync("new", "added", "cancelled");
        await grill.Bump(first).TouchAsync();

        await expo.ShouldHearAsync("ready");
        await grill.ShouldHearAsync("new", "added", "cancelled");
        device.Errors.Should().BeEmpty();
    }

    [SkippableFact]
    public async Task The_bell_for_a_new_order_rings_again_every_25_seconds_until_somebody_touches_the_ticket()
    {
        await using var device = await browser.WallAsync();
        await device.PrepareAsync(PutForward);
        var grill = await device.CookAtAsync(house, "/kitchen/grill");
        await WakeAsync(grill);
        var order = await house.OrderAsync(Dishes.Pancake);
        await grill.ShouldHearAsync("new");

        for (var times = 2; times <= 3; times++)
        {
            await grill.TickingAsync(2);
            await PutForwardAsync(grill, RingsAfter);
            await grill.ShouldHearAsync([.. Enumerable.Repeat("new", times)]);
        }

        var rang = await grill.EvaluateAsync<double[]>("tableOrder.sounds.played.map(({ at }) => at)");
        rang.Zip(rang.Skip(1), (one, next) => next - one).Should().OnlyContain(pause => pause >= RingsAfter * 1000);

        await grill.Ticket(order).Locator("[data-tap=start]").TouchAsync();
        await Expect(grill.Ticket(order)).Not.ToHaveAttributeAsync("data-untouched", "1");
        await grill.TickingAsync(2);
        await PutForwardAsync(grill, 60);
        await grill.TickingAsync(2);
        await grill.ShouldHearAsync("new", "new", "new");
        await grill.HasTicketAsync(order);
        device.Errors.Should().BeEmpty();
    }

    [SkippableFact]
    public async Task A_muted_screen_says_nothing_and_a_silenced_kind_is_left_out()
    {
        await using var device = await browser.WallAsync();
        await device.PrepareAsync(PutForward);
        var grill = await device.CookAtAsync(house, "/kitchen/grill");
        await WakeAsync(grill);

        await grill.Keyboard.PressAsync("m");
        await Expect(grill.Locator(".mute")).ToHaveAttributeAsync("aria-pressed", "true");
        var order = await house.OrderAsync(Dishes.Pancake);
        await grill.HasTicketAsync(order);
        await grill.TickingAsync(2);
        await PutForwardAsync(grill, 30);
        await grill.TickingAsync(2);
        await grill.ShouldHearAsync();

        await grill.Keyboard.PressAsync("m");
        await Expect(grill.Locator(".mute")).ToHaveAttributeAsync("aria-pressed", "false");
        await grill.PanelAsync("g", "settings");
        await grill.GetByLabel("New order", new PageGetByLabelOptions { Exact = true }).UncheckAsync();
        await Expect(grill.Locator(".kitchen")).ToHaveAttributeAsync("data-silent", "new");
        var silenced = await house.OrderAsync(Dishes.Pancake);
        await grill.HasTicketAsync(silenced);
        await house.CancelAsync(silenced);
        await grill.ShouldHearAsync("cancelled");
        await grill.GetByLabel("New order", new PageGetByLabelOptions { Exact = true }).CheckAsync();
        device.Errors.Should().BeEmpty();
    }

    /// <summary>A key lets a browser sound.</summary>
    private static async Task WakeAsync(params IPage[] pages)
    {
        foreach (var page in pages)
        {
            await page.Keyboard.PressAsync("Shift");
            await page.WaitForFunctionAsync("() => !tableOrder.sounds.isUnheard()");
            await Expect(page.Locator("[data-unheard]")).ToBeHiddenAsync();
        }
    }

    private static async Task PutForwardAsync(IPage page, int seconds) =>
        await page.EvaluateAsync("seconds => { window.skipped += seconds * 1000; }", seconds);
}
