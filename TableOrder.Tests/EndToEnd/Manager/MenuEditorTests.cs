using Microsoft.Playwright;
using TableOrder.Core.Menu;
using TableOrder.Core.Menu.Editing;
using TableOrder.Tests.EndToEnd.Guest;
using TableOrder.Tests.EndToEnd.Kitchen;
using TableOrder.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace TableOrder.Tests.EndToEnd.Manager;

/// <summary>The manager edits the menu while guests look at it.</summary>
public sealed class MenuEditorTests(Browser browser, KitchenHouse house) : IClassFixture<Browser>, IClassFixture<KitchenHouse>, IAsyncLifetime
{
    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => house.ClearAsync();

    [SkippableFact]
    public async Task A_new_dish_in_two_languages_with_options_is_on_an_open_menu_without_a_reload()
    {
        await using var desk = await browser.OpenAsync("en");
        await using var phone = await browser.OpenPhoneAsync("en");
        var guest = await phone.SitAtAsync(house, house.TablePath(await house.SeatAsync()), "/menu");
        var manager = await desk.CookAtAsync(house, "/manager/menu");

        await manager.Does("new-dish").ClickAsync();
        var sheet = manager.Editor("dish");
        await sheet.Does("save").ClickAsync();
        await Expect(sheet.Locator("[data-wrong=price]")).ToBeVisibleAsync();
        await sheet.Text("name.ko").FillAsync("달빛 비빔면");
        await Expect(sheet.Locator(".missing")).ToHaveCountAsync(1);
        await sheet.Text("name.en").FillAsync("Moonlight Bibim Noodles");
        await Expect(sheet.Locator(".missing")).ToHaveCountAsync(0);
        await sheet.Text("description.en").FillAsync("Cold and spicy.");
        await sheet.Field("price").FillAsync("13,500");
        await sheet.Field("category").SelectOptionAsync(new SelectOptionValue { Label = "Noodles" });
        await sheet.Field("station").SelectOptionAsync("stew");
        await sheet.Locator("[data-allergen=wheat]").ClickAsync();
        await sheet.Does("add-group").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await Expect(sheet.Locator(".picker li")).ToHaveCountAsync(1);
        await sheet.Does("save").ClickAsync();

        await Expect(sheet).ToHaveCountAsync(0);
        await Expect(manager.Row("Moonlight Bibim Noodles")).ToContainTextAsync("₩13,500");
        await Expect(guest.Card("Moonlight Bibim Noodles")).ToContainTextAsync("₩13,500");
        await guest.OpenDishAsync("Moonlight Bibim Noodles");
        await Expect(guest.Locator("dialog fieldset").First).ToBeVisibleAsync();
        desk.Errors.Concat(phone.Errors).Should().BeEmpty();
    }

    [SkippableFact]
    public async Task Two_managers_in_one_dish_are_merged_and_what_both_changed_is_shown_with_nothing_lost()
    {
        await using var desk = await browser.OpenAsync("en");
        await using var tablet = await browser.OpenAsync("en");
        var (first, second) = (await desk.CookAtAsync(house, "/manager/menu"), await tablet.CookAtAsync(house, "/manager/menu"));
        foreach (var page in new[] { first, second })
        {
            await page.CategoryAsync("Rice Dishes");
            await page.Locator(".dish .name").First.ClickAsync();
            await Expect(page.Editor("dish")).ToBeVisibleAsync();
        }

        var dish = Guid.Parse((await first.Locator(".dish").First.GetAttributeAsync("data-dish"))!);
        var (one, other) = (first.Editor("dish"), second.Editor("dish"));
        await other.Field("price").FillAsync("9100");
        await other.Text("description.en").FillAsync("Mine, typed a long time.");
        await one.Field("price").FillAsync("9200");
        await one.Field("minQuantity").FillAsync("2");
        await one.Does("save").ClickAsync();
        await Expect(one).ToHaveCountAsync(0);

        await Expect(other.Locator("[data-taken]")).ToHaveAttributeAsync("data-taken", "minQuantity");
        await Expect(other.Locator("[data-disputed=price]")).ToContainTextAsync("₩9,200");
        await Expect(other.Locator("[data-disputed=price]")).ToContainTextAsync("₩9,100");
        await Expect(other.Field("price")).ToHaveValueAsync("9100");
        await Expect(other.Field("minQuantity")).ToHaveValueAsync("2");
        await other.Locator("[data-disputed=price]").Does("theirs").ClickAsync();
        await Expect(other.Field("price")).ToHaveValueAsync("9200");
        await Expect(other.Locator("[data-disputed]")).ToHaveCountAsync(0);
        await other.Does("save").ClickAsync();
        await Expect(other).ToHaveCountAsync(0);

        var saved = (await MenuAsync()).Dish(dish)!.Draft;
        (saved.Price.Minor, saved.MinQuantity, saved.Description.In("en")).Should().Be((9_200, 2, "Mine, typed a long time."));
        desk.Errors.Concat(tablet.Errors).Should().BeEmpty();
    }

    [SkippableFact]
    public async Task What_is_unsaved_is_asked_about_before_it_goes()
    {
        await using var desk = await browser.OpenAsync("en");
        var manager = await desk.CookAtAsync(house, "/manager/menu");
        await manager.Locator(".dish .name").First.ClickAsync();
        var sheet = manager.Editor("dish");
        await sheet.Text("name.en").FillAsync("Something else");

        await manager.Keyboard.PressAsync("Escape");
        await sheet.Does("keep").ClickAsync();
        await Expect(sheet.Text("name.en")).ToHaveValueAsync("Something else");
        await sheet.Does("cancel").ClickAsync();
        await sheet.Does("discard").ClickAsync();

        await Expect(sheet).ToHaveCountAsync(0);
        await Expect(manager.Row("Something else")).ToHaveCountAsync(0);
        await Expect(manager.Locator(".dish .name").First).ToBeFocusedAsync();
        desk.Errors.Should().BeEmpty();
    }

    [SkippableFact]
    public async Task Sold_out_and_portions_are_on_the_guests_page_at_once()
    {
        await using var desk = await browser.OpenAsync("en");
        await using var phone = await browser.OpenPhoneAsync("en");
        var guest = await phone.SitAtAsync(house, house.TablePath(await house.SeatAsync()), "/menu");
        var manager = await desk.CookAtAsync(house, "/manager/menu");
        await manager.Locator("input[type=search]").FillAsync("sorbet");
        var row = manager.Row(Dishes.Sorbet);

        await row.Does("sold-out").ClickAsync();
        await Expect(row.Locator("[data-badge=sold-out]")).ToBeVisibleAsync();
        await Expect(guest.Card(Dishes.Sorbet)).ToContainTextAsync("Sold out");
        await row.Does("sold-out").ClickAsync();
        await Expect(guest.Card(Dishes.Sorbet)).Not.ToContainTextAsync("Sold out");

        await row.Locator("input").FillAsync("3");
        await row.Locator("input").PressAsync("Tab");
        await Expect(row.Locator("[data-badge=portions]")).ToContainTextAsync("3 left");
        await row.Does("fewer").ClickAsync();
        await Expect(guest.Card(Dishes.Sorbet)).ToContainTextAsync("2 left");
        await row.Locator("input").FillAsync("");
        await row.Locator("input").PressAsync("Tab");
        await Expect(row.Locator("[data-badge=portions]")).ToHaveCountAsync(0);
        desk.Errors.Concat(phone.Errors).Should().BeEmpty();
    }

    [SkippableFact]
    public async Task Dishes_and_categories_are_put_in_order_by_dragging_and_by_buttons()
    {
        await using var desk = await browser.OpenAsync("en", width: 1920, height: 1080);
        var manager = await desk.CookAtAsync(house, "/manager/menu");
        await manager.CategoryAsync("Desserts");
        var before = await manager.OrderAsync();

        await manager.DragAsync($".dish[data-dish='{before[^1]}'] .handle", $".dish[data-dish='{before[0]}']");
        await Expect(manager.Locator(".dish").First).ToHaveAttributeAsync("data-dish", before[^1]);
        var down = manager.Locator(".dish").First.Does("down");
        await down.ClickAsync();
        await Expect(manager.Locator(".dish").Nth(1)).ToHaveAttributeAsync("data-dish", before[^1]);
        await Expect(manager.Locator($".dish[data-dish='{before[^1]}'] [data-does=down]")).ToBeFocusedAsync();
        await manager.Keyboard.PressAsync("Alt+ArrowUp");
        await Expect(manager.Locator(".dish").First).ToHaveAttributeAsync("data-dish", before[^1]);

        await manager.DragAsync($".dish[data-dish='{before[^1]}'] .handle", ".categories li:has-text('Sides')");
        await Expect(manager.Locator(".dish")).ToHaveCountAsync(before.Count - 1);
        await manager.CategoryAsync("Sides");
        await Expect(manager.Locator(".dish").Last).ToHaveAttributeAsync("data-dish", before[^1]);

        await manager.Does("category-up").ClickAsync();
        await Expect(manager.Locator(".categories li").Nth(5)).ToContainTextAsync("Sides");
        await manager.DragAsync(".categories li:has-text('Sides') .handle", ".categories li:has-text('Set Menus')");
        await Expect(manager.Locator(".categories li").Nth(1)).ToContainTextAsync("Sides");
        var menu = (await house.Get<MenuReader>().GetAsync(house.Manager)).Value.Menu;
        menu.Categories[1].Name.In("en").Should().Be("Sides");
        menu.Categories[1].Items[^1].Id.Should().Be(Guid.Parse(before[^1]));
        desk.Errors.Should().BeEmpty();
    }

    [SkippableFact]
    public async Task A_category_goes_when_its_dishes_are_archived_and_comes_back_with_one_of_them()
    {
        await using var desk = await browser.OpenAsync("en");
        await using var phone = await browser.OpenPhoneAsync("en");
        var guest = await phone.SitAtAsync(house, house.TablePath(await house.SeatAsync()), "/menu");
        var manager = await desk.CookAtAsync(house, "/manager/menu");
        await manager.CategoryAsync("For Kids");
        var names = await manager.Locator(".dish .name").AllTextContentsAsync();
        await manager.Does("edit-category").ClickAsync();
        await manager.Editor("category").Does("archive").ClickAsync();
        await Expect(manager.Editor("category").Locator("[role=alert]")).ToContainTextAsync("Dishes still stand in this category");
        await manager.Editor("category").Does("cancel").ClickAsync();

        foreach (var name in names)
        {
            await manager.Row(name).Locator(".name").ClickAsync();
            await manager.Editor("dish").Does("archive").ClickAsync();
            await Expect(manager.Row(name)).ToHaveCountAsync(0);
        }

        await Expect(guest.Card(names[0])).ToHaveCountAsync(0);
        await Expect(manager.Locator(".shelf .empty-page")).ToBeVisibleAsync();
        await manager.Does("edit-category").ClickAsync();
        await manager.Editor("category").Does("archive").ClickAsync();
        await Expect(manager.Locator(".categories li", new() { HasText = "For Kids" })).ToHaveCountAsync(0);

        await manager.Does("archived").ClickAsync();
        await manager.CategoryAsync("For Kids");
        await manager.Row(names[0]).Does("restore").ClickAsync();
        await Expect(guest.Card(names[0])).ToBeVisibleAsync();
        await manager.Does("archived").ClickAsync();
        await Expect(manager.Locator(".categories li", new() { HasText = "For Kids" })).ToHaveCountAsync(1);
        desk.Errors.Concat(phone.Errors).Should().BeEmpty();
    }

    [SkippableFact]
    public async Task A_choice_is_changed_once_for_all_its_dishes()
    {
        await using var desk = await browser.OpenAsync("en");
        await using var phone = await browser.OpenPhoneAsync("en");
        var guest = await phone.SitAtAsync(house, house.TablePath(await house.SeatAsync()), "/menu");
        await guest.OpenDishAsync(Dishes.Tteokbokki);
        await guest.Locator(".sheet .close").ClickAsync();
        var shared = (await MenuAsync()).Groups.Single(group => group.Id == house.Dish(Dishes.Tteokbokki).ModifierGroups[0].Id);
        var manager = await desk.CookAtAsync(house, "/manager/menu?view=options");
        var row = manager.Locator($"[data-group='{shared.Id}']");
        await Expect(row).ToContainTextAsync($"Used by {shared.Dishes} dishes");

        await row.Does("open").ClickAsync();
        var sheet = manager.Editor("group");
        await sheet.Does("archive").ClickAsync();
        await Expect(sheet.Locator("footer [role=alert]")).ToContainTextAsync("Dishes still ask this");
        await sheet.Does("add-option").ClickAsync();
        await sheet.Does("save").ClickAsync();
        await Expect(sheet.Locator("[data-wrong=modifiers]")).ToBeVisibleAsync();
        var option = sheet.Locator("[data-option]").Last;
        await option.Text("option.ko").FillAsync("지옥 맛");
        await option.Text("option.en").FillAsync("Inferno");
        await option.Field("option-price").FillAsync("700");
        await sheet.Does("save").ClickAsync();
        await Expect(sheet).ToHaveCountAsync(0);

        await Expect(row).ToContainTextAsync("Inferno +₩700");
        await guest.OpenDishAsync(Dishes.Tteokbokki);
        await Expect(guest.Locator("dialog")).ToContainTextAsync("Inferno");
        desk.Errors.Concat(phone.Errors).Should().BeEmpty();
    }

    private async Task<EditedMenu> MenuAsync() => (await house.Get<MenuEditReader>().GetAsync(house.Manager)).Value;
}
