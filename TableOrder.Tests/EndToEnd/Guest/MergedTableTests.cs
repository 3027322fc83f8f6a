using Microsoft.Playwright;
using TableOrder.Core.Access;
using TableOrder.Core.Carts;
using TableOrder.Core.Ordering;
using TableOrder.Core.Seating;
using TableOrder.Core.Service;
using TableOrder.Tests.EndToEnd.Kitchen;
using TableOrder.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace TableOrder.Tests.EndToEnd.Guest;

/// <summary>The staff makes one party of two, or takes one to another table, while their phones look on.</summary>
public sealed class MergedTableTests(Browser browser, KitchenHouse house) : IClassFixture<Browser>, IClassFixture<KitchenHouse>, IAsyncLifetime
{
    private const string Watch = """
        () => {
          const count = () => document.querySelectorAll('article.order').length;
          window.fewest = count();
          new MutationObserver(() => { window.fewest = Math.min(window.fewest, count()); }).observe(document.body, { childList: true, subtree: true });
        }
        """;

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => house.ClearAsync();

    [SkippableFact]
    public async Task Two_parties_that_become_one_share_orders_cart_and_bill_without_a_reload_and_no_order_is_gone_for_a_moment()
    {
        var (mine, others) = (await house.SeatAsync(), await house.SeatAsync());
        var order = await house.OrderAsync(mine, Dishes.Pancake);
        await house.OrderAsync(others, Dishes.Cola);
        await ChooseAsync(mine, Dishes.Rice);
        await ChooseAsync(others, Dishes.Sorbet);
        await using var phone = await browser.OpenPhoneAsync("en");
        await using var tablet = await browser.OpenAsync("en");
        await using var other = await browser.OpenPhoneAsync("en");
        var orders = await phone.SitAtAsync(house, house.TablePath(mine), "/order");
        var menu = await tablet.SitAtAsync(house, house.TablePath(mine), "/menu");
        var bill = await phone.GoAsync(new Uri(house.Address, "/bill").AbsoluteUri);
        await bill.ShouldBeLiveAsync();
        var theirs = await other.SitAtAsync(house, house.TablePath(others), "/order");
        await Expect(orders.Locator("article.order")).ToHaveCountAsync(1);
        await menu.ShouldHoldAsync((Dishes.Rice, 1));
        await orders.EvaluateAsync(Watch);
        await theirs.EvaluateAsync(Watch);

        (await house.Get<MovingDesk>().MergeAsync(house.Waiter, mine.SeatingId!.Value, others.SeatingId!.Value)).Refusal.Should().BeNull();

        var table = (await house.Get<SeatingReader>().MineAsync(mine)).Value.TableName;
        foreach (var page in new[] { orders, theirs })
        {
            await Expect(page.Locator("article.order")).ToHaveCountAsync(2);
            (await page.EvaluateAsync<int>("window.fewest")).Should().Be(1);
        }

        foreach (var page in new[] { orders, menu, bill, theirs })
        {
            await Expect(page.Locator(".guest-header .table")).ToHaveTextAsync($"Table {table}");
            await Expect(page.Locator(".news")).ToContainTextAsync("are one party now");
        }

        await Expect(menu.Locator("aside .cart li")).ToHaveCountAsync(2);
        await bill.ShouldOweAsync((await house.BillAsync(mine)).Sums.Due);
        await Expect(bill.Locator(".bill-order")).ToHaveCountAsync(2);

        await GoOnAsync(others, order, orders, menu, theirs);
        await orders.Locator(".news button").ClickAsync();
        await Expect(orders.Locator(".news[data-news]")).ToHaveCountAsync(0);
        phone.Errors.Concat(tablet.Errors).Concat(other.Errors).Should().BeEmpty();
    }

    [SkippableFact]
    public async Task A_party_that_moves_is_told_where_it_sits_and_keeps_what_it_had()
    {
        var guest = await house.SeatAsync();
        await house.OrderAsync(guest, Dishes.Pancake);
        await using var phone = await browser.OpenPhoneAsync("en");
        var page = await phone.SitAtAsync(house, house.TablePath(guest), "/order");
        var free = (await house.Get<SeatingReader>().TablesAsync(house.Manager)).Value.Last(table => table is { HasGuests: false, IsCounter: false });

        (await house.Get<MovingDesk>().MoveAsync(house.Waiter, guest.SeatingId!.Value, free.Id)).Refusal.Should().BeNull();

        await Expect(page.Locator(".guest-header .table")).ToHaveTextAsync($"Table {free.Name}");
        await Expect(page.Locator(".news")).ToContainTextAsync($"You are at table {free.Name} now.");
        await Expect(page.Locator("article.order")).ToHaveCountAsync(1);
        phone.Errors.Should().BeEmpty();
    }

    [SkippableFact]
    public async Task Staff_at_the_table_can_not_close_it_while_something_is_to_be_paid()
    {
        var guest = await house.SeatAsync();
        var order = await house.OrderAsync(guest, Dishes.Pancake);
        await house.StepAsync(order, LineStatus.Ready);
        await house.StepAsync(order, LineStatus.Served);
        await using var tablet = await browser.OpenAsync("en");
        var page = await tablet.SitAtAsync(house, house.TablePath(guest), "/bill");
        await page.TakeOverAsync(HostedApp.ManagerPassword);

        await page.StaffBar().GetByRole(AriaRole.Button, new() { Name = "Close table" }).ClickAsync();
        await page.StaffBar().Locator(".yes").ClickAsync();

        await Expect(page.StaffBar().Locator("[role=alert]")).ToContainTextAsync("still to be paid");
        tablet.Errors.Should().BeEmpty();
    }

    /// <summary>What happens after they became one is seen too: the kitchen goes on, and what either chooses lies in the one cart.</summary>
    private async Task GoOnAsync(Actor others, Order order, IPage orders, IPage menu, IPage theirs)
    {
        await house.StepAsync(order, LineStatus.Preparing);
        await Expect(orders.Locator("article.order[data-status=preparing]")).ToHaveCountAsync(1);
        await Expect(theirs.Locator("article.order[data-status=preparing]")).ToHaveCountAsync(1);
        await ChooseAsync(others, Dishes.Cola);
        await Expect(menu.Locator("aside .cart li")).ToHaveCountAsync(3);
        await menu.AddAsync(Dishes.Pancake);
        await Expect(menu.Locator("aside .cart li")).ToHaveCountAsync(4);
        await menu.SendAsync();
        await Expect(theirs.Locator("article.order")).ToHaveCountAsync(3);
        await Expect(orders.Locator("article.order")).ToHaveCountAsync(3);
    }

    private async Task ChooseAsync(Actor guest, string dish) =>
        (await house.Get<CartDesk>().AddAsync(guest, new AddToCart(house.Dish(dish).Id, [], 1))).Refusal.Should().BeNull();
}
