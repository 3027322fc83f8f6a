using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using TableOrder.Core.Access;
using TableOrder.Core.Ordering;
using TableOrder.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace TableOrder.Tests.EndToEnd;

/// <summary>The manager's list of all orders in a real browser: two business days, more than fits one page.</summary>
public sealed class OrderHistoryTests(Browser browser, OrderHistoryTests.TwoDays house)
    : IClassFixture<Browser>,
        IClassFixture<OrderHistoryTests.TwoDays>
{
    [SkippableFact]
    public async Task Older_orders_come_page_by_page_under_their_days_each_once()
    {
        await using var person = await browser.OpenAsync("en");
        var page = await OpenAsync(person, "/manager/orders");
        await Expect(page.Locator(".entry")).ToHaveCountAsync(50);

        await page.Locator("[data-more]").EvaluateAsync("more => more.click()"); // a real press scrolls there first, which presses it too

        await Expect(page.Locator("[data-more]")).ToHaveCountAsync(0);
        var shown = await page.Locator(".entry").EvaluateAllAsync<string[]>("rows => rows.map(row => row.dataset.order)");
        var all = await house.AllAsync();
        shown.Should().Equal(all.Select(order => $"{order.Id}"));
        var days = await page.Locator(".day h2").AllTextContentsAsync();
        days.Should().HaveCount(2);
        days[0].Should().Contain(Name(house.LastDay)).And.Contain($"{all.Count(order => order.BusinessDay == house.LastDay)} orders");
        days[1].Should().Contain(Name(house.LastDay.AddDays(-1))).And.Contain($"{TwoDays.First} orders");
        person.Errors.Should().BeEmpty();
    }

    [SkippableFact]
    public async Task Filters_narrow_the_list_and_stand_in_the_address()
    {
        await using var person = await browser.OpenAsync("en");
        var page = await OpenAsync(person, "/manager/orders");
        var all = await house.AllAsync();
        var table = all[^1].TableName;

        var day = house.LastDay.AddDays(-1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        await Filter(page, "Day").FillAsync(day);
        await Expect(page.Locator(".day")).ToHaveCountAsync(1);
        await Filter(page, "Table").SelectOptionAsync(new SelectOptionValue { Label = $"Table {table}" });
        var expected = all.Where(order => order.BusinessDay < house.LastDay && string.Equals(order.TableName, table, StringComparison.Ordinal))
            .ToList();
        await Expect(page.Locator(".entry")).ToHaveCountAsync(expected.Count);
        await Expect(page).ToHaveURLAsync(new Regex($"table=.*day={day}", RegexOptions.None, TimeSpan.FromSeconds(1)));

        await page.ReloadAsync();
        await Expect(page.Locator(".live")).ToHaveAttributeAsync("data-state", "live");
        await Expect(Filter(page, "Day")).ToHaveValueAsync(day);
        await Expect(page.Locator(".entry")).ToHaveCountAsync(expected.Count);

        await Filter(page, "Day").FillAsync("2025-01-01");
        await Expect(page.GetByText("No orders match")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Clear filters" }).ClickAsync();
        await Expect(page.Locator(".entry")).ToHaveCountAsync(50);
        await Expect(Filter(page, "Table")).ToHaveValueAsync("");
        person.Errors.Should().BeEmpty();
    }

    [SkippableFact]
    public async Task A_shown_order_changes_where_it_stands_and_opens_to_its_lines()
    {
        await using var person = await browser.OpenAsync("en");
        var page = await OpenAsync(person, "/manager/orders");
        var order = (await house.AllAsync()).First(order => order.Status == OrderStatus.Placed);
        var row = page.Locator($"[data-order='{order.Id}']");
        await row.GetByRole(AriaRole.Button).ClickAsync();
        await Expect(row.Locator(".lines li")).ToHaveCountAsync(order.Lines.Count);

        await house.Desk.CancelAsync(house.Manager, new CancelOrder(order.Id, "for a test"));

        await Expect(row).ToHaveAttributeAsync("data-status", "Cancelled");
        await Expect(row.Locator(".lines li[data-status=Cancelled]")).ToHaveCountAsync(order.Lines.Count);
        await Expect(page.Locator(".entry")).ToHaveCountAsync(50);

        await Filter(page, "Status").SelectOptionAsync("cancelled");
        await Expect(row).ToBeVisibleAsync();
        await Filter(page, "Status").SelectOptionAsync("placed");
        await Expect(row).ToHaveCountAsync(0);
        person.Errors.Should().BeEmpty();
    }

    [SkippableFact]
    public async Task A_new_order_comes_on_top_and_pushes_the_last_one_off_the_end()
    {
        await using var person = await browser.OpenAsync("en");
        var page = await OpenAsync(person, "/manager/orders");
        await Expect(page.Locator(".entry")).ToHaveCountAsync(50);

        await house.OrderAsync();

        var all = await house.AllAsync();
        await Expect(page.Locator(".entry").First).ToHaveAttributeAsync("data-order", $"{all[0].Id}");
        await Expect(page.Locator(".entry").Last).ToHaveAttributeAsync("data-order", $"{all[49].Id}");
        await Expect(page.Locator(".entry")).ToHaveCountAsync(50);
        await page.Locator("[data-more]").EvaluateAsync("more => more.click()"); // a real press scrolls there first, which presses it too
        await Expect(page.Locator(".entry")).ToHaveCountAsync(all.Count);
        await Expect(page.Locator(".entry").Last).ToHaveAttributeAsync("data-order", $"{all[^1].Id}");
        person.Errors.Should().BeEmpty();
    }

    private static ILocator Filter(IPage page, string label) => page.GetByLabel(label, new PageGetByLabelOptions { Exact = true });

    private static string Name(DateOnly day) => day.ToString("dddd, MMMM d, yyyy", CultureInfo.InvariantCulture);

    private async Task<IPage> OpenAsync(BrowserContext person, string path)
    {
        var page = await person.SignInAsync(house.Address, "manager", HostedApp.ManagerPassword, path);
        await Expect(page.Locator(".live")).ToHaveAttributeAsync("data-state", "live");
        return page;
    }

    /// <summary>So many orders on one business day and on the next.</summary>
    public sealed class TwoDays : IAsyncLifetime
    {
        public const int First = 45;
        public const int Second = 30;

        /// <summary>Today is the browser's own day: it would not keep cookies of another one.</summary>
        private readonly ManualTimeProvider clock = new() { Now = TimeProvider.System.GetUtcNow().AddDays(-1) };
        private HostedApp? app;

        public Uri Address => app!.Address;

        public OrderDesk Desk => app!.Services.GetRequiredService<OrderDesk>();

        public Actor Manager { get; } = new(Role.Manager, Guid.CreateVersion7(), "manager", "test");

        public async Task InitializeAsync()
        {
            if (Browser.Missing is null)
            {
                app = new HostedApp(clock);
                await app.SimulateAsync(First);
                clock.Now = clock.Now.AddDays(1);
                await app.SimulateAsync(Second);
                LastDay = (await AllAsync())[0].BusinessDay;
            }
        }

        public async Task DisposeAsync()
        {
            if (app is not null)
            {
                await app.DisposeAsync();
            }
        }

        public DateOnly LastDay { get; private set; }

        /// <summary>Somebody orders.</summary>
        public Task OrderAsync() => app!.SimulateAsync(1);

        /// <summary>Every order, newest first.</summary>
        public async Task<IReadOnlyList<Order>> AllAsync() =>
            (await app!.Services.GetRequiredService<OrderReader>().ListAsync(Manager, new OrderQuery { Limit = OrderQuery.MostPerPage })).Value.Items;
    }
}
