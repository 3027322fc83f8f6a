using Microsoft.Playwright;
using TableOrder.Core.Access;
using TableOrder.Core.Carts;
using TableOrder.Core.Menu;
using TableOrder.Core.Ordering;
using TableOrder.Tests.EndToEnd.Kitchen;
using TableOrder.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace TableOrder.Tests.EndToEnd.Guest;

/// <summary>One table, a tablet and two phones, each a real browser: they share one cart, and it becomes one order.</summary>
public sealed class SharedCartTests(Browser browser, KitchenHouse house) : IClassFixture<Browser>, IClassFixture<KitchenHouse>, IAsyncLifetime
{
    private const int Phones = 20;

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => house.ClearAsync();

    [SkippableFact]
    public async Task What_one_adds_the_others_see_at_once_and_who_it_was()
    {
        await using var table = await TableAsync();

        await table.Tablet.AddAsync(Dishes.Pancake);
        await table.Phone.AddAsync(Dishes.Pancake);
        await table.Other.AddAsync(Dishes.Rice);

        foreach (var page in table.Pages)
        {
            await page.ShouldHoldAsync((Dishes.Pancake, 2), (Dishes.Rice, 1));
            await Expect(page.Locator("aside .cart li").First.Locator(".who")).ToHaveCountAsync(2);
        }

        await Expect(table.Tablet.Locator("aside .cart li .who[data-mine]")).ToHaveCountAsync(1);
        table.Errors.Should().BeEmpty();
    }

    [SkippableFact]
    public async Task Everybody_who_presses_plus_makes_one_more()
    {
        await using var table = await TableAsync();
        await table.Tablet.AddAsync(Dishes.Rice);
        await table.ShouldHoldAsync((Dishes.Rice, 1));

        await Task.WhenAll(
            table.Pages.Select(page => page.Row(Dishes.Rice).GetByRole(AriaRole.Button, new() { Name = "One more: Bowl of Rice" }).ClickAsync())
        );

        await table.ShouldHoldAsync((Dishes.Rice, 4));
        await table.Phone.Row(Dishes.Rice).GetByRole(AriaRole.Button, new() { Name = "One fewer: Bowl of Rice" }).ClickAsync();
        await table.ShouldHoldAsync((Dishes.Rice, 3));
    }

    [SkippableFact]
    public async Task Twenty_phones_that_add_at_once_end_with_the_exact_sum()
    {
        await using var table = await TableAsync();
        var phones = new List<BrowserContext>();
        try
        {
            var pages = new List<IPage>();
            for (var i = 0; i < Phones; i++)
            {
                phones.Add(await browser.OpenAsync("en", width: 1000));
                pages.Add(await phones[i].SitAtAsync(house, table.Link, "/menu"));
            }

            await Task.WhenAll(
                pages.Select(async page =>
                {
                    await page.AddAsync(Dishes.Rice);
                    await page.AddAsync(Dishes.Cola);
                    await page.AddAsync(Dishes.Rice);
                })
            );

            foreach (var page in pages.Concat(table.Pages))
            {
                await page.ShouldHoldAsync((Dishes.Rice, 2 * Phones), (Dishes.Cola, Phones));
            }

            phones.SelectMany(phone => phone.Errors).Concat(table.Errors).Should().BeEmpty();
        }
        finally
        {
            foreach (var phone in phones)
            {
                await phone.DisposeAsync();
            }
        }
    }

    [SkippableFact]
    public async Task Sent_by_two_at_once_and_pressed_over_and_over_it_is_one_order_that_all_hear_of()
    {
        await using var table = await TableAsync();
        await table.Tablet.AddAsync(Dishes.Pancake);
        await table.ShouldHoldAsync((Dishes.Pancake, 1));
        foreach (var page in new[] { table.Phone, table.Other })
        {
            await page.Locator("aside .send").ClickAsync();
            await Expect(page.Locator("dialog .confirm")).ToBeVisibleAsync();
        }

        await Task.WhenAll(
            new[] { table.Phone, table.Other }.Select(page =>
                page.EvaluateAsync("for (let i = 0; i < 3; i++) document.querySelector('dialog .confirm')?.click()")
            )
        );

        foreach (var page in table.Pages)
        {
            await Expect(page.Locator("aside .placed strong")).ToBeVisibleAsync();
            await Expect(page.Locator("dialog")).ToHaveCountAsync(0);
            await page.ShouldHoldAsync();
        }

        (await table.OrdersAsync()).Should().ContainSingle();
        table.Errors.Should().BeEmpty();
    }

    [SkippableFact]
    public async Task Whoever_sends_sees_what_the_others_add_until_the_moment_it_is_sent()
    {
        await using var table = await TableAsync();
        await table.Tablet.AddAsync(Dishes.Pancake);
        await table.Tablet.Locator("aside .send").ClickAsync();
        await Expect(table.Tablet.Locator("dialog .summary li")).ToHaveCountAsync(1);

        await table.Phone.AddAsync(Dishes.Rice);

        await Expect(table.Tablet.Locator("dialog .summary li")).ToHaveCountAsync(2);
        await table.Tablet.Locator("dialog .confirm").ClickAsync();
        await Expect(table.Phone.Locator("aside .placed")).ToContainTextAsync("sent it for the table");
        (await table.OrdersAsync()).Should().ContainSingle().Which.Lines.Should().HaveCount(2);
    }

    [SkippableFact]
    public async Task A_reply_that_is_lost_after_the_commit_is_still_one_order_and_is_told_later()
    {
        await using var table = await TableAsync();
        await using var network = new CuttableProxy(house.Address);
        await using var device = await browser.OpenAsync("en", width: 1000);
        var phone = await device.GoAsync(new Uri(network.Address, table.Link).AbsoluteUri);
        await phone.ShouldBeLiveAsync();
        await phone.AddAsync(Dishes.Pancake);
        await phone.ShouldHoldAsync((Dishes.Pancake, 1));
        await phone.Locator("aside .send").ClickAsync();
        await Expect(phone.Locator("dialog .confirm")).ToBeVisibleAsync();

        network.LoseAnswers();
        await phone.Locator("dialog .confirm").ClickAsync();

        // The table sees it; the phone that sent it hears nothing, and presses on.
        await Expect(table.Tablet.Locator("aside .placed")).ToBeVisibleAsync();
        await phone.EvaluateAsync("document.querySelector('dialog .confirm')?.click()");
        network.Cut();
        network.Mend();
        await phone.ShouldBeLiveAsync();

        await Expect(phone.Locator("aside .placed")).ToBeVisibleAsync();
        await phone.ShouldHoldAsync();
        (await table.OrdersAsync()).Should().ContainSingle();
    }

    [SkippableFact]
    public async Task What_has_changed_since_is_a_difference_to_accept_and_the_rest_is_ordered()
    {
        await using var table = await TableAsync();
        await table.Tablet.AddAsync(Dishes.Pancake);
        await table.Phone.AddAsync(Dishes.Rice);
        await table.Other.AddAsync(Dishes.Sorbet);
        await table.ShouldHoldAsync((Dishes.Pancake, 1), (Dishes.Rice, 1), (Dishes.Sorbet, 1));
        await table.Phone.Locator("aside .send").ClickAsync();
        var (rice, sorbet) = (house.Dish(Dishes.Rice), house.Dish(Dishes.Sorbet));
        var menu = house.Get<MenuDesk>();
        try
        {
            await house.RewriteMenuAsync($"UPDATE menu_items SET price = price + 500 WHERE json_extract(name, '$.en') = '{Dishes.Rice}'");
            await menu.ChangeAsync(house.Manager, new ChangeMenuItem(sorbet.Id) { SoldOut = true });

            await Expect(table.Phone.Locator("dialog [data-differs]")).ToHaveCountAsync(2);
            await Expect(table.Phone.Locator("dialog .difference")).ToContainTextAsync(["₩1,000 → ₩1,500", "Will be left out"]);
            await Expect(table.Phone.Locator("dialog .confirm")).ToHaveTextAsync("Accept and order");
            await table.Phone.Locator("dialog .confirm").ClickAsync();
            await Expect(table.Phone.Locator("aside .placed")).ToBeVisibleAsync();
        }
        finally
        {
            await house.RewriteMenuAsync($"UPDATE menu_items SET price = {rice.Price.Minor} WHERE json_extract(name, '$.en') = '{Dishes.Rice}'");
            await menu.ChangeAsync(house.Manager, new ChangeMenuItem(sorbet.Id) { SoldOut = false });
        }

        var order = (await table.OrdersAsync()).Should().ContainSingle().Subject;
        order.Lines.Select(line => (line.Name.In("en"), line.UnitPrice.Minor)).Should().Equal((Dishes.Pancake, 19_000), (Dishes.Rice, 1_500));
        await table.ShouldHoldAsync();
    }

    [SkippableFact]
    public async Task A_dish_that_leaves_the_menu_while_in_the_cart_keeps_its_name_and_is_left_out()
    {
        await using var table = await TableAsync();
        await table.Tablet.AddAsync(Dishes.Pancake);
        await table.Tablet.AddAsync(Dishes.Rice);
        await table.ShouldHoldAsync((Dishes.Pancake, 1), (Dishes.Rice, 1));
        try
        {
            await house.RewriteMenuAsync($"UPDATE menu_items SET archived_at = 1 WHERE json_extract(name, '$.en') = '{Dishes.Rice}'");

            await Expect(table.Phone.Row(Dishes.Rice).Locator(".trouble")).ToContainTextAsync("No longer on the menu");
            await table.Phone.SendAsync();
            await Expect(table.Phone.Locator("aside .placed")).ToBeVisibleAsync();
        }
        finally
        {
            await house.RewriteMenuAsync($"UPDATE menu_items SET archived_at = NULL WHERE json_extract(name, '$.en') = '{Dishes.Rice}'");
        }

        (await table.OrdersAsync()).Should().ContainSingle().Which.Lines.Should().ContainSingle();
    }

    [SkippableFact]
    public async Task Going_back_after_sending_shows_no_old_cart()
    {
        await using var table = await TableAsync();
        await table.Phone.AddAsync(Dishes.Rice);
        await table.Phone.SendAsync();
        await table.Phone.Locator("aside .placed a").ClickAsync();
        await table.Phone.ArriveAsync("/order");

        await table.Phone.GoBackAsync();

        await table.Phone.ShouldBeLiveAsync();
        await table.Phone.ShouldHoldAsync();
        await Expect(table.Phone.Locator("aside .placed")).ToBeVisibleAsync();
        (await table.OrdersAsync()).Should().ContainSingle();
    }

    [SkippableFact]
    public async Task Two_tabs_of_one_phone_are_one_guest_with_one_cart()
    {
        await using var table = await TableAsync();
        var second = await table.Devices[1].GoAsync(new Uri(house.Address, "/menu").AbsoluteUri);
        await second.ShouldBeLiveAsync();

        await table.Phone.AddAsync(Dishes.Rice);
        await second.AddAsync(Dishes.Rice);

        await table.Phone.ShouldHoldAsync((Dishes.Rice, 2));
        await Expect(table.Phone.Locator("aside .cart li .who")).ToHaveCountAsync(1);
        await second.SendAsync();
        await Expect(table.Phone.Locator("aside .placed")).ToBeVisibleAsync();
        (await table.OrdersAsync()).Should().ContainSingle().Which.Lines[0].Quantity.Should().Be(2);
    }

    [SkippableFact]
    public async Task A_cookie_that_is_gone_in_the_middle_costs_a_scan_and_not_the_cart()
    {
        await using var table = await TableAsync();
        await table.Phone.AddAsync(Dishes.Rice);
        await table.Phone.Context.ClearCookiesAsync();

        await table.Phone.ReloadAsync();
        await Expect(table.Phone.Locator("main .notice")).ToContainTextAsync("Scan the code");
        await table.Phone.GotoAsync(new Uri(house.Address, table.Link).AbsoluteUri);
        await table.Phone.ShouldBeLiveAsync();

        await table.Phone.ShouldHoldAsync((Dishes.Rice, 1));
    }

    [SkippableFact]
    public async Task The_same_again_is_one_tap_away_and_lies_in_the_cart_of_all()
    {
        await using var table = await TableAsync();
        await table.Phone.AddAsync(Dishes.Pancake);
        await table.Phone.AddAsync(Dishes.Rice);
        await table.Phone.SendAsync();
        await Expect(table.Phone.Locator("aside .placed")).ToBeVisibleAsync();
        await table.Phone.GotoAsync(new Uri(house.Address, "/order").AbsoluteUri);
        await table.Phone.ShouldBeLiveAsync();

        await table.Phone.Locator(".again").ClickAsync();

        await Expect(table.Phone.Locator(".filled")).ToContainTextAsync("in the cart again");
        await table.Tablet.ShouldHoldAsync((Dishes.Pancake, 1), (Dishes.Rice, 1));
        await table.Phone.SetViewportSizeAsync(390, 844);
        await table.Phone.Locator(".filled a").ClickAsync();
        await Expect(table.Phone.Locator("dialog .cart li")).ToHaveCountAsync(2);
        table.Errors.Should().BeEmpty();
    }

    private async Task<SharedTable> TableAsync()
    {
        var first = await house.SeatAsync();
        var devices = new[] { await browser.OpenAsync("en"), await browser.OpenAsync("en", width: 1000), await browser.OpenAsync("en", width: 1000) };
        var pages = new List<IPage>();
        foreach (var device in devices)
        {
            pages.Add(await device.SitAtAsync(house, house.TablePath(first), "/menu"));
        }

        return new SharedTable(house, first, devices, pages);
    }

    private sealed record SharedTable(KitchenHouse House, Actor First, BrowserContext[] Devices, IReadOnlyList<IPage> Pages) : IAsyncDisposable
    {
        public string Link => House.TablePath(First);

        public IPage Tablet => Pages[0];

        public IPage Phone => Pages[1];

        public IPage Other => Pages[2];

        public IEnumerable<string> Errors => Devices.SelectMany(device => device.Errors);

        public async Task ShouldHoldAsync(params (string Dish, int Quantity)[] lines)
        {
            foreach (var page in Pages)
            {
                await page.ShouldHoldAsync(lines);
            }
        }

        public async Task<IReadOnlyList<Order>> OrdersAsync() =>
            (await House.Reader.ListAsync(House.Manager, new OrderQuery { SeatingId = First.SeatingId })).Value.Items;

        public async ValueTask DisposeAsync()
        {
            foreach (var device in Devices)
            {
                await device.DisposeAsync();
            }
        }
    }
}
