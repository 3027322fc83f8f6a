using Microsoft.Playwright;
using TableOrder.Core.Access;
using TableOrder.Core.Ordering;
using TableOrder.Core.Storage;
using TableOrder.Tests.EndToEnd.Floor;
using TableOrder.Tests.EndToEnd.Kitchen;
using TableOrder.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace TableOrder.Tests.EndToEnd.Guest;

/// <summary>Somebody of the staff works at the guests' tablet: who may, what is written down, and that nothing of it stays.</summary>
public sealed class StaffAssistedTests(Browser browser, KitchenHouse house) : IClassFixture<Browser>, IClassFixture<KitchenHouse>, IAsyncLifetime
{
    private static ILocator Alert(IPage page) => page.Locator("dialog [role=alert]");

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => house.ClearAsync();

    [SkippableFact]
    public async Task The_table_s_name_held_asks_for_the_staff_and_a_tap_does_not()
    {
        await using var tablet = await browser.OpenAsync("en");
        var page = await SitAsync(tablet, await house.SeatAsync());

        await page.Locator(".guest-header .table").ClickAsync();
        await page.TickingAsync(seconds: 2);
        await Expect(page.Locator("dialog")).ToHaveCountAsync(0);

        await page.HoldTableAsync();
        await page.TickingAsync(seconds: 1);
        await Expect(page.Locator("dialog .take-over")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.Locator("dialog")).ToHaveCountAsync(0);

        await page.Locator(".guest-header .table").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("dialog .take-over")).ToBeVisibleAsync();
        tablet.Errors.Should().BeEmpty();
    }

    [SkippableFact]
    public async Task Who_may_not_take_over_is_told_why()
    {
        await using var tablet = await browser.OpenAsync("en");
        var page = await SitAsync(tablet, await house.SeatAsync());
        await page.HoldTableAsync();

        await page.TryPinAsync("manager", "wrong");
        await Expect(Alert(page)).ToContainTextAsync("do not match");
        await page.TryPinAsync("kitchen", HostedApp.KitchenPin);

        await Expect(Alert(page)).ToContainTextAsync("Only waiters and managers");
        await Expect(page.StaffBar()).ToHaveCountAsync(0);
        await NobodyIsLeftAsync();
        tablet.Errors.Should().BeEmpty();
    }

    [SkippableFact]
    public async Task What_staff_orders_here_is_logged_as_theirs_and_done_gives_the_page_back()
    {
        var guest = await house.SeatAsync();
        await using var tablet = await browser.OpenAsync("en");
        var page = await SitAsync(tablet, guest);
        await page.TakeOverAsync(HostedApp.ManagerPassword);
        await Expect(page.StaffBar()).ToContainTextAsync("manager works at this table");

        // A click finds what is covered by nothing.
        await page.Locator(".guest-header .table").ClickAsync(new LocatorClickOptions { Trial = true });

        await page.AddAsync(Dishes.Pancake);
        await page.ShouldHoldAsync((Dishes.Pancake, 1));
        await page.SendAsync();
        await Expect(page.Locator("aside .placed")).ToBeVisibleAsync();

        var order = (await house.Reader.ListAsync(house.Manager, new OrderQuery { SeatingId = guest.SeatingId })).Value.Items.Single();
        var placedBy = await ReadAsync("SELECT actor FROM order_events WHERE order_id = $1 ORDER BY sequence", row => row.Text(0), order.Id);
        placedBy.Should().Be($"staff:{await ReadAsync("SELECT id FROM staff WHERE name = $1", row => row.Id(0), "manager")}");
        await page.StaffBar().Locator(".done").ClickAsync();
        await Expect(page.StaffBar()).ToHaveCountAsync(0);
        await Expect(page.Locator("aside .you")).ToBeVisibleAsync();
        await NobodyIsLeftAsync();

        await page.AddAsync(Dishes.Rice);
        await Expect(page.Row(Dishes.Rice).Locator(".who[data-mine]")).ToHaveCountAsync(1);
        tablet.Errors.Should().BeEmpty();
    }

    [SkippableFact]
    public async Task Staff_takes_one_portion_back_of_what_guests_no_longer_can_and_a_reload_ends_it()
    {
        var guest = await house.SeatAsync();
        var order = await house.OrderAsync(guest, [house.Line(Dishes.Pancake, quantity: 2)]);
        await house.StepAsync(order, LineStatus.Preparing);
        await using var tablet = await browser.OpenAsync("en");
        var page = await SitAsync(tablet, guest, "/order");
        var one = page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = $"One fewer of {Dishes.Pancake}" });
        await Expect(page.Locator(".order")).ToBeVisibleAsync();
        await Expect(page.Locator(".order .cancel")).ToHaveCountAsync(0);
        await Expect(one).ToHaveCountAsync(0);

        await page.TakeOverAsync(HostedApp.ManagerPassword);
        await one.ClickAsync();

        await Expect(page.Locator(".order .some")).ToHaveTextAsync("1 cancelled");
        (await house.NowAsync(order)).Lines[0].Should().Match<OrderLine>(line => line.Quantity == 1 && line.CancelledQuantity == 1);
        await page.ReloadAsync();
        await page.ShouldBeLiveAsync();
        await Expect(page.StaffBar()).ToHaveCountAsync(0);
        await Expect(one).ToHaveCountAsync(0);
        await NobodyIsLeftAsync();
        tablet.Errors.Should().BeEmpty();
    }

    [SkippableFact]
    public async Task Staff_closes_the_table_when_nothing_is_on_its_way_and_everybody_leaves()
    {
        var guest = await house.SeatAsync();
        var order = await house.OrderAsync(guest, Dishes.Pancake);
        await using var tablet = await browser.OpenAsync("en");
        await using var phone = await browser.OpenPhoneAsync("en");
        var (page, other) = (await SitAsync(tablet, guest), await SitAsync(phone, guest, "/order"));
        await page.TakeOverAsync(HostedApp.ManagerPassword);

        await CloseAsync(page);
        await Expect(page.StaffBar().Locator("[role=alert]")).ToContainTextAsync("still on their way");
        await house.StepAsync(order, LineStatus.Ready);
        await house.StepAsync(order, LineStatus.Served);
        await CloseAsync(page);
        await Expect(page.StaffBar().Locator("[role=alert]")).ToContainTextAsync("still to be paid");
        await house.PayAsync(guest, order.Total.Minor);
        await CloseAsync(page);

        await page.ArriveAsync("/?why=seating_closed");
        await other.ArriveAsync("/?why=seating_closed");
        await NobodyIsLeftAsync();
        tablet.Errors.Concat(phone.Errors).Should().BeEmpty();
    }

    [SkippableFact]
    public async Task Staff_who_walk_away_are_signed_out_a_minute_after_their_last_press()
    {
        await using var tablet = await browser.OpenAsync("en");
        await using var slow = new JoiningHouse();
        var page = await tablet.GoAsync(await slow.PrintedAsync(7));
        await page.ShouldBeLiveAsync();
        await page.TakeOverAsync(HostedApp.ManagerPassword);

        slow.Clock.Now += TimeSpan.FromSeconds(50);
        await page.AddAsync(Dishes.Rice);
        await page.ShouldHoldAsync((Dishes.Rice, 1));
        slow.Clock.Now += TimeSpan.FromSeconds(50);
        await page.TickingAsync(seconds: 3);
        await Expect(page.StaffBar()).ToBeVisibleAsync();
        slow.Clock.Now += TimeSpan.FromSeconds(10);

        await Expect(page.StaffBar()).ToHaveCountAsync(0);
        await Expect(page.Locator("aside .you")).ToBeVisibleAsync();
        await page.ShouldHoldAsync((Dishes.Rice, 1));
        tablet.Errors.Should().BeEmpty();
    }

    private static async Task CloseAsync(IPage page)
    {
        await page.StaffBar().GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Close table" }).ClickAsync();
        await page.StaffBar().Locator(".yes").ClickAsync();
    }

    /// <summary>Waits until every sign-in at a table has ended in the database, too.</summary>
    private async Task NobodyIsLeftAsync()
    {
        var signedIn = -1;
        for (var tries = 0; tries < 400 && signedIn != 0; tries++)
        {
            signedIn = await ReadAsync("SELECT count(*) FROM staff_sessions WHERE ended_at IS NULL AND device = $1", row => row.Int(0), "tablet");
            await Task.Delay(signedIn == 0 ? 0 : 50);
        }

        signedIn.Should().Be(0);
        (await ReadAsync("SELECT count(*) FROM staff_sessions WHERE device = $1", row => row.Int(0), "tablet")).Should().BePositive();
    }

    private Task<T?> ReadAsync<T>(string sql, Func<Row, T> map, params Value[] values) =>
        house.Get<ReadPool>().ReadAsync(session => session.First(sql, map, values));

    private Task<IPage> SitAsync(BrowserContext device, Actor party, string path = "/menu") => device.SitAtAsync(house, house.TablePath(party), path);
}
