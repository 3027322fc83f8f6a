using Microsoft.Playwright;
using TableOrder.Tests.EndToEnd.Kitchen;
using TableOrder.Tests.EndToEnd.Manager;
using TableOrder.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace TableOrder.Tests.EndToEnd.Manual;

/// <summary>The manual's chapter about the menu.</summary>
[Collection(ManualReaders.Name)]
public sealed class MenuChapterTests(Browser browser, ManualHouse house)
{
    [SkippableFact]
    public async Task A_category_a_dish_with_its_photo_its_hours_and_allergens_and_a_choice_are_made()
    {
        await using var desk = await browser.OpenAsync("en");
        var page = await desk.ManageAsync(house, "/manager/menu");

        await page.PushAsync("New category");
        await page.Sheet().Text("name.ko").FillAsync("봄 메뉴");
        await page.Sheet().Text("name.en").FillAsync("Spring menu");
        await page.ShootAsync("new-category");
        await page.PushAsync("Add category");
        await Expect(page.Sheet()).ToHaveCountAsync(0);

        await page.PushAsync("Choices");
        await page.PushAsync("New choice");
        await FillChoiceAsync(page);
        await page.ShootAsync("new-choice");
        await page.PushAsync("Add choice");
        await Expect(page.Sheet()).ToHaveCountAsync(0);
        await page.PushAsync("Dishes");

        await page.CategoryAsync("Spring menu");
        await page.PushAsync("New dish");
        await FillDishAsync(page);
        await page.ShootAsync("new-dish");
        await page.PushAsync("Limit to hours");
        await page.ShootAsync("dish-hours", ".editor fieldset:has([data-field=station])");
        await page.Sheet().PushAsync("Egg");
        await page.Sheet().PushAsync("Wheat");
        await page.ChooseAsync("Add a choice", "How spicy? (Mild, Hot)");
        await page.ShootAsync("dish-allergens", ".editor fieldset:has([data-allergen])");
        await page.Sheet().Does("photo").SetInputFilesAsync(await BowlAsync(page));
        await Expect(page.Sheet().Locator(".shown img")).ToBeVisibleAsync();
        await page.ShootAsync("dish-photo", ".editor fieldset:has(.photo)");
        await page.PushAsync("Put on the menu");
        await Expect(page.Row("Bibimbap with spring herbs")).ToContainTextAsync("₩13,500");

        await page.Row("Bibimbap with spring herbs").Locator(".name").ClickAsync();
        await page.Sheet().PushAsync("Archive");
        await Expect(page.Row("Bibimbap with spring herbs")).ToHaveCountAsync(0);
        await page.PushAsync("Archived");
        await page.CategoryAsync("Spring menu");
        await page.ShootAsync("archive");
        await page.Row("Bibimbap with spring herbs").PushAsync("Bring back");
        desk.Errors.Should().BeEmpty();
    }

    [SkippableFact]
    public async Task A_dish_is_sold_out_has_portions_and_takes_another_place()
    {
        await using var desk = await browser.OpenAsync("en");
        var page = await desk.ManageAsync(house, "/manager/menu");

        await page.CategoryAsync("Desserts");
        var first = await page.Locator(".dish").First.GetAttributeAsync("data-dish");
        await page.Locator(".dish").Nth(1).PushAsync("Sold out");
        await Expect(page.Locator(".dish").Nth(1).Locator("[data-badge=sold-out]")).ToBeVisibleAsync();
        await page.Locator(".dish").Nth(2).Locator("input").FillAsync("5");
        await page.Locator(".dish").Nth(2).Locator("input").PressAsync("Tab");
        await page.ShouldSayAsync("5 left");
        await page.ShootAsync("sold-out");
        await page.Locator(".dish").Nth(1).PushAsync("Sold out");
        await Expect(page.Locator("[data-badge=sold-out]")).ToHaveCountAsync(0);

        await page.Locator(".dish").First.Does("down").ClickAsync();
        await Expect(page.Locator(".dish").Nth(1)).ToHaveAttributeAsync("data-dish", first!);
        await ShootHeldAsync(page);
        desk.Errors.Should().BeEmpty();
    }

    [SkippableFact]
    public async Task The_menu_goes_out_to_a_file_and_comes_in_from_one()
    {
        await using var desk = await browser.OpenAsync("en");
        var page = await desk.ManageAsync(house, "/manager/menu");

        await page.PushAsync("Files");
        await page.ArriveAsync("/manager/menu/files");
        await page.GetByText("Take a menu in").WaitForAsync();
        await page.ShouldBeLiveAsync();
        var table = await page.RunAndWaitForDownloadAsync(() => page.PushAsync("⬇ Table (CSV)"));
        table.SuggestedFilename.Should().EndWith(".csv");
        await page.Locator("input[type=file]")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = "drinks-for-summer.csv",
                    MimeType = "text/csv",
                    Buffer = "category,name_ko,name_en,price\n음료,수박 주스,Watermelon juice,6500\n음료,오미자차,Omija tea,6000"u8.ToArray(),
                }
            );
        await page.ShouldSayAsync("Nothing has been changed yet.");
        await page.ShootAsync("menu-file");
        await page.PushAsync("Cancel");
        await page.ShouldSayAsync("Choose a file");
        desk.Errors.Should().BeEmpty();
    }

    private static async Task FillChoiceAsync(IPage page)
    {
        var sheet = page.Sheet();
        await sheet.Text("name.ko").FillAsync("얼마나 맵게 할까요?");
        await sheet.Text("name.en").FillAsync("How spicy?");
        await sheet.WriteAsync("At least", "1");
        await sheet.WriteAsync("At most", "1");
        await sheet.Text("option.ko").FillAsync("순한맛");
        await sheet.Text("option.en").FillAsync("Mild");
        await sheet.PushAsync("Add option");
        await Expect(sheet.Locator("[data-option]")).ToHaveCountAsync(2);
        await sheet.Text("option.ko").Last.FillAsync("매운맛");
        await sheet.Text("option.en").Last.FillAsync("Hot");
        await sheet.Field("option-price").Last.FillAsync("500");
    }

    private static async Task FillDishAsync(IPage page)
    {
        var sheet = page.Sheet();
        await sheet.Text("name.ko").FillAsync("봄나물 비빔밥");
        await sheet.Text("name.en").FillAsync("Bibimbap with spring herbs");
        await sheet.Text("description.ko").FillAsync("두릅과 달래, 반숙 달걀을 얹은 비빔밥");
        await sheet.Text("description.en").FillAsync("Rice with wild chives, angelica shoots and a soft egg");
        await sheet.WriteAsync("Price", "13500");
        await sheet.Field("station").SelectOptionAsync("stew");
    }

    /// <summary>A dish on its way to another place: held, not dropped.</summary>
    private static async Task ShootHeldAsync(IPage page)
    {
        var to = (await page.Locator(".dish").First.BoundingBoxAsync())!;
        await page.Locator(".dish").Nth(2).Locator(".handle").HoverAsync();
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(to.X + 60, to.Y + to.Height / 2);
        await page.Mouse.MoveAsync(to.X + 40, to.Y + 4, new() { Steps = 3 });
        await Expect(page.Locator("[data-drop]")).ToHaveCountAsync(1);
        await page.ShootAsync("menu-order");
        await page.Mouse.UpAsync();
    }

    /// <summary>A bowl from above, as a phone would see it.</summary>
    private static async Task<FilePayload> BowlAsync(IPage page)
    {
        var picture = await page.EvaluateAsync<string>(
            """
            () => {
              const canvas = Object.assign(document.createElement('canvas'), { width: 1200, height: 900 });
              const brush = canvas.getContext('2d');
              const disc = (x, y, r, ...colours) => {
                const light = brush.createRadialGradient(x - r / 3, y - r / 3, r / 10, x, y, r);
                colours.forEach((colour, i) => light.addColorStop(i / Math.max(1, colours.length - 1), colour));
                brush.fillStyle = light;
                brush.beginPath();
                brush.arc(x, y, r, 0, 7);
                brush.fill();
              };
              brush.fillStyle = '#8a5a3a';
              brush.fillRect(0, 0, 1200, 900);
              for (let y = 0; y < 900; y += 90) { brush.fillStyle = y % 180 ? '#936243' : '#845434'; brush.fillRect(0, y, 1200, 84); }
              disc(615, 470, 400, 'rgba(0,0,0,.55)', 'rgba(0,0,0,.35)', 'rgba(0,0,0,0)');
              disc(600, 450, 380, '#4a4a4c', '#232325');
              disc(600, 450, 330, '#fffdf5', '#e9dfc4');
              const leaf = (angle, colours, size = 62) => {
                for (let i = 0; i < 16; i++) {
                  const turn = angle + (i % 8 - 4) * .09, far = 150 + (i * 37 % 120);
                  disc(600 + far * Math.cos(turn), 450 + far * Math.sin(turn), size * (.5 + (i * 7 % 5) / 10), ...colours);
                }
              };
              leaf(0, ['#8fc26a', '#4c7f37']); leaf(1.25, ['#f2a65a', '#d9712c']); leaf(2.5, ['#5d8f46', '#31592a']);
              leaf(3.77, ['#c9583a', '#8e2f20']); leaf(5.03, ['#f3ecd2', '#d8c99a']);
              disc(600, 450, 135, '#ffffff', '#f4efe6');
              disc(600, 445, 68, '#ffd257', '#f2a01d');
              for (let i = 0; i < 40; i++) disc(600 + 200 * Math.cos(i * 2.4) * (i % 7) / 7, 450 + 200 * Math.sin(i * 2.4) * (i % 7) / 7, 5, '#fff6d8', '#e8d9a8');
              return canvas.toDataURL('image/jpeg', .92).split(',')[1];
            }
            """
        );
        return new FilePayload
        {
            Name = "bibimbap.jpg",
            MimeType = "image/jpeg",
            Buffer = Convert.FromBase64String(picture),
        };
    }
}
