using System.Globalization;
using Microsoft.Playwright;
using TableOrder.Core.Ordering;
using TableOrder.Core.Statistics;
using TableOrder.Tests.EndToEnd.Kitchen;
using TableOrder.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace TableOrder.Tests.EndToEnd.Manager;

/// <summary>Each of the manager's areas in a real browser in a house with a long past. ORDERS=1000000 in the environment makes the past as long.</summary>
public sealed class LongPastTests(Browser browser, LongPastTests.OldHouse old) : IClassFixture<Browser>, IClassFixture<LongPastTests.OldHouse>
{
    private readonly KitchenHouse house = old.House;

    [SkippableFact]
    public async Task The_history_is_scrolled_day_after_day_and_any_order_is_found()
    {
        var (first, last) = (await OrderAsync(oldest: true), await OrderAsync(oldest: false));
        await using var desk = await browser.OpenAsync("en");
        var page = await desk.CookAtAsync(house, "/manager/orders");
        await Expect(page.Locator(".entry")).ToHaveCountAsync(50);
        foreach (var shown in new[] { 100, 150 })
        {
            await page.EvaluateAsync("scrollTo(0, document.documentElement.scrollHeight)");
            await Expect(page.Locator(".entry")).ToHaveCountAsync(shown);
        }

        var expected = (await house.Reader.ListAsync(house.Manager, new OrderQuery { Limit = OrderQuery.MostPerPage })).Value.Items;
        var entries = await page.Locator(".entry").EvaluateAllAsync<string[]>("rows => rows.map(row => row.dataset.order)");
        entries.Should().OnlyHaveUniqueItems();
        entries.Take(expected.Count).Should().Equal(expected.Select(order => $"{order.Id}"));
        var days = await page.Locator(".history .day").EvaluateAllAsync<int[]>("days => days.map(day => day.querySelectorAll('.entry').length)");
        days.Should().HaveCountGreaterThan(1).And.OnlyContain(orders => orders > 0);

        // By the number that each day has anew, then by its day: the very first.
        await page.Locator("#order-search").FillAsync($"#{first.Number}");
        await page.Locator("#order-search").PressAsync("Enter");
        await Expect(page.Locator("[data-chip=number]")).ToBeVisibleAsync();
        await page.Locator("#filter-day").FillAsync(Written(first.BusinessDay));
        await Expect(page.Locator(".entry")).ToHaveCountAsync(1);
        await page.Locator($"[data-order='{first.Id}'] .go").ClickAsync();
        await page.ShouldBeLiveAsync();
        await Expect(page.Locator("[data-event=Placed]")).ToBeVisibleAsync();
        await Expect(page.Locator("[data-event=Paid]")).ToBeVisibleAsync();

        // By its table, a dish and its amount at once.
        var search = $"table={last.TableId}&item={last.Lines[0].MenuItemId}&amount={last.Total.Minor}";
        await page.GotoAsync(new Uri(house.Address, $"/manager/orders?{search}").AbsoluteUri);
        await Expect(page.Locator("[data-chip]")).ToHaveCountAsync(3);
        await Expect(page.Locator($"[data-order='{last.Id}']")).ToBeVisibleAsync();
        desk.Errors.Should().BeEmpty();
    }

    [SkippableFact]
    public async Task The_first_day_s_bills_calls_and_money_are_still_there()
    {
        var first = await OrderAsync(oldest: true);
        await using var desk = await browser.OpenAsync("en");
        var page = await desk.CookAtAsync(house, "/manager/bills");
        await Expect(page.Locator("[data-bill][data-state=Paid]").First).ToBeVisibleAsync();
        await page.Locator("[data-filter=day]").FillAsync(Written(first.BusinessDay));
        await page.Locator("[data-filter=number]").FillAsync($"{first.Number}");
        await page.Locator("[data-filter=number]").PressAsync("Tab");
        await Expect(page.Locator("[data-bill]")).ToHaveCountAsync(1);
        await page.Locator($"[data-bill='{first.SeatingId}']").ClickAsync();
        await page.ShouldBeLiveAsync();
        await Expect(page.Locator("[data-payment][data-status=Succeeded]")).ToHaveCountAsync(1);
        await Expect(page.Locator(".bill-page .pill[data-state]").First).ToHaveAttributeAsync("data-state", "Paid");

        await page.GotoAsync(new Uri(house.Address, $"/manager/bills/days?month={first.BusinessDay:yyyy-MM}").AbsoluteUri);
        await page.ShouldBeLiveAsync();
        await page.Locator($"[data-day='{Written(first.BusinessDay)}']").ClickAsync();
        await page.ShouldBeLiveAsync();
        await Expect(page.Locator("[data-field=day]")).ToHaveValueAsync(Written(first.BusinessDay));

        await page.GotoAsync(new Uri(house.Address, $"/manager/calls?day={Written(first.BusinessDay)}").AbsoluteUri);
        await page.ShouldBeLiveAsync();
        await Expect(page.Locator($"[data-answered='{first.SeatingId}']").Or(page.Locator("[data-more]")).First).ToBeVisibleAsync();
        await Expect(page.Locator("#calls-confirmed .value")).Not.ToHaveTextAsync("0");
        desk.Errors.Should().BeEmpty();
    }

    [SkippableFact]
    public async Task A_year_s_sales_are_what_is_kept_of_it()
    {
        await using var desk = await browser.OpenAsync("en");
        var last = await OrderAsync(oldest: false);
        var page = await desk.CookAtAsync(house, $"/manager/sales?period=year&day={Written(last.BusinessDay)}");
        var reader = house.Get<StatisticsReader>();
        var days = (await reader.DaysAsync(house.Manager, new DateOnly(last.BusinessDay.Year, 1, 1), last.BusinessDay)).Value;
        var orders = days.Values.Sum(day => (long)Trade.Of(day).Orders);

        await Expect(page.Locator("#sales-orders .value")).ToHaveTextAsync(orders.ToString("N0", CultureInfo.GetCultureInfo("en")));
        await page.Locator(".as-table summary").ClickAsync();
        await Expect(page.Locator(".as-table tbody tr")).ToHaveCountAsync(12);
        await Expect(page.Locator(".top tbody th").First).ToBeVisibleAsync();
        await Expect(page.Locator(".heat .peak")).ToBeVisibleAsync();
        desk.Errors.Should().BeEmpty();
    }

    [SkippableFact]
    public async Task The_menu_the_room_the_staff_and_the_settings_change_as_ever()
    {
        await using var desk = await browser.OpenAsync("en");
        var page = await desk.CookAtAsync(house, "/manager/menu");
        await page.Locator(".dish .name").First.ClickAsync();
        await page.Editor("dish").Text("name.en").FillAsync("Renamed after years");
        await page.Editor("dish").Does("save").ClickAsync();
        await Expect(page.Row("Renamed after years")).ToBeVisibleAsync();

        await page.GotoAsync(new Uri(house.Address, "/manager/tables").AbsoluteUri);
        await page.ShouldBeLiveAsync();
        await page.Locator(".page-head [data-does=open-add]").ClickAsync();
        await page.FillAsync("[name=first]", "Y1");
        await page.Does("add").ClickAsync();
        await Expect(page.Locator(".table-card[data-table=Y1]")).ToBeVisibleAsync();

        await page.GotoAsync(new Uri(house.Address, "/manager/settings").AbsoluteUri);
        await page.ShouldBeLiveAsync();
        await Expect(page.Locator("#currency")).ToBeDisabledAsync();
        await page.FillAsync("#call-within", "4");
        await page.Does("save").ClickAsync();
        await Expect(page.Does("discard")).ToBeDisabledAsync();

        await page.GotoAsync(new Uri(house.Address, "/manager/staff/journal").AbsoluteUri);
        await page.ShouldBeLiveAsync();
        await Expect(page.Locator(".entry").First).ToHaveAttributeAsync("data-act", "settings_changed");
        await Expect(page.Locator(".entry[data-act=tables_added]")).ToContainTextAsync("Y1");
        await page.Locator("[data-more]").ClickAsync();
        await Expect(page.Locator(".entry").Nth(80)).ToBeVisibleAsync();

        await page.GotoAsync(new Uri(house.Address, "/manager/staff").AbsoluteUri);
        await page.ShouldBeLiveAsync();
        await Expect(page.Locator(".accounts > li")).ToHaveCountAsync(2);
        await page.GotoAsync(new Uri(house.Address, "/manager").AbsoluteUri);
        await page.ShouldBeLiveAsync();
        await Expect(page.Locator(".tile[data-table=Y1]")).ToBeVisibleAsync();
        desk.Errors.Should().BeEmpty();
    }

    private static string Written(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The first order of all, or the last that was served.</summary>
    private async Task<Order> OrderAsync(bool oldest)
    {
        var query = new OrderQuery
        {
            Limit = 1,
            OldestFirst = oldest,
            Status = OrderStatus.Served,
        };
        return (await house.Reader.ListAsync(house.Manager, query)).Value.Items[0];
    }

    /// <summary>One for the class: its file is large.</summary>
    public sealed class OldHouse : IAsyncLifetime
    {
        internal KitchenHouse House { get; } = new(past: LongPast.FileAsync);

        public Task InitializeAsync() => House.InitializeAsync();

        public async Task DisposeAsync() => await House.DisposeAsync();
    }
}
