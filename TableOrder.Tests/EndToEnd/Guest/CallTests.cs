using Microsoft.Playwright;
using TableOrder.Core.Calls;
using TableOrder.Tests.EndToEnd.Kitchen;
using TableOrder.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace TableOrder.Tests.EndToEnd.Guest;

/// <summary>Guests call the staff, in real browsers.</summary>
public sealed class CallTests(Browser browser, KitchenHouse house) : IClassFixture<Browser>, IClassFixture<KitchenHouse>, IAsyncLifetime
{
    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => house.ClearAsync();

    [SkippableFact]
    public async Task A_call_waits_on_every_phone_of_the_table_once_and_is_seen_to_be_answered()
    {
        await using var tablet = await browser.OpenAsync("en");
        await using var phone = await browser.OpenPhoneAsync("en");
        var guest = await house.SeatAsync();
        var first = await tablet.SitAtAsync(house, house.TablePath(guest), "/menu");
        var other = await phone.SitAtAsync(house, house.TablePath(guest), "/order");

        await first.Locator(".bell").ClickAsync();
        await first.Locator(".calls [data-kind=Water] button").ClickAsync();
        await Expect(first.Locator(".calls [data-kind=Water]")).ToHaveAttributeAsync("data-state", "waiting");
        await Expect(other.Locator(".bell")).ToHaveAttributeAsync("data-state", "waiting");
        await other.Locator(".bell").ClickAsync();
        await Expect(other.Locator(".calls [data-kind=Water] button")).ToBeVisibleAsync();
        await Expect(other.Locator(".calls [data-kind=Water] button")).ToHaveAttributeAsync("aria-disabled", "true");
        await other.Locator(".calls [data-kind=Water] button").ClickAsync(new LocatorClickOptions { Force = true });
        await other.Locator(".calls input").FillAsync("아기 의자 부탁드려요");
        await other.Locator(".calls form button").ClickAsync();
        await Expect(first.Locator(".calls [data-kind=Other]")).ToContainTextAsync("아기 의자 부탁드려요");

        var calls = (await house.Get<CallReader>().MineAsync(guest)).Value;
        calls.Select(call => call.Kind).Should().Equal(CallKind.Water, CallKind.Other);
        foreach (var call in calls)
        {
            (await house.Get<CallDesk>().ConfirmAsync(house.Waiter, call.Id)).Refusal.Should().BeNull();
        }

        foreach (var page in new[] { first, other })
        {
            await Expect(page.Locator(".calls [data-kind=Water]")).ToHaveAttributeAsync("data-state", "confirmed");
            await Expect(page.Locator(".bell")).ToHaveAttributeAsync("data-state", "confirmed");
            await Expect(page.Locator(".calls [role=status]")).ToContainTextAsync("somebody is coming");
        }

        // What was answered may be called for again.
        await other.Locator(".calls [data-kind=Water] button").ClickAsync();
        await Expect(first.Locator(".calls [data-kind=Water]")).ToHaveAttributeAsync("data-state", "waiting");
        tablet.Errors.Concat(phone.Errors).Should().BeEmpty();
    }
}
