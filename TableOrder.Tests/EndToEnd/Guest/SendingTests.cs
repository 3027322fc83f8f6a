using Microsoft.Playwright;
using TableOrder.Core.Carts;
using TableOrder.Tests.EndToEnd.Kitchen;
using TableOrder.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace TableOrder.Tests.EndToEnd.Guest;

/// <summary>The cart of a tablet and two phones becomes one order: whoever sends it, whatever is lost on the way.</summary>
public sealed class SendingTests(Browser browser, KitchenHouse house) : IClassFixture<Browser>, IClassFixture<KitchenHouse>, IAsyncLifetime
{
    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => house.ClearAsync();

    [SkippableFact]
    public async Task Sent_by_two_at_once_and_pressed_over_and_over_it_is_one_order_that_all_hear_of()
    {
        await using var table = await SharedTable.SitAsync(browser, house);
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
        await using var table = await SharedTable.SitAsync(browser, house);
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
        await using var table = await SharedTable.SitAsync(browser, house);
        await using var network = new CuttableProxy(house.Address);
        await using var device = await browser.OpenAsync("en", width: 1000);
        var phone = await table.JoinAsync(device, network);
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
    public async Task A_press_on_a_slow_network_sends_nothing_that_the_guest_did_not_see()
    {
        await using var table = await SharedTable.SitAsync(browser, house);
        await using var network = new CuttableProxy(house.Address);
        await using var device = await browser.OpenAsync("en", width: 1000);
        var phone = await table.JoinAsync(device, network);
        await phone.AddAsync(Dishes.Pancake);
        await table.ShouldHoldAsync((Dishes.Pancake, 1));
        await phone.Locator("aside .send").ClickAsync();
        await Expect(phone.Locator("dialog .summary li")).ToHaveCountAsync(1);
        await Expect(phone.Locator("dialog .confirm")).ToBeVisibleAsync();

        // What the others add meanwhile is known to the server's half of the phone's page, and not to the phone.
        network.Stall();
        await table.Tablet.AddAsync(Dishes.Rice);
        await table.ShouldHoldAsync((Dishes.Pancake, 1), (Dishes.Rice, 1));
        await phone.Locator("dialog .confirm").ClickAsync();
        network.Mend();
        await phone.ShouldBeLiveAsync();

        await Expect(phone.Locator("dialog .notice")).ToContainTextAsync("Look again");
        await Expect(phone.Locator("dialog .summary li")).ToHaveCountAsync(2);
        (await table.OrdersAsync()).Should().BeEmpty();
        await phone.Locator("dialog .confirm").ClickAsync();
        await Expect(table.Tablet.Locator("aside .placed")).ToBeVisibleAsync();
        (await table.OrdersAsync()).Should().ContainSingle().Which.Lines.Should().HaveCount(2);
    }

    [SkippableFact]
    public async Task Going_back_after_sending_shows_no_old_cart()
    {
        await using var table = await SharedTable.SitAsync(browser, house);
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
    public async Task What_others_press_in_the_moment_of_sending_is_in_this_order_or_waits_for_the_next()
    {
        await using var table = await SharedTable.SitAsync(browser, house);
        await table.Tablet.AddAsync(Dishes.Rice);
        await table.ShouldHoldAsync((Dishes.Rice, 1));
        await table.Tablet.Locator("aside .send").ClickAsync();
        await Expect(table.Tablet.Locator("dialog .confirm")).ToBeVisibleAsync();

        await Task.WhenAll(
            table.Tablet.EvaluateAsync("document.querySelector('dialog .confirm').click()"),
            table.Phone.AddAsync(Dishes.Rice),
            table.Other.AddAsync(Dishes.Cola)
        );

        // Whoever sent it sees an order, or is asked to look again at what has changed.
        await Expect(table.Tablet.Locator("aside .placed, dialog .notice")).ToHaveCountAsync(1);
        if (await table.Tablet.Locator("dialog .confirm").CountAsync() > 0)
        {
            await Expect(table.Tablet.Locator("dialog .summary li")).ToHaveCountAsync(2);
            await table.Tablet.Locator("dialog .confirm").ClickAsync();
        }

        await Expect(table.Tablet.Locator("aside .placed")).ToBeVisibleAsync();
        var (ordered, waiting) = (0, 0);
        for (var tries = 0; tries < 400 && ordered + waiting < 3; tries++)
        {
            await Task.Delay(50);
            waiting = (await house.Get<CartReader>().GetAsync(table.First)).Value.Lines.Sum(line => line.Quantity);
            ordered = (await table.OrdersAsync()).Should().ContainSingle().Subject.Lines.Sum(line => line.Quantity);
        }

        (ordered + waiting).Should().Be(3);
        table.Errors.Should().BeEmpty();
    }
}
