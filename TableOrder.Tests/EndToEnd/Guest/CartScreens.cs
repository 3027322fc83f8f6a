using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace TableOrder.Tests.EndToEnd.Guest;

/// <summary>What a guest does with the cart beside the menu, and what stands in it.</summary>
internal static class CartScreens
{
    public static ILocator Row(this IPage guest, string dish) => guest.Locator("aside .cart li").Filter(new() { HasText = dish });

    /// <summary>One more of a dish that needs no choices, by the button on its card.</summary>
    public static Task AddAsync(this IPage guest, string dish) =>
        guest.Locator($"button.quick[aria-label='Add {dish} to the cart']").First.ClickAsync();

    /// <summary>A dish's card in its category.</summary>
    public static ILocator Card(this IPage guest, string dish) =>
        guest.Locator("[data-category]:not([data-ranked]) article.dish").Filter(new() { HasText = dish });

    /// <summary>Opens the sheet of a dish.</summary>
    public static async Task OpenDishAsync(this IPage guest, string dish)
    {
        await guest.Card(dish).Locator(".open").ClickAsync();
        await Expect(guest.Locator("dialog .add")).ToBeVisibleAsync();
    }

    /// <summary>Waits until the cart holds these lines, in this order, and no others.</summary>
    public static async Task ShouldHoldAsync(this IPage guest, params (string Dish, int Quantity)[] lines)
    {
        await Expect(guest.Locator("aside .cart li")).ToHaveCountAsync(lines.Length);
        foreach (var (dish, quantity) in lines)
        {
            await Expect(guest.Row(dish).Locator(".quantity > .num")).ToHaveTextAsync($"{quantity}");
        }
    }

    /// <summary>Sends the cart, past the last look.</summary>
    public static async Task SendAsync(this IPage guest)
    {
        await guest.Locator("aside .send").ClickAsync();
        await guest.Locator("dialog .confirm").ClickAsync();
    }
}
