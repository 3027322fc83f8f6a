using Microsoft.Playwright;
using TableOrder.Core;
using TableOrder.Core.Access;
using TableOrder.Core.Billing;
using TableOrder.Core.Seating;
using TableOrder.Core.Storage;
using TableOrder.Tests.EndToEnd.Kitchen;
using TableOrder.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace TableOrder.Tests.EndToEnd.Floor;

/// <summary>The waiters' pages in a browser, and the hands at them.</summary>
internal static class FloorScreens
{
    private const string Waiter = "floor";

    /// <summary>An account of a waiter, with the cooks' PIN.</summary>
    public static async Task HireAsync(this KitchenHouse house) =>
        await house
            .Get<Writer>()
            .RunAsync<int>(tx =>
                tx.Session.Execute(
                    """
                    INSERT INTO staff (id, name, password_hash, role)
                    SELECT $1, $2, password_hash, 'floor' FROM staff WHERE name = 'kitchen' AND NOT EXISTS (SELECT 1 FROM staff WHERE name = $2)
                    """,
                    Guid.CreateVersion7(),
                    Waiter
                )
            );

    /// <summary>A waiter's phone, in English, on a page of theirs; the first one signs in.</summary>
    public static async Task<IPage> WaitAtAsync(this BrowserContext phone, KitchenHouse house, string path)
    {
        var page = await phone.GoAsync(new Uri(house.Address, path).AbsoluteUri);
        if (await page.Locator("[name=password]").CountAsync() > 0)
        {
            await page.FillAsync("[name=name]", Waiter);
            await page.FillAsync("[name=password]", HostedApp.KitchenPin);
            await page.ClickAsync("form button");
            await page.ArriveAsync(path);
        }

        await page.ShouldBeLiveAsync();
        return page;
    }

    /// <summary>A touch lets a browser sound.</summary>
    public static async Task LetSoundAsync(this IPage page)
    {
        await page.Keyboard.PressAsync("Shift");
        await page.WaitForFunctionAsync("() => !tableOrder.calls.isUnheard()");
    }

    /// <summary>Waits until the page has sounded so, and no more.</summary>
    public static async Task ShouldRingAsync(this IPage page, params string[] sounds) =>
        await page.WaitForFunctionAsync(
            "expected => tableOrder.calls.played.map(({ sound }) => sound).join(' ') === expected",
            string.Join(' ', sounds)
        );

    public static string Page(this Actor guest) => $"/floor/{guest.SeatingId}";

    public static ILocator Tile(this IPage page, string table) => page.Locator($".tile[data-table='{table}']");

    public static ILocator Does(this IPage page, string what) => page.Locator($"[data-does='{what}']");

    public static ILocator Due(this IPage page) => page.Locator(".bill-sum .due");

    /// <summary>Opens a sheet of a table's page.</summary>
    public static async Task OpenAsync(this IPage page, string sheet)
    {
        await page.Locator($"[data-opens='{sheet}']").ClickAsync();
        await Expect(page.Locator("dialog[open] .floor-sheet")).ToBeVisibleAsync();
    }

    public static Task ShouldOweAsync(this IPage page, long due) => Expect(page.Due()).ToHaveAttributeAsync("data-due", $"{due}");

    /// <summary>Where a guest sits now, by the table's name.</summary>
    public static async Task<string> TableOfAsync(this KitchenHouse house, Actor guest) =>
        (await house.Get<SeatingReader>().GetAsync(house.Manager, guest.SeatingId!.Value)).Value.TableName;

    public static async Task<Bill> BillAsync(this KitchenHouse house, Actor guest) =>
        (await house.Get<BillReader>().GetAsync(house.Manager, guest.SeatingId)).Value;

    /// <summary>The entries of money on a bill as soon as there are so many, or when patience ends.</summary>
    public static async Task<IReadOnlyList<Payment>> PaymentsAsync(this KitchenHouse house, Actor guest, int count)
    {
        for (var tries = 0; tries < 200 && (await house.BillAsync(guest)).Payments.Count < count; tries++)
        {
            await Task.Delay(50);
        }

        return (await house.BillAsync(guest)).Payments;
    }

    /// <summary>A waiter elsewhere takes so much in cash.</summary>
    public static async Task PayAsync(this KitchenHouse house, Actor guest, long amount)
    {
        var take = new TakePayment(Guid.NewGuid(), guest.SeatingId!.Value, new Money(amount), Payment.Cash);
        (await house.Get<PaymentDesk>().TakeAsync(house.Waiter, take)).Refusal.Should().BeNull();
    }
}
