using Microsoft.Playwright;
using TableOrder.Core.Menu;
using TableOrder.Core.Ordering;
using TableOrder.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace TableOrder.Tests.EndToEnd.Kitchen;

/// <summary>How much of what there is to make, and what there is no more: counted beside the tickets, told to guests who look at the menu or have it in their cart.</summary>
public sealed class SoldOutTests(Browser browser, KitchenHouse house) : IClassFixture<Browser>, IClassFixture<KitchenHouse>, IAsyncLifetime
{
    public Task InitializeAsync() => house.ClearAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [SkippableFact]
    public async Task All_day_counts_what_is_still_to_be_made_here()
    {
        await using var device = await browser.WallAsync();
        var (grill, stew, _) = await device.CookEverywhereAsync(house);
        var guest = await house.SeatAsync();
        await Expect(grill.Locator("#all-day + p")).ToHaveTextAsync("Nothing to make");

        var first = await house.OrderAsync(guest, [house.Line(Dishes.Pancake, quantity: 3), house.Line(Dishes.Rice)]);
        var second = await house.OrderAsync(guest, [house.Line(Dishes.Pancake, quantity: 2), house.Line(Dishes.Shrimp)]);
        await ShouldCountAsync(grill, (Dishes.Pancake, 5), (Dishes.Shrimp, 1));
        await ShouldCountAsync(stew, (Dishes.Rice, 1));

        await house.CancelAsync(first, new CancelLine(first.Lines[0].Id, Quantity: 1));
        await ShouldCountAsync(grill, (Dishes.Pancake, 4), (Dishes.Shrimp, 1));
        await grill.Tick(second, line: 1).TouchAsync();
        await ShouldCountAsync(grill, (Dishes.Pancake, 4));
        await grill.Bump(first).TouchAsync();
        await ShouldCountAsync(grill, (Dishes.Pancake, 2));
        await grill.KeyAsync("0");
        await ShouldCountAsync(grill, (Dishes.Pancake, 4));
        device.Errors.Should().BeEmpty();
    }

    [SkippableFact]
    public async Task What_the_kitchen_takes_off_is_off_on_an_open_menu_and_in_an_open_cart_and_comes_back()
    {
        await using var device = await browser.WallAsync();
        await using var tablet = await browser.OpenAsync("en");
        var grill = await device.CookAtAsync(house, "/kitchen/grill");
        var party = await house.SeatAsync();
        var guest = await tablet.SitAtAsync(house, house.TablePath(party), "/menu");
        await Card(guest, Dishes.Pancake).Locator(".quick").ClickAsync();
        await Expect(guest.Locator("aside .cart li")).ToHaveCountAsync(1);

        await grill.PanelAsync("e", "soldout");
        await Row(grill, Dishes.Pancake).GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "86" }).ClickAsync();

        await Expect(Card(guest, Dishes.Pancake)).ToHaveAttributeAsync("data-out", "true");
        await Expect(guest.Locator("aside .cart li")).ToHaveAttributeAsync("data-trouble", "true");
        await Expect(Card(guest, Dishes.Pancake).Locator(".quick")).ToHaveCountAsync(0);
        await Expect(grill.Locator(".sold-out li.out")).ToContainTextAsync([Dishes.Pancake]);

        await Row(grill, Dishes.Pancake).GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Back on" }).ClickAsync();
        await Expect(Card(guest, Dishes.Pancake)).Not.ToHaveAttributeAsync("data-out", "true");
        await Expect(guest.Locator("aside .cart li")).Not.ToHaveAttributeAsync("data-trouble", "true");

        // The same from a ticket, by whoever notices while they cook it.
        var order = await house.OrderAsync(party, Dishes.Pancake);
        await grill.Ticket(order).Locator(".more").TouchAsync();
        await grill.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = $"86 {Dishes.Pancake}" }).ClickAsync();
        await Expect(Card(guest, Dishes.Pancake)).ToHaveAttributeAsync("data-out", "true");
        await grill.Keyboard.PressAsync("u");
        await Expect(Card(guest, Dishes.Pancake)).Not.ToHaveAttributeAsync("data-out", "true");
        device.Errors.Concat(tablet.Errors).Should().BeEmpty();
    }

    [SkippableFact]
    public async Task The_last_portion_is_sold_once()
    {
        await using var device = await browser.WallAsync();
        var grill = await device.CookAtAsync(house, "/kitchen/grill");
        await using var tablet = await browser.OpenAsync("en");
        await using var phone = await browser.OpenAsync("en");
        var parties = new[] { await house.SeatAsync(), await house.SeatAsync() };
        IPage[] guests =
        [
            await tablet.SitAtAsync(house, house.TablePath(parties[0]), "/menu"),
            await phone.SitAtAsync(house, house.TablePath(parties[1]), "/menu"),
        ];
        await house.Get<MenuDesk>().ChangeAsync(house.Manager, new ChangeMenuItem(house.Dish(Dishes.Shrimp).Id) { PortionsLeft = 3 });
        foreach (var guest in guests)
        {
            await Card(guest, Dishes.Shrimp).Locator(".quick").ClickAsync();
            await Expect(guest.Locator("aside .cart li")).ToHaveCountAsync(1);
        }

        await grill.PanelAsync("e", "soldout");
        var less = Row(grill, Dishes.Shrimp).GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "One portion less" });
        foreach (var left in new[] { 2, 1 })
        {
            await less.ClickAsync();
            await Expect(Row(grill, Dishes.Shrimp).Locator("b")).ToContainTextAsync($"{left}");
            foreach (var guest in guests)
            {
                await Expect(Card(guest, Dishes.Shrimp).Locator(".few")).ToContainTextAsync($"{left}");
            }
        }

        foreach (var guest in guests)
        {
            await guest.Locator("aside .send").ClickAsync();
            await Expect(guest.Locator("dialog .confirm")).ToBeVisibleAsync();
        }

        // Whose press comes too late may find the button off already: the kitchen's word is quick.
        await Task.WhenAll(guests.Select(guest => guest.EvaluateAsync("() => document.querySelector('dialog .confirm:not([disabled])')?.click()")));

        var answered = guests.Select(guest => guest.Locator("aside .placed, dialog .notice.bad")).ToList();
        foreach (var answer in answered)
        {
            await Expect(answer).ToBeVisibleAsync();
        }

        var placed = await Task.WhenAll(guests.Select(guest => guest.Locator("aside .placed").CountAsync()));
        var told = await Task.WhenAll(guests.Select(guest => guest.Locator("aside .placed, dialog .notice.bad").AllInnerTextsAsync()));
        placed.Sum().Should().Be(1, "they were told {0}", string.Join(" | ", told.SelectMany(texts => texts)));
        foreach (var guest in guests)
        {
            await Expect(Card(guest, Dishes.Shrimp)).ToHaveAttributeAsync("data-out", "true");
        }

        await Expect(grill.Locator(".ticket")).ToHaveCountAsync(1);
        await Expect(grill.Locator(".sold-out li.out")).ToContainTextAsync([Dishes.Shrimp]);
        device.Errors.Concat(tablet.Errors).Concat(phone.Errors).Should().BeEmpty();
    }

    private static ILocator Card(IPage guest, string dish) =>
        guest.Locator("[data-category]:not([data-ranked]) article.dish").Filter(new LocatorFilterOptions { HasText = dish });

    private static ILocator Row(IPage cook, string dish) => cook.Locator(".sold-out li").Filter(new LocatorFilterOptions { HasText = dish });

    private static Task ShouldCountAsync(IPage page, params (string Dish, int Quantity)[] counts) =>
        Expect(page.Locator("#all-day + ul li")).ToHaveTextAsync([.. counts.Select(count => $"{count.Dish} {count.Quantity}")]);
}
