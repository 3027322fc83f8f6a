using Microsoft.Playwright;
using TableOrder.Core.Access;
using TableOrder.Core.Seating;
using TableOrder.Tests.EndToEnd.Guest;
using TableOrder.Tests.EndToEnd.Kitchen;
using TableOrder.Tests.Support;
using TableOrder.Web.Manager.FirstRun;
using static Microsoft.Playwright.Assertions;

namespace TableOrder.Tests.EndToEnd.Manager;

/// <summary>A new owner at a fresh server, without a table or a dish: from the printed password to a guest who sees the first dish.</summary>
public sealed class FirstRunTests(Browser browser) : IClassFixture<Browser>, IAsyncLifetime
{
    private const string Password = "moonlight over Seoul";
    private readonly KitchenHouse house = new(demo: false);

    public Task InitializeAsync() => house.InitializeAsync();

    public async Task DisposeAsync() => await house.DisposeAsync();

    [SkippableFact]
    public async Task A_new_owner_goes_step_by_step_leaves_half_way_comes_back_and_opens()
    {
        await using var desk = await browser.OpenAsync("en");
        var page = await SignInAsync(desk, HostedApp.ManagerPassword);

        await ShouldBeAtAsync(page, "House");
        await NameHouseAsync(page);

        await ShouldBeAtAsync(page, "Secrets");
        await Expect(page.Locator(".setup-top .house b")).ToHaveTextAsync("Moonlight");
        await SetSecretsAsync(page);
        await page.Does("next").ClickAsync();

        await ShouldBeAtAsync(page, "Tables");
        await page.FillAsync("#last", "many");
        await page.Does("add").ClickAsync();
        await Expect(page.Locator(".notice.bad")).ToContainTextAsync("names that count up");
        await Expect(page.Locator("#last")).ToHaveValueAsync("many");
        await page.FillAsync("#last", "4");
        await page.Does("add").ClickAsync();
        await Expect(page.Locator(".there .chips li")).ToHaveCountAsync(4);

        // Something else comes up: the dashboard says that there is more to do, and leads to where it stood.
        await page.GotoAsync(new Uri(house.Address, "/manager").AbsoluteUri);
        await page.ShouldBeLiveAsync();
        await page.Locator(".notice.pending a").ClickAsync();
        await ShouldBeAtAsync(page, "Menu");
        await Expect(page.Locator("nav li[data-done=true]")).ToHaveCountAsync(3);
        await AddDishesAsync(page);
        await page.Does("next").ClickAsync();

        await ShouldBeAtAsync(page, "Ready");
        var link = (await page.Locator(".next a[href^='/t/']").GetAttributeAsync("href"))!;
        await page.Does("open").ClickAsync();
        await page.ArriveAsync("/manager");
        await page.ShouldBeLiveAsync();
        await Expect(page.Locator(".notice.pending")).ToHaveCountAsync(0);

        await using var phone = await browser.OpenPhoneAsync("ko");
        var guest = await phone.SitAtAsync(house, link, "/menu");
        await Expect(guest.Card("김치찌개")).ToContainTextAsync("9,000");
        await using var other = await browser.OpenAsync("en");
        await SignInAsync(other, Password, "/manager");
        desk.Errors.Concat(phone.Errors).Concat(other.Errors).Should().BeEmpty();
    }

    [SkippableFact]
    public async Task A_whole_menu_comes_from_a_file_in_place_of_the_first_dishes()
    {
        await using var desk = await browser.OpenAsync("en");
        var page = await SignInAsync(desk, HostedApp.ManagerPassword);
        await page.GotoAsync(new Uri(house.Address, "/setup?step=menu").AbsoluteUri);
        await page.ShouldBeLiveAsync();

        await page.Does("file").ClickAsync();
        await page.ArriveAsync("/manager/menu/files");
        await page.ShouldBeLiveAsync();
        await page.ChooseAsync("menu.csv", "category;name_ko;name_en;price\n찌개;김치찌개;Kimchi Stew;9000\n찌개;된장찌개;Soybean Stew;8500\n");
        await Expect(page.Locator(".report dd").First).ToHaveTextAsync("2");
        await page.Does("import").ClickAsync();
        await Expect(page.Locator(".report .done")).ToBeVisibleAsync();

        await page.GotoAsync(new Uri(house.Address, "/setup?step=menu").AbsoluteUri);
        await Expect(page.Locator(".there .dishes li")).ToContainTextAsync(["Kimchi Stew", "Soybean Stew"]);
        await Expect(page.Locator("nav li[data-done=true] a[href$='step=menu']")).ToHaveCountAsync(1);
        desk.Errors.Should().BeEmpty();
    }

    [SkippableFact]
    public async Task Tables_and_dishes_are_there_once_however_often_they_are_sent()
    {
        await using var desk = await browser.OpenAsync("en");
        var page = await SignInAsync(desk, HostedApp.ManagerPassword);
        await page.GotoAsync(new Uri(house.Address, "/setup?step=tables").AbsoluteUri);
        await page.ShouldBeLiveAsync();
        await page.FillAsync("#last", "3");
        await page.Does("add").DblClickAsync();
        await Expect(page.Locator(".there .chips li")).ToHaveCountAsync(3);

        await page.GotoAsync(new Uri(house.Address, "/setup?step=menu").AbsoluteUri);
        await page.ShouldBeLiveAsync();
        await page.FillAsync("#category", "찌개");
        await page.FillAsync("#dish", "김치찌개");
        await page.FillAsync("#price", "9000");
        await page.Does("add").DblClickAsync();
        await Expect(page.Locator("#dish")).ToHaveValueAsync("");
        await Expect(page.Locator(".there .dishes li")).ToHaveCountAsync(1);

        (await house.Get<SeatingReader>().TablesAsync(Actor.System)).Value.Should().HaveCount(3);
        desk.Errors.Should().BeEmpty();
    }

    [SkippableTheory]
    [MemberData(nameof(EveryScreenTests.Rows), MemberType = typeof(EveryScreenTests))]
    public async Task Every_step_is_usable_by_everybody(ColorScheme scheme, string language)
    {
        await using var desk = await browser.OpenAsync(language, scheme);
        var page = await SignInAsync(desk, HostedApp.ManagerPassword);
        var look = new Look(page, scheme, language);
        foreach (var step in Enum.GetValues<SetupStep>())
        {
            await page.GotoAsync(new Uri(house.Address, $"/setup?step={step}").AbsoluteUri);
            await ShouldBeAtAsync(page, $"{step}");
            await look.AtAsync($"setup-{step}");
            if (step == SetupStep.Tables)
            {
                await page.FillAsync("#last", "many");
                await page.Does("add").ClickAsync();
                await Expect(page.Locator(".notice.bad")).ToBeVisibleAsync();
                await page.FillAsync("#last", "40");
                await page.Does("add").ClickAsync();
                await Expect(page.Locator(".there .chips li")).ToHaveCountAsync(40);
            }
            else if (step == SetupStep.Menu)
            {
                await page.FillAsync("#category", "할머니의 손맛이 담긴 오늘의 특선 요리와 정성 가득한 상차림");
                await page.FillAsync("#dish", "Grandmother's slow-braised short ribs with seasonal vegetables and rice");
                await page.FillAsync("#price", "123456");
                await page.Does("add").ClickAsync();
                await Expect(page.Locator(".there .dishes li")).ToHaveCountAsync(1);
            }
            else
            {
                continue;
            }

            await look.AtAsync($"setup-{step}-filled");
        }

        look.Wrong.Concat(desk.Errors).Should().BeEmpty();
    }

    /// <summary>The restaurant's names, and its time zone: wrong before it is right.</summary>
    private static async Task NameHouseAsync(IPage page)
    {
        await page.FillAsync("#name-ko", "달빛 식당");
        await page.FillAsync("#name-en", "Moonlight");
        await page.FillAsync("#timezone", "Nowhere/Never");
        await page.Does("save").ClickAsync();
        await Expect(page.Locator(".notice.bad")).ToContainTextAsync("Choose a time zone");
        await Expect(page.Locator("#name-en")).ToHaveValueAsync("Moonlight");
        await page.FillAsync("#timezone", "Asia/Seoul");
        await page.Does("save").ClickAsync();
    }

    /// <summary>The owner's password and the kitchen's PIN: too short before it is right.</summary>
    private static async Task SetSecretsAsync(IPage page)
    {
        await page.FillAsync("#password", Password);
        await page.FillAsync("#pin", "12");
        await page.Does("save").ClickAsync();
        await Expect(page.Locator(".notice.bad")).ToContainTextAsync("a PIN 4 to 8 digits");
        await Expect(page.Locator("#password")).ToHaveValueAsync(Password);
        await page.FillAsync("#pin", "730519");
        await page.Does("save").ClickAsync();
        await Expect(page.Locator(".notice.ok")).ToBeVisibleAsync();
    }

    /// <summary>Two dishes; the first's price is wrong before it is right.</summary>
    private static async Task AddDishesAsync(IPage page)
    {
        await page.FillAsync("#category", "찌개");
        await page.FillAsync("#dish", "김치찌개");
        await page.FillAsync("#price", "nine thousand");
        await page.Does("add").ClickAsync();
        await Expect(page.Locator(".notice.bad")).ToContainTextAsync("such as 9000");
        await Expect(page.Locator("#dish")).ToHaveValueAsync("김치찌개");
        await page.FillAsync("#price", "9,000");
        await page.Does("add").ClickAsync();
        await Expect(page.Locator(".there .dishes li")).ToContainTextAsync(["김치찌개"]);
        await Expect(page.Locator("#dish")).ToBeFocusedAsync();
        await page.FillAsync("#dish", "된장찌개");
        await page.FillAsync("#price", "8500");
        await page.Does("add").ClickAsync();
        await Expect(page.Locator(".there .dishes li")).ToHaveCountAsync(2);
    }

    private static async Task ShouldBeAtAsync(IPage page, string step)
    {
        await Expect(page.Locator($".step[data-step={step}]")).ToBeVisibleAsync();
        await page.ShouldBeLiveAsync();
    }

    /// <summary>The owner signs in without asking for a page.</summary>
    private async Task<IPage> SignInAsync(BrowserContext desk, string password, string arrives = "/setup")
    {
        var page = await desk.GoAsync(new Uri(house.Address, "/login").AbsoluteUri);
        await page.FillAsync("[name=name]", "manager");
        await page.FillAsync("[name=password]", password);
        await page.ClickAsync("form button");
        await page.ArriveAsync(arrives);
        await page.ShouldBeLiveAsync();
        return page;
    }
}
