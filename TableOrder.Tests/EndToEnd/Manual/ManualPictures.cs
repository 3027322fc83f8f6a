using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace TableOrder.Tests.EndToEnd.Manual;

/// <summary>The pictures of the documents. None are taken unless PICTURES=all is in the environment: then those in docs/images are written anew.</summary>
internal static class ManualPictures
{
    /// <summary>News come and go by themselves and would stand before what is shown; a blinking cursor is seen in every other picture only.</summary>
    private const string Still = ".toasts { display: none !important } * { caret-color: transparent !important }";

    public static bool AreTaken { get; } = string.Equals(Environment.GetEnvironmentVariable("PICTURES"), "all", StringComparison.Ordinal);

    public static string Docs { get; } = Path.Combine(BusyHouse.Root, "docs");

    public static string Images { get; } = Path.Combine(Docs, "images");

    /// <summary>The page as it stands: a task of the manual, on its last step but one.</summary>
    public static Task ShootAsync(this IPage page, string task) => page.ShootAsync(Path.Combine("manual", task), isLost: false);

    /// <summary>The page, or what is open over it, from a part's upper edge on.</summary>
    public static async Task ShootAsync(this IPage page, string task, string from)
    {
        await page.Locator(from).First.EvaluateAsync("part => part.scrollIntoView({ block: 'start' })");
        await page.ShootAsync(task);
    }

    /// <summary>The page while it says that it has no connection.</summary>
    public static Task ShootLostAsync(this IPage page, string task) => page.ShootAsync(Path.Combine("manual", task), isLost: true);

    /// <summary>The page as it stands, into a file of docs/images.</summary>
    public static async Task ShootAsync(this IPage page, string file, bool isLost)
    {
        if (!isLost)
        {
            await Expect(page.Locator("#stale")).ToBeHiddenAsync();

            // A chart is drawn once it knows how wide it is.
            foreach (var chart in await page.Locator(".rz-chart").AllAsync())
            {
                await Expect(chart.Locator("svg")).ToBeVisibleAsync();
            }
        }

        if (AreTaken)
        {
            var path = Path.Combine(Images, $"{file}.png");
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await File.WriteAllBytesAsync(path, SmallPng.Of(await page.ScreenshotAsync(new() { Style = Still })));
        }
    }
}
