using Microsoft.Playwright;
using TableOrder.Core.Ordering;
using TableOrder.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace TableOrder.Tests.EndToEnd.Kitchen;

/// <summary>Fingers that tremble, keys that come too late, taps that cross with a cancellation.</summary>
public sealed class RoughHandsTests(Browser browser, KitchenHouse house) : IClassFixture<Browser>, IClassFixture<KitchenHouse>, IAsyncLifetime
{
    /// <summary>Presses the key 1 in the very moment in which another ticket takes its place.</summary>
    private const string PressAsTheyShift = """
        () => {
          const first = () => document.querySelector('.ticket [data-key="1"]')?.closest('.ticket').dataset.order;
          const was = first();
          new MutationObserver((_, shift) => {
            if (first() === was) return;
            shift.disconnect();
            window.pressedAt = first();
            document.body.dispatchEvent(new KeyboardEvent('keydown', { key: '1', code: 'Digit1', bubbles: true }));
          }).observe(document.body, { subtree: true, childList: true, attributes: true });
        }
        """;

    /// <summary>Keeps the moment in which the first ticket becomes another.</summary>
    private const string TellWhenTheyShift = """
        () => {
          const was = document.querySelector('.ticket');
          new MutationObserver((_, shift) => {
            if (document.querySelector('.ticket') === was) return;
            shift.disconnect();
            window.shiftedAt = performance.timeOrigin + performance.now();
          }).observe(document.body, { subtree: true, childList: true });
        }
        """;

    public Task InitializeAsync() => house.ClearAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [SkippableFact]
    public async Task A_second_tap_of_a_trembling_finger_neither_bumps_the_neighbour_nor_unticks_the_line()
    {
        await using var device = await browser.WallAsync();
        var grill = await device.CookAtAsync(house, "/kitchen/grill");
        var (first, second) = (await house.OrderAsync(Dishes.Pancake), await house.OrderAsync(Dishes.Pancake));
        await grill.ShouldHangAsync(first, second);
        var glass = await grill.Context.NewCDPSessionAsync(grill);

        // The device's time runs a little ahead, so that every ticket has stood for a while.
        var start = TimeProvider.System.GetUtcNow().AddSeconds(1);

        // The neighbour moves up to where the finger is.
        var place = (await grill.Bump(first).BoundingBoxAsync())!;
        await TapAsync(glass, place, start);
        await grill.ShouldHangAsync(second);
        (await grill.Bump(second).BoundingBoxAsync()).Should().BeEquivalentTo(place);
        await TapAsync(glass, place, start.AddMilliseconds(250));

        var line = (await grill.Tick(second).BoundingBoxAsync())!;
        var later = TimeProvider.System.GetUtcNow().AddSeconds(2);
        await TapAsync(glass, line, later);
        await Expect(grill.Tick(second)).ToHaveAttributeAsync("aria-pressed", "true");
        await Expect(grill.Locator("[data-tapped]")).ToHaveCountAsync(0);
        await TapAsync(glass, line, later.AddMilliseconds(250));
        await TapAsync(glass, line, later.AddSeconds(1));

        await Expect(grill.Tick(second)).ToHaveAttributeAsync("aria-pressed", "false");
        (await house.NowAsync(second)).Ticket("grill").BumpedAt.Should().BeNull();
        (await house.NowAsync(second)).Statuses().Should().Equal(LineStatus.Preparing);
        device.Errors.Should().BeEmpty();
    }

    [SkippableFact]
    public async Task A_tap_on_a_ticket_that_just_came_under_the_finger_does_not_bump_it()
    {
        await using var device = await browser.WallAsync();
        var grill = await device.CookAtAsync(house, "/kitchen/grill");
        var (first, second) = (await house.OrderAsync(Dishes.Pancake), await house.OrderAsync(Dishes.Pancake));
        await grill.ShouldHangAsync(first, second);
        var glass = await grill.Context.NewCDPSessionAsync(grill);
        var place = (await grill.Bump(first).BoundingBoxAsync())!;
        await grill.EvaluateAsync(TellWhenTheyShift);

        // Another cook bumps the first: the second moves up while the finger is on its way.
        await house.StepAsync(first, LineStatus.Ready, "grill");
        await grill.ShouldHangAsync(second);
        (await grill.Bump(second).BoundingBoxAsync()).Should().BeEquivalentTo(place);
        var shifted = DateTimeOffset.UnixEpoch.AddMilliseconds(await grill.EvaluateAsync<double>("window.shiftedAt"));
        await TapAsync(glass, place, shifted.AddMilliseconds(150));
        var line = (await grill.Tick(second).BoundingBoxAsync())!;
        await TapAsync(glass, line, shifted.AddMilliseconds(600));

        // Taps are heard one after the other: had the first one counted, the ticket would be gone.
        await Expect(grill.Tick(second)).ToHaveAttributeAsync("aria-pressed", "true");
        (await house.NowAsync(second)).Ticket("grill").BumpedAt.Should().BeNull();
        await TapAsync(glass, place, shifted.AddSeconds(5));
        await grill.HasNoTicketAsync(second);
        device.Errors.Should().BeEmpty();
    }

    [SkippableFact]
    public async Task A_key_pressed_while_the_tickets_shift_does_not_bump_the_neighbour()
    {
        await using var device = await browser.WallAsync();
        var grill = await device.CookAtAsync(house, "/kitchen/grill");
        var (first, second, third) = (
            await house.OrderAsync(Dishes.Pancake),
            await house.OrderAsync(Dishes.Pancake),
            await house.OrderAsync(Dishes.Pancake)
        );
        await grill.ShouldHangAsync(first, second, third);
        await grill.EvaluateAsync(PressAsTheyShift);

        await house.StepAsync(first, LineStatus.Ready, "grill");
        await grill.ShouldHangAsync(second, third);
        (await grill.EvaluateAsync<string>("window.pressedAt")).Should().Be($"{second.Id}");
        await grill.KeyAsync("2");

        // Keys are heard one after the other: had the first one counted, its ticket would be gone before this one's.
        await grill.ShouldHangAsync(second);
        (await house.NowAsync(second)).Ticket("grill").BumpedAt.Should().BeNull();
        await grill.KeyAsync("1");
        await grill.HasNoTicketAsync(second);
        device.Errors.Should().BeEmpty();
    }

    [SkippableFact]
    public async Task A_bump_that_crosses_with_a_cancellation_shows_it_and_the_next_one_takes_it_away()
    {
        await using var device = await browser.WallAsync();
        var grill = await device.CookAtAsync(house, "/kitchen/grill");
        var (whole, part) = (await house.OrderAsync(Dishes.Pancake), await house.OrderAsync(Dishes.Pancake, Dishes.Shrimp));
        await grill.ShouldHangAsync(whole, part);
        await grill.StopHearingAsync();
        await house.CancelAsync(whole);
        await house.CancelAsync(part, new CancelLine(part.Lines[0].Id));

        await grill.Bump(whole).TouchAsync();
        await grill.Bump(part).TouchAsync();
        await grill.HearAgainAsync();

        await Expect(grill.Ticket(whole).Locator("li.cancelled .name")).ToHaveTextAsync([Dishes.Pancake]);
        await Expect(grill.Bump(whole)).ToContainTextAsync("Take away");
        await Expect(grill.Ticket(part).Locator("li.cancelled .name")).ToHaveTextAsync([Dishes.Pancake]);
        await Expect(grill.Bump(part)).ToContainTextAsync("Done");
        (await house.NowAsync(part)).Ticket("grill").BumpedAt.Should().BeNull();
        await grill.ShouldNotComplainAsync();

        await grill.Bump(whole).TouchAsync();
        await grill.ShouldHangAsync(part);
        await grill.KeyAsync("1");
        await grill.HasNoTicketAsync(part);
        device.Errors.Should().BeEmpty();
    }

    /// <summary>A finger's tap that the device tells of with its own time.</summary>
    private static async Task TapAsync(ICDPSession glass, LocatorBoundingBoxResult place, DateTimeOffset at)
    {
        foreach (var type in new[] { "mousePressed", "mouseReleased" })
        {
            await glass.SendAsync(
                "Input.dispatchMouseEvent",
                new Dictionary<string, object>(StringComparer.Ordinal)
                {
                    ["type"] = type,
                    ["x"] = place.X + (place.Width / 2),
                    ["y"] = place.Y + (place.Height / 2),
                    ["button"] = "left",
                    ["clickCount"] = 1,
                    ["timestamp"] = at.ToUnixTimeMilliseconds() / 1000.0,
                }
            );
        }
    }
}
