using System.Text.RegularExpressions;
using Microsoft.Playwright;
using TableOrder.Core.Access;
using TableOrder.Core.Billing;
using TableOrder.Core.Ordering;
using TableOrder.Tests.EndToEnd.Floor;
using TableOrder.Tests.EndToEnd.Kitchen;
using TableOrder.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace TableOrder.Tests.EndToEnd.Manager;

/// <summary>The manager looks for orders and looks into one of them, while the house goes on.</summary>
public sealed class OrdersTests(Browser browser, KitchenHouse house) : IClassFixture<Browser>, IClassFixture<KitchenHouse>, IAsyncLifetime
{
    private const string All = "/manager/orders";

    public Task InitializeAsync() => Browser.Missing is null ? house.ClearAsync() : Task.CompletedTask;

    public Task DisposeAsync() => Task.CompletedTask;

    [SkippableFact]
    public async Task An_order_is_found_by_its_number_its_dish_and_its_amount_and_a_chip_takes_the_search_away()
    {
        await house.OrderAsync(Dishes.Rice, Dishes.Rice);
        var order = await house.OrderAsync(Dishes.Pancake, Dishes.Sorbet);
        await house.OrderAsync(Dishes.Cola);
        await using var desk = await browser.OpenAsync("en");
        var page = await desk.CookAtAsync(house, All);

        await SearchAsync(page, $"#{order.Number}");
        await ShouldFindAsync(page, order);
        await Expect(page).ToHaveURLAsync(new Regex($"number={order.Number}$", RegexOptions.None, TimeSpan.FromSeconds(1)));
        await page.ReloadAsync();
        await page.ShouldBeLiveAsync();
        await ShouldFindAsync(page, order);
        await page.Locator("[data-chip=number]").ClickAsync();
        await Expect(page.Locator("[data-chip]")).ToHaveCountAsync(0);
        await Expect(page.Locator(".live-orders")).ToBeVisibleAsync();

        await SearchAsync(page, "ㅎㅁㅍㅈ");
        await Expect(page.Locator("[data-chip=item]")).ToContainTextAsync("Seafood Scallion Pancake");
        await Expect(page.Locator($"[data-order='{order.Id}']")).ToBeVisibleAsync();
        await SearchAsync(page, "₩24,500");
        await ShouldFindAsync(page, order);
        await page.Locator("[data-chip=item]").ClickAsync();
        await ShouldFindAsync(page, order);

        // Found as it comes, too: what the search holds is asked of every change.
        var another = await house.OrderAsync(Dishes.Pancake, Dishes.Sorbet);
        await Expect(page.Locator(".entry").First).ToHaveAttributeAsync("data-order", $"{another.Id}");
        desk.Errors.Should().BeEmpty();
    }

    [SkippableFact]
    public async Task A_text_that_can_mean_several_things_is_asked_about_and_one_that_means_nothing_says_what_to_type()
    {
        var guest = await house.SeatAsync();
        var order = await house.OrderAsync(guest, Dishes.Pancake);
        var table = await house.TableOfAsync(guest);
        await using var desk = await browser.OpenAsync("en");
        var page = await desk.CookAtAsync(house, All);

        await SearchAsync(page, table);
        await Expect(page.Locator(".choices button")).ToHaveCountAsync(2);
        await page.Locator("[data-means=TableMeaning]").ClickAsync();
        await Expect(page.Locator("[data-chip=table]")).ToContainTextAsync($"Table {table}");
        await Expect(page.Locator(".entry").First).ToHaveAttributeAsync("data-order", $"{order.Id}");

        await SearchAsync(page, "xqzwv");
        await Expect(page.Locator("#order-search-said .none")).ToContainTextAsync("xqzwv");
        await Expect(page.Locator("#order-search")).ToHaveValueAsync("xqzwv");
        desk.Errors.Should().BeEmpty();
    }

    [SkippableFact]
    public async Task What_is_open_stands_on_top_and_leaves_when_it_is_served()
    {
        var order = await house.OrderAsync(Dishes.Pancake);
        await using var desk = await browser.OpenAsync("en");
        var page = await desk.CookAtAsync(house, All);
        await Expect(page.Locator($"[data-live='{order.Id}']")).ToHaveAttributeAsync("data-status", "Placed");

        await house.StepAsync(order, LineStatus.Ready);
        await Expect(page.Locator($"[data-live='{order.Id}']")).ToHaveAttributeAsync("data-status", "Ready");
        await house.StepAsync(order, LineStatus.Served);
        await Expect(page.Locator($"[data-live='{order.Id}']")).ToHaveCountAsync(0);
        await Expect(page.Locator($"[data-order='{order.Id}']")).ToHaveAttributeAsync("data-status", "Served");

        await page.Locator("[data-which=FilterOpen]").ClickAsync();
        await Expect(page.Locator($"[data-order='{order.Id}']")).ToHaveCountAsync(0);
        await Expect(page).ToHaveURLAsync(new Regex("open=true", RegexOptions.None, TimeSpan.FromSeconds(1)));
        desk.Errors.Should().BeEmpty();
    }

    [SkippableFact]
    public async Task An_order_s_history_grows_while_the_kitchen_works()
    {
        var order = await house.OrderAsync(Dishes.Pancake, Dishes.Cola);
        await using var desk = await browser.OpenAsync("en");
        await using var wall = await browser.WallAsync();
        var page = await desk.CookAtAsync(house, All);
        await page.Locator($"[data-live='{order.Id}'] a").ClickAsync();
        await page.ShouldBeLiveAsync();
        await Expect(page.Locator("h1")).ToContainTextAsync($"#{order.Number}");
        await Expect(page.Locator("[data-event=Placed] .who")).ToContainTextAsync("Guest 민지");

        var grill = await wall.CookAtAsync(house, "/kitchen/grill");
        await Expect(page.Locator("[data-event=Received]")).ToContainTextAsync("Grill");
        await grill.Tick(order).TouchAsync();
        await Expect(page.Locator("[data-ticket=grill] [data-at=touched]")).Not.ToHaveTextAsync("–");
        await grill.Bump(order).TouchAsync();

        await Expect(page.Locator("[data-event]").Last).ToContainTextAsync("Bumped: Grill");
        await Expect(page.Locator("[data-event]").Last.Locator(".who")).ToContainTextAsync("manager");
        await Expect(page.Locator("[data-ticket=grill] [data-at=bumped]")).Not.ToHaveTextAsync("–");
        await Expect(page.Locator(".facts")).ToHaveAttributeAsync("data-status", "Ready");
        await page.Locator("[data-does=serve]").ClickAsync();
        await Expect(page.Locator(".facts")).ToHaveAttributeAsync("data-status", "Served");
        desk.Errors.Concat(wall.Errors).Should().BeEmpty();
    }

    [SkippableFact]
    public async Task A_paid_line_is_cancelled_with_a_reason_exactly_its_amount_goes_back_and_a_second_manager_follows()
    {
        var guest = await house.SeatAsync();
        var order = await house.OrderAsync(guest, Dishes.Pancake, Dishes.Sorbet);
        await house.PayAsync(guest, order.Total.Minor);
        await using var one = await browser.OpenAsync("en");
        await using var two = await browser.OpenAsync("en");
        var (page, other) = (await one.CookAtAsync(house, $"{All}/{order.Id}"), await two.CookAtAsync(house, $"{All}/{order.Id}"));
        await Expect(page.Locator(".due")).ToHaveAttributeAsync("data-due", "0");

        await page.Locator($"[data-line='{order.Lines[1].Id}'] > button").ClickAsync();
        await page.GetByText("Waited too long").ClickAsync();
        await page.Does("void").DblClickAsync();
        await Expect(page.Locator("dialog")).ToHaveCountAsync(0);
        foreach (var each in new[] { page, other })
        {
            await Expect(each.Locator($"[data-line='{order.Lines[1].Id}']")).ToHaveAttributeAsync("data-status", "Cancelled");
            await Expect(each.Locator("[data-event]").Last).ToContainTextAsync("Waited too long");
            await Expect(each.Does("offer-refund")).ToHaveAttributeAsync("data-amount", "5500");
        }

        await page.Does("offer-refund").ClickAsync();
        await Expect(page.Locator("[data-field=refund]")).ToHaveValueAsync("5500");
        await page.GetByText("Complaint").ClickAsync();
        await page.Does("refund").DblClickAsync();

        await Expect(page.Locator("dialog")).ToHaveCountAsync(0);
        foreach (var each in new[] { page, other })
        {
            await Expect(each.Does("offer-refund")).ToHaveCountAsync(0);
            await Expect(each.Locator(".due")).ToHaveAttributeAsync("data-due", "0");
        }

        var refund = (await house.PaymentsAsync(guest, 2)).Where(entry => entry.Kind == PaymentKind.Refund);
        refund.Should().ContainSingle().Which.Amount.Minor.Should().Be(5_500);
        one.Errors.Concat(two.Errors).Should().BeEmpty();
    }

    [SkippableFact]
    public async Task A_part_of_a_payment_goes_back_and_an_order_is_cancelled_whole()
    {
        var guest = await house.SeatAsync();
        var order = await house.OrderAsync(guest, Dishes.Pancake);
        await house.PayAsync(guest, order.Total.Minor);
        await using var desk = await browser.OpenAsync("en");
        var page = await desk.CookAtAsync(house, $"{All}/{order.Id}");

        await page.Locator("[data-entry]").ClickAsync();
        await page.Locator("[data-field=refund]").FillAsync("1,000");
        await page.GetByText("Complaint").ClickAsync();
        await page.Does("refund").ClickAsync();
        await Expect(page.Locator("[data-event=Refunded]")).ToContainTextAsync("Complaint");

        await page.OpenAsync("cancel");
        await page.Locator(".floor-reason input").FillAsync("The oven broke");
        await page.Does("cancel-order").ClickAsync();
        await Expect(page.Locator("[data-event=Cancelled]")).ToContainTextAsync("The oven broke");
        await Expect(page.Locator("[data-opens=cancel]")).ToHaveCountAsync(0);
        await Expect(page.Does("offer-refund")).ToHaveAttributeAsync("data-amount", "18000");
        desk.Errors.Should().BeEmpty();
    }

    [SkippableFact]
    public async Task Who_presses_on_what_is_no_more_is_told_what_changed_and_nothing_typed_is_lost()
    {
        var order = await house.OrderAsync(Dishes.Pancake, Dishes.Rice);
        await using var desk = await browser.OpenAsync("en");
        var page = await desk.CookAtAsync(house, $"{All}/{order.Id}");
        await page.OpenAsync("cancel");
        await page.Locator(".floor-reason input").FillAsync("They left");

        await house.StepAsync(order, LineStatus.Preparing, "grill");
        await Expect(page.Locator(".facts")).ToHaveAttributeAsync("data-status", "Preparing");
        await page.Does("cancel-order").ClickAsync();
        await Expect(page.Locator("dialog [role=alert]")).ToContainTextAsync("Seafood Scallion Pancake: Cooking");
        (await house.NowAsync(order)).Status.Should().Be(OrderStatus.Preparing);

        await page.Does("cancel-order").ClickAsync();
        await Expect(page.Locator("dialog")).ToHaveCountAsync(0);
        await Expect(page.Locator(".facts")).ToHaveAttributeAsync("data-status", "Cancelled");
        desk.Errors.Should().BeEmpty();
    }

    [SkippableFact]
    public async Task An_unknown_order_says_so_and_one_whose_dish_left_the_menu_is_as_it_was()
    {
        var order = await house.OrderAsync(Dishes.Sorbet);
        await house.RewriteMenuAsync("UPDATE menu_items SET archived_at = 1 WHERE name LIKE '%Peach Sorbet%'");
        await using var desk = await browser.OpenAsync("en");
        var page = await desk.CookAtAsync(house, $"{All}/{order.Id}");
        await Expect(page.Locator(".order-lines")).ToContainTextAsync("Peach Sorbet");
        await page.Locator(".order-lines a").ClickAsync();
        await page.ShouldBeLiveAsync();
        await Expect(page.Locator("[data-chip=item]")).ToContainTextAsync("Peach Sorbet");
        await house.RewriteMenuAsync("UPDATE menu_items SET archived_at = NULL WHERE name LIKE '%Peach Sorbet%'");

        await page.GotoAsync(new Uri(house.Address, $"{All}/{Guid.NewGuid()}").AbsoluteUri);
        await Expect(page.Locator(".empty-page")).ToBeVisibleAsync();
        desk.Errors.Should().BeEmpty();
    }

    private static async Task SearchAsync(IPage page, string text)
    {
        await page.Locator("#order-search").FillAsync(text);
        await page.Locator("#order-search").PressAsync("Enter");
    }

    private static async Task ShouldFindAsync(IPage page, Order order)
    {
        await Expect(page.Locator(".entry")).ToHaveCountAsync(1);
        await Expect(page.Locator(".entry")).ToHaveAttributeAsync("data-order", $"{order.Id}");
    }
}
