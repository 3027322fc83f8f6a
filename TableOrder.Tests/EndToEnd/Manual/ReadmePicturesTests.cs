using Microsoft.Playwright;
using TableOrder.Core.Access;
using TableOrder.Core.Seating;
using TableOrder.Tests.EndToEnd.Kitchen;
using TableOrder.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace TableOrder.Tests.EndToEnd.Manual;

/// <summary>The pictures of README.md: what a guest, the kitchen and the manager see on that evening.</summary>
[Collection(ManualReaders.Name)]
public sealed class ReadmePicturesTests(Browser browser, ManualHouse house)
{
    [SkippableFact]
    public async Task Guest_kitchen_and_manager_see_the_same_evening()
    {
        Skip.IfNot(ManualPictures.AreTaken, "It only takes pictures: PICTURES=all.");
        await using var desk = await browser.OpenAsync("en");
        var page = await desk.ManageAsync(house, "/manager");
        await ShootAsync(page, "manager");
        await page.GoAsync(house, "/kitchen");
        await Expect(page.Locator(".ticket").First).ToBeVisibleAsync();
        await ShootAsync(page, "kitchen");

        await using var phone = await browser.OpenPhoneAsync("en");
        var guest = await SitAsync(phone);
        await ShootAsync(guest, "menu");
        await guest.GoAsync(house, "/order");
        await ShootAsync(guest, "order");
        desk.Errors.Concat(phone.Errors).Should().BeEmpty();
    }

    [SkippableFact]
    public async Task All_three_stand_side_by_side()
    {
        Skip.IfNot(ManualPictures.AreTaken, "It only takes pictures: PICTURES=all.");
        await using var desk = await browser.OpenAsync("en", width: 1000, height: 920);
        await using var phone = await browser.OpenPhoneAsync("en");
        var page = await desk.ManageAsync(house, "/manager");
        var manager = await page.ScreenshotAsync();
        await page.SetViewportSizeAsync(620, 920);
        await page.GoAsync(house, "/kitchen");
        await Expect(page.Locator(".ticket").First).ToBeVisibleAsync();
        var kitchen = await page.ScreenshotAsync();
        var guest = await SitAsync(phone);
        await guest.SetViewportSizeAsync(390, 920);
        var menu = await guest.ScreenshotAsync();

        var pictures = new[] { menu, kitchen, manager }.Select(one => $"<img src='data:image/png;base64,{Convert.ToBase64String(one)}' alt=''>");
        await page.SetViewportSizeAsync(2078, 960);
        await page.SetContentAsync(
            $$"""
            <style>
              body { margin: 0; padding: 20px; display: flex; gap: 14px; background: #e9e2d6 }
              img { display: block; height: 920px; border-radius: 14px; box-shadow: 0 2px 10px #0003 }
            </style>
            {{string.Concat(pictures)}}
            """
        );
        await page.WaitForFunctionAsync("() => [...document.images].every(one => one.complete && one.naturalWidth > 0)");
        await ShootAsync(page, "screens");
    }

    private async Task<IPage> SitAsync(BrowserContext phone)
    {
        var table = (await house.SeatedAsync())[4];
        var guest = await phone.GoAsync(new Uri(house.Address, $"/t/{table.Token}").AbsoluteUri);
        await guest.ArriveAsync("/menu");
        await guest.ShouldBeLiveAsync();
        return guest;
    }

    private static Task ShootAsync(IPage page, string file) => page.ShootAsync(file, isLost: false);
}
