using System.Globalization;
using System.Text.RegularExpressions;
using TableOrder.Tests.EndToEnd.Kitchen;
using TableOrder.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace TableOrder.Tests.EndToEnd.Manager;

/// <summary>When the house is busy, on the manager's first page.</summary>
public sealed class HeatMapTests(Browser browser) : IClassFixture<Browser>, IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private readonly KitchenHouse house = new();

    public Task InitializeAsync() => house.InitializeAsync();

    public async Task DisposeAsync() => await house.DisposeAsync();

    [SkippableFact]
    public async Task The_first_orders_are_the_peak_at_once_as_orders_or_as_sales_in_figures_and_words_beside_the_colour()
    {
        await using var desk = await browser.OpenAsync("en");
        var page = await desk.CookAtAsync(house, "/manager");
        var heat = page.Locator(".heat");
        await Expect(heat.Locator(".empty")).ToBeVisibleAsync();
        await Expect(heat.Locator("table")).ToHaveCountAsync(0);

        var order = await house.OrderAsync(Dishes.Pancake);

        var peak = heat.Locator("td.peak");
        await Expect(peak).ToHaveTextAsync("1");
        await Expect(peak).ToHaveAttributeAsync("title", new Regex(@"\d\d:\d\d", RegexOptions.None, Patience));
        await Expect(heat.Locator(".peak-words")).ToContainTextAsync("🔺");
        await Expect(heat.Locator("tbody tr")).ToHaveCountAsync(7);
        await Expect(heat.Locator("tbody td:not(.peak):text-is('')")).ToHaveCountAsync(0);

        var (orders, sales) = (heat.Locator(".filter button").First, heat.Locator(".filter button").Last);
        await Expect(orders).ToHaveAttributeAsync("aria-pressed", "true");
        await sales.ClickAsync();
        await Expect(sales).ToHaveAttributeAsync("aria-pressed", "true");
        await Expect(orders).ToHaveAttributeAsync("aria-pressed", "false");
        await Expect(heat.Locator(".peak-words")).ToContainTextAsync($"₩{order.Total.Minor.ToString("N0", CultureInfo.GetCultureInfo("en"))}");
        await orders.ClickAsync();
        await Expect(peak).ToHaveTextAsync("1");

        await house.OrderAsync(Dishes.Sorbet);
        await Expect(peak).ToHaveTextAsync(new Regex("^[12]$", RegexOptions.None, Patience));
        desk.Errors.Should().BeEmpty();
    }
}
