using Microsoft.Playwright;
using TableOrder.Core.Ordering;
using TableOrder.Tests.EndToEnd.Kitchen;
using TableOrder.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace TableOrder.Tests.EndToEnd.Floor;

/// <summary>Parties that move, join and leave while the kitchen cooks and pages are open: followed on guest, kitchen, floor and manager at once.</summary>
public sealed class MovingTests(Browser browser, KitchenHouse house) : IClassFixture<Browser>, IClassFixture<KitchenHouse>, IAsyncLifetime
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
    public async Task Two_tables_are_merged_while_the_kitchen_cooks_and_nothing_is_cooked_twice_or_lost()
    {
        var (first, second) = (await house.SeatAsync(), await house.SeatAsync());
        var (from, to) = (await house.TableOfAsync(first), await house.TableOfAsync(second));
        await house.OrderAsync(second, Dishes.Rice);
        await using var guests = await browser.OpenPhoneAsync("en");
        await using var staff = await ServiceScreens.OpenAsync(browser, house, first);
        var (floor, table, grill, manager) = (staff.Floor, staff.Table, staff.Kitchen, staff.Manager);
        var guest = await guests.SitAtAsync(house, house.TablePath(first), "/order");
        var order = await house.OrderAsync(first, Dishes.Pancake, Dishes.Shrimp);
        await grill.Tick(order).TouchAsync();
        await Expect(grill.Tick(order)).ToHaveAttributeAsync("aria-pressed", "true");
        var since = await grill.Ticket(order).Locator("[data-since]").First.GetAttributeAsync("data-since");

        await table.OpenAsync("merge");
        await table.Locator($"[data-to='{to}']").ClickAsync();
        await Expect(table.Locator(".floor-ask")).ToContainTextAsync($"table {from} become part of table {to}");
        await table.Does("merge").ClickAsync();

        await Expect(table.Locator("h1")).ToHaveTextAsync($"Table {to}");
        await Expect(table.Locator("article.order")).ToHaveCountAsync(2);
        await Expect(grill.Ticket(order)).ToHaveCountAsync(1);
        await Expect(grill.Ticket(order)).ToContainTextAsync(to);
        await Expect(grill.Tick(order)).ToHaveAttributeAsync("aria-pressed", "true");
        (await grill.Ticket(order).Locator("[data-since]").First.GetAttributeAsync("data-since")).Should().Be(since);
        foreach (var page in new[] { floor, manager })
        {
            await Expect(page.Tile(from)).ToHaveAttributeAsync("data-mood", "Free");
            await Expect(page.Tile(to)).ToHaveAttributeAsync("data-mood", "Waiting");
        }

        await Expect(guest.Locator(".guest-header .table")).ToHaveTextAsync($"Table {to}");
        await Expect(guest.Locator("article.order")).ToHaveCountAsync(2);
        table.Url.Should().EndWith(second.Page());
        staff.Errors.Concat(guests.Errors).Should().BeEmpty();
    }

    [SkippableFact]
    public async Task A_party_moves_to_a_free_table_and_every_screen_follows()
    {
        var party = await house.SeatAsync();
        var from = await house.TableOfAsync(party);
        var order = await house.OrderAsync(party, Dishes.Pancake);
        await using var phone = await browser.OpenPhoneAsync("en");
        await using var wall = await browser.WallAsync();
        await using var guests = await browser.OpenPhoneAsync("en");
        var guest = await guests.SitAtAsync(house, house.TablePath(party), "/menu");
        var grill = await wall.CookAtAsync(house, "/kitchen/grill");
        var (floor, table) = (await phone.WaitAtAsync(house, "/floor"), await phone.WaitAtAsync(house, party.Page()));
        await grill.HasTicketAsync(order);

        await table.OpenAsync("move");
        var free = table.Locator("dialog [data-to]").First;
        var to = (await free.GetAttributeAsync("data-to"))!;
        await free.ClickAsync();
        await table.Does("move").ClickAsync();

        await Expect(table.Locator("h1")).ToHaveTextAsync($"Table {to}");
        await Expect(floor.Tile(from)).ToHaveAttributeAsync("data-mood", "Free");
        await Expect(floor.Tile(to)).ToHaveAttributeAsync("data-mood", "Waiting");
        await Expect(grill.Ticket(order)).ToContainTextAsync(to);
        await Expect(guest.Locator(".guest-header .table")).ToHaveTextAsync($"Table {to}");
        (await house.TableOfAsync(party)).Should().Be(to);
        phone.Errors.Concat(wall.Errors).Concat(guests.Errors).Should().BeEmpty();
    }

    [SkippableFact]
    public async Task A_table_is_closed_when_all_is_served_and_paid_its_guests_are_thanked_at_once_and_it_can_be_opened_again()
    {
        var party = await house.SeatAsync();
        var name = await house.TableOfAsync(party);
        var order = await house.OrderAsync(party, Dishes.Pancake);
        await using var guests = await browser.OpenPhoneAsync("en");
        await using var staff = await ServiceScreens.OpenAsync(browser, house, party);
        var (floor, table, manager) = (staff.Floor, staff.Table, staff.Manager);
        var guest = await guests.SitAtAsync(house, house.TablePath(party), "/order");
        await staff.Kitchen.HasTicketAsync(order);

        await table.OpenAsync("close");
        await Expect(table.Locator("dialog .notice")).ToHaveTextAsync(["🔥 Not ready yet: 1", $"💳 {Won(order.Total.Minor)} still due"]);
        await Expect(table.Does("close")).ToBeDisabledAsync();
        await house.StepAsync(order, LineStatus.Ready);
        await house.StepAsync(order, LineStatus.Served);
        await house.PayAsync(party, order.Total.Minor);
        await Expect(table.Locator("dialog .notice")).ToHaveCountAsync(0);
        await table.Does("close").ClickAsync();

        await guest.ArriveAsync("/?why=seating_closed");
        await staff.Kitchen.HasNoTicketAsync(order);
        await Expect(floor.Tile(name)).ToHaveAttributeAsync("data-mood", "Free");
        await Expect(manager.Tile(name)).ToHaveAttributeAsync("data-mood", "Free");
        await table.Does("reopen").ClickAsync();
        await Expect(table.Locator(".gone")).ToHaveCountAsync(0);
        await Expect(floor.Tile(name)).ToHaveAttributeAsync("data-mood", "Seated");
        staff.Errors.Concat(guests.Errors).Should().BeEmpty();
    }

    [SkippableFact]
    public async Task A_manager_closes_a_table_that_is_cooked_for_and_owes_and_no_screen_goes_on_with_it()
    {
        var party = await house.SeatAsync();
        var name = await house.TableOfAsync(party);
        var order = await house.OrderAsync(party, Dishes.Pancake);
        await using var guests = await browser.OpenPhoneAsync("en");
        await using var staff = await ServiceScreens.OpenAsync(browser, house, party);
        var menu = await guests.SitAtAsync(house, house.TablePath(party), "/menu");
        var bill = await guests.GoAsync(new Uri(house.Address, "/bill").AbsoluteUri);
        var closing = await staff.Wall.CookAtAsync(house, party.Page());
        await staff.Kitchen.HasTicketAsync(order);

        await closing.OpenAsync("close");
        await closing.Locator(".floor-check input").CheckAsync();
        await closing.GetByText("Left without paying").ClickAsync();
        await Expect(closing.Does("close")).ToBeEnabledAsync();
        await closing.Does("close").ClickAsync();

        foreach (var page in new[] { menu, bill })
        {
            await page.ArriveAsync("/?why=seating_closed");
        }

        await Expect(staff.Table.Locator(".gone")).ToBeVisibleAsync();
        await Expect(staff.Kitchen.Ticket(order)).ToContainTextAsync("cancelled", new() { IgnoreCase = true });
        foreach (var page in new[] { staff.Floor, staff.Manager })
        {
            await Expect(page.Tile(name)).ToHaveAttributeAsync("data-mood", "Free");
        }

        staff.Errors.Concat(guests.Errors).Should().BeEmpty();
    }

    [SkippableFact]
    public async Task A_free_table_is_opened_for_a_party_of_so_many_and_a_link_to_it_stays_with_them()
    {
        await using var phone = await browser.OpenPhoneAsync("en");
        var floor = await phone.WaitAtAsync(house, "/floor");
        var tile = floor.Locator(".tile[data-mood='Free']").First;
        var name = (await tile.GetAttributeAsync("data-table"))!;
        await tile.Locator("a").ClickAsync();
        await floor.ShouldBeLiveAsync();

        await floor.Locator(".open-table [aria-label='One more']").ClickAsync();
        await floor.Locator(".open-table [aria-label='One more']").ClickAsync();
        await floor.Does("open").ClickAsync();

        await Expect(floor.Locator(".who")).ToContainTextAsync("4 guests");
        await floor.ReloadAsync();
        await Expect(floor.Locator(".who")).ToContainTextAsync("4 guests");
        await floor.GoBackAsync();
        await Expect(floor.Tile(name)).ToHaveAttributeAsync("data-mood", "Seated");
        phone.Errors.Should().BeEmpty();
    }

    [SkippableFact]
    public async Task A_counter_takes_the_next_party_while_others_wait_there()
    {
        const string Counter = "T";
        await using var phone = await browser.OpenPhoneAsync("en");
        var floor = await phone.WaitAtAsync(house, "/floor");
        await Expect(floor.Tile(Counter)).ToHaveCountAsync(1);
        for (var parties = 1; parties <= 2; parties++)
        {
            await floor.Tile(Counter).Last.Locator("a").ClickAsync();
            await floor.ShouldBeLiveAsync();
            await floor.Does("open").ClickAsync();
            await Expect(floor.Locator(".who")).ToBeVisibleAsync();
            await floor.GoBackAsync();
            await Expect(floor.Tile(Counter)).ToHaveCountAsync(parties + 1);
            await floor.ShouldBeLiveAsync();
        }

        phone.Errors.Should().BeEmpty();
    }

    private static string Won(long amount) => amount.ToString("₩#,0", System.Globalization.CultureInfo.InvariantCulture);
}
