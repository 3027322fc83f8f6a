using Microsoft.Playwright;
using TableOrder.Core;
using TableOrder.Core.Access;
using TableOrder.Core.Billing;
using TableOrder.Core.Ordering;
using TableOrder.Core.Seating;
using TableOrder.Core.Service;
using TableOrder.Tests.EndToEnd.Floor;
using TableOrder.Tests.EndToEnd.Kitchen;
using TableOrder.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace TableOrder.Tests.EndToEnd.Manager;

/// <summary>A manager finds bills, and does with each what is to be done, in a real browser.</summary>
public sealed class BillsTests(Browser browser, KitchenHouse house) : IClassFixture<Browser>, IClassFixture<KitchenHouse>, IAsyncLifetime
{
    public Task InitializeAsync() => Browser.Missing is null ? house.ClearAsync() : Task.CompletedTask;

    public Task DisposeAsync() => Task.CompletedTask;

    [SkippableFact]
    public async Task A_bill_is_found_by_its_table_and_by_an_order_s_number_and_an_open_one_is_live()
    {
        var (party, order) = await OweAsync();
        var (other, _) = await OweAsync();
        await using var desk = await browser.OpenAsync("en");
        var page = await desk.CookAtAsync(house, "/manager/bills");
        await Expect(Row(page, party)).ToBeVisibleAsync();
        await Expect(Row(page, other)).ToBeVisibleAsync();

        await page.Locator("[data-filter=table]").SelectOptionAsync(new SelectOptionValue { Label = $"Table {order.TableName}" });
        await Expect(Row(page, other)).ToHaveCountAsync(0);
        await Expect(Row(page, party)).ToBeVisibleAsync();
        await page.Does("clear").ClickAsync();
        await page.Locator("[data-filter=number]").FillAsync($"#{order.Number}");
        await page.Keyboard.PressAsync("Enter");
        await Expect(Row(page, other)).ToHaveCountAsync(0);
        await Expect(Row(page, party).Locator(".due")).ToHaveAttributeAsync("data-due", $"{order.Total.Minor}");

        await house.PayAsync(party, order.Total.Minor);
        await Expect(Row(page, party)).ToHaveAttributeAsync("data-state", "Paid");
        await (house.Get<ClosingDesk>()).CloseAsync(house.Waiter, new CloseSeating(party.SeatingId!.Value));
        await Expect(page.Locator(".day [data-bill]")).ToHaveCountAsync(1);
        await Row(page, party).ClickAsync();
        await Expect(page.Locator(".bill-page [data-payment]")).ToHaveCountAsync(1);
        desk.Errors.Should().BeEmpty();
    }

    [SkippableFact]
    public async Task Money_goes_back_in_part_and_what_is_too_much_is_said_in_words()
    {
        var (party, order) = await OweAsync();
        await house.PayAsync(party, order.Total.Minor);
        await using var desk = await browser.OpenAsync("en");
        var page = await desk.CookAtAsync(house, Address(party));

        await page.Locator("[data-entry]").ClickAsync();
        await page.Locator("[data-field=refund]").FillAsync($"{order.Total.Minor + 1}");
        await page.GetByText("Complaint").ClickAsync();
        await page.Does("refund").ClickAsync();
        await Expect(page.Locator("dialog [role=alert]")).ToContainTextAsync("more than is left of this payment");
        (await house.BillAsync(party)).Sums.Refunded.Should().Be(Money.Zero);
        await page.Locator("[data-field=refund]").FillAsync("700");
        await page.Does("refund").DblClickAsync();

        await Expect(page.Locator("dialog")).ToHaveCountAsync(0);
        await Expect(page.Locator("[data-payment][data-kind=Refund]")).ToHaveCountAsync(1);
        await Expect(page.Locator("[data-entry]")).ToContainTextAsync($"{order.Total.Minor - 700:N0}");
        (await house.BillAsync(party)).Sums.Should().BeEquivalentTo(new { Refunded = new Money(700), Due = Money.Zero });
        desk.Errors.Should().BeEmpty();
    }

    [SkippableFact]
    public async Task A_discount_is_given_and_taken_back_with_a_reason()
    {
        var (party, order) = await OweAsync();
        await using var desk = await browser.OpenAsync("en");
        var page = await desk.CookAtAsync(house, Address(party));

        await page.OpenAsync("discount");
        await page.Locator("[data-field=discount]").FillAsync("1000");
        await page.GetByText("Waited too long").ClickAsync();
        await page.Does("discount").ClickAsync();
        await page.ShouldOweAsync(order.Total.Minor - 1000);
        await page.Locator("[data-takes-back]").ClickAsync();
        await Expect(page.Does("take-back")).ToBeDisabledAsync();
        await page.Locator("dialog [data-field=reason]").FillAsync("the wrong table");
        await page.Does("take-back").DblClickAsync();

        await page.ShouldOweAsync(order.Total.Minor);
        await Expect(page.Locator("[data-discount][data-gone]")).ToHaveCountAsync(1);
        await Expect(page.Locator("[data-discount][data-kind=TakenBack]")).ToContainTextAsync("the wrong table");
        await Expect(page.Locator("[data-takes-back]")).ToHaveCountAsync(0);
        (await house.BillAsync(party)).Discounts.Should().HaveCount(2);
        desk.Errors.Should().BeEmpty();
    }

    [SkippableFact]
    public async Task Of_two_managers_who_give_all_of_a_payment_back_one_does()
    {
        var (party, order) = await OweAsync();
        await house.PayAsync(party, order.Total.Minor);
        await using var one = await browser.OpenAsync("en");
        await using var two = await browser.OpenAsync("en");
        IPage[] pages = [await one.CookAtAsync(house, Address(party)), await two.CookAtAsync(house, Address(party))];
        foreach (var page in pages)
        {
            await page.Locator("[data-entry]").ClickAsync();
            await page.Locator("[data-field=refund]").FillAsync($"{order.Total.Minor}");
            await page.GetByText("Complaint").ClickAsync();
            await Expect(page.Does("refund")).ToBeEnabledAsync();
        }

        await Task.WhenAll(pages.Select(page => page.EvaluateAsync("() => document.querySelector('[data-does=refund]').click()")));

        foreach (var page in pages)
        {
            await Expect(page.Locator("[data-payment][data-kind=Refund]")).ToHaveCountAsync(1);
        }

        (await house.BillAsync(party)).Sums.Refunded.Should().Be(order.Total);
        var told = await Task.WhenAll(pages.Select(page => page.Locator("dialog [role=alert]").CountAsync()));
        told.Order().Should().Equal(0, 1);
        one.Errors.Concat(two.Errors).Should().BeEmpty();
    }

    [SkippableFact]
    public async Task A_party_that_ran_away_is_written_off_with_a_reason_and_can_come_back()
    {
        var (party, order) = await OweAsync();
        await using var desk = await browser.OpenAsync("en");
        var page = await desk.CookAtAsync(house, Address(party));

        await page.OpenAsync("close");
        await Expect(page.Does("close")).ToBeDisabledAsync();
        await page.GetByText("Left without paying").ClickAsync();
        await page.Does("close").ClickAsync();

        await Expect(page.Locator(".bill-page .head .pill")).ToHaveAttributeAsync("data-state", "WrittenOff");
        await Expect(page.Locator("[data-discount][data-kind=WrittenOff]")).ToContainTextAsync("Left without paying");
        await Expect(page.Locator("[data-opens=discount]")).ToHaveCountAsync(0);
        (await house.BillAsync(party)).Sums.Adjusted.Should().Be(order.Total);
        await page.Does("reopen").ClickAsync();
        await Expect(page.Locator("[data-opens=discount]")).ToBeVisibleAsync();
        desk.Errors.Should().BeEmpty();
    }

    private static ILocator Row(IPage page, Actor party) => page.Locator($"[data-bill='{party.SeatingId}']");

    private static string Address(Actor party) => $"/manager/bills/{party.SeatingId}";

    /// <summary>A party that was served and has not paid.</summary>
    private async Task<(Actor Party, Order Order)> OweAsync()
    {
        var party = await house.SeatAsync();
        var order = await house.OrderAsync(party, Dishes.Pancake, Dishes.Rice, Dishes.Cola);
        await house.StepAsync(order, LineStatus.Ready);
        await house.StepAsync(order, LineStatus.Served);
        return (party, order);
    }
}
