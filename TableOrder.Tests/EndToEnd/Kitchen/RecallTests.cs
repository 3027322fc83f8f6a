using Microsoft.Playwright;
using TableOrder.Core.Ordering;
using TableOrder.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace TableOrder.Tests.EndToEnd.Kitchen;

/// <summary>What left a screen by a slip of the finger comes back: the last of it, or anything from the list.</summary>
public sealed class RecallTests(Browser browser) : IClassFixture<Browser>, IAsyncLifetime
{
    private const int Most = 50;

    /// <summary>Of its own for each test: what left a screen before is in its list.</summary>
    private readonly KitchenHouse house = new();

    public Task InitializeAsync() => house.InitializeAsync();

    public async Task DisposeAsync() => await house.DisposeAsync();

    [SkippableFact]
    public async Task The_key_0_calls_back_one_after_the_other_each_marked_and_with_its_old_timer()
    {
        await using var device = await browser.WallAsync();
        var grill = await device.CookAtAsync(house, "/kitchen/grill");
        Order[] orders = [await house.OrderAsync(Dishes.Pancake), await house.OrderAsync(Dishes.Pancake), await house.OrderAsync(Dishes.Pancake)];
        await grill.ShouldHangAsync(orders);
        var since = await grill.Ticket(orders[0]).Locator("time").GetAttributeAsync("data-since");
        foreach (var order in orders)
        {
            await grill.Bump(order).TouchAsync();
            await grill.HasNoTicketAsync(order);
        }

        await grill.KeyAsync("0");
        await grill.ShouldHangAsync(orders[2]);
        await grill.KeyAsync("0");
        await grill.ShouldHangAsync(orders[1], orders[2]);
        await grill.KeyAsync("0");
        await grill.ShouldHangAsync(orders);

        await Expect(grill.Locator(".chip.recalled")).ToHaveCountAsync(3);
        await Expect(grill.Ticket(orders[0]).Locator("time")).ToHaveAttributeAsync("data-since", since!);
        await grill.KeyAsync("0");
        await Expect(grill.Locator(".notice")).ToContainTextAsync("Nothing left this screen");
        await grill.ShouldHangAsync(orders);
        device.Errors.Should().BeEmpty();
    }

    [SkippableFact]
    public async Task A_recall_takes_back_what_this_station_made_and_nothing_else()
    {
        await using var device = await browser.WallAsync();
        var (grill, stew, expo) = await device.CookEverywhereAsync(house);
        var order = await house.OrderAsync(Dishes.Pancake, Dishes.Rice);
        await grill.Bump(order).TouchAsync();
        await stew.Bump(order).TouchAsync();
        await Expect(expo.Bump(order)).ToContainTextAsync("Serve");

        await grill.PanelAsync("r", "recall");
        await Expect(grill.Locator(".recalls .what")).ToContainTextAsync(Dishes.Pancake);
        await Expect(grill.Locator(".recalls .what")).Not.ToContainTextAsync(Dishes.Rice);
        await grill.Locator(".recalls button").ClickAsync();

        await grill.HasTicketAsync(order);
        await Expect(expo.Bump(order)).ToContainTextAsync("Waiting: Grill");
        await stew.HasNoTicketAsync(order);
        (await house.NowAsync(order)).Statuses().Should().Equal(LineStatus.Preparing, LineStatus.Ready);
        await Expect(grill.Locator(".recalls li")).ToHaveCountAsync(0);
        device.Errors.Should().BeEmpty();
    }

    [SkippableFact]
    public async Task The_list_holds_the_last_fifty_the_last_first()
    {
        await using var device = await browser.WallAsync();
        var orders = await house.FillAsync(Most + 5, Dishes.Pancake);
        foreach (var order in orders)
        {
            await house.StepAsync(order, LineStatus.Ready, "grill");
        }

        var grill = await device.CookAtAsync(house, "/kitchen/grill");
        await grill.PanelAsync("r", "recall");

        await Expect(grill.Locator(".recalls li")).ToHaveCountAsync(Most);
        await Expect(grill.Locator(".recalls li").First).ToContainTextAsync($"{orders[^1].Number()} ");
        await Expect(grill.Locator(".recalls li").Last).ToContainTextAsync($"{orders[5].Number()} ");
        await grill.Locator(".recalls li button").Last.ClickAsync();
        await grill.ShouldHangAsync(orders[5]);
        await Expect(grill.Locator(".recalls li")).ToHaveCountAsync(Most);
        await Expect(grill.Locator(".recalls li").Last).ToContainTextAsync($"{orders[4].Number()} ");
        device.Errors.Should().BeEmpty();
    }

    [SkippableFact]
    public async Task Open_list_follows_what_leaves_the_screen_and_what_comes_back_to_it()
    {
        await using var device = await browser.WallAsync();
        var grill = await device.CookAtAsync(house, "/kitchen/grill");
        var other = await device.CookAtAsync(house, "/kitchen/grill");
        var order = await house.OrderAsync(Dishes.Pancake);
        await other.PanelAsync("r", "recall");
        await Expect(other.Locator(".recalls li")).ToHaveCountAsync(0);

        await grill.Bump(order).TouchAsync();
        await Expect(other.Locator(".recalls li")).ToHaveCountAsync(1);

        await grill.KeyAsync("0");
        await Expect(other.Locator(".recalls li")).ToHaveCountAsync(0);
        device.Errors.Should().BeEmpty();
    }

    [SkippableFact]
    public async Task Two_who_call_back_the_same_ticket_at_once_see_it_come_and_no_fault()
    {
        await using var device = await browser.WallAsync();
        var grill = await device.CookAtAsync(house, "/kitchen/grill");
        var other = await device.CookAtAsync(house, "/kitchen/grill");
        var order = await house.OrderAsync(Dishes.Pancake);
        await other.PanelAsync("r", "recall");
        await grill.Bump(order).TouchAsync();
        await grill.HasNoTicketAsync(order);
        await Expect(other.Locator(".recalls li")).ToHaveCountAsync(1);

        await Task.WhenAll(grill.KeyAsync("0"), other.EvaluateAsync("document.querySelector('.recalls li button')?.click()"));

        await grill.HasTicketAsync(order);
        await Expect(other.Locator(".recalls li")).ToHaveCountAsync(0);
        await other.ShouldNotComplainAsync();
        await other.HasTicketAsync(order);
        (await house.NowAsync(order)).Statuses().Should().Equal(LineStatus.Preparing);
        device.Errors.Should().BeEmpty();
    }
}
