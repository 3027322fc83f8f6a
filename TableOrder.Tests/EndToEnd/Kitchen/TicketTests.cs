using System.Text.RegularExpressions;
using Microsoft.Playwright;
using TableOrder.Core.Ordering;
using TableOrder.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace TableOrder.Tests.EndToEnd.Kitchen;

/// <summary>What a cook sees of orders and does with them: as each station sees them, ticked, bumped, changed while one looks.</summary>
public sealed partial class TicketTests(Browser browser, KitchenHouse house) : IClassFixture<Browser>, IClassFixture<KitchenHouse>, IAsyncLifetime
{
    public Task InitializeAsync() => house.ClearAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [SkippableFact]
    public async Task An_order_stands_on_each_screen_with_what_that_screen_has_to_do_with()
    {
        await using var device = await browser.WallAsync();
        var (grill, stew, expo) = await device.CookEverywhereAsync(house);
        var bar = await device.CookAtAsync(house, "/kitchen/bar");
        var all = await device.CookAtAsync(house, "/kitchen");

        var order = await house.OrderAsync(Dishes.Pancake, Dishes.Rice, Dishes.Cola);

        await ShouldReadAsync(grill, order, Dishes.Pancake);
        await ShouldReadAsync(stew, order, Dishes.Rice);
        await ShouldReadAsync(all, order, Dishes.Pancake, Dishes.Rice);
        await ShouldReadAsync(expo, order, Dishes.Pancake, Dishes.Rice, Dishes.Cola);
        await Expect(bar.Locator(".empty")).ToBeVisibleAsync();
        await Expect(grill.Ticket(order).Locator("time[data-since]")).ToHaveTextAsync(Clock());
        device.Errors.Should().BeEmpty();
    }

    [SkippableFact]
    public async Task Ticking_the_last_line_leaves_the_ticket_where_it_is_and_a_second_tap_unticks()
    {
        await using var device = await browser.WallAsync();
        var grill = await device.CookAtAsync(house, "/kitchen/grill");
        var order = await house.OrderAsync(Dishes.Pancake, Dishes.Shrimp);

        await grill.Tick(order).TouchAsync();
        await grill.Tick(order, line: 1).TouchAsync();
        await Expect(grill.Tick(order, line: 1)).ToHaveAttributeAsync("aria-pressed", "true");
        await Expect(grill.Ticket(order)).ToHaveClassAsync(new Regex(@"\bdone\b", RegexOptions.None, TimeSpan.FromSeconds(1)));
        (await house.NowAsync(order)).Statuses().Should().Equal(LineStatus.Ready, LineStatus.Ready);

        await grill.Tick(order, line: 1).TouchAsync();

        await Expect(grill.Tick(order, line: 1)).ToHaveAttributeAsync("aria-pressed", "false");
        await Expect(grill.Tick(order)).ToHaveAttributeAsync("aria-pressed", "true");
        (await house.NowAsync(order)).Statuses().Should().Equal(LineStatus.Ready, LineStatus.Preparing);
        device.Errors.Should().BeEmpty();
    }

    [SkippableFact]
    public async Task A_ticket_is_bumped_by_its_target_or_by_the_number_of_its_place()
    {
        await using var device = await browser.WallAsync();
        var grill = await device.CookAtAsync(house, "/kitchen/grill");
        Order[] orders =
        [
            await house.OrderAsync(Dishes.Pancake),
            await house.OrderAsync(Dishes.Pancake),
            await house.OrderAsync(Dishes.Pancake),
            await house.OrderAsync(Dishes.Pancake),
        ];
        await grill.ShouldHangAsync(orders);

        await grill.Bump(orders[1]).TouchAsync();
        await grill.ShouldHangAsync(orders[0], orders[2], orders[3]);
        await grill.KeyAsync("3");
        await grill.ShouldHangAsync(orders[0], orders[2]);
        await grill.KeyAsync("Numpad1");
        await grill.ShouldHangAsync(orders[2]);
        await grill.KeyAsync("9");
        await grill.KeyAsync("1");

        await Expect(grill.Locator(".empty")).ToBeVisibleAsync();
        (await house.NowAsync(orders[2])).Ticket("grill").BumpedAt.Should().NotBeNull();
        device.Errors.Should().BeEmpty();
    }

    [SkippableFact]
    public async Task A_later_round_comes_as_a_ticket_of_its_own_marked_added_and_flashing()
    {
        await using var device = await browser.WallAsync();
        var guest = await house.SeatAsync();
        var first = await house.OrderAsync(guest, Dishes.Pancake);
        var grill = await device.CookAtAsync(house, "/kitchen/grill");
        await grill.HasTicketAsync(first);
        await Expect(grill.Ticket(first)).Not.ToHaveClassAsync(Flash());

        var second = await house.OrderAsync(guest, Dishes.Shrimp);

        await Expect(grill.Ticket(second).Locator(".chip")).ToHaveTextAsync("Added");
        await Expect(grill.Ticket(second)).ToHaveClassAsync(Flash());
        await Expect(grill.Ticket(first).Locator(".chip")).ToHaveCountAsync(0);
        await Expect(grill.Ticket(first)).Not.ToHaveClassAsync(Flash());
        device.Errors.Should().BeEmpty();
    }

    [SkippableFact]
    public async Task A_cancelled_line_is_struck_through_until_somebody_touches_the_ticket()
    {
        await using var device = await browser.WallAsync();
        var grill = await device.CookAtAsync(house, "/kitchen/grill");
        var guest = await house.SeatAsync();
        var order = await house.OrderAsync(guest, [house.Line(Dishes.Pancake), house.Line(Dishes.Shrimp, quantity: 3)]);
        await grill.Ticket(order).Locator("[data-tap=start]").TouchAsync();
        await Expect(grill.Ticket(order)).Not.ToHaveAttributeAsync("data-untouched", "1");
        var before = await grill.Ticket(order).GetAttributeAsync("class");

        await house.CancelAsync(order, new CancelLine(order.Lines[0].Id), new CancelLine(order.Lines[1].Id, Quantity: 1));

        var gone = grill.Ticket(order).Locator("li.cancelled");
        await Expect(gone).ToContainTextAsync(Dishes.Pancake);
        await Expect(gone.Locator(".name")).ToHaveCSSAsync("text-decoration-line", "line-through");
        await Expect(grill.Ticket(order).Locator(".less")).ToContainTextAsync("1 cancelled");
        await Expect(grill.Ticket(order)).ToHaveAttributeAsync("data-untouched", "1");
        (await grill.Ticket(order).GetAttributeAsync("class")).Should().NotBe(before, "another name starts the flash anew").And.Contain("flash");

        await grill.Ticket(order).Locator("[data-tap=start]").TouchAsync();

        await Expect(gone).ToHaveCountAsync(0);
        await Expect(grill.Ticket(order).Locator(".less")).ToHaveCountAsync(0);
        await Expect(grill.Tick(order, line: 1)).ToContainTextAsync("2");
        device.Errors.Should().BeEmpty();
    }

    [SkippableFact]
    public async Task A_remake_is_a_ticket_at_no_price_that_says_why_and_for_which_order()
    {
        await using var device = await browser.WallAsync();
        var grill = await device.CookAtAsync(house, "/kitchen/grill");
        var guest = await house.SeatAsync();
        var order = await house.OrderAsync(guest, [house.Line(Dishes.Pancake, quantity: 2)]);
        await grill.Ticket(order).Locator(".more").TouchAsync();
        var remake = grill.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = $"Remake {Dishes.Pancake}" });
        await Expect(remake).ToBeDisabledAsync();

        await grill.Tick(order).TouchAsync();
        await Expect(remake).ToBeEnabledAsync();
        await remake.ClickAsync();
        await grill.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Less", Exact = true }).ClickAsync();
        await grill.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Dropped" }).ClickAsync();

        var again = grill.Locator($".ticket:not([data-order='{order.Id}'])");
        await Expect(again.Locator(".remake")).ToContainTextAsync($"Instead of {order.Number()} · Dropped");
        await Expect(again.Locator(".chip")).ToContainTextAsync("Remake");
        await Expect(again.Locator(".quantity")).ToHaveTextAsync("1");
        var orders = (await house.Reader.ListAsync(guest, new OrderQuery())).Value.Items;
        var made = orders.Single(one => one.Id != order.Id);
        made.Total.Minor.Should().Be(0);
        made.Remake.Should().BeEquivalentTo(new Remake(order.Lines[0].Id, order.Id, order.Number, "Dropped"));
        orders.Single(one => one.Id == order.Id).Total.Should().Be(order.Total);
        device.Errors.Should().BeEmpty();
    }

    [SkippableFact]
    public async Task What_has_priority_goes_first_and_for_three_seconds_one_key_takes_it_back()
    {
        await using var device = await browser.WallAsync();
        var grill = await device.CookAtAsync(house, "/kitchen/grill");
        var (first, second) = (await house.OrderAsync(Dishes.Pancake), await house.OrderAsync(Dishes.Pancake));
        await grill.ShouldHangAsync(first, second);

        await grill.Ticket(second).Locator(".more").TouchAsync();
        await Expect(grill.Locator(".panel")).ToHaveAttributeAsync("data-shows", "ticket");
        await grill.KeyAsync("p");
        await grill.ShouldHangAsync(second, first);
        await Expect(grill.Ticket(second).Locator(".chip")).ToContainTextAsync("First");
        await grill.KeyAsync("u");
        await grill.ShouldHangAsync(first, second);
        (await house.NowAsync(second)).PrioritizedAt.Should().BeNull();

        await grill.KeyAsync("p");
        await grill.ShouldHangAsync(second, first);
        await Expect(grill.Locator(".notice")).ToBeVisibleAsync();
        await Expect(grill.Locator(".notice")).ToBeHiddenAsync();
        await grill.KeyAsync("u");
        await grill.KeyAsync("p");

        // The key came too late to take anything back; so the panel's own key is the one that does.
        await grill.ShouldHangAsync(first, second);
        (await house.NowAsync(second)).Version.Should().Be((await house.NowAsync(first)).Version + 4);
        device.Errors.Should().BeEmpty();
    }

    private static async Task ShouldReadAsync(IPage page, Order order, params string[] dishes)
    {
        await Expect(page.Ticket(order)).ToContainTextAsync(order.Number());
        await Expect(page.Ticket(order).Locator(".name")).ToHaveTextAsync(dishes);
    }

    [GeneratedRegex(@"^0:\d\d$", RegexOptions.None, 1000)]
    private static partial Regex Clock();

    [GeneratedRegex("flash-", RegexOptions.None, 1000)]
    private static partial Regex Flash();
}
