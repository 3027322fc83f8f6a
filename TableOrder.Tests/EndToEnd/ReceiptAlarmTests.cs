using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using TableOrder.Core.Access;
using TableOrder.Core.Menu;
using TableOrder.Core.Ordering;
using TableOrder.Core.Seating;
using TableOrder.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace TableOrder.Tests.EndToEnd;

/// <summary>An order that no kitchen screen holds: the guest knows, and after twenty seconds the manager is told.</summary>
public sealed class ReceiptAlarmTests(Browser browser) : IClassFixture<Browser>, IAsyncLifetime
{
    private readonly ManualTimeProvider clock = new() { Now = TimeProvider.System.GetUtcNow() };
    private HostedApp? app;
    private Actor kitchen = null!;

    public async Task InitializeAsync()
    {
        if (Browser.Missing is null)
        {
            app = new HostedApp(clock);
            kitchen = (await Get<AccessDesk>().TakeRoleAsync(Actor.System, Role.Kitchen, "test")).Value;
        }
    }

    public async Task DisposeAsync()
    {
        if (app is not null)
        {
            await app.DisposeAsync();
        }
    }

    [SkippableTheory]
    [InlineData("en", ColorScheme.Light, "Grill", "No kitchen screen has received these orders", "received")]
    [InlineData("ko", ColorScheme.Dark, "그릴", "주방 화면이 받지 못한 주문이 있어요", "주방 접수")]
    public async Task The_manager_is_told_when_no_kitchen_screen_holds_an_order_until_one_does(
        string language,
        ColorScheme scheme,
        string station,
        string title,
        string received
    )
    {
        await using var staff = await browser.OpenAsync(language, scheme);
        var manager = await OpenDashboardAsync(staff);
        var order = await OrderAsync();
        var row = manager.Locator($"[data-order='{order.Id}']");
        await Expect(row).ToBeVisibleAsync();
        await Expect(Alarm(manager)).ToBeHiddenAsync();

        clock.Now += ReceiveRule.ScreensMayTake;

        await Expect(Alarm(manager)).ToBeVisibleAsync();
        await Expect(Alarm(manager)).ToContainTextAsync(title);
        await Expect(Alarm(manager).Locator("li")).ToContainTextAsync($"#{order.Number}");
        await Expect(Alarm(manager).Locator("li")).ToContainTextAsync(station);
        await Expect(Alarm(manager).Locator("li")).ToContainTextAsync(Seoul(order.PlacedAt));
        (await Browser.ViolationsAsync(manager)).Should().BeEmpty();

        clock.Now += TimeSpan.FromMinutes(3);
        (await Get<OrderDesk>().ReceiveAsync(kitchen, [new HeldTicket(order.Id, "grill")])).Value.Should().Be(1);

        await Expect(Alarm(manager)).ToBeHiddenAsync();
        await Expect(row.Locator(".received")).ToHaveTextAsync($"{received} {Seoul(clock.Now)}");
        staff.Errors.Should().BeEmpty();
    }

    [SkippableFact]
    public async Task Each_ticket_alarms_at_its_own_time_and_goes_when_a_human_has_it_in_hand()
    {
        await using var staff = await browser.OpenAsync("en");
        var manager = await OpenDashboardAsync(staff);
        var first = await OrderAsync();
        clock.Now += TimeSpan.FromSeconds(15);
        var second = await OrderAsync();

        clock.Now += TimeSpan.FromSeconds(5);
        await Expect(Ticket(manager, first)).ToBeVisibleAsync();
        await Expect(Ticket(manager, second)).ToBeHiddenAsync();

        clock.Now += TimeSpan.FromSeconds(15);
        await Expect(Ticket(manager, second)).ToBeVisibleAsync();

        // Somebody without a screen that could tell: the page without a script, a bump bar, a program.
        await Get<OrderDesk>().StepAsync(kitchen, new StepOrder(first.Id, LineStatus.Preparing));
        await Expect(Ticket(manager, first)).ToHaveCountAsync(0);
        await Expect(Ticket(manager, second)).ToBeVisibleAsync();

        await Get<OrderDesk>().CancelAsync(kitchen with { Role = Role.Manager }, new CancelOrder(second.Id, "left"));
        await Expect(Alarm(manager)).ToBeHiddenAsync();
        staff.Errors.Should().BeEmpty();
    }

    [SkippableFact]
    public async Task A_ticket_calls_once_as_soon_as_somebody_has_touched_the_page()
    {
        await using var staff = await browser.OpenAsync("en");
        var manager = await OpenDashboardAsync(staff);
        await manager.EvaluateAsync(
            """
            () => {
              window.notes = 0;
              const make = AudioContext.prototype.createOscillator;
              AudioContext.prototype.createOscillator = function () { window.notes++; return make.call(this); };
            }
            """
        );
        await OrderAsync();
        clock.Now += ReceiveRule.ScreensMayTake;
        await Expect(Alarm(manager)).ToBeVisibleAsync();

        await manager.ClickAsync("h1");
        await manager.WaitForFunctionAsync("() => window.notes === 4");
        await OrderAsync();
        clock.Now += ReceiveRule.ScreensMayTake;
        await manager.WaitForFunctionAsync("() => window.notes === 8");
        staff.Errors.Should().BeEmpty();
    }

    [SkippableFact]
    public async Task The_guest_sees_since_when_the_kitchen_has_the_order()
    {
        await using var party = await browser.OpenAsync("en");
        var table = (await Get<SeatingReader>().TablesAsync(Actor.System)).Value[0];
        var guest = await party.GoAsync(new Uri(Address, $"/t/{table.Token}").AbsoluteUri);
        await guest.GotoAsync(new Uri(Address, "/order").AbsoluteUri);
        await Expect(guest.Locator(".live")).ToHaveAttributeAsync("data-state", "live");
        var order = await OrderAsync();
        await Expect(guest.Locator(".order .received")).ToContainTextAsync("Sent, waiting for the kitchen");

        clock.Now += TimeSpan.FromMinutes(2);
        await Get<OrderDesk>().ReceiveAsync(kitchen, [new HeldTicket(order.Id, "grill")]);

        await Expect(guest.Locator(".order .received")).ToContainTextAsync($"In the kitchen since {Seoul(clock.Now)}");
        party.Errors.Should().BeEmpty();
    }

    private static ILocator Alarm(IPage manager) => manager.Locator(".unheld");

    private static ILocator Ticket(IPage manager, Order order) => manager.Locator($"[data-unheld^='{order.Id}']");

    private static string Seoul(DateTimeOffset moment) =>
        moment.ToOffset(TimeSpan.FromHours(9)).ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture);

    private Uri Address => app!.Address;

    private T Get<T>()
        where T : notnull => app!.Services.GetRequiredService<T>();

    private async Task<IPage> OpenDashboardAsync(BrowserContext staff)
    {
        var manager = await staff.SignInAsync(Address, "manager", HostedApp.ManagerPassword, "/manager");
        await Expect(manager.Locator(".live")).ToHaveAttributeAsync("data-state", "live");
        return manager;
    }

    /// <summary>Table 1 orders a dish of the grill.</summary>
    private async Task<Order> OrderAsync()
    {
        var table = (await Get<SeatingReader>().TablesAsync(Actor.System)).Value[0];
        var seat = (await Get<SeatingDesk>().JoinAsync(Actor.Nobody, table.Token, "민지")).Value;
        var guest = Actor.Guest(seat.SeatingId, seat.GuestId, seat.Nickname, "test");
        var menu = (await Get<MenuReader>().GetAsync(guest)).Value.Menu;
        var dish = menu.Categories.SelectMany(category => category.Items).First(item => item.Name.In("en") is Dishes.Pancake);
        return (await Get<OrderDesk>().PlaceAsync(guest, new PlaceOrder(Guid.NewGuid(), [new PlaceLine(dish.Id, 1, [])]))).Value.Order;
    }
}
