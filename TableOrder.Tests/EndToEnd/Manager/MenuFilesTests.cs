using System.Text.Json;
using TableOrder.Core.Menu.Editing;
using TableOrder.Tests.EndToEnd.Guest;
using TableOrder.Tests.EndToEnd.Kitchen;
using TableOrder.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace TableOrder.Tests.EndToEnd.Manager;

/// <summary>The menu out to files and in from them, in a real browser.</summary>
public sealed class MenuFilesTests(Browser browser, KitchenHouse house) : IClassFixture<Browser>, IClassFixture<KitchenHouse>
{
    private const string Page = "/manager/menu/files";
    private const string Head = "category,name_ko,name_en,price,station,allergens\n";

    [SkippableFact]
    public async Task A_file_with_wrong_lines_names_them_and_changes_nothing_and_the_mended_one_is_on_an_open_menu_at_once()
    {
        await using var desk = await browser.OpenAsync("en");
        await using var phone = await browser.OpenPhoneAsync("en");
        var guest = await phone.SitAtAsync(house, house.TablePath(await house.SeatAsync()), "/menu");
        var page = await desk.CookAtAsync(house, Page);
        var before = await DishesAsync();

        await page.ChooseAsync(
            "wrong.csv",
            Head
                + "밤참,달빛면,Moon Noodles,7000,,\n"
                + "밤참,별빛면,Star Noodles,seven,,\n"
                + "밤참,구름면,Cloud Noodles,7000,moon,\n"
                + "밤참,햇빛면,Sun Noodles,7500,,egg\n"
                + "밤참,바람면,Wind Noodles,7000,,dust\n"
        );
        await Expect(page.Locator(".report .notice.bad")).ToContainTextAsync("3");
        (await page.Locator(".report tbody td:first-child").AllTextContentsAsync()).Should().Equal("3", "4", "6");
        (await page.Locator(".report tbody td:nth-child(2)").AllTextContentsAsync()).Should().Equal("price", "station", "allergens");
        (await page.Locator(".report tbody td:nth-child(3)").AllTextContentsAsync()).Should().Equal("seven", "moon", "dust");
        await Expect(page.Does("import")).ToHaveCountAsync(0);
        (await DishesAsync()).Should().Be(before);

        await page.ChooseAsync(
            "mended.csv",
            Head
                + "밤참,달빛면,Moon Noodles,7000,,\n밤참,별빛면,Star Noodles,7000,,\n밤참,구름면,Cloud Noodles,7000,grill,\n밤참,햇빛면,Sun Noodles,7500,,egg\n"
        );
        await Expect(page.Locator(".report dd").First).ToHaveTextAsync("4");
        (await DishesAsync()).Should().Be(before, "looking at a file does not take it");
        await page.Does("import").ClickAsync();
        await Expect(page.Locator(".report .done")).ToContainTextAsync("4 new dishes");

        await Expect(guest.Card("Sun Noodles")).ToContainTextAsync("₩7,500");
        await Expect(guest.Card("Moon Noodles")).ToBeVisibleAsync();
        (await DishesAsync()).Should().Be(before + 4);
        desk.Errors.Concat(phone.Errors).Should().BeEmpty();
    }

    [SkippableFact]
    public async Task What_is_taken_out_comes_back_as_it_was_names_that_a_spreadsheet_would_reckon_too()
    {
        string[] names = ["=1+1", "+82 Soup", "-18° Ice", "@home Stew", "'=quoted", "\"So\", she said"];
        await using var desk = await browser.OpenAsync("en");
        var page = await desk.CookAtAsync(house, Page);
        await page.ChooseAsync("names.csv", Head + string.Concat(names.Select(name => $"시험,{Typed(name)},{Typed(name)},5000,,\n")));
        await Expect(page.Locator(".report dd").First).ToHaveTextAsync($"{names.Length}");
        await page.Does("import").ClickAsync();
        await Expect(page.Locator(".report .done")).ToBeVisibleAsync();

        var (csvName, csv) = await page.TakeOutAsync("csv");
        csvName.Should().StartWith("menu-").And.EndWith(".csv");
        csv.Should().StartWith("\uFEFFid,").And.Contain("'=1+1").And.Contain("'+82 Soup").And.Contain("'-18° Ice").And.Contain("'@home Stew");
        csv.Should().NotMatchRegex("(^|[,\n\"])[=@+-]", "no cell is a formula");
        var (jsonName, json) = await page.TakeOutAsync("json");
        jsonName.Should().StartWith("menu-").And.EndWith(".json");
        JsonDocument.Parse(json).RootElement.ValueKind.Should().Be(JsonValueKind.Object);

        foreach (var (name, text) in new[] { ("back.csv", csv), ("back.json", json) })
        {
            await page.ChooseAsync(name, text);
            await Expect(page.Locator(".choose b")).ToHaveTextAsync(name);
            await Expect(page.Does("import")).ToBeDisabledAsync();
            (await page.Locator(".report dd").AllTextContentsAsync()).Should().StartWith(["0", "0"], "{0} changes nothing", name);
        }

        var menu = (await house.Get<MenuEditReader>().GetAsync(house.Manager)).Value;
        menu.Dishes.Select(dish => dish.Draft.Name.In("en")).Should().Contain(names);
        desk.Errors.Should().BeEmpty();
    }

    /// <summary>As a spreadsheet's user types it: an apostrophe before a sign that reckons is not part of the name, so a name's own is typed twice.</summary>
    private static string Typed(string name) => $"\"{(name[0] == '\'' ? "'" : "")}{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private async Task<int> DishesAsync() => (await house.Get<MenuEditReader>().GetAsync(house.Manager)).Value.Dishes.Count;
}
