using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace TableOrder.Tests.EndToEnd.Manager;

/// <summary>The manager's menu in a browser, and the hands at it.</summary>
internal static class MenuEditorScreens
{
    public static ILocator Does(this IPage page, string what) => page.Locator($"[data-does='{what}']");

    public static ILocator Does(this ILocator part, string what) => part.Locator($"[data-does='{what}']");

    public static ILocator Editor(this IPage page, string which) => page.Locator($"dialog[data-editor='{which}']");

    public static ILocator Field(this ILocator editor, string name) => editor.Locator($"[data-field='{name}']");

    /// <summary>A text in one language: "name.ko".</summary>
    public static ILocator Text(this ILocator editor, string name) => editor.Locator($"[data-text='{name}']");

    /// <summary>A dish's row.</summary>
    public static ILocator Row(this IPage page, string dish) => page.Locator(".dish").Filter(new() { HasText = dish });

    /// <summary>The dishes on the page, in order.</summary>
    public static async Task<IReadOnlyList<string>> OrderAsync(this IPage page) =>
        await page.Locator(".dish").EvaluateAllAsync<string[]>("rows => rows.map(row => row.dataset.dish)");

    /// <summary>Chooses a category.</summary>
    public static async Task CategoryAsync(this IPage page, string name)
    {
        await page.Locator(".categories li > button").Filter(new() { HasText = name }).ClickAsync();
        await Expect(page.Locator("#shelf-title")).ToHaveTextAsync(name);
    }

    /// <summary>Drags a handle to the upper part of something.</summary>
    public static async Task DragAsync(this IPage page, string handle, string target)
    {
        await page.Locator(target).ScrollIntoViewIfNeededAsync();
        var to = (await page.Locator(target).BoundingBoxAsync())!;
        await page.Locator(handle).HoverAsync();
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(to.X + (to.Width / 2), to.Y + (to.Height / 2));
        await page.Mouse.MoveAsync(to.X + (to.Width / 2), to.Y + 4, new() { Steps = 3 });
        await Expect(page.Locator("[data-drop]")).ToHaveCountAsync(1);
        await page.Mouse.UpAsync();
    }
}
