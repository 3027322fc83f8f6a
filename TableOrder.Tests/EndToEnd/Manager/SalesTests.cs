using System.Globalization;
using CsvHelper;
using Microsoft.Playwright;
using TableOrder.Core.Statistics;
using TableOrder.Tests.EndToEnd.Floor;
using TableOrder.Tests.EndToEnd.Kitchen;
using TableOrder.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace TableOrder.Tests.EndToEnd.Manager;

/// <summary>The manager's sales in a real browser.</summary>
public sealed class SalesTests(Browser browser, KitchenHouse house) : IClassFixture<Browser>, IClassFixture<KitchenHouse>
{
    [SkippableFact]
    public async Task An_order_of_a_guest_moves_today_s_figures_without_a_reload()
    {
        await using var desk = await browser.OpenAsync("en");
        var page = await desk.CookAtAsync(house, "/manager/sales");
        await page.EvaluateAsync("window.sameDocument = true");
        var before = await TodayAsync();

        var order = await house.OrderAsync(Dishes.Pancake);

        await Expect(page.Locator("#sales-orders .value")).ToHaveTextAsync($"{Trade.Of(before).Orders + 1}");
        await Expect(page.Locator("#sales-sales .value")).ToHaveTextAsync(Won(before.Sales.Minor + order.Total.Minor));
        await Expect(page.Locator(".top tbody th").First).ToContainTextAsync("Pancake");
        await Expect(page.Locator(".heat .peak-words")).ToBeVisibleAsync();
        await Expect(page.Locator(".chart svg").First).ToBeVisibleAsync();

        await house.CancelAsync(order);

        await Expect(page.Locator("#sales-cancelled .value")).ToHaveTextAsync($"{before.Cancelled + 1}");
        await Expect(page.Locator("#sales-sales .value")).ToHaveTextAsync(Won(before.Sales.Minor));
        (await page.EvaluateAsync<bool>("window.sameDocument === true")).Should().BeTrue();
        desk.Errors.Should().BeEmpty();
    }

    [SkippableFact]
    public async Task Money_that_is_taken_moves_today_s_payments()
    {
        var guest = await house.SeatAsync();
        var order = await house.OrderAsync(guest, Dishes.Pancake);
        await using var desk = await browser.OpenAsync("en");
        var page = await desk.CookAtAsync(house, "/manager/sales");
        var before = await TodayAsync();

        await house.PayAsync(guest, order.Total.Minor);

        await Expect(page.Locator("#sales-payments .value")).ToHaveTextAsync(Won(before.Payments.Minor + order.Total.Minor));
        desk.Errors.Should().BeEmpty();
    }

    [SkippableFact]
    public async Task Ten_years_are_too_long_and_the_page_says_what_to_do()
    {
        await using var desk = await browser.OpenAsync("en");
        var page = await desk.CookAtAsync(house, "/manager/sales?period=range&from=2016-01-01&to=2026-01-01");

        await Expect(page.Locator(".notice[role=alert]")).ToContainTextAsync("at most 400");
        await Expect(page.Locator("[name=from]")).ToHaveValueAsync("2016-01-01");
        await page.Locator("[name=from]").FillAsync("2026-01-05");
        await page.Locator("[data-does=show]").ClickAsync();
        await Expect(page.Locator(".notice[role=alert]")).ToContainTextAsync("Swap them");
        await page.ShouldBeLiveAsync(); // before that a page may still take back what is typed
        await page.Locator("[name=to]").FillAsync("2026-01-31");
        await page.Locator("[data-does=show]").ClickAsync();

        await Expect(page.Locator(".notice[role=alert]")).ToHaveCountAsync(0);
        page.Url.Should().EndWith("period=range&from=2026-01-05&to=2026-01-31");
        foreach (var far in new[] { "period=day&day=0001-01-01", "period=year&day=9999-12-31", "period=week&day=soon" })
        {
            await page.GotoAsync(new Uri(house.Address, $"/manager/sales?{far}").AbsoluteUri);
            await Expect(page.Locator(".notice[role=alert]")).ToBeVisibleAsync();
            await Expect(page.Locator(".tabs a").First).ToBeVisibleAsync();
        }

        desk.Errors.Should().BeEmpty();
    }

    [SkippableFact]
    public async Task One_steps_through_periods_by_address_and_back()
    {
        await house.OrderAsync(Dishes.Cola);
        await using var desk = await browser.OpenAsync("en");
        var page = await desk.CookAtAsync(house, "/manager/sales");

        await page.Locator(".tabs a").Nth(1).ClickAsync();
        await page.ShouldBeLiveAsync();
        var week = new Uri(page.Url).Query;
        week.Should().StartWith("?period=week&day=");
        await Expect(page.Locator("[data-does=next]")).ToHaveCountAsync(0);
        await page.Locator("[data-does=previous]").ClickAsync();
        await Expect(page.Locator(".empty-page")).ToContainTextAsync("Nothing was ordered");
        await page.Locator("[data-does=next]").ClickAsync();
        await Expect(page.Locator("#sales-orders .value")).Not.ToHaveTextAsync("0");
        await page.ShouldBeLiveAsync();

        await page.Locator(".bars .filter button").Nth(1).ClickAsync();
        await Expect(page.Locator(".bars .filter button").Nth(1)).ToHaveAttributeAsync("aria-pressed", "true");
        await page.Locator(".as-table summary").ClickAsync();
        await Expect(page.Locator(".as-table tbody tr")).ToHaveCountAsync(7);
        desk.Errors.Should().BeEmpty();
    }

    [SkippableFact]
    public async Task Tables_are_taken_away_as_files_by_managers_alone()
    {
        await house.OrderAsync(Dishes.Pancake);
        await house.RewriteMenuAsync("UPDATE menu_items SET name = '{\"ko\":\"=1+1\",\"en\":\"=1+1\"}' WHERE name LIKE '%Scallion Pancake%'");
        await using var desk = await browser.OpenAsync("en");
        var page = await desk.CookAtAsync(house, "/manager/sales");

        var rows = await DownloadAsync(page, "Items");
        rows[0].Should().Equal("Dish", "Quantity", "Sales (KRW)");
        rows.Should()
            .Contain(row => string.Equals(row[0], "'=1+1", StringComparison.Ordinal) && row[1].All(char.IsDigit) && row[2].All(char.IsDigit));
        var days = await DownloadAsync(page, "Days");
        days.Should().HaveCount(2);
        days[1][1].Should().Be($"{Trade.Of(await TodayAsync()).Orders}");
        (await DownloadAsync(page, "HalfHours")).Should().HaveCountGreaterThan(1);
        (await DownloadAsync(page, "Stations"))[0].Should().HaveCount(5);

        (await page.APIRequest.GetAsync(new Uri(house.Address, "/manager/sales/export?table=orders").AbsoluteUri)).Status.Should().Be(404);
        var wrong = await page.APIRequest.GetAsync(new Uri(house.Address, "/manager/sales/export?table=days&period=day&day=soon").AbsoluteUri);
        wrong.Url.Should().EndWith("/manager/sales?table=days&period=day&day=soon");
        await house.HireAsync();
        await using var phone = await browser.OpenPhoneAsync("en");
        var floor = await phone.WaitAtAsync(house, "/floor");
        var refused = await floor.APIRequest.GetAsync(new Uri(house.Address, "/manager/sales/export?table=days").AbsoluteUri);
        refused.Url.Should().Contain("/login?why=role");
        desk.Errors.Should().BeEmpty();
    }

    private static string Won(long minor) => $"₩{minor.ToString("N0", CultureInfo.GetCultureInfo("en"))}";

    private static async Task<List<string[]>> DownloadAsync(IPage page, string table)
    {
        var download = await page.RunAndWaitForDownloadAsync(() => page.Locator($"[data-export={table}]").ClickAsync());
        download.SuggestedFilename.Should().StartWith($"sales-{table.ToLowerInvariant()}-").And.EndWith(".csv");
        using var csv = CsvReader.FromFile(await download.PathAsync(), new CsvReaderOptions { HasHeader = false });
        var rows = new List<string[]>();
        while (csv.Read())
        {
            rows.Add([.. Enumerable.Range(0, csv.FieldCount).Select(csv.GetString)]);
        }

        return rows;
    }

    private async Task<DayFigures> TodayAsync() => (await house.Get<StatisticsReader>().TodayAsync(house.Manager)).Value;
}
