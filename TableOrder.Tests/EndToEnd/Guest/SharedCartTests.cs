using System.Globalization;
using Microsoft.Playwright;
using TableOrder.Core.Carts;
using TableOrder.Tests.EndToEnd.Kitchen;
using TableOrder.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace TableOrder.Tests.EndToEnd.Guest;

/// <summary>One table, a tablet and two phones, each a real browser: they share one cart.</summary>
public sealed class SharedCartTests(Browser browser, KitchenHouse house) : IClassFixture<Browser>, IClassFixture<KitchenHouse>, IAsyncLifetime
{
    private const int UsualPhones = 8;

    /// <summary>PHONES=20 in the environment is a larger party.</summary>
    private static readonly int Phones = int.TryParse(Environment.GetEnvironmentVariable("PHONES"), CultureInfo.InvariantCulture, out var wanted)
        ? wanted
        : UsualPhones;

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => house.ClearAsync();

    [SkippableFact]
    public async Task What_one_adds_the_others_see_at_once_and_who_it_was()
    {
        await using var table = await SharedTable.SitAsync(browser, house);

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
        await using var table = await SharedTable.SitAsync(browser, house);
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
    public async Task Many_phones_that_add_at_once_end_with_the_exact_sum()
    {
        await using var table = await SharedTable.SitAsync(browser, house);
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
    public async Task What_one_takes_out_on_a_slow_network_is_what_they_saw_and_not_what_another_added_since()
    {
        await using var table = await SharedTable.SitAsync(browser, house);
        await using var network = new CuttableProxy(house.Address);
        await using var device = await browser.OpenAsync("en", width: 1000);
        var phone = await table.JoinAsync(device, network);
        await phone.AddAsync(Dishes.Rice);
        await phone.ShouldHoldAsync((Dishes.Rice, 1));

        network.LoseAnswers();
        await table.Tablet.AddAsync(Dishes.Rice);
        await table.ShouldHoldAsync((Dishes.Rice, 2));
        await phone.Row(Dishes.Rice).Locator(".remove").ClickAsync();

        await table.ShouldHoldAsync((Dishes.Rice, 1));
        await Expect(table.Tablet.Row(Dishes.Rice).Locator(".who[data-mine]")).ToHaveCountAsync(1);
        network.Cut();
        network.Mend();
        await phone.ShouldBeLiveAsync();
        await phone.ShouldHoldAsync((Dishes.Rice, 1));
    }

    [SkippableFact]
    public async Task Two_tabs_of_one_phone_are_one_guest_with_one_cart()
    {
        await using var table = await SharedTable.SitAsync(browser, house);
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
        await using var table = await SharedTable.SitAsync(browser, house);
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
        await using var table = await SharedTable.SitAsync(browser, house);
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

    [SkippableFact]
    public async Task A_line_takes_99_however_many_press_plus_and_who_comes_too_late_loses_nothing()
    {
        await using var table = await SharedTable.SitAsync(browser, house);
        (await house.Get<CartDesk>().AddAsync(table.First, new AddToCart(house.Dish(Dishes.Rice).Id, [], 98))).Refusal.Should().BeNull();
        await table.ShouldHoldAsync((Dishes.Rice, 98));

        await Task.WhenAll(table.Pages.Select(page => page.EvaluateAsync("document.querySelector('aside .quantity button:last-child').click()")));

        await table.ShouldHoldAsync((Dishes.Rice, 99));
        foreach (var page in table.Pages)
        {
            await Expect(page.Row(Dishes.Rice).GetByRole(AriaRole.Button, new() { Name = "One more: Bowl of Rice" })).ToBeDisabledAsync();
        }

        await table.Phone.AddAsync(Dishes.Rice);
        await Expect(table.Phone.Locator("aside .notice")).ToContainTextAsync("99");
        await table.ShouldHoldAsync((Dishes.Rice, 99));
        table.Errors.Should().BeEmpty();
    }
}
