using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace TableOrder.Tests.EndToEnd.Guest;

/// <summary>The hands of staff at a guest's page, and of guests who have a keyboard alone.</summary>
internal static class AssistedScreens
{
    private const int MostSteps = 120;

    /// <summary>Whether the focus can be seen: on what has it, on what is laid over all of its card, or on the row that it is in.</summary>
    private const string SeesFocus = """
        () => {
          const focused = document.activeElement;
          const looks = [getComputedStyle(focused), getComputedStyle(focused, '::after')].concat(focused.closest('label') ? getComputedStyle(focused.closest('label')) : []);
          return focused.matches(':focus-visible') && looks.some(look => look.outlineStyle !== 'none' && parseFloat(look.outlineWidth) >= 2);
        }
        """;

    public static ILocator StaffBar(this IPage page) => page.Locator(".staff-bar");

    /// <summary>Holds the table's name until the staff's way in opens.</summary>
    public static async Task HoldTableAsync(this IPage page)
    {
        await page.Locator(".guest-header .table").HoverAsync();
        await page.Mouse.DownAsync();
        await Expect(page.Locator("dialog .take-over")).ToBeVisibleAsync();
        await page.Mouse.UpAsync();
    }

    /// <summary>Tries a name and a PIN.</summary>
    public static async Task TryPinAsync(this IPage page, string name, string pin)
    {
        var form = page.Locator("dialog .take-over");
        await form.Locator("input").First.FillAsync(name);
        await form.Locator("[type=password]").FillAsync(pin);
        await form.Locator("button").ClickAsync();
    }

    /// <summary>The manager works at this table from now on.</summary>
    public static async Task TakeOverAsync(this IPage page, string password)
    {
        await page.HoldTableAsync();
        await page.TryPinAsync("manager", password);
        await Expect(page.StaffBar()).ToBeVisibleAsync();
        await Expect(page.Locator("dialog")).ToHaveCountAsync(0);
    }

    /// <summary>Goes on by Tab until something has the focus; it is seen at each step.</summary>
    public static async Task TabToAsync(this IPage page, ILocator target)
    {
        for (var steps = 0; steps < MostSteps; steps++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<bool>("document.activeElement === document.body"))
            {
                continue;
            }

            (await page.EvaluateAsync<bool>(SeesFocus)).Should().BeTrue("{0} has the focus", await FocusedAsync(page));
            if (await target.EvaluateAsync<bool>("element => element === document.activeElement"))
            {
                return;
            }
        }

        throw new TimeoutException($"Tab does not lead to {target}; it ended at {await FocusedAsync(page)}");
    }

    private static Task<string> FocusedAsync(IPage page) =>
        page.EvaluateAsync<string>("document.activeElement.cloneNode().outerHTML ?? document.activeElement.tagName");
}
