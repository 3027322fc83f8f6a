using Microsoft.Playwright;
using TableOrder.Core.Ordering;
using TableOrder.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace TableOrder.Tests.EndToEnd.Kitchen;

/// <summary>What a kitchen's screen says where it cannot sound, or may fall asleep.</summary>
public sealed class SilentScreenTests(Browser browser, KitchenHouse house) : IClassFixture<Browser>, IClassFixture<KitchenHouse>, IAsyncLifetime
{
    private const string NoSound = "window.AudioContext = class { constructor() { throw new Error('forbidden'); } };";
    private const string NeverSounds = """
        Object.defineProperty(BaseAudioContext.prototype, 'state', { get: () => 'suspended' });
        AudioContext.prototype.resume = () => new Promise(() => {});
        """;
    private const string NoLock = "WakeLock.prototype.request = () => Promise.reject(new DOMException('refused', 'NotAllowedError'));";
    private const string NoLocks = "Object.defineProperty(navigator, 'wakeLock', { value: undefined });";
    private const string AnyLock = "// As it comes.";

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

    public Task InitializeAsync() => house.ClearAsync();

    public Task DisposeAsync() => Task.CompletedTask;

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
        await grill.ShouldHearAsync("added");
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
        await grill.ShouldHearAsync();
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
}
