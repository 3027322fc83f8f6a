using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using TableOrder.Core;
using TableOrder.Core.Access;
using TableOrder.Core.Billing;
using TableOrder.Core.Seating;
using TableOrder.Tests.EndToEnd.Kitchen;
using TableOrder.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace TableOrder.Tests.EndToEnd.Guest;

/// <summary>Guests pay on their phones, where a provider takes it.</summary>
public sealed class OnlineBillTests(Browser browser) : IClassFixture<Browser>
{
    private static readonly Actor Waiter = new(Role.Floor, Guid.CreateVersion7(), "floor", "phone");

    [SkippableFact]
    public async Task What_one_is_paying_is_held_for_the_others_comes_free_when_it_fails_and_is_thanked_for_when_it_is_there()
    {
        await using var app = Open();
        await using var phone = await browser.OpenPhoneAsync("en");
        await using var other = await browser.OpenPhoneAsync("en");
        var link = new Uri(app.Address, await app.FillAsync(parties: 0, rounds: 0)).AbsoluteUri;
        var page = await (await phone.GoAsync(link)).OpenBillAsync(app.Address);
        var looking = await (await other.GoAsync(link)).OpenBillAsync(app.Address);

        await page.Locator(".pay").ClickAsync();

        await Expect(page.Locator(".returned")).ToHaveAttributeAsync("data-status", "pending");
        await Expect(looking.Locator(".notice.held")).ToBeVisibleAsync();
        await HearAsync(app, PaymentStatus.Failed);
        await Expect(page.Locator(".returned")).ToHaveAttributeAsync("data-status", "failed");

        await looking.Locator(".pay").ClickAsync();
        await Expect(looking.Locator(".returned")).ToHaveAttributeAsync("data-status", "pending");
        await HearAsync(app, PaymentStatus.Succeeded);
        await Expect(looking.Locator(".returned")).ToHaveAttributeAsync("data-status", "succeeded");
        foreach (var guest in new[] { page, looking })
        {
            await Expect(guest.Locator(".done")).ToContainTextAsync("Thank you!");
        }

        phone.Errors.Concat(other.Errors).Should().BeEmpty();
    }

    [SkippableFact]
    public async Task A_slow_phone_that_pays_what_it_saw_is_told_what_is_left_and_takes_nothing_else()
    {
        await using var app = Open();
        await using var phone = await browser.OpenPhoneAsync("en");
        var link = await app.FillAsync(parties: 0, rounds: 0);
        await using var network = new CuttableProxy(app.Address);
        var page = await (await phone.GoAsync(new Uri(network.Address, link).AbsoluteUri)).OpenBillAsync(network.Address);
        await page.SplitAsync("Evenly");
        var bill = await BillAsync(app);
        await page.ShouldPayAsync(Split.Evenly(bill.Sums.Due, 2)[0]);

        network.Stall();
        var take = new TakePayment(Guid.NewGuid(), bill.SeatingId, bill.Sums.Due - new Money(1000), Payment.Cash);
        (await app.Services.GetRequiredService<PaymentDesk>().TakeAsync(Waiter, take)).Refusal.Should().BeNull();
        await page.Locator(".pay").ClickAsync();
        network.Mend();

        await page.ShouldBeLiveAsync();
        await Expect(page.Locator(".notice.bad")).ToContainTextAsync("At most ₩1,000 is left");
        (await BillAsync(app)).Payments.Should().ContainSingle();
        await Expect(page.Locator("[data-mode=Evenly] input")).ToBeCheckedAsync();
    }

    private static HostedApp Open() =>
        new(more: services => services.AddSingleton<IPaymentProvider>(new SlipProvider { Method = "online", StaysHere = true }));

    private static async Task<Bill> BillAsync(HostedApp app)
    {
        var table = (await app.Services.GetRequiredService<SeatingReader>().TablesAsync(Waiter)).Value[0];
        return (await app.Services.GetRequiredService<BillReader>().GetAsync(Waiter, table.Seating!.Id)).Value;
    }

    private static async Task HearAsync(HostedApp app, PaymentStatus status)
    {
        var pending = (await BillAsync(app)).Payments.Single(payment => payment.Status == PaymentStatus.Pending);
        var news = new ProviderNews(pending.Id, pending.Reference!, status, pending.Amount, "KRW");
        (await app.Services.GetRequiredService<ProviderNewsDesk>().HearAsync(Actor.System, news)).Refusal.Should().BeNull();
    }
}
