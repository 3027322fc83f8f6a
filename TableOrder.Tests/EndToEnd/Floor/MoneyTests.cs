using Microsoft.Playwright;
using TableOrder.Core.Access;
using TableOrder.Core.Billing;
using TableOrder.Core.Ordering;
using TableOrder.Tests.EndToEnd.Kitchen;
using TableOrder.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace TableOrder.Tests.EndToEnd.Floor;

/// <summary>A waiter takes money: with change, in parts, twice pressed and by two at once; and a manager takes some of it back.</summary>
public sealed class MoneyTests(Browser browser, KitchenHouse house) : IClassFixture<Browser>, IClassFixture<KitchenHouse>, IAsyncLifetime
{
    public async Task InitializeAsync()
    {
        if (Browser.Missing is null)
        {
            await house.ClearAsync();
            await house.HireAsync();
        }
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [SkippableFact]
    public async Task Cash_is_taken_and_the_change_stands_there_large()
    {
        var (party, due) = await OweAsync();
        await using var phone = await browser.OpenPhoneAsync("en");
        var table = await phone.WaitAtAsync(house, party.Page());
        await table.ShouldOweAsync(due);

        await table.OpenAsync("pay");
        await table.Locator("[data-method=cash]").ClickAsync();
        await table.Locator("[data-field=tendered]").FillAsync($"{due - 1}");
        await Expect(table.Does("pay")).ToBeDisabledAsync();
        await table.Locator("[data-field=tendered]").FillAsync($"{due + 7_500}");
        await Expect(table.Locator(".change")).ToHaveAttributeAsync("data-change", "7500");
        await table.Does("pay").ClickAsync();

        await Expect(table.Locator(".floor-paid .back b")).ToHaveTextAsync("₩7,500");
        await table.ShouldOweAsync(0);
        var payment = (await house.PaymentsAsync(party, 1)).Single();
        (payment.Amount.Minor, payment.Method, payment.Change.Minor).Should().Be((due, Payment.Cash, 7_500));
        await table.Does("done").ClickAsync();
        await Expect(table.Locator("[data-opens=pay]")).ToBeDisabledAsync();
        phone.Errors.Should().BeEmpty();
    }

    [SkippableFact]
    public async Task A_double_tap_is_one_payment_though_as_much_again_is_due()
    {
        var (party, due) = await OweAsync();
        await using var phone = await browser.OpenPhoneAsync("en");
        var table = await phone.WaitAtAsync(house, party.Page());

        await table.OpenAsync("pay");
        await table.Locator("[data-mode=Evenly]").ClickAsync();
        await Expect(table.Locator(".split .part")).ToHaveAttributeAsync("data-amount", $"{(due + 1) / 2}");
        await table.Does("pay").DblClickAsync();

        await Expect(table.Locator(".floor-paid")).ToHaveAttributeAsync("data-paid", $"{(due + 1) / 2}");
        await table.ShouldOweAsync(due / 2);
        (await house.PaymentsAsync(party, 1)).Should().ContainSingle();
        phone.Errors.Should().BeEmpty();
    }

    [SkippableFact]
    public async Task Two_waiters_at_one_table_never_take_more_than_is_due()
    {
        var (party, due) = await OweAsync();
        await using var one = await browser.OpenPhoneAsync("en");
        await using var two = await browser.OpenPhoneAsync("en");
        var (mine, theirs) = (await one.WaitAtAsync(house, party.Page()), await two.WaitAtAsync(house, party.Page()));
        await mine.OpenAsync("pay");
        await theirs.OpenAsync("pay");
        await Expect(mine.Does("pay")).ToBeEnabledAsync();
        await Expect(theirs.Does("pay")).ToBeEnabledAsync();

        await Task.WhenAll(PressAsync(mine), PressAsync(theirs));

        await mine.ShouldOweAsync(0);
        await theirs.ShouldOweAsync(0);
        var payments = await house.PaymentsAsync(party, 1);
        payments.Should().ContainSingle().Which.Amount.Minor.Should().Be(due);
        one.Errors.Concat(two.Errors).Should().BeEmpty();
    }

    [SkippableFact]
    public async Task A_manager_gives_a_discount_and_money_back_and_closes_a_table_that_did_not_pay_and_a_waiter_may_none_of_it()
    {
        var (party, due) = await OweAsync();
        await house.PayAsync(party, 1_000);
        await using var phone = await browser.OpenPhoneAsync("en");
        await using var desk = await browser.OpenAsync("en");
        var waiter = await phone.WaitAtAsync(house, party.Page());
        var manager = await desk.CookAtAsync(house, party.Page());
        await waiter.ShouldOweAsync(due - 1_000);
        await Expect(waiter.Locator("[data-opens=discount], [data-entry]")).ToHaveCountAsync(0);

        await manager.OpenAsync("discount");
        await manager.Locator("[data-percent='10']").ClickAsync();
        await manager.GetByText("Waited too long").ClickAsync();
        await manager.Does("discount").ClickAsync();
        await Expect(manager.Locator("dialog")).ToHaveCountAsync(0);
        var less = due - (due + 5) / 10 - 1_000;
        await waiter.ShouldOweAsync(less);
        await manager.Locator("[data-entry]").ClickAsync();
        await manager.GetByText("Never paid").ClickAsync();
        await manager.GetByText("Entered by mistake").ClickAsync();
        await manager.Does("void-payment").ClickAsync();
        await waiter.ShouldOweAsync(less + 1_000);

        await waiter.OpenAsync("close");
        await Expect(waiter.Locator("dialog .floor-what")).ToContainTextAsync("Only a manager");
        await Expect(waiter.Does("close")).ToBeDisabledAsync();
        await manager.OpenAsync("close");
        await manager.GetByText("Left without paying").ClickAsync();
        await manager.Does("close").ClickAsync();

        await Expect(waiter.Locator(".gone")).ToBeVisibleAsync();
        (await house.BillAsync(party)).Sums.Due.Minor.Should().Be(0);
        phone.Errors.Concat(desk.Errors).Should().BeEmpty();
    }

    /// <summary>A press that may come too late: then there is no button any more.</summary>
    private static async Task PressAsync(IPage page) => await page.EvaluateAsync("() => document.querySelector('[data-does=pay]')?.click()");

    /// <summary>A party that was served and has not paid.</summary>
    private async Task<(Actor Party, long Due)> OweAsync()
    {
        var party = await house.SeatAsync();
        var order = await house.OrderAsync(party, Dishes.Pancake, Dishes.Rice, Dishes.Cola);
        await house.StepAsync(order, LineStatus.Ready);
        await house.StepAsync(order, LineStatus.Served);
        return (party, order.Total.Minor);
    }
}
