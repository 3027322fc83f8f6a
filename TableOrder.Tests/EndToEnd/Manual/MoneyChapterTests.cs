using TableOrder.Core;
using TableOrder.Core.Access;
using TableOrder.Core.Billing;
using TableOrder.Core.Ordering;
using TableOrder.Core.Seating;
using TableOrder.Tests.EndToEnd.Kitchen;
using TableOrder.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace TableOrder.Tests.EndToEnd.Manual;

/// <summary>The manual's chapter about money: bills, the drawer, sales.</summary>
[Collection(ManualReaders.Name)]
public sealed class MoneyChapterTests(Browser browser, ManualHouse house)
{
    [SkippableFact]
    public async Task A_bill_is_found_has_a_discount_and_it_is_taken_back()
    {
        await using var desk = await browser.OpenAsync("en");
        var page = await desk.ManageAsync(house, "/manager/bills");
        await page.ShootAsync("find-bill");

        await page.Locator(".now a[data-state=Due]").Nth(1).ClickAsync();
        await Expect(page.Locator(".bill-page")).ToBeVisibleAsync();
        await page.ShouldBeLiveAsync();
        await page.PushAsync("Discount");
        await page.PushAsync("10%");
        await page.PushAsync("Waited too long");
        await page.ShootAsync("discount");
        await page.PushAsync("Give 10% off");
        await page.Locator("[data-takes-back]").First.ClickAsync();
        await page.Sheet().WriteAsync("Why", "It was meant for table 7");
        await page.ShootAsync("take-back");
        await page.Sheet().PushAsync("Take back");
        await page.ShouldSayAsync("Discount taken back");
        desk.Errors.Should().BeEmpty();
    }

    [SkippableFact]
    public async Task Money_goes_back_and_a_party_that_left_is_written_off()
    {
        var due = (await house.SeatedAsync()).Where(table => table.Seating!.Sums is { Due.Minor: > 20_000, Paid.Minor: 0 }).ToList();
        var (paying, leaving) = (due[^1].Seating!, due[^2].Seating!);
        var take = new TakePayment(Guid.NewGuid(), paying.Id, paying.Sums.Due, Payment.Terminal);
        (await house.Get<PaymentDesk>().TakeAsync(house.Staff.Waiters[0], take)).Refusal.Should().BeNull();
        await using var desk = await browser.OpenAsync("en");
        var page = await desk.ManageAsync(house, $"/manager/bills/{paying.Id}");

        await page.PushAsync("Give back");
        await page.Locator("[data-field=refund]").FillAsync("9000");
        await page.PushAsync("Complaint");
        await page.ShootAsync("refund");
        await page.Sheet().PushAsync("Give back ₩9,000");
        await page.ShouldSayAsync("Given back, Card terminal");

        await ServeAsync(leaving.Id);
        await page.GoAsync(house, $"/manager/bills/{leaving.Id}");
        await page.PushAsync("Close or write off");
        await page.PushAsync("Left without paying");
        await page.ShootAsync("write-off");
        await page.Sheet().Locator("[data-does=close]").ClickAsync();
        await page.ShouldSayAsync("Written off");
        await Expect(page.Locator("[data-does=reopen]")).ToBeVisibleAsync();
        desk.Errors.Should().BeEmpty();
    }

    [SkippableFact]
    public async Task The_drawer_is_counted_and_its_report_stands_with_the_others()
    {
        await using var desk = await browser.OpenAsync("en");
        var page = await desk.ManageAsync(house, "/manager/bills/day");

        await page.WriteAsync("Opening float", "100000");
        await page.WriteAsync("Counted cash", "100000");
        var expected = Money(await page.Locator("[data-expected]").GetAttributeAsync("data-expected"));
        await page.WriteAsync("Counted cash", $"{expected - 500}");
        await page.WriteAsync("Why it differs (needed)", "A coin fell behind the counter.");
        await page.ShootAsync("count-drawer");
        await page.PushAsync("Close the day");
        await page.ShouldSayAsync("A report is written once and never changed, by anybody. Look at the sums once more.");
        await page.Keyboard.PressAsync("Escape");

        await page.PushAsync("Day reports");
        await page.ArriveAsync("/manager/bills/days");
        await page.ShouldBeLiveAsync();
        await Expect(page.Locator(".day-rows .pill").First).ToBeVisibleAsync();
        await page.ShootAsync("day-reports");
        var yesterday = (await house.Get<DayReportReader>().GetAsync(house.Staff.Manager)).Value.Day.AddDays(-1);
        await page.GoAsync(house, $"/manager/bills/day?day={yesterday:yyyy-MM-dd}");
        await page.ShouldSayAsync("Since then");
        await page.ShootAsync("day-report");
        desk.Errors.Should().BeEmpty();
    }

    [SkippableFact]
    public async Task Sales_are_compared_and_taken_away()
    {
        await using var desk = await browser.OpenAsync("en");
        var page = await desk.ManageAsync(house, "/manager/sales");

        await page.PushAsync("Week");
        await page.ShouldSayAsync("compared with");
        await page.ShouldBeLiveAsync();
        await page.ShootAsync("sales");
        var file = await page.RunAndWaitForDownloadAsync(() => page.Locator("[data-export=Items]").ClickAsync());
        file.SuggestedFilename.Should().EndWith(".csv");
        await page.ShootAsync("export", ".sales .pace");
        desk.Errors.Should().BeEmpty();
    }

    private static long Money(string? minor) => long.Parse(minor!, System.Globalization.CultureInfo.InvariantCulture);

    private async Task ServeAsync(Guid party)
    {
        foreach (var order in (await house.Get<OrderReader>().ListAsync(Actor.System, new OrderQuery { SeatingId = party, Open = true })).Value.Items)
        {
            foreach (var to in new[] { LineStatus.Placed, LineStatus.Ready, LineStatus.Served })
            {
                (await house.Get<OrderDesk>().StepAsync(house.Staff.Manager, new StepOrder(order.Id, to))).Refusal.Should().BeNull();
            }
        }
    }
}
