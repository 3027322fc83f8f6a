using Microsoft.Playwright;
using TableOrder.Core.Ordering;
using TableOrder.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace TableOrder.Tests.EndToEnd.Kitchen;

/// <summary>What a kitchen hears of its orders, and what the screen says where it cannot sound or may fall asleep.</summary>
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

    private const string NoSound = "window.AudioContext = class { constructor() { throw new Error('forbidden'); } };";
    private const string NeverSounds = """
        Object.defineProperty(BaseAudioContext.prototype, 'state', { get: () => 'suspended' });
        AudioContext.prototype.resume = () => new Promise(() => {});
        """;
    private const string NoLock = "WakeLock.prototype.request = () => Promise.reject(new DOMException('refused', 'NotAllowedError'));";
    private const string NoLocks = "Object.defineProperty(navigator, 'wakeLock', { value: undefined });";
    private const string AnyLock = "// As it comes.";

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
        await ShouldHearAsync(grill, "new");
        await grill.Ticket(first).Locator("[data-tap=start]").TouchAsync();
        await Expect(grill.Locator("[data-untouched]")).ToHaveCountAsync(0);
        var second = await house.OrderAsync(guest, Dishes.Pancake, Dishes.Shrimp);
        await ShouldHearAsync(grill, "new", "added");
        await house.CancelAsync(second, new CancelLine(second.Lines[0].Id));
        await ShouldHearAsync(grill, "new", "added", "cancelled");
        await grill.Bump(first).TouchAsync();

        await ShouldHearAsync(expo, "ready");
        await ShouldHearAsync(grill, "new", "added", "cancelled");
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
        await ShouldHearAsync(grill, "new");

        for (var times = 2; times <= 3; times++)
        {
            await grill.TickingAsync(2);
            await PutForwardAsync(grill, RingsAfter);
            await ShouldHearAsync(grill, [.. Enumerable.Repeat("new", times)]);
        }

        var rang = await grill.EvaluateAsync<double[]>("tableOrder.sounds.played.map(({ at }) => at)");
        rang.Zip(rang.Skip(1), (one, next) => next - one).Should().OnlyContain(pause => pause >= RingsAfter * 1000);

        await grill.Ticket(order).Locator("[data-tap=start]").TouchAsync();
        await Expect(grill.Ticket(order)).Not.ToHaveAttributeAsync("data-untouched", "1");
        await grill.TickingAsync(2);
        await PutForwardAsync(grill, 60);
        await grill.TickingAsync(2);
        await ShouldHearAsync(grill, "new", "new", "new");
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
        await ShouldHearAsync(grill);

        await grill.Keyboard.PressAsync("m");
        await Expect(grill.Locator(".mute")).ToHaveAttributeAsync("aria-pressed", "false");
        await grill.PanelAsync("g", "settings");
        await grill.GetByLabel("New order", new PageGetByLabelOptions { Exact = true }).UncheckAsync();
        await Expect(grill.Locator(".kitchen")).ToHaveAttributeAsync("data-silent", "new");
        var silenced = await house.OrderAsync(Dishes.Pancake);
        await grill.HasTicketAsync(silenced);
        await house.CancelAsync(silenced);
        await ShouldHearAsync(grill, "cancelled");
        await grill.GetByLabel("New order", new PageGetByLabelOptions { Exact = true }).CheckAsync();
        device.Errors.Should().BeEmpty();
    }

    [SkippableFact]
    public async Task Where_the_browser_wants_a_tap_first_a_banner_asks_for_it_and_covers_nothing()
    {
        await using var device = await browser.WallAsync();
        await device.CookAtAsync(house, "/kitchen/grill");
        await house.FillAsync(40, Dishes.Pancake);
        var grill = await device.CookAtAsync(house, "/kitchen/grill");
        var banner = grill.Locator("[data-unheard]");
        await Expect(banner).ToBeVisibleAsync();
        foreach (var (width, height) in new[] { (1920, 1080), (1280, 800), (390, 844) })
        {
            await grill.SetViewportSizeAsync(width, height);
            await Expect(banner).ToBeVisibleAsync();
            (await grill.EvaluateAsync<string[]>(CoveredBy, ".ticket, .panel, header, .pages")).Should().BeEmpty($"at {width} × {height}");
        }

        await banner.ClickAsync();

        await Expect(banner).ToBeHiddenAsync();
        await house.OrderAsync(await house.SeatAsync(), Dishes.Pancake);
        await ShouldHearAsync(grill, "added");
        device.Errors.Should().BeEmpty();
    }

    [SkippableFact]
    public async Task The_tap_that_lets_the_screen_sound_is_a_tap_on_what_lies_under_the_finger_all_the_same()
    {
        await using var device = await browser.WallAsync();
        await device.CookAtAsync(house, "/kitchen/grill");
        var (first, second) = (await house.OrderAsync(Dishes.Pancake), await house.OrderAsync(Dishes.Pancake));
        var grill = await device.CookAtAsync(house, "/kitchen/grill");
        await grill.ShouldHangAsync(first, second);
        await Expect(grill.Locator("[data-unheard]")).ToBeVisibleAsync();

        // A finger stays down longer than a browser takes to let the page sound.
        await grill.Bump(first).HoverAsync();
        await grill.Mouse.DownAsync();
        await grill.WaitForFunctionAsync("() => !tableOrder.sounds.isUnheard()");
        await grill.TickingAsync(1);
        await grill.Mouse.UpAsync();

        await grill.ShouldHangAsync(second);
        await Expect(grill.Locator("[data-unheard]")).ToBeHiddenAsync();
        device.Errors.Should().BeEmpty();
    }

    [SkippableTheory]
    [InlineData(NoSound)]
    [InlineData(NeverSounds)]
    public async Task Where_the_browser_forbids_sound_the_banner_stays_and_the_work_goes_on(string forbids)
    {
        await using var device = await browser.WallAsync();
        await device.PrepareAsync(forbids);
        var grill = await device.CookAtAsync(house, "/kitchen/grill");
        var (first, second) = (await house.OrderAsync(Dishes.Pancake), await house.OrderAsync(Dishes.Pancake));
        await grill.ShouldHangAsync(first, second);

        await grill.Locator("[data-unheard]").ClickAsync();
        await grill.Bump(first).TouchAsync();
        await grill.ShouldHangAsync(second);
        await grill.KeyAsync("1");
        await grill.HasNoTicketAsync(second);

        await Expect(grill.Locator("[data-unheard]")).ToBeVisibleAsync();
        await ShouldHearAsync(grill);
        device.Errors.Should().BeEmpty();
    }

    [SkippableTheory]
    [InlineData(AnyLock)]
    [InlineData(NoLock)]
    [InlineData(NoLocks)]
    public async Task The_screen_says_that_it_may_fall_asleep_where_it_may_and_only_there(string refuses)
    {
        await using var device = await browser.WallAsync();
        await device.PrepareAsync(refuses);
        var grill = await device.CookAtAsync(house, "/kitchen/grill");

        // A browser without a screen may refuse as well: whatever it says to us, it says to the page.
        var stays = await grill.EvaluateAsync<bool>(
            "async () => { try { return !(await navigator.wakeLock.request('screen')).released; } catch { return false; } }"
        );
        stays.Should().Be(stays && string.Equals(refuses, AnyLock, StringComparison.Ordinal));

        var sign = grill.Locator("header [data-may-sleep]");
        await (stays ? Expect(sign).ToBeHiddenAsync() : Expect(sign).ToBeVisibleAsync());
        await grill.EvaluateAsync("() => tableOrder.sounds.stayAwake()");
        await (stays ? Expect(sign).ToBeHiddenAsync() : Expect(sign).ToBeVisibleAsync());
        device.Errors.Should().BeEmpty();
    }

    /// <summary>What of such elements lies under the banner.</summary>
    private const string CoveredBy = """
        selector => {
          const banner = document.querySelector('[data-unheard]').getBoundingClientRect();
          return [...document.querySelectorAll(selector)]
            .filter(other => {
              const box = other.getBoundingClientRect();
              return box.width && box.left < banner.right - 1 && box.right > banner.left + 1 && box.top < banner.bottom - 1 && box.bottom > banner.top + 1;
            })
            .map(other => other.className);
        }
        """;

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

    /// <summary>All that was to be heard since the page was opened.</summary>
    private static async Task ShouldHearAsync(IPage page, params string[] sounds)
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
}
