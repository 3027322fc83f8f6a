using Microsoft.Playwright;
using TableOrder.Core.Access;
using TableOrder.Tests.EndToEnd.Kitchen;
using TableOrder.Tests.Support;

namespace TableOrder.Tests.EndToEnd.Floor;

/// <summary>The staff's screens around one party: the floor and the party's page on a waiter's phone, the grill's in the kitchen, and the manager's.</summary>
internal sealed record ServiceScreens(BrowserContext Phone, BrowserContext Wall, IPage Floor, IPage Table, IPage Kitchen, IPage Manager)
    : IAsyncDisposable
{
    public IEnumerable<string> Errors => Phone.Errors.Concat(Wall.Errors);

    /// <summary>Opens them and waits until each is live.</summary>
    public static async Task<ServiceScreens> OpenAsync(Browser browser, KitchenHouse house, Actor party)
    {
        await house.HireAsync();
        var (phone, wall) = (await browser.OpenPhoneAsync("en"), await browser.WallAsync());
        return new ServiceScreens(
            phone,
            wall,
            await phone.WaitAtAsync(house, "/floor"),
            await phone.WaitAtAsync(house, party.Page()),
            await wall.CookAtAsync(house, "/kitchen/grill"),
            await wall.CookAtAsync(house, "/manager")
        );
    }

    public async ValueTask DisposeAsync()
    {
        await Phone.DisposeAsync();
        await Wall.DisposeAsync();
    }
}
