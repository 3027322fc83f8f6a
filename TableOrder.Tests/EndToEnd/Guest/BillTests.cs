using Microsoft.Playwright;
using TableOrder.Core;
using TableOrder.Core.Access;
using TableOrder.Core.Billing;
using TableOrder.Core.Service;
using TableOrder.Tests.EndToEnd.Floor;
using TableOrder.Tests.EndToEnd.Kitchen;
using TableOrder.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace TableOrder.Tests.EndToEnd.Guest;

/// <summary>The bill on the phones of one party, in real browsers.</summary>
public sealed class BillTests(Browser browser, KitchenHouse house) : IClassFixture<Browser>, IClassFixture<KitchenHouse>, IAsyncLifetime
{
    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => house.ClearAsync();

    [SkippableFact]
    public async Task A_party_of_three_splits_a_bill_three_ways_and_everybody_sees_each_step()
    {
        await using var table = await SharedTable.SitAsync(browser, house);
        await using var staff = await ServiceScreens.OpenAsync(browser, house, table.First);
        var order = await house.OrderAsync(table.First, [house.Line(Dishes.Cola, 3), house.Line(Dishes.Pancake), house.Line(Dishes.Rice, 2)]);
        foreach (var page in table.Pages)
        {
            await page.OpenBillAsync(house.Address);
        }

        // One pays a third, evenly.
        var bill = await house.BillAsync(table.First);
        await ShouldOweAsync(table, staff, bill);
        await table.Tablet.SplitAsync("Evenly");
        await table.Tablet.StepAsync("One person fewer");
        var part = Split.Evenly(bill.Sums.Due, 3)[0];
        await table.Tablet.ShouldPayAsync(part);
        await PayAsync(table, staff, table.Tablet, "terminal", part);

        // Another what they had: the pancake, and one of the colas that three share.
        bill = await house.BillAsync(table.First);
        await table.Phone.SplitAsync("Items");
        for (var bottles = 0; bottles < 3; bottles++)
        {
            await table.Phone.StepAsync($"One more: {Dishes.Cola}");
        }

        await table.Phone.StepAsync($"More share it: {Dishes.Cola}");
        await table.Phone.StepAsync($"More share it: {Dishes.Cola}");
        await table.Phone.StepAsync($"One more: {Dishes.Pancake}");
        await table.Phone.StepAsync($"More share it: {Dishes.Pancake}");
        var (cola, pancake) = (bill.Lines[0], bill.Lines[1]);
        PickedPart[] picks = [new(cola.Id, 3, 3), new(pancake.Id, 1, 2)];
        part = Split.OfItems(bill, picks);
        part.Should().Be(new Money(3000 + 9500));
        await table.Phone.ShouldPayAsync(part);
        await PayAsync(table, staff, table.Phone, "cash", part, Split.Labels(picks), tendered: new Money(20000));
        foreach (var page in table.Pages)
        {
            await Expect(page.Locator($".had [data-line='{cola.Id}'] .state")).ToHaveTextAsync("1 of 3 paid");
            await Expect(page.Locator(".entries li").Nth(1)).ToContainTextAsync("change ₩7,500");
        }

        // Whoever pays last pays exactly what is left.
        part = (await house.BillAsync(table.First)).Sums.Due;
        await table.Other.ShouldPayAsync(part);
        await PayAsync(table, staff, table.Other, "terminal", part);

        bill = await house.BillAsync(table.First);
        bill.Sums.Due.Should().Be(Money.Zero);
        bill.Payments.Select(payment => payment.Amount.Minor).Sum().Should().Be(bill.Sums.Total.Minor);
        foreach (var page in table.Pages)
        {
            await Expect(page.Locator(".done")).ToContainTextAsync("Thank you!");
            await Expect(page.Locator(".had li[data-paid=all]")).ToHaveCountAsync(3);
        }

        // Who has paid is still hungry.
        await staff.Kitchen.ShouldHangAsync(order);
        table.Errors.Concat(staff.Errors).Should().BeEmpty();
    }

    [SkippableFact]
    public async Task The_bill_says_who_had_what_follows_what_is_ordered_and_taken_back_and_can_be_printed()
    {
        await using var phone = await browser.OpenPhoneAsync("en");
        var guest = await house.SeatAsync();
        var page = await phone.SitAtAsync(house, house.TablePath(guest), "/bill");
        await Expect(page.Locator(".empty")).ToContainTextAsync("Nothing ordered yet");

        var order = await house.OrderAsync(guest, [house.Line(Dishes.Cola, 2), house.Line(Dishes.Pancake)]);
        await page.ShouldOweAsync(order.Total);
        await Expect(page.Locator(".bill-order")).ToContainTextAsync("chosen by 민지");
        await house.CancelAsync(order, new Core.Ordering.CancelLine(order.Lines[0].Id, 1));

        var bill = await house.BillAsync(guest);
        await page.ShouldOweAsync(bill.Sums.Due);
        await Expect(page.Locator(".taken")).ToContainTextAsync("by the staff · for a test");
        await page.GotoAsync(new Uri(house.Address, "/order").AbsoluteUri);
        await Expect(page.Locator(".to-bill")).ToHaveAttributeAsync("data-due", $"{bill.Sums.Due.Minor}");
        (await house.Get<PaymentDesk>().TakeAsync(house.Waiter, new TakePayment(Guid.NewGuid(), guest.SeatingId!.Value, bill.Sums.Due, "cash")))
            .Refusal.Should()
            .BeNull();
        await Expect(page.Locator(".to-bill")).ToHaveAttributeAsync("data-due", "0");
        await Expect(page.Locator("article.order .paid")).ToHaveTextAsync("Paid");

        await page.GotoAsync(new Uri(house.Address, "/bill/receipt").AbsoluteUri);
        await Expect(page.Locator(".receipt tbody tr")).ToHaveCountAsync(2);
        await Expect(page.Locator(".receipt .total")).ToContainTextAsync("₩22,000");
        phone.Errors.Should().BeEmpty();
    }

    [SkippableFact]
    public async Task A_table_that_is_closed_while_the_bill_is_open_is_thanked()
    {
        await using var phone = await browser.OpenPhoneAsync("en");
        var guest = await house.SeatAsync();
        var page = await phone.SitAtAsync(house, house.TablePath(guest), "/bill");
        await house.OrderAsync(guest, Dishes.Cola);
        await Expect(page.Locator(".bill-order")).ToBeVisibleAsync();

        var closed = await house
            .Get<ClosingDesk>()
            .CloseAsync(house.Manager, new CloseSeating(guest.SeatingId!.Value) { Force = true, WriteOffReason = "for a test" });

        closed.Refusal.Should().BeNull();
        await page.ShouldSayWhyAsync("seating_closed");
        phone.Errors.Should().BeEmpty();
    }

    /// <summary>A phone calls the staff for its part, as all see; a waiter comes and takes it, as all see.</summary>
    private async Task PayAsync(
        SharedTable table,
        ServiceScreens staff,
        IPage payer,
        string method,
        Money part,
        IReadOnlyList<PaidLine>? lines = null,
        Money? tendered = null
    )
    {
        await payer.AskStaffAsync(method);
        foreach (var page in table.Pages)
        {
            await Expect(page.Locator(".called[data-state=waiting]")).ToContainTextAsync($"₩{part.Minor:N0}");
        }

        await Expect(staff.Floor.Locator("[data-call]")).ToContainTextAsync($"₩{part.Minor:N0}");

        await house.AnswerAsync(
            table.First,
            new TakePayment(Guid.NewGuid(), table.First.SeatingId!.Value, part, method) { Lines = lines ?? [], Tendered = tendered }
        );
        await ShouldOweAsync(table, staff, await house.BillAsync(table.First));
        foreach (var page in table.Pages)
        {
            await Expect(page.Locator(".called[data-state=waiting]")).ToHaveCountAsync(0);
        }
    }

    private static async Task ShouldOweAsync(SharedTable table, ServiceScreens staff, Bill bill)
    {
        foreach (var page in table.Pages)
        {
            await page.ShouldOweAsync(bill.Sums.Due);
        }

        await staff.Table.ShouldOweAsync(bill.Sums.Due);
        foreach (var page in new[] { staff.Floor, staff.Manager })
        {
            await Expect(page.Tile(bill.TableName).Locator(".amount"))
                .ToHaveTextAsync(bill.Sums.Due > Money.Zero ? $"₩{bill.Sums.Due.Minor:N0}" : "Paid");
        }
    }
}
