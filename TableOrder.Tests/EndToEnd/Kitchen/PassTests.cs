using Microsoft.Playwright;
using TableOrder.Core.Ordering;
using TableOrder.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace TableOrder.Tests.EndToEnd.Kitchen;

/// <summary>Stations and the pass open at once, one of them a bump bar: an order over two stations goes out whole, course by course, and two cooks never quarrel.</summary>
public sealed class PassTests(Browser browser, KitchenHouse house) : IClassFixture<Browser>, IClassFixture<KitchenHouse>, IAsyncLifetime
{
    public Task InitializeAsync() => house.ClearAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [SkippableFact]
    public async Task An_order_over_two_stations_is_served_when_both_are_done_and_not_before()
    {
        await using var device = await browser.WallAsync();
        await using var phone = await browser.OpenAsync("en", width: 390, height: 844);
        var (grill, stew, expo) = await device.CookEverywhereAsync(house);
        var party = await house.SeatAsync();
        var guest = await phone.SitAtAsync(house, house.TablePath(party), "/order");
        var order = await house.OrderAsync(party, Dishes.Pancake, Dishes.Shrimp, Dishes.Rice, Dishes.Cola);
        var card = guest.Locator("article.order");
        await Expect(card).ToHaveAttributeAsync("data-status", "placed");
        await Expect(expo.Bump(order)).ToContainTextAsync("Waiting: Grill, Stews");

        // The grill has a bump bar and nothing else: start, walk to the first line, tick it.
        await grill.HasTicketAsync(order);
        await grill.KeyAsync("Shift+Digit1");
        await Expect(grill.Ticket(order).Locator("li.preparing")).ToHaveCountAsync(2);
        await Expect(card).ToHaveAttributeAsync("data-status", "preparing");
        await grill.KeyAsync("ArrowRight");
        await grill.KeyAsync("ArrowDown");
        await Expect(grill.Tick(order)).ToBeFocusedAsync();
        await grill.KeyAsync("Enter");
        await Expect(grill.Tick(order)).ToHaveAttributeAsync("aria-pressed", "true");
        await grill.KeyAsync("1");
        await grill.HasNoTicketAsync(order);

        // Neither key nor target serves what a station still makes.
        await Expect(expo.Bump(order)).ToContainTextAsync("Waiting: Stews");
        await Expect(expo.Bump(order)).ToBeDisabledAsync();
        await expo.KeyAsync("1");
        await expo.Bump(order).ClickAsync(new LocatorClickOptions { Force = true });
        await grill.KeyAsync("0");
        await Expect(expo.Bump(order)).ToContainTextAsync("Waiting: Grill, Stews");
        (await house.NowAsync(order)).Lines.Should().NotContain(line => line.Status == LineStatus.Served);
        await grill.HasTicketAsync(order);
        await grill.KeyAsync("1");
        await grill.HasNoTicketAsync(order);

        await stew.Bump(order).TouchAsync();
        await Expect(expo.Bump(order)).ToContainTextAsync("Serve");
        await Expect(card).ToHaveAttributeAsync("data-status", "ready");
        await expo.KeyAsync("1");

        await expo.HasNoTicketAsync(order);
        await Expect(guest.Locator("article.past")).ToHaveAttributeAsync("data-status", "served");
        device.Errors.Concat(phone.Errors).Should().BeEmpty();
    }

    [SkippableFact]
    public async Task A_held_course_comes_to_its_station_when_the_pass_fires_it()
    {
        await using var device = await browser.WallAsync();
        var (grill, stew, expo) = await device.CookEverywhereAsync(house);
        var party = await house.SeatAsync();
        PlaceLine[] courses =
        [
            house.Line(Dishes.Rice),
            house.Line(Dishes.Pancake) with
            {
                Course = 1,
            },
            house.Line(Dishes.Shrimp) with
            {
                Course = 2,
            },
        ];
        var order = await house.OrderAsync(house.Waiter, courses, party.SeatingId);
        await stew.HasTicketAsync(order);
        await Expect(expo.Ticket(order).Locator("li.held .name")).ToHaveTextAsync([Dishes.Pancake, Dishes.Shrimp]);
        await grill.HasNoTicketAsync(order);

        // While the first course still cooks.
        await expo.Ticket(order).Locator("[data-tap=fire]").TouchAsync();
        await grill.HasTicketAsync(order);
        await Expect(grill.Ticket(order).Locator(".name")).ToHaveTextAsync([Dishes.Pancake]);
        await Expect(expo.Ticket(order).Locator("li.held .name")).ToHaveTextAsync([Dishes.Shrimp]);
        (await house.NowAsync(order)).Ticket("grill").FiredAt.Should().BeAfter(order.PlacedAt);

        // And when all that was fired is on the table, the bump's own target fires.
        await stew.Bump(order).TouchAsync();
        await grill.Bump(order).TouchAsync();
        await Expect(expo.Bump(order)).ToContainTextAsync("Serve");
        await expo.Bump(order).TouchAsync();
        await Expect(expo.Bump(order)).ToContainTextAsync("Fire course 2");
        await grill.HasNoTicketAsync(order);
        await expo.KeyAsync("1");

        await Expect(grill.Ticket(order).Locator(".name")).ToContainTextAsync([Dishes.Shrimp]);
        device.Errors.Should().BeEmpty();
    }

    [SkippableFact]
    public async Task Where_nobody_stands_at_the_pass_the_last_stations_bump_serves()
    {
        await using var device = await browser.WallAsync();
        await using var phone = await browser.OpenAsync("en", width: 390, height: 844);
        await using var small = new KitchenHouse(expo: false);
        await small.InitializeAsync();
        var (grill, stew, _) = await device.CookEverywhereAsync(small);
        var party = await small.SeatAsync();
        var order = await small.OrderAsync(party, Dishes.Pancake, Dishes.Rice, Dishes.Cola);
        var guest = await phone.SitAtAsync(small, small.TablePath(party), "/order");

        await grill.Bump(order).TouchAsync();
        await grill.HasNoTicketAsync(order);
        await Expect(guest.Locator("article.order")).ToHaveAttributeAsync("data-status", "preparing");
        await stew.Bump(order).TouchAsync();

        await stew.HasNoTicketAsync(order);
        await Expect(guest.Locator("article.past")).ToHaveAttributeAsync("data-status", "served");
        device.Errors.Concat(phone.Errors).Should().BeEmpty();
    }

    [SkippableFact]
    public async Task Of_two_cooks_at_one_ticket_one_bumps_it_and_the_other_sees_that()
    {
        await using var device = await browser.WallAsync();
        await using var tablet = await browser.OpenAsync("en", width: 1280, height: 800);
        var (one, other) = (await device.CookAtAsync(house, "/kitchen/grill"), await tablet.CookAtAsync(house, "/kitchen/grill"));
        var order = await house.OrderAsync(Dishes.Pancake);
        var next = await house.OrderAsync(Dishes.Pancake);
        await Task.WhenAll(one.HasTicketAsync(next), other.HasTicketAsync(next));
        await house.UntilAsync(next, now => now.ReceivedAt is not null);
        var before = await house.UntilAsync(order, now => now.ReceivedAt is not null);

        // Neither hears of the other before both have pressed.
        await Task.WhenAll(one.StopHearingAsync(), other.StopHearingAsync());
        await Task.WhenAll(one.Bump(order).TouchAsync(), other.Bump(order).TouchAsync());

        foreach (var page in new[] { one, other })
        {
            await page.HearAgainAsync();
            await page.ShouldHangAsync(next);
            await page.ShouldNotComplainAsync();
        }

        (await house.NowAsync(order)).Version.Should().Be(before.Version + 1, "one of them did it");
        device.Errors.Concat(tablet.Errors).Should().BeEmpty();
    }

    [SkippableFact]
    public async Task A_cook_who_ticks_what_another_one_ticked_a_moment_ago_takes_nothing_back()
    {
        await using var device = await browser.WallAsync();
        await using var tablet = await browser.OpenAsync("en", width: 1280, height: 800);
        var (one, other) = (await device.CookAtAsync(house, "/kitchen/grill"), await tablet.CookAtAsync(house, "/kitchen/grill"));
        var order = await house.OrderAsync(Dishes.Pancake);
        await other.HasTicketAsync(order);
        await other.StopHearingAsync();
        await one.Tick(order).TouchAsync();
        await Expect(one.Tick(order)).ToHaveAttributeAsync("aria-pressed", "true");

        // Both mean the same: it is done.
        await other.Tick(order).TouchAsync();
        await other.HearAgainAsync();
        await Expect(other.Tick(order)).ToHaveAttributeAsync("aria-pressed", "true");
        (await house.NowAsync(order)).Statuses().Should().Equal(LineStatus.Ready);

        // They do not: one unticks, the other unticks what they saw. The second is told by the ticket alone.
        await other.StopHearingAsync();
        await one.Tick(order).TouchAsync();
        await Expect(one.Tick(order)).ToHaveAttributeAsync("aria-pressed", "false");
        await other.Tick(order).TouchAsync();
        await other.HearAgainAsync();

        await Expect(other.Tick(order)).ToHaveAttributeAsync("aria-pressed", "false");
        await other.ShouldNotComplainAsync();
        await other.Tick(order).TouchAsync();
        await Expect(one.Tick(order)).ToHaveAttributeAsync("aria-pressed", "true");
        device.Errors.Concat(tablet.Errors).Should().BeEmpty();
    }
}
