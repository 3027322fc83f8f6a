using Microsoft.Playwright;
using TableOrder.Tests.EndToEnd.Kitchen;
using TableOrder.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace TableOrder.Tests.EndToEnd.Manual;

/// <summary>The manual's first chapter: an empty restaurant is set up.</summary>
[Collection(ManualReaders.Name)]
public sealed class FirstDayTests(Browser browser)
{
    [SkippableFact]
    public async Task A_new_owner_sets_the_restaurant_up_step_by_step()
    {
        Needs.Met(Browser.Missing, "REQUIRE_BROWSER");
        await using var app = new HostedApp(
            settings: new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["Demo:Enabled"] = "false",
                ["Restaurant:Languages"] = "en",
                ["Restaurant:PublicUrl"] = "http://192.168.0.10:5080",
            }
        );
        await using var owner = await browser.OpenAsync("en");
        var page = await owner.GoAsync(new Uri(app.Address, "/setup").AbsoluteUri);
        await page.WriteAsync("Name", "manager");
        await page.WriteAsync("Password or PIN", HostedApp.ManagerPassword);
        await page.ShootAsync("sign-in");
        await page.PushAsync("Sign in");
        await page.ArriveAsync("/setup");
        await page.ShouldBeLiveAsync();

        await page.WriteAsync("Name", "Olive & Thyme");
        await page.ChooseAsync("Currency", "EUR");
        await page.WriteAsync("Time zone", "Europe/Dublin");
        await page.ShootAsync("set-up-restaurant");
        await page.PushAsync("Save and go on");

        await StepAsync(page, "Secrets");
        await page.WriteAsync("Your password", "a-long-word-of-ours");
        await page.WriteAsync("The kitchen’s PIN", "720415");
        await page.PushAsync("Save");
        await page.ShouldSayAsync("Saved. From now on you sign in with this password.");
        await page.ShootAsync("set-up-password");
        await page.PushAsync("Next");

        await AddTablesAsync(page);
        await AddDishesAsync(page);
        await StepAsync(page, "Ready");
        await page.ShootAsync("set-up-ready");
        await page.PushAsync("Open the restaurant");
        await page.ArriveAsync("/manager");
        owner.Errors.Should().BeEmpty();
    }

    private static readonly (string Category, string Dish, string Price, bool Cooked)[] Dishes =
    [
        ("Mains", "Lamb ragù with pappardelle", "18.50", true),
        ("Mains", "Sea bream, fennel and orange", "22", true),
        ("Drinks", "Lemonade of the house", "4.50", false),
    ];

    private static async Task AddTablesAsync(IPage page)
    {
        await StepAsync(page, "Tables");
        await page.WriteAsync("To", "12");
        await page.PushAsync("Add tables");
        await page.ShouldSayAsync("12 tables");
        await page.WriteAsync("Part of the room", "Terrace");
        await page.WriteAsync("From", "T1");
        await page.WriteAsync("To", "T6");
        await page.WriteAsync("Seats", "2");
        await page.PushAsync("Add tables");
        await page.ShouldSayAsync("6 tables");
        await page.ShootAsync("set-up-tables");
        await page.PushAsync("Next");
    }

    private static async Task AddDishesAsync(IPage page)
    {
        await StepAsync(page, "Menu");
        foreach (var (category, dish, price, cooked) in Dishes)
        {
            await page.WriteAsync("Category", category);
            await page.WriteAsync("Dish", dish);
            await page.WriteAsync("Price", price);
            await page.GetByLabel("Made in the kitchen").SetCheckedAsync(cooked);
            await page.PushAsync("Add dish");
            await Expect(page.Locator(".there li").Filter(new() { HasText = dish })).ToBeVisibleAsync();
        }

        await page.ShootAsync("set-up-menu");
        await page.PushAsync("Next");
    }

    private static async Task StepAsync(IPage page, string step)
    {
        await Expect(page.Locator(".step")).ToHaveAttributeAsync("data-step", step);
        await page.ShouldBeLiveAsync();
    }
}
