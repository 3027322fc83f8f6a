using TableOrder.Core.Access;
using TableOrder.Core.Calls;
using TableOrder.Core.Ordering;
using TableOrder.Core.Seating;
using TableOrder.Tests.EndToEnd.Kitchen;
using TableOrder.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace TableOrder.Tests.EndToEnd.Manual;

/// <summary>The manual's chapter about the service: the room, orders and their past, what is taken off, calls.</summary>
[Collection(ManualReaders.Name)]
public sealed class ServiceChapterTests(Browser browser, ManualHouse house)
{
    [SkippableFact]
    public async Task The_room_is_watched_and_a_tile_leads_to_its_party()
    {
        await using var desk = await browser.OpenAsync("en");
        var page = await desk.ManageAsync(house, "/manager");

        await Expect(page.Locator(".tile").First).ToBeVisibleAsync();
        await page.ShootAsync("room");
        await page.ShootAsync("busy-hours", ".heat-card");
        var seated = (await house.SeatedAsync())[2].Name;
        await page.Locator($".tile[data-table='{seated}'] a").ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync($"Table {seated}");
        await page.ShouldBeLiveAsync();
        await page.ShootAsync("party");
        desk.Errors.Should().BeEmpty();
    }

    [SkippableFact]
    public async Task An_order_is_found_read_and_cancelled_in_part_and_whole()
    {
        await using var desk = await browser.OpenAsync("en");
        var page = await desk.ManageAsync(house, "/manager/orders");

        await page.WriteAsync("Search orders", "pork belly");
        await page.PushAsync("Search");
        await page.Locator(".choices button").Last.ClickAsync();
        await Expect(page.Locator(".search .chips button")).ToHaveCountAsync(1);
        await Expect(page.Locator(".entry").First).ToBeVisibleAsync();
        await page.Locator(".entry .head").First.ClickAsync();
        await Expect(page.Locator(".entry .lines").First).ToBeVisibleAsync();
        await page.ShootAsync("find-order");

        // One that nobody has paid for, and that somebody has begun.
        var orders = (await house.Get<OrderReader>().ListAsync(Actor.System, new OrderQuery { Open = true })).Value.Items;
        var order = orders.First(one => one.Lines.Count(line => line.Status != LineStatus.Cancelled) > 1 && one.Status == OrderStatus.Preparing);
        await page.GoAsync(house, $"/manager/orders/{order.Id}");
        await page.ShootAsync("one-order");
        await page.Locator(".order-lines button:not([disabled])").First.ClickAsync();
        await page.PushAsync("Changed their mind");
        await page.ShootAsync("cancel-dish");
        await page.Sheet().Locator("[data-does=void]").ClickAsync();
        await page.ShouldSayAsync("Dishes were taken off");

        await page.PushAsync("Cancel order");
        await page.PushAsync("Ordered by mistake");
        await page.ShootAsync("cancel-order");
        await page.Sheet().Locator("[data-does=cancel-order]").ClickAsync();
        await page.ShouldSayAsync("The order was cancelled");
        desk.Errors.Should().BeEmpty();
    }

    [SkippableFact]
    public async Task A_call_is_answered_and_the_day_s_waits_are_seen()
    {
        await using var desk = await browser.OpenAsync("en");
        var page = await desk.ManageAsync(house, "/manager/calls");
        await page.ShootAsync("calls");

        var table = (await house.SeatedAsync())[1];
        var seat = (await house.Get<SeatingDesk>().JoinAsync(Actor.Nobody, table.Token, "Alex")).Value;
        var guest = Actor.Guest(seat.SeatingId, seat.GuestId, seat.Nickname, "phone");
        var call = (await house.Get<CallDesk>().CallAsync(guest, new CallStaff(CallKind.Cutlery))).Value.Call;
        await page.Locator($"[data-call='{call.Id}']").PushAsync("Coming");
        await Expect(page.Locator($"[data-answered='{call.Id}']")).ToContainTextAsync("manager came");
        desk.Errors.Should().BeEmpty();
    }
}
