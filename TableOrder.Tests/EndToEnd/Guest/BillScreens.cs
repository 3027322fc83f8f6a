using Microsoft.Playwright;
using TableOrder.Core;
using TableOrder.Core.Access;
using TableOrder.Core.Billing;
using TableOrder.Core.Calls;
using TableOrder.Tests.EndToEnd.Kitchen;
using static Microsoft.Playwright.Assertions;

namespace TableOrder.Tests.EndToEnd.Guest;

/// <summary>What guests do with their bill, and the waiter who comes for it.</summary>
internal static class BillScreens
{
    /// <summary>Opens the bill; gives the page.</summary>
    public static async Task<IPage> OpenBillAsync(this IPage page, Uri house)
    {
        await page.GotoAsync(new Uri(house, "/bill").AbsoluteUri);
        await page.ShouldBeLiveAsync();
        return page;
    }

    /// <summary>Says how the part is chosen.</summary>
    public static Task SplitAsync(this IPage page, string mode) => page.Locator($".modes [data-mode={mode}]").ClickAsync();

    /// <summary>One more or fewer of something.</summary>
    public static Task StepAsync(this IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).ClickAsync();

    /// <summary>Waits until the part that stands there is so much.</summary>
    public static Task ShouldPayAsync(this IPage page, Money part) =>
        Expect(page.Locator(".part")).ToHaveAttributeAsync("data-amount", $"{part.Minor}");

    /// <summary>Waits until so much is to be paid.</summary>
    public static Task ShouldOweAsync(this IPage page, Money due) =>
        Expect(page.Locator(".bill-sum .due")).ToHaveAttributeAsync("data-due", $"{due.Minor}");

    /// <summary>Calls the staff for the part.</summary>
    public static Task AskStaffAsync(this IPage page, string method) => page.Locator($".staff [data-method={method}]").ClickAsync();

    /// <summary>The bill as the database has it.</summary>
    public static async Task<Bill> BillAsync(this KitchenHouse house, Actor guest) => (await house.Get<BillReader>().GetAsync(guest)).Value;

    /// <summary>A waiter says that they come, then takes the money.</summary>
    public static async Task AnswerAsync(this KitchenHouse house, Actor guest, TakePayment take)
    {
        var call = (await house.Get<CallReader>().MineAsync(guest)).Value.Single(call => call is { Kind: CallKind.Bill, State: CallState.Waiting });
        (await house.Get<CallDesk>().ConfirmAsync(house.Waiter, call.Id)).Refusal.Should().BeNull();
        (await house.Get<PaymentDesk>().TakeAsync(house.Waiter, take)).Refusal.Should().BeNull();
    }
}
