using Microsoft.Playwright;
using TableOrder.Core.Access;
using TableOrder.Core.Calls;
using TableOrder.Core.Ordering;
using TableOrder.Tests.EndToEnd.Kitchen;
using TableOrder.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace TableOrder.Tests.EndToEnd.Floor;

/// <summary>A call, from the guest to the waiter who comes: seen and heard on every screen of the service at once.</summary>
public sealed class CallTests(Browser browser, KitchenHouse house) : IClassFixture<Browser>, IClassFixture<KitchenHouse>, IAsyncLifetime
{
    public async Task InitializeAsync()
    {
        if (Browser.Missing is null)
        {
            await house.ClearAsync();
            await house.HireAsync();
        }
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [SkippableFact]
    public async Task A_call_is_seen_and_heard_on_the_floor_and_by_the_manager_until_one_of_them_comes_and_the_guest_sees_that()
    {
        var (party, other) = (await house.SeatAsync(), await house.SeatAsync());
        var order = await house.OrderAsync(party, Dishes.Pancake);
        await using var guests = await browser.OpenPhoneAsync("en");
        await using var staff = await ServiceScreens.OpenAsync(browser, house, other);
        var guest = await guests.SitAtAsync(house, house.TablePath(party), "/order");
        foreach (var page in new[] { staff.Floor, staff.Table, staff.Manager })
        {
            await page.LetSoundAsync();
        }

        await guest.Locator(".bell").ClickAsync();
        await guest.Locator(".calls input").FillAsync("A candle, please: it is her birthday");
        await guest.Locator(".calls form button").ClickAsync();

        foreach (var page in new[] { staff.Floor, staff.Table, staff.Manager })
        {
            await Expect(page.Locator(".toast[data-toast]")).ToContainTextAsync("A candle, please");
            await page.ShouldRingAsync("call");
        }

        await Expect(guest.Locator(".bell")).ToHaveAttributeAsync("data-state", "waiting");
        await Expect(staff.Manager.Locator("#figure-calls .value")).ToHaveTextAsync("1");
        await Expect(staff.Floor.Tile(await house.TableOfAsync(party))).ToHaveAttributeAsync("data-calls", "1");
        await staff.Floor.Locator("[data-call] .coming").ClickAsync();

        await Expect(guest.Locator(".bell")).ToHaveAttributeAsync("data-state", "confirmed");
        foreach (var page in new[] { staff.Floor, staff.Table, staff.Manager })
        {
            await Expect(page.Locator("[data-toast], [data-call]")).ToHaveCountAsync(0);
            await page.ShouldRingAsync("call");
        }

        await Expect(staff.Manager.Locator("#figure-calls .value")).ToHaveTextAsync("0");

        // A cook is called by nobody.
        await staff.Kitchen.ShouldHangAsync(order);
        await Expect(staff.Kitchen.GetByText("A candle")).ToHaveCountAsync(0);
        staff.Errors.Concat(guests.Errors).Should().BeEmpty();
    }

    [SkippableFact]
    public async Task The_manager_comes_by_the_toast_and_a_toast_that_was_read_goes_while_the_call_stays()
    {
        var guest = await house.SeatAsync();
        await using var phone = await browser.OpenPhoneAsync("en");
        await using var desk = await browser.OpenAsync("en");
        var floor = await phone.WaitAtAsync(house, "/floor");
        var manager = await desk.CookAtAsync(house, "/manager");

        var call = await CallAsync(guest, new CallStaff(CallKind.Water));
        await floor.Locator($"[data-toast='{call.Id}'] .away").ClickAsync();
        await Expect(floor.Locator($"[data-toast='{call.Id}']")).ToHaveCountAsync(0);
        await Expect(floor.Locator($"[data-call='{call.Id}']")).ToBeVisibleAsync();
        await manager.Locator($"[data-toast='{call.Id}'] .coming").ClickAsync();

        await Expect(floor.Locator($"[data-call='{call.Id}']")).ToHaveCountAsync(0);
        phone.Errors.Concat(desk.Errors).Should().BeEmpty();
    }

    [SkippableFact]
    public async Task What_is_ready_rings_softly_and_is_served_from_the_list_a_line_or_all_at_once()
    {
        await using var phone = await browser.OpenPhoneAsync("en");
        var floor = await phone.WaitAtAsync(house, "/floor");
        await floor.LetSoundAsync();
        var order = await house.OrderAsync(Dishes.Pancake, Dishes.Shrimp, Dishes.Rice);
        var ready = floor.Locator($"[data-ready='{order.Id}']");

        await house.StepAsync(order, LineStatus.Ready, line: order.Lines[0].Id);
        await Expect(ready.Locator(".line")).ToHaveCountAsync(1);
        await floor.ShouldRingAsync();
        await ready.Locator(".line").ClickAsync();
        (await house.UntilAsync(order, now => now.Lines[0].Status == LineStatus.Served)).Lines[0].Status.Should().Be(LineStatus.Served);
        await Expect(ready).ToHaveCountAsync(0);

        await house.StepAsync(order, LineStatus.Ready);
        await Expect(floor.Locator($"[data-toast='{order.Id}']")).ToContainTextAsync($"#{order.Number}");
        await floor.ShouldRingAsync("ready");
        await ready.Locator(".all").ClickAsync();

        (await house.UntilAsync(order, now => now.Status == OrderStatus.Served)).Status.Should().Be(OrderStatus.Served);
        await Expect(ready).ToHaveCountAsync(0);
        await Expect(floor.Locator(".toast")).ToHaveCountAsync(0);
        phone.Errors.Should().BeEmpty();
    }

    private async Task<Call> CallAsync(Actor guest, CallStaff call) => (await house.Get<CallDesk>().CallAsync(guest, call)).Value.Call;
}
