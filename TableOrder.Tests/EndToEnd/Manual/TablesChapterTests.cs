using TableOrder.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace TableOrder.Tests.EndToEnd.Manual;

/// <summary>The manual's chapter about tables: printed, given a new code, taken away, arranged.</summary>
[Collection(ManualReaders.Name)]
public sealed class TablesChapterTests(Browser browser, ManualHouse house)
{
    [SkippableFact]
    public async Task Codes_are_printed_and_a_table_gets_a_new_one()
    {
        await using var desk = await browser.OpenAsync("en");
        var page = await desk.ManageAsync(house, "/manager/tables");

        await page.PushAsync("Print sheets");
        await page.ArriveAsync("/manager/tables/print");
        await page.ChooseAsync("Cards on a sheet", "4");
        await page.PushAsync("Show");
        await Expect(page.Locator(".sheet").First).ToBeVisibleAsync();
        await page.ShootAsync("print-codes");

        await page.GoAsync(house, "/manager/tables");
        await page.PushAsync("QR code");
        await page.PushAsync("New code …");
        await page.ShootAsync("new-code");
        await page.PushAsync("End the old code");
        await page.ShouldSayAsync("This is the new code. Print it and put it in place of the old one.");
        desk.Errors.Should().BeEmpty();
    }

    [SkippableFact]
    public async Task Tables_are_added_and_arranged_and_one_where_somebody_sits_stays()
    {
        await using var desk = await browser.OpenAsync("en");
        var page = await desk.ManageAsync(house, "/manager/tables");

        await page.PushAsync("Add tables");
        await page.WriteAsync("Name, or the first of a row", "G1");
        await page.WriteAsync("Last of the row (optional)", "G4");
        await page.ChooseAsync("Part of the room", "A new part …");
        await page.WriteAsync("Its name in 한국어", "정원");
        await page.WriteAsync("Its name in English", "Garden");
        await page.ShootAsync("add-tables");
        await page.PushAsync("Add 4 tables");
        await Expect(page.Locator(".area[aria-label=Garden] .table-card")).ToHaveCountAsync(4);

        var seated = (await house.SeatedAsync())[0].Name;
        await page.Locator($".table-card[data-table='{seated}']").PushAsync("Edit");
        await page.PushAsync("Take away");
        await page.PushAsync("Take this table away");
        await page.ShouldSayAsync("Somebody sits at this table. Close the table or move the party first, then do it again.");
        await page.ShootAsync("take-away");
        await page.Keyboard.PressAsync("Escape");

        await page.PushAsync("Arrange");
        await page.Locator(".board[aria-label=Garden]").PushAsync("Place all");
        await Expect(page.Locator(".board[aria-label=Garden] [data-cell]")).ToHaveCountAsync(4);
        await page.ShootAsync("arrange", ".manager main");
        await page.PushAsync("Undo");
        await Expect(page.Locator(".board[aria-label=Garden] [data-cell]")).ToHaveCountAsync(0);
        desk.Errors.Should().BeEmpty();
    }
}
