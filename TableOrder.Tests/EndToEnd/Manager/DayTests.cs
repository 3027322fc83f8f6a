using Microsoft.Playwright;
using TableOrder.Core;
using TableOrder.Core.Access;
using TableOrder.Core.Billing;
using TableOrder.Core.Ordering;
using TableOrder.Tests.EndToEnd.Floor;
using TableOrder.Tests.EndToEnd.Kitchen;
using TableOrder.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace TableOrder.Tests.EndToEnd.Manager;

/// <summary>The drawer is counted at the end of a day, by two managers at once, in a real browser.</summary>
public sealed class DayTests(Browser browser, KitchenHouse house) : IClassFixture<Browser>, IClassFixture<KitchenHouse>
{
    [SkippableFact]
    public async Task A_drawer_that_is_short_is_counted_once_with_a_note_and_what_moves_later_stands_beside_the_report()
    {
        var party = await house.SeatAsync();
        var order = await house.OrderAsync(party, Dishes.Pancake, Dishes.Rice, Dishes.Cola);
        await house.PayAsync(party, 5_000);
        await using var one = await browser.OpenAsync("en");
        await using var two = await browser.OpenAsync("en");
        var (mine, theirs) = (await one.CookAtAsync(house, "/manager/bills/day"), await two.CookAtAsync(house, "/manager/bills/day"));

        await CountAsync(mine, "50000", "54500");
        await Expect(mine.Locator("p.difference")).ToHaveAttributeAsync("data-difference", "short");
        await Expect(mine.Locator("p.difference")).ToContainTextAsync("₩500 short");
        await Expect(mine.Does("count")).ToBeDisabledAsync();
        await mine.Locator("[data-field=note]").FillAsync("a note was torn");
        await mine.Does("count").ClickAsync();
        await Expect(mine.Does("write")).ToBeVisibleAsync();

        // While it was counted somebody paid: nothing is written, and the form shows what should be there now.
        await house.PayAsync(party, 1_000);
        await mine.Does("write").ClickAsync();
        await Expect(mine.Locator("dialog [role=alert]")).ToContainTextAsync("Cash moved while you counted");
        await mine.Keyboard.PressAsync("Escape");
        await Expect(mine.Locator("[data-expected]")).ToHaveAttributeAsync("data-expected", "56000");
        await Expect(mine.Locator("[data-field=note]")).ToHaveValueAsync("a note was torn");

        // Typed and pressed before the page can have painted what was typed: it counts all the same.
        await mine.EvaluateAsync(
            """
            () => {
              const field = document.querySelector('[data-field=counted]');
              field.value = '55500';
              field.dispatchEvent(new Event('input', { bubbles: true }));
              document.querySelector('[data-does=count]').click();
            }
            """
        );
        await Expect(mine.Does("write")).ToBeVisibleAsync();
        await CountAsync(theirs, "50000", "56000");
        await theirs.Does("count").ClickAsync();
        await Expect(theirs.Does("write")).ToBeVisibleAsync();
        await mine.Does("write").ClickAsync();
        await Expect(mine.Locator(".day-sheet .difference")).ToContainTextAsync("₩500 short");
        await Expect(theirs.Locator(".day-sheet .difference")).ToContainTextAsync("₩500 short");
        await theirs.Does("write").ClickAsync();
        await Expect(theirs.Locator("dialog [role=alert]")).ToContainTextAsync("has been counted already");
        await theirs.Keyboard.PressAsync("Escape");
        await Expect(theirs.Locator(".day-sheet header")).ToContainTextAsync("Counted by manager");

        await ShouldStandBesideAsync(mine, party);
        var report = (await house.Get<DayReportReader>().GetAsync(house.Manager)).Value.Report!;
        (report.Counted, report.Expected, report.Note).Should().Be((new Money(55_500), new Money(56_000), "a note was torn"));
        one.Errors.Concat(two.Errors).Should().BeEmpty();
        order.Status.Should().Be(OrderStatus.Placed);
    }

    [SkippableFact]
    public async Task Notes_and_coins_add_up_to_what_was_counted_and_another_day_can_be_looked_at()
    {
        await using var desk = await browser.OpenAsync("en");
        var page = await desk.CookAtAsync(house, "/manager/bills/day");
        await page.Does("day-before").ClickAsync();
        await page.ShouldBeLiveAsync();

        await page.Locator(".notes-and-coins summary").ClickAsync();
        await page.Locator("[data-piece='10000']").FillAsync("3");
        await page.Locator("[data-piece='500']").FillAsync("2");

        await Expect(page.Locator("[data-field=counted]")).ToHaveValueAsync("31000");
        await page.Locator("[data-field=float]").FillAsync("31000");
        await Expect(page.Locator("p.difference")).ToHaveAttributeAsync("data-difference", "exact");
        await Expect(page.Does("count")).ToBeEnabledAsync();
        await page.GotoAsync(new Uri(house.Address, "/manager/bills/day?day=2099-01-01").AbsoluteUri);
        await Expect(page.GetByText("This day has not begun")).ToBeVisibleAsync();
        desk.Errors.Should().BeEmpty();
    }

    /// <summary>What moves after the count is no part of the report; the list of days knows that it was counted.</summary>
    private async Task ShouldStandBesideAsync(IPage page, Actor party)
    {
        await Expect(page.Locator(".since")).ToHaveAttributeAsync("data-moved", "none");
        await house.PayAsync(party, 2_000);
        await Expect(page.Locator(".since")).ToHaveAttributeAsync("data-moved", "some");
        await Expect(page.Locator(".since [data-method=cash]")).ToContainTextAsync("₩2,000");
        await Expect(page.Locator(".day-sheet [data-method=cash]")).ToContainTextAsync("₩6,000");
        await page.GotoAsync(new Uri(house.Address, "/manager/bills/days").AbsoluteUri);
        await Expect(page.Locator(".day-rows .pill")).ToHaveAttributeAsync("data-difference", "short");
    }

    private static async Task CountAsync(IPage page, string begun, string counted)
    {
        await page.Locator("[data-field=float]").FillAsync(begun);
        await page.Locator("[data-field=counted]").FillAsync(counted);
    }
}
