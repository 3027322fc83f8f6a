using TableOrder.Tests.EndToEnd.Kitchen;
using TableOrder.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace TableOrder.Tests.EndToEnd.Manual;

/// <summary>The manual's chapter about who works here: accounts, devices, and what everybody did.</summary>
[Collection(ManualReaders.Name)]
public sealed class TeamChapterTests(Browser browser, ManualHouse house)
{
    [SkippableFact]
    public async Task A_waiter_gets_an_account_and_the_kitchen_a_tablet()
    {
        await using var desk = await browser.OpenAsync("en");
        await using var tablet = await browser.OpenAsync("en");
        var page = await desk.ManageAsync(house, "/manager/staff");

        await page.PushAsync("Add somebody");
        await page.Sheet().WriteAsync("Name", "Dana");
        await page.Sheet().ChooseAsync("Role", "Floor");
        await page.PushAsync("Make one");
        await page.ShouldSayAsync("Copy it or write it down now: it is shown here only, and never again.");
        await page.ShootAsync("add-waiter");
        await page.Sheet().PushAsync("Add");
        await Expect(page.Locator(".account").Filter(new() { HasText = "Dana" })).ToBeVisibleAsync();

        await page.PushAsync("Add a device");
        await page.WriteAsync("What you call it", "Bar tablet");
        await page.ChooseAsync("Signed in as", "kitchen · Kitchen");
        await page.PushAsync("Make the link");
        await Expect(page.Locator("[data-link]")).ToBeVisibleAsync();
        await page.ShootAsync("kitchen-tablet", "[aria-labelledby=devices]");
        var link = new Uri((await page.Locator("[data-link]").GetAttributeAsync("data-link"))!);
        var device = await tablet.GoAsync(new Uri(house.Address, link.AbsolutePath).AbsoluteUri);
        await device.PushAsync("Use this device as Bar tablet");
        await device.ArriveAsync("/kitchen");
        await page.ShouldSayAsync("Bar tablet is signed in.");
        desk.Errors.Concat(tablet.Errors).Should().BeEmpty();
    }

    [SkippableFact]
    public async Task What_everybody_did_can_be_read()
    {
        await using var desk = await browser.OpenAsync("en");
        var page = await desk.ManageAsync(house, "/manager/staff");

        await page.PushAsync("What everybody did");
        await page.ArriveAsync("/manager/staff/journal");
        await page.ShouldBeLiveAsync();
        await page.ShouldSayAsync("Came to the call of table");
        await page.ShootAsync("journal");
        await page.PushAsync("All staff");
        await page.ArriveAsync("/manager/staff");
        await page.Locator(".account").Filter(new() { HasText = "Junho" }).PushAsync("What they did");
        await Expect(page.Locator("h1")).ToHaveTextAsync("What Junho did");
        desk.Errors.Should().BeEmpty();
    }
}
