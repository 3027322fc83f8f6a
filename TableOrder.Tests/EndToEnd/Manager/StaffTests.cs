using Microsoft.Playwright;
using TableOrder.Core.Access;
using TableOrder.Core.Ordering;
using TableOrder.Tests.EndToEnd.Kitchen;
using TableOrder.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace TableOrder.Tests.EndToEnd.Manager;

/// <summary>The manager's staff page and the devices of those it is about.</summary>
public sealed class StaffTests(Browser browser, KitchenHouse house) : IClassFixture<Browser>, IClassFixture<KitchenHouse>
{
    [SkippableFact]
    public async Task A_new_waiter_signs_in_on_a_phone_and_a_disabled_one_is_thrown_out()
    {
        await using var desk = await browser.OpenAsync("en");
        await using var phone = await browser.OpenPhoneAsync("en");
        var manager = await desk.CookAtAsync(house, "/manager/staff");
        await Does(manager, "add-staff").ClickAsync();
        await manager.Locator("[name=account-name]").FillAsync("서연");
        await manager.Locator("[name=account-secret]").FillAsync("1234");
        await Does(manager, "save").ClickAsync();

        // What was typed stays, with the reason beside it.
        await Expect(manager.Locator("#secret-what")).ToContainTextAsync("harder to guess");
        await Expect(manager.Locator("[name=account-name]")).ToHaveValueAsync("서연");
        await Does(manager, "make").ClickAsync();
        await Expect(manager.Locator("#secret-what")).ToContainTextAsync("never again");
        var pin = await manager.Locator("[name=account-secret]").InputValueAsync();
        await Does(manager, "save").ClickAsync();
        var row = manager.Locator(".account").Filter(new LocatorFilterOptions { HasText = "서연" });
        await Expect(row.Locator(".pill")).ToContainTextAsync("Floor");

        var floor = await phone.GoAsync(new Uri(house.Address, "/login").AbsoluteUri);
        await floor.FillAsync("[name=name]", "서연");
        await floor.FillAsync("[name=password]", pin);
        await floor.ClickAsync("form button");
        await floor.ArriveAsync("/floor");
        await floor.ShouldBeLiveAsync();
        await Expect(row).ToContainTextAsync("Android");

        await row.Locator(".more summary").ClickAsync();
        await row.Locator("[data-does=disable]").ClickAsync();
        await manager.Locator(".rz-dialog .rz-primary, .rz-dialog-confirm-buttons button").First.ClickAsync();
        await Expect(row).ToContainTextAsync("Disabled");
        await floor.ArriveAsync("/login");
        desk.Errors.Concat(phone.Errors).Should().BeEmpty();
    }

    [SkippableFact]
    public async Task A_device_is_signed_in_by_its_link_once_and_thrown_out_when_it_is_revoked()
    {
        await using var desk = await browser.OpenAsync("en");
        await using var tablet = await browser.OpenAsync("en");
        await using var other = await browser.OpenAsync("en");
        var manager = await desk.CookAtAsync(house, "/manager/staff");
        await Does(manager, "add-device").ClickAsync();
        await manager.Locator("[name=device-name]").FillAsync("Grill tablet");
        await manager.Locator("[name=device-account]").SelectOptionAsync(new SelectOptionValue { Label = "kitchen · Kitchen" });
        await Does(manager, "save").ClickAsync();
        var row = manager.Locator(".device").Filter(new LocatorFilterOptions { HasText = "Grill tablet" });
        var link = (await row.Locator("[data-link]").GetAttributeAsync("data-link"))!;
        await Expect(row.Locator(".qr svg")).ToBeVisibleAsync();

        // Whoever only looks, as a preview does, uses nothing up.
        using var preview = new HttpClient();
        (await preview.GetStringAsync(new Uri(link))).Should().Contain("action=\"/enrol\"");
        var late = await other.GoAsync(link);
        var kitchen = await tablet.GoAsync(link);
        await Expect(kitchen.Locator("h1")).ToHaveTextAsync("Grill tablet");
        (await Browser.ViolationsAsync(kitchen)).Should().BeEmpty();
        await kitchen.ClickAsync("form button");
        await kitchen.ArriveAsync("/kitchen");
        await kitchen.ShouldBeLiveAsync();

        await Expect(row.Locator(".notice.done")).ToBeVisibleAsync();
        await Expect(row).ToHaveAttributeAsync("data-state", "SignedIn");
        await late.ClickAsync("form button");
        await Expect(late.Locator("h1")).ToHaveTextAsync("This link does not work any more");
        await Expect(late.GetByText("Ask the manager for a new link")).ToBeVisibleAsync();
        (await preview.GetStringAsync(new Uri(link))).Should().NotContain("action=\"/enrol\"");

        await Does(row, "revoke").ClickAsync();
        await manager.Locator(".rz-dialog .rz-primary, .rz-dialog-confirm-buttons button").First.ClickAsync();
        await Expect(row).ToHaveCountAsync(0);
        await kitchen.ArriveAsync("/login");
        desk.Errors.Concat(tablet.Errors).Should().BeEmpty();
    }

    [SkippableFact]
    public async Task The_last_manager_stays_and_two_names_that_differ_in_case_are_one()
    {
        await using var desk = await browser.OpenAsync("en");
        var manager = await desk.CookAtAsync(house, "/manager/staff");
        var row = manager.Locator(".account").Filter(new LocatorFilterOptions { HasText = "(you)" });
        await row.Locator(".more summary").ClickAsync();
        await row.Locator("[data-does=disable]").ClickAsync();
        await manager.Locator(".rz-dialog .rz-primary, .rz-dialog-confirm-buttons button").First.ClickAsync();
        await Expect(manager.Locator(".refused")).ToContainTextAsync("last manager");
        await Expect(row).Not.ToContainTextAsync("Disabled");

        await Does(row, "edit").ClickAsync();
        await manager.Locator("[name=account-name]").FillAsync("KITCHEN");
        await Does(manager, "save").ClickAsync();
        await Expect(manager.Locator("#name-what")).ToContainTextAsync("in use already");
        await manager.Keyboard.PressAsync("Escape");
        await Expect(manager.Locator(".team-form")).ToHaveCountAsync(0);
        await Expect(Does(row, "edit")).ToBeFocusedAsync();
        desk.Errors.Should().BeEmpty();
    }

    [SkippableFact]
    public async Task What_somebody_did_shows_their_bump_of_a_moment_ago_by_itself()
    {
        var cook = (await house.Get<AccessDesk>().TakeRoleAsync(Actor.System, Role.Kitchen, "kitchen-1")).Value;
        await using var desk = await browser.OpenAsync("en");
        var manager = await desk.CookAtAsync(house, $"/manager/staff/{cook.Id}");
        await Expect(manager.Locator("h1")).ToHaveTextAsync("What kitchen did");
        await Expect(manager.Locator(".entry[data-act=signed_in]").First).ToContainTextAsync("kitchen-1");

        var order = await house.OrderAsync(Dishes.Pancake);
        (await house.Desk.StepAsync(cook, new StepOrder(order.Id, LineStatus.Ready))).Refusal.Should().BeNull();
        await Expect(manager.Locator(".entry").First).ToContainTextAsync($"Order #{order.Number} (table {order.TableName}): Ready");

        await house.Get<AccessDesk>().SignOutAsync(cook);
        await Expect(manager.Locator(".entry").First).ToContainTextAsync("Signed out");
        await manager.GotoAsync(new Uri(house.Address, "/manager/staff/journal").AbsoluteUri);
        await Expect(manager.Locator(".entry").Filter(new LocatorFilterOptions { HasText = $"#{order.Number} (table {order.TableName}): Ready" }))
            .ToContainTextAsync("kitchen");
        desk.Errors.Should().BeEmpty();
    }

    private static ILocator Does(IPage page, string what) => page.Locator($"[data-does='{what}']");

    private static ILocator Does(ILocator row, string what) => row.Locator($"[data-does='{what}']");
}
