using Microsoft.Playwright;
using TableOrder.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace TableOrder.Tests.EndToEnd;

/// <summary>A look at a page as it stands, at five sizes.</summary>
internal static class Looks
{
    private static readonly (string Name, int Width, int Height)[] Sizes =
    [
        ("small", 360, 740),
        ("phone", 390, 844),
        ("portrait", 820, 1180),
        ("tablet", 1280, 800),
        ("screen", 1920, 1080),
    ];

    /// <summary>Takes the pictures; gives what does not fit the screen or keeps somebody out.</summary>
    public static async Task<List<string>> LookAsync(this IPage page, string picture)
    {
        var wrong = new List<string>();
        foreach (var (size, width, height) in Sizes)
        {
            await page.SetViewportSizeAsync(width, height);
            if (await page.Locator(".live").CountAsync() > 0)
            {
                await Expect(page.Locator(".live")).ToHaveAttributeAsync("data-state", "live");
            }

            var over = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth");
            if (over > 0)
            {
                wrong.Add($"{picture} is {over} px wider than a {size}");
            }

            await page.ScreenshotAsync(new PageScreenshotOptions { Path = $"{BusyHouse.Pictures}/{picture}-{size}.png" });

            // The smallest has the phone's layout, the widest the tablet's: nothing new for axe, which takes seconds a look.
            if (size is "phone" or "tablet")
            {
                wrong.AddRange((await Browser.ViolationsAsync(page)).Select(violation => $"{picture} on a {size}: {violation}"));
            }
        }

        return wrong;
    }
}
