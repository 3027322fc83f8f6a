using System.Text.RegularExpressions;
using Microsoft.Playwright;
using TableOrder.Tests.EndToEnd.Kitchen;
using TableOrder.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace TableOrder.Tests.EndToEnd.Manual;

/// <summary>The hands of a reader: they know a button by the word on it, and a field by its name, as the manual gives them.</summary>
internal static class ManualScreens
{
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(1);

    /// <summary>Signs the owner in, on a page of theirs.</summary>
    public static async Task<IPage> ManageAsync(this BrowserContext desk, ManualHouse house, string path)
    {
        var page = await desk.SignInAsync(house.Address, "manager", HostedApp.ManagerPassword, path);
        await page.ShouldBeLiveAsync();
        return page;
    }

    /// <summary>Another page.</summary>
    public static async Task GoAsync(this IPage page, ManualHouse house, string path)
    {
        await page.GotoAsync(new Uri(house.Address, path).AbsoluteUri);
        await page.ShouldBeLiveAsync();
    }

    /// <summary>A button, a link that looks like one, or a switch.</summary>
    public static Task PushAsync(this IPage page, string name) => page.Locator("body").PushAsync(name);

    /// <inheritdoc cref="PushAsync(IPage, string)"/>
    public static Task PushAsync(this ILocator part, string name)
    {
        // An icon may stand before the word, a plus or an arrow beside it; what only a screen reader says behind it.
        var word = new Regex($@"^[^A-Za-z0-9]*{Regex.Escape(name)}(?:\W.*)?$", RegexOptions.None, Long);
        return part.GetByRole(AriaRole.Button, new() { NameRegex = word })
            .Or(part.GetByRole(AriaRole.Link, new() { NameRegex = word }))
            .Or(part.GetByRole(AriaRole.Switch, new() { NameRegex = word }))
            .First.ClickAsync();
    }

    public static Task WriteAsync(this IPage page, string field, string text) => page.Locator("body").WriteAsync(field, text);

    public static Task WriteAsync(this ILocator part, string field, string text) => part.GetByLabel(field).First.FillAsync(text);

    public static Task ChooseAsync(this IPage page, string field, string option) => page.Locator("body").ChooseAsync(field, option);

    public static Task ChooseAsync(this ILocator part, string field, string option) =>
        part.GetByLabel(field).First.SelectOptionAsync(new SelectOptionValue { Label = option });

    public static Task ShouldSayAsync(this IPage page, string text) => Expect(page.GetByText(text).First).ToBeVisibleAsync();

    /// <summary>What is open over the page.</summary>
    public static ILocator Sheet(this IPage page) => page.Locator("dialog[open], .rz-dialog").Last;
}
