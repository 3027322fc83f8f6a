using Microsoft.Playwright;
using TableOrder.Core.Ordering;
using TableOrder.Tests.EndToEnd.Guest;
using TableOrder.Tests.EndToEnd.Kitchen;
using TableOrder.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace TableOrder.Tests.EndToEnd.Floor;

/// <summary>What a waiter does with a table's orders: gives them, fires, serves, takes back, has made again and takes off.</summary>
public sealed class TableTests(Browser browser, KitchenHouse house) : IClassFixture<Browser>, IClassFixture<KitchenHouse>, IAsyncLifetime
{
    public async Task InitializeAsync()
    {
        if (Browser.Missing is null)
        {
            await house.ClearAsync();
            await house.HireAsync();
        }
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [SkippableFact]
    public async Task An_order_on_the_guests_behalf_is_in_the_kitchen_on_their_page_and_on_the_table_s()
    {
        var party = await house.SeatAsync();
        await using var tablet = await browser.OpenAsync("en");
        await using var guests = await browser.OpenPhoneAsync("en");
        await using var wall = await browser.WallAsync();
        var grill = await wall.CookAtAsync(house, "/kitchen/grill");
        var guest = await guests.SitAtAsync(house, house.TablePath(party), "/order");
        var table = await tablet.WaitAtAsync(house, party.Page());

        await table.Locator("[data-opens=menu]").ClickAsync();
        await table.ShouldBeLiveAsync();
        await Expect(table.Locator(".served")).ToContainTextAsync($"Table {await house.TableOfAsync(party)}");
        await table.AddAsync(Dishes.Pancake);
        await table.ShouldHoldAsync((Dishes.Pancake, 1));
        await table.SendAsync();

        await table.ArriveAsync(party.Page());
        await Expect(table.Locator("article.order")).ToContainTextAsync(Dishes.Pancake);
        await Expect(guest.Locator("article.order")).ToContainTextAsync(Dishes.Pancake);
        await Expect(grill.Locator(".ticket")).ToHaveCountAsync(1);
        var order = (await house.Reader.ListAsync(house.Manager, new OrderQuery { SeatingId = party.SeatingId })).Value.Items.Single();
        (await house.BillAsync(party)).Lines.Single().ByStaff.Should().BeTrue();
        order.Lines.Single().Guest.Should().BeNull();
        tablet.Errors.Concat(guests.Errors).Concat(wall.Errors).Should().BeEmpty();
    }

    [SkippableFact]
    public async Task A_waiter_takes_off_what_is_not_made_with_a_reason_and_what_is_made_only_a_manager()
    {
        var party = await house.SeatAsync();
        var order = await house.OrderAsync(party, [house.Line(Dishes.Pancake, 3), house.Line(Dishes.Shrimp)]);
        await using var phone = await browser.OpenPhoneAsync("en");
        await using var wall = await browser.WallAsync();
        var grill = await wall.CookAtAsync(house, "/kitchen/grill");
        var table = await phone.WaitAtAsync(house, party.Page());
        await table.ShouldOweAsync(order.Total.Minor);

        await LineAsync(table, order, 0);
        await Expect(table.Does("void")).ToBeDisabledAsync();
        await table.Locator("dialog [aria-label='One fewer']").ClickAsync();
        await table.GetByText("Ordered by mistake").ClickAsync();
        await table.Does("void").ClickAsync();

        await Expect(table.Locator("dialog")).ToHaveCountAsync(0);
        await Expect(table.Locator($"[data-line='{order.Lines[0].Id}']").First).ToContainTextAsync("2 taken off");
        await table.ShouldOweAsync(order.Total.Minor - (order.Lines[0].UnitPrice * 2).Minor);
        var line = (await house.NowAsync(order)).Lines[0];
        (line.Quantity, line.CancelledQuantity).Should().Be((1, 2));
        (await house.BillAsync(party)).Lines[0].Cancelled.Single().Reason.Should().Be("Ordered by mistake");
        await Expect(grill.Ticket(order)).ToContainTextAsync("2 cancelled");

        await house.StepAsync(order, LineStatus.Ready);
        await LineAsync(table, order, 1);
        await Expect(table.Locator("dialog")).ToContainTextAsync("only a manager may take it off");
        await Expect(table.Does("void")).ToHaveCountAsync(0);
        phone.Errors.Concat(wall.Errors).Should().BeEmpty();
    }

    [SkippableFact]
    public async Task A_course_is_fired_a_line_served_and_taken_back_and_a_dish_made_again()
    {
        var party = await house.SeatAsync();
        var lines = new[] { house.Line(Dishes.Pancake), house.Line(Dishes.Shrimp) with { Course = 1 } };
        var order = await house.OrderAsync(house.Waiter, lines, party.SeatingId);
        await using var phone = await browser.OpenPhoneAsync("en");
        var table = await phone.WaitAtAsync(house, party.Page());
        var card = table.Locator($"[data-order='{order.Id}']");

        await card.Locator("[data-course='1']").ClickAsync();
        (await house.UntilAsync(order, now => now.Lines[1].Status == LineStatus.Placed)).Lines[1].Status.Should().Be(LineStatus.Placed);
        await Expect(card.Locator("[data-course]")).ToHaveCountAsync(0);
        await house.StepAsync(order, LineStatus.Ready);
        await card.Locator($"[data-line='{order.Lines[0].Id}'] .serve").ClickAsync();
        await Expect(card.Locator($"[data-line='{order.Lines[0].Id}']")).ToHaveAttributeAsync("data-status", "Served");
        await LineAsync(table, order, 0);
        await table.Does("step").ClickAsync();
        await Expect(card.Locator($"[data-line='{order.Lines[0].Id}']")).ToHaveAttributeAsync("data-status", "Ready");

        await LineAsync(table, order, 0);
        await table.GetByText("Make again").ClickAsync();
        await table.GetByText("Dropped").ClickAsync();
        await table.Does("remake").ClickAsync();
        await Expect(table.Locator("article.order")).ToHaveCountAsync(2);
        await Expect(table.Locator("article.order").First).ToContainTextAsync($"instead of #{order.Number}");
        await table.ShouldOweAsync(order.Total.Minor);
        phone.Errors.Should().BeEmpty();
    }

    private static async Task LineAsync(IPage table, Order order, int line)
    {
        await Expect(table.Locator("dialog")).ToHaveCountAsync(0);
        await table.Locator($"[data-line='{order.Lines[line].Id}'] .what").First.ClickAsync();
        await Expect(table.Locator("dialog[open] .floor-sheet")).ToBeVisibleAsync();
    }
}
