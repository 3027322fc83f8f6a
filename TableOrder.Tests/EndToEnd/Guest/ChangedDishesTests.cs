using Microsoft.Playwright;
using TableOrder.Core.Menu;
using TableOrder.Tests.EndToEnd.Kitchen;
using TableOrder.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace TableOrder.Tests.EndToEnd.Guest;

/// <summary>Prices, portions, options and dishes that change while they lie in the table's cart: seen by all, accepted by whoever sends it.</summary>
public sealed class ChangedDishesTests(Browser browser, KitchenHouse house) : IClassFixture<Browser>, IClassFixture<KitchenHouse>, IAsyncLifetime
{
    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => house.ClearAsync();

    [SkippableFact]
    public async Task What_has_changed_since_is_a_difference_to_accept_and_the_rest_is_ordered()
    {
        await using var table = await SharedTable.SitAsync(browser, house);
        await table.Tablet.AddAsync(Dishes.Pancake);
        await table.Phone.AddAsync(Dishes.Rice);
        await table.Other.AddAsync(Dishes.Sorbet);
        await table.ShouldHoldAsync((Dishes.Pancake, 1), (Dishes.Rice, 1), (Dishes.Sorbet, 1));
        await table.Phone.Locator("aside .send").ClickAsync();
        var (rice, sorbet) = (house.Dish(Dishes.Rice), house.Dish(Dishes.Sorbet));
        var menu = house.Get<MenuDesk>();
        try
        {
            await house.RewriteMenuAsync($"UPDATE menu_items SET price = price + 500 WHERE json_extract(name, '$.en') = '{Dishes.Rice}'");
            await menu.ChangeAsync(house.Manager, new ChangeMenuItem(sorbet.Id) { SoldOut = true });

            await Expect(table.Phone.Locator("dialog [data-differs]")).ToHaveCountAsync(2);
            await Expect(table.Phone.Locator("dialog .difference")).ToContainTextAsync(["₩1,000 → ₩1,500", "Will be left out"]);
            await Expect(table.Phone.Locator("dialog .confirm")).ToHaveTextAsync("Accept and order");
            await table.Phone.Locator("dialog .confirm").ClickAsync();
            await Expect(table.Phone.Locator("aside .placed")).ToBeVisibleAsync();
        }
        finally
        {
            await house.RewriteMenuAsync($"UPDATE menu_items SET price = {rice.Price.Minor} WHERE json_extract(name, '$.en') = '{Dishes.Rice}'");
            await menu.ChangeAsync(house.Manager, new ChangeMenuItem(sorbet.Id) { SoldOut = false });
        }

        var order = (await table.OrdersAsync()).Should().ContainSingle().Subject;
        order.Lines.Select(line => (line.Name.In("en"), line.UnitPrice.Minor)).Should().Equal((Dishes.Pancake, 19_000), (Dishes.Rice, 1_500));
        await table.ShouldHoldAsync();
    }

    [SkippableFact]
    public async Task A_dish_that_leaves_the_menu_while_in_the_cart_keeps_its_name_and_is_left_out()
    {
        await using var table = await SharedTable.SitAsync(browser, house);
        await table.Tablet.AddAsync(Dishes.Pancake);
        await table.Tablet.AddAsync(Dishes.Rice);
        await table.ShouldHoldAsync((Dishes.Pancake, 1), (Dishes.Rice, 1));
        try
        {
            await house.RewriteMenuAsync($"UPDATE menu_items SET archived_at = 1 WHERE json_extract(name, '$.en') = '{Dishes.Rice}'");

            await Expect(table.Phone.Row(Dishes.Rice).Locator(".trouble")).ToContainTextAsync("No longer on the menu");
            await table.Phone.SendAsync();
            await Expect(table.Phone.Locator("aside .placed")).ToBeVisibleAsync();
        }
        finally
        {
            await house.RewriteMenuAsync($"UPDATE menu_items SET archived_at = NULL WHERE json_extract(name, '$.en') = '{Dishes.Rice}'");
        }

        (await table.OrdersAsync()).Should().ContainSingle().Which.Lines.Should().ContainSingle();
    }

    [SkippableFact]
    public async Task An_option_that_sold_out_in_the_cart_is_said_everywhere_and_left_out()
    {
        await using var table = await SharedTable.SitAsync(browser, house);
        await table.Other.AddAsync(Dishes.Rice);
        await table.Phone.OpenDishAsync(Dishes.Tteokbokki);
        var sheet = table.Phone.Locator("dialog");
        await sheet.GetByLabel("Mild").CheckAsync();
        await sheet.GetByLabel("Ramyeon noodles").CheckAsync();
        await sheet.Locator(".add").ClickAsync();
        await table.ShouldHoldAsync((Dishes.Rice, 1), (Dishes.Tteokbokki, 1));
        try
        {
            await house.RewriteMenuAsync("UPDATE modifiers SET sold_out = 1 WHERE json_extract(name, '$.en') = 'Ramyeon noodles'");

            foreach (var page in table.Pages)
            {
                await Expect(page.Row(Dishes.Tteokbokki).Locator(".trouble")).ToContainTextAsync("Ramyeon noodles");
            }

            await table.Tablet.Locator("aside .send").ClickAsync();
            await Expect(table.Tablet.Locator("dialog [data-differs]")).ToHaveCountAsync(1);
            await table.Tablet.Locator("dialog .confirm").ClickAsync();
            await Expect(table.Other.Locator("aside .placed")).ToBeVisibleAsync();
        }
        finally
        {
            await house.RewriteMenuAsync("UPDATE modifiers SET sold_out = 0 WHERE json_extract(name, '$.en') = 'Ramyeon noodles'");
        }

        (await table.OrdersAsync()).Should().ContainSingle().Which.Lines.Should().ContainSingle().Which.Name.In("en").Should().Be(Dishes.Rice);
        table.Errors.Should().BeEmpty();
    }
}
