using Microsoft.Playwright;
using TableOrder.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace TableOrder.Tests.EndToEnd;

/// <summary>Looks at a page as it stands, at five sizes. Pictures are for people: none are taken unless SCREENS=all is in the environment.</summary>
internal sealed class Look(IPage page, ColorScheme scheme, string language)
{
    private static readonly (string Name, int Width, int Height)[] Sizes =
    [
        ("small", 360, 740),
        ("phone", 390, 844),
        ("portrait", 820, 1180),
        ("tablet", 1280, 800),
        ("screen", 1920, 1080),
    ];

    /// <summary>Whether all is looked at, and pictures are left in artifacts/screens.</summary>
    public static bool AtAll { get; } = string.Equals(Environment.GetEnvironmentVariable("SCREENS"), "all", StringComparison.Ordinal);

    /// <summary>What does not fit a screen or keeps somebody out, of all that was looked at.</summary>
    public List<string> Wrong { get; } = [];

    public async Task AtAsync(string name)
    {
        var picture = $"{name}-{scheme}-{language}".ToLowerInvariant();
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
                Wrong.Add($"{picture} is {over} px wider than a {size}");
            }

            if (AtAll)
            {
                await page.ScreenshotAsync(new PageScreenshotOptions { Path = $"{BusyHouse.Pictures}/{picture}-{size}.png" });
            }

            // The smallest has the phone's layout, the widest the tablet's: nothing new for axe.
            if (size is "phone" or "tablet")
            {
                Wrong.AddRange((await Browser.ViolationsAsync(page)).Select(violation => $"{picture} on a {size}: {violation}"));
            }
        }
    }
}
