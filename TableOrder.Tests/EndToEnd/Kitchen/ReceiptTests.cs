using Microsoft.Playwright;
using TableOrder.Core.Ordering;
using TableOrder.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace TableOrder.Tests.EndToEnd.Kitchen;

/// <summary>An order is received when a screen that somebody can see holds it for every station: not before, and not because a program did.</summary>
public sealed class ReceiptTests(Browser browser, KitchenHouse house) : IClassFixture<Browser>, IClassFixture<KitchenHouse>, IAsyncLifetime
{
    /// <summary>Longer than it takes a screen to ask again.</summary>
    private const int AfterAWhile = 4;

    public Task InitializeAsync() => house.ClearAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [SkippableFact]
    public async Task An_order_is_received_when_a_screen_of_each_station_holds_it()
    {
        await using var device = await browser.WallAsync();
        await using var phone = await browser.OpenAsync("en", width: 390, height: 844);
        var party = await house.SeatAsync();
        var guest = await phone.SitAtAsync(house, house.TablePath(party), "/order");
        var grill = await device.CookAtAsync(house, "/kitchen/grill");
        var order = await house.OrderAsync(party, Dishes.Pancake, Dishes.Rice);

        var half = await house.UntilAsync(order, now => now.Ticket("grill").ReceivedAt is not null);
        half.Ticket("grill").ReceivedAt.Should().NotBeNull();
        half.Ticket("stew").ReceivedAt.Should().BeNull();
        half.ReceivedAt.Should().BeNull();
        await Expect(guest.Locator(".received")).ToContainTextAsync("waiting for the kitchen");
        await device.CookAtAsync(house, "/kitchen");

        (await house.UntilAsync(order, now => now.ReceivedAt is not null)).ReceivedAt.Should().NotBeNull();
        await Expect(guest.Locator(".received")).ToContainTextAsync("In the kitchen since");
        await Expect(grill.Ticket(order)).ToHaveAttributeAsync("data-untouched", "1");
        device.Errors.Concat(phone.Errors).Should().BeEmpty();
    }

    [SkippableFact]
    public async Task An_order_on_a_later_page_is_received_too()
    {
        await using var device = await browser.WallAsync();
        await house.FillAsync(40, Dishes.Pancake);
        var grill = await device.CookAtAsync(house, "/kitchen/grill");
        var later = await house.OrderAsync(await house.SeatAsync(), Dishes.Pancake);

        (await house.UntilAsync(later, now => now.ReceivedAt is not null)).ReceivedAt.Should().NotBeNull();

        await grill.HasNoTicketAsync(later);
        await Expect(grill.Locator("[data-elsewhere]")).ToBeVisibleAsync();
        device.Errors.Should().BeEmpty();
    }

    [SkippableFact]
    public async Task Neither_a_tab_that_nobody_sees_nor_the_pass_receives_anything()
    {
        await using var device = await browser.WallAsync();
        var expo = await device.CookAtAsync(house, "/expo");
        await using var grill = await Browser.OpenLooseAsync();
        await grill.SignInAsync(house.Address, "manager", HostedApp.ManagerPassword, "/kitchen/grill");
        await grill.UntilAsync("document.querySelector('.live')?.dataset.state === 'live'");
        await grill.HideAsync();

        var order = await house.OrderAsync(Dishes.Pancake);
        await expo.HasTicketAsync(order);
        await expo.TickingAsync(AfterAWhile);

        var shown = TimeProvider.System.GetUtcNow();
        (await house.NowAsync(order)).ReceivedAt.Should().BeNull();
        await grill.ShowAsync();
        (await house.UntilAsync(order, now => now.ReceivedAt is not null)).ReceivedAt.Should().BeAfter(shown);
        device.Errors.Should().BeEmpty();
    }
}
