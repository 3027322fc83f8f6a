using Microsoft.Playwright;
using TableOrder.Core.Access;
using TableOrder.Core.Ordering;
using TableOrder.Tests.EndToEnd.Kitchen;
using TableOrder.Tests.Support;

namespace TableOrder.Tests.EndToEnd.Guest;

/// <summary>A tablet and two phones, each a browser of its own, at one table. In a phone turned sideways the cart stands beside the menu.</summary>
internal sealed record SharedTable(KitchenHouse House, Actor First, BrowserContext[] Devices, IReadOnlyList<IPage> Pages) : IAsyncDisposable
{
    /// <summary>They sit down and wait until their menus are live.</summary>
    public static async Task<SharedTable> SitAsync(Browser browser, KitchenHouse house)
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

    /// <summary>One more phone at the table, on a network that a test can break.</summary>
    public async Task<IPage> JoinAsync(BrowserContext device, CuttableProxy network)
    {
        var phone = await device.GoAsync(new Uri(network.Address, Link).AbsoluteUri);
        await phone.ShouldBeLiveAsync();
        return phone;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var device in Devices)
        {
            await device.DisposeAsync();
        }
    }
}
