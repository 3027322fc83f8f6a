using Microsoft.Playwright;
using TableOrder.Core.Ordering;
using TableOrder.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace TableOrder.Tests.EndToEnd.Kitchen;

/// <summary>A thousand open orders, which no kitchen should ever have: none is lost, the oldest is in front, and the browser holds few of them at a time.</summary>
public sealed class ManyOrdersTests(Browser browser) : IClassFixture<Browser>, IAsyncLifetime
{
    private const int Open = 1000;
    private const int MostCards = 40;
    private const int MostNodes = 2000;
    private readonly KitchenHouse house = new();

    public Task InitializeAsync() => house.InitializeAsync();

    public async Task DisposeAsync() => await house.DisposeAsync();

    [SkippableFact]
    public async Task Of_a_thousand_open_orders_the_oldest_is_in_front_and_every_one_can_be_reached()
    {
        await using var device = await browser.WallAsync();
        var orders = await house.FillAsync(Open, Dishes.Pancake);
        var grill = await device.CookAtAsync(house, "/kitchen/grill");
        await Expect(grill.Locator("[data-open]")).ToHaveTextAsync($"{Open}");
        await ShouldBeFirstAsync(grill, orders[0]);
        await ShouldBeFewAsync(grill);
        foreach (var order in orders)
        {
            (await house.UntilAsync(order, now => now.ReceivedAt is not null)).ReceivedAt.Should().NotBeNull("every page can be leafed to");
        }

        var seen = await KitchenPages.ReadAsync(grill);

        seen.Keys.Should().BeEquivalentTo(orders.Select(order => order.Number()));
        await ShouldBeFewAsync(grill);

        // Whatever comes, and however often the first is bumped, the oldest stands in front.
        var latest = await house.OrderAsync(await house.SeatAsync(), Dishes.Pancake);
        await Expect(grill.Locator("[data-open]")).ToHaveTextAsync($"{Open + 1}");
        await grill.Keyboard.PressAsync("Home");
        for (var i = 0; i < 3; i++)
        {
            await ShouldBeFirstAsync(grill, orders[i]);
            await grill.KeyAsync("1");
        }

        await ShouldBeFirstAsync(grill, orders[3]);
        await Expect(grill.Locator("[data-open]")).ToHaveTextAsync($"{Open - 2}");
        await Expect(grill.Locator(".pages")).ToContainTextAsync("not touched yet");
        (await house.UntilAsync(latest, order => order.ReceivedAt is not null)).ReceivedAt.Should().NotBeNull("it is on the last page");
        await ShouldBeFewAsync(grill);
        device.Errors.Should().BeEmpty();
    }

    private static Task ShouldBeFirstAsync(IPage page, Order order) =>
        Expect(page.Locator(".ticket").First).ToHaveAttributeAsync("data-order", $"{order.Id}");

    private static async Task ShouldBeFewAsync(IPage page)
    {
        (await page.Locator(".ticket").CountAsync()).Should().BeInRange(2, MostCards);
        (await page.Locator("*").CountAsync()).Should().BeLessThan(MostNodes);
    }
}
