using System.Text;
using Microsoft.Playwright;
using TableOrder.Core.Menu;
using TableOrder.Core.Menu.Editing;
using TableOrder.Tests.EndToEnd.Guest;
using TableOrder.Tests.EndToEnd.Kitchen;
using TableOrder.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace TableOrder.Tests.EndToEnd.Manager;

/// <summary>The manager gives dishes photos.</summary>
public sealed class DishPhotoTests(Browser browser, KitchenHouse house) : IClassFixture<Browser>, IClassFixture<KitchenHouse>, IAsyncLifetime
{
    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => house.ClearAsync();

    [SkippableTheory]
    [InlineData("<html><script>alert(1)</script>", "not_picture")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", "not_picture")]
    [InlineData(null, "unreadable")]
    public async Task What_is_called_a_photo_and_is_none_is_refused_with_words(string? content, string why)
    {
        await using var desk = await browser.OpenAsync("en");
        var manager = await desk.CookAtAsync(house, "/manager/menu");
        await manager.Row(Dishes.PorkBelly).Locator(".name").ClickAsync();
        var sheet = manager.Editor("dish");

        await sheet.Does("photo").SetInputFilesAsync(Photo(content is null ? Pictures.Jpeg : Encoding.UTF8.GetBytes(content)));

        await Expect(sheet.Locator($"[data-photo={why}]")).ToBeVisibleAsync();
        await Expect(sheet.Locator(".shown img")).ToHaveCountAsync(0);
        desk.Errors.Should().BeEmpty();
    }

    [SkippableFact]
    public async Task A_photo_of_40_MB_is_made_small_and_is_on_the_guests_menu_at_once()
    {
        await using var desk = await browser.OpenAsync("en");
        await using var phone = await browser.OpenPhoneAsync("en");
        var guest = await phone.SitAtAsync(house, house.TablePath(await house.SeatAsync()), "/menu");
        var manager = await desk.CookAtAsync(house, "/manager/menu");
        await manager.Row(Dishes.PorkBelly).Locator(".name").ClickAsync();
        var sheet = manager.Editor("dish");

        // Cameras put previews and more behind the picture: the file is as large as one of theirs, its pixels are a phone's.
        var large = await PaintAsync(manager, "image/jpeg", 4000, 3000);
        Array.Resize(ref large, 40 * 1024 * 1024);
        var file = Path.Combine(Directory.CreateTempSubdirectory("tableorder-photo").FullName, "photo.jpg");
        await File.WriteAllBytesAsync(file, large);

        await sheet.Does("photo").SetInputFilesAsync(file);
        await Expect(sheet.Locator(".shown img")).ToBeVisibleAsync();
        Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
        await sheet.Does("save").ClickAsync();
        await Expect(sheet).ToHaveCountAsync(0);
        await Expect(guest.Card(Dishes.PorkBelly).Locator("img")).ToBeVisibleAsync();
        await ShouldServeAsync((await MenuAsync()).Dish(house.Dish(Dishes.PorkBelly).Id)!.Photo!);

        await manager.Row(Dishes.PorkBelly).Locator(".name").ClickAsync();
        await sheet.Does("remove-photo").ClickAsync();
        await sheet.Does("save").ClickAsync();
        await Expect(guest.Card(Dishes.PorkBelly).Locator("img")).ToHaveCountAsync(0);
        desk.Errors.Concat(phone.Errors).Should().BeEmpty();
    }

    private static FilePayload Photo(byte[] content) =>
        new()
        {
            Name = "photo.jpg",
            MimeType = "image/jpeg",
            Buffer = content,
        };

    /// <summary>In every width, as a picture and nothing else, to be kept for ever.</summary>
    private async Task ShouldServeAsync(Photo photo)
    {
        photo.Widths.Should().Equal(PhotoRule.Widths);
        using var http = new HttpClient { BaseAddress = house.Address };
        using var served = await http.GetAsync(new Uri(photo.At(640), UriKind.Relative));
        served.Content.Headers.ContentType!.MediaType.Should().Be("image/webp");
        served.Content.Headers.ContentLength.Should().BeLessThanOrEqualTo(PhotoRule.MostBytes);
        served.Headers.GetValues("X-Content-Type-Options").Should().Equal("nosniff");
        served.Headers.CacheControl!.ToString().Should().Contain("immutable");
    }

    private async Task<EditedMenu> MenuAsync() => (await house.Get<MenuEditReader>().GetAsync(house.Manager)).Value;

    /// <summary>A photo of nothing but noise, as a camera would write it.</summary>
    private static async Task<byte[]> PaintAsync(IPage page, string type, int width, int height)
    {
        var picture = await page.EvaluateAsync<string>(
            """
            async ({ type, width, height }) => {
              const canvas = Object.assign(document.createElement('canvas'), { width, height });
              const brush = canvas.getContext('2d');
              const pixels = brush.createImageData(width, height);
              for (let at = 0, seed = 1; at < pixels.data.length; at++) {
                seed = (seed * 1103515245 + 12345) & 0x7fffffff;
                pixels.data[at] = at % 4 === 3 ? 255 : seed >> 16;
              }
              brush.putImageData(pixels, 0, 0);
              return canvas.toDataURL(type, .95).split(',')[1];
            }
            """,
            new
            {
                type,
                width,
                height,
            }
        );
        return Convert.FromBase64String(picture);
    }
}
