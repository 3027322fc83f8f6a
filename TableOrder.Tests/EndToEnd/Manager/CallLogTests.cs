using TableOrder.Core.Access;
using TableOrder.Core.Calls;
using TableOrder.Tests.EndToEnd.Floor;
using TableOrder.Tests.EndToEnd.Kitchen;
using TableOrder.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace TableOrder.Tests.EndToEnd.Manager;

/// <summary>The manager's calls in a real browser.</summary>
public sealed class CallLogTests(Browser browser, KitchenHouse house) : IClassFixture<Browser>, IClassFixture<KitchenHouse>
{
    [SkippableFact]
    public async Task A_new_call_stands_in_the_list_until_somebody_elsewhere_comes_and_then_the_log_says_who()
    {
        var guest = await house.SeatAsync();
        await using var desk = await browser.OpenAsync("en");
        var page = await desk.CookAtAsync(house, "/manager/calls");
        await Expect(page.Locator("[data-call]")).ToHaveCountAsync(0);

        var call = await CallAsync(guest, new CallStaff(CallKind.Other, "A candle, please"));

        await Expect(page.Locator($"[data-toast='{call.Id}']")).ToContainTextAsync("A candle, please");
        await Expect(page.Locator($"[data-call='{call.Id}']")).ToContainTextAsync("A candle, please");
        await Expect(page.Locator(".places .badge")).ToContainTextAsync("1");
        await Expect(page.Locator("#calls-waiting .value")).ToHaveTextAsync("1");

        // Elsewhere: an account that has a name.
        var manager = (await house.Get<AccessDesk>().TakeRoleAsync(Actor.System, Role.Manager, "tablet")).Value;
        await house.Get<CallDesk>().ConfirmAsync(manager, call.Id);

        await Expect(page.Locator("[data-call], [data-toast]")).ToHaveCountAsync(0);
        await Expect(page.Locator($"[data-answered='{call.Id}']")).ToContainTextAsync($"{manager.Name} came");
        await Expect(page.Locator("#calls-waiting .value")).ToHaveTextAsync("0");
        await Expect(page.Locator("#calls-confirmed .value")).ToHaveTextAsync("1");
        await Expect(page.Locator("[data-kind=Other] td").Nth(1)).ToHaveTextAsync("1");
        desk.Errors.Should().BeEmpty();
    }

    [SkippableFact]
    public async Task A_day_full_of_calls_comes_page_by_page_and_another_day_is_an_address()
    {
        var guest = await house.SeatAsync();
        for (var i = 0; i < 60; i++)
        {
            await house.Get<CallDesk>().ConfirmAsync(house.Manager, (await CallAsync(guest, new CallStaff(CallKind.Water))).Id);
        }

        await using var desk = await browser.OpenAsync("en");
        var page = await desk.CookAtAsync(house, "/manager/calls");
        await Expect(page.Locator("[data-answered]")).ToHaveCountAsync(50);
        await page.Locator("[data-more]").ClickAsync();
        await Expect(page.Locator("[data-more]")).ToHaveCountAsync(0);
        var shown = await page.Locator("[data-answered]").EvaluateAllAsync<string[]>("rows => rows.map(row => row.dataset.answered)");
        shown.Should().OnlyHaveUniqueItems().And.HaveCountGreaterThanOrEqualTo(60).And.BeInDescendingOrder(StringComparer.Ordinal);

        await page.Locator(".day-steps a").First.ClickAsync();
        await Expect(page.Locator("[data-answered]")).ToHaveCountAsync(0);
        page.Url.Should().Contain("?day=");
        await page.GotoAsync(new Uri(house.Address, "/manager/calls?day=9999-12-31").AbsoluteUri);
        await Expect(page.Locator(".notice[role=alert]")).ToContainTextAsync("too far away");
        await Expect(page.Locator("[data-answered]")).ToHaveCountAsync(50);
        desk.Errors.Should().BeEmpty();
    }

    private async Task<Call> CallAsync(Actor guest, CallStaff call) => (await house.Get<CallDesk>().CallAsync(guest, call)).Value.Call;
}
