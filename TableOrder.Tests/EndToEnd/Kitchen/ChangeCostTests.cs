using Microsoft.Playwright;
using TableOrder.Core.Ordering;
using TableOrder.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace TableOrder.Tests.EndToEnd.Kitchen;

/// <summary>What a change costs a browser: its own ticket, and in a rush no more pictures than an eye can follow.</summary>
public sealed class ChangeCostTests(Browser browser, KitchenHouse house) : IClassFixture<Browser>, IClassFixture<KitchenHouse>, IAsyncLifetime
{
    private const int Open = 300;
    private const int MostBytes = 1500;
    private const int Rounds = 40;

    /// <summary>Ten changes at once, two hundred a second.</summary>
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(50);

    private const double MostPicturesASecond = 20;

    /// <summary>Notes which tickets are changed, come or go. Their timers tick in the browser.</summary>
    private const string WatchTickets = """
        () => {
          window.touched = new Set();
          new MutationObserver(records => {
            for (const { target, type, attributeName, addedNodes, removedNodes } of records) {
              const element = target.nodeType === Node.ELEMENT_NODE ? target : target.parentElement;
              if (!element || element.closest('time') || (type === 'attributes' && attributeName === 'data-age')) continue;
              for (const ticket of [element.closest('.ticket'), ...addedNodes, ...removedNodes]) {
                if (ticket?.matches?.('.ticket')) touched.add(ticket.dataset.order);
              }
            }
          }).observe(document.querySelector('main'), { subtree: true, childList: true, characterData: true, attributes: true });
        }
        """;

    /// <summary>Notes when the screen looked different from before, but for what ticks.</summary>
    private const string WatchPictures = """
        () => {
          window.pictures = [];
          let isDue = false;
          new MutationObserver(records => {
            const changes = records.some(({ target }) => !(target.nodeType === Node.ELEMENT_NODE ? target : target.parentElement)?.closest('time, .live'));
            if (!changes || isDue) return;
            isDue = true;
            requestAnimationFrame(now => { pictures.push(now); isDue = false; });
          }).observe(document.querySelector('.kitchen'), { subtree: true, childList: true, characterData: true, attributes: true });
        }
        """;

    public Task InitializeAsync() => house.ClearAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [SkippableFact]
    public async Task One_change_among_three_hundred_orders_changes_one_ticket()
    {
        await using var device = await browser.WallAsync();
        var orders = await house.FillAsync(Open, Dishes.Pancake);
        var grill = await device.CookAtAsync(house, "/kitchen/grill");
        var told = 0;
        grill.WebSocket += (_, socket) =>
            socket.FrameReceived += (_, frame) => Interlocked.Add(ref told, frame.Binary?.Length ?? frame.Text?.Length ?? 0);
        await grill.ReloadAsync();
        await grill.ShouldBeLiveAsync();
        await grill.HasTicketAsync(orders[0]);
        await grill.EvaluateAsync(WatchTickets);
        foreach (var order in orders)
        {
            await house.UntilAsync(order, now => now.ReceivedAt is not null);
        }

        await grill.TickingAsync(2);
        told = 0;
        await house.StepAsync(orders[2], LineStatus.Preparing);
        await Expect(grill.Ticket(orders[2]).Locator("li.preparing")).ToHaveCountAsync(1);
        told.Should().BeLessThan(MostBytes, "only one ticket is rendered, not only one that differs");
        await grill.Tick(orders[4]).TouchAsync();
        await Expect(grill.Tick(orders[4])).ToHaveAttributeAsync("aria-pressed", "true");
        await Expect(grill.Locator("[data-tapped]")).ToHaveCountAsync(0);

        // On another page: the bar tells of it, no ticket.
        var elsewhere = await grill.Locator(".pages .what").InnerTextAsync();
        await house.StepAsync(orders[^1], LineStatus.Preparing);
        await Expect(grill.Locator(".pages .what")).Not.ToHaveTextAsync(elsewhere);

        (await grill.EvaluateAsync<string[]>("[...touched]")).Should().BeEquivalentTo($"{orders[2].Id}", $"{orders[4].Id}");
        device.Errors.Should().BeEmpty();
    }

    [SkippableFact]
    public async Task A_burst_of_changes_makes_at_most_twenty_pictures_a_second()
    {
        await using var device = await browser.WallAsync();
        var orders = (await house.FillAsync(10, Dishes.Pancake)).ToArray();
        var grill = await device.CookAtAsync(house, "/kitchen/grill");
        await grill.ShouldHangAsync(orders);
        await Expect(grill.Locator("[data-open]")).ToHaveTextAsync($"{orders.Length}");
        foreach (var order in orders)
        {
            await house.UntilAsync(order, now => now.ReceivedAt is not null);
        }

        orders = await Task.WhenAll(orders.Select(house.NowAsync));
        await grill.EvaluateAsync(WatchPictures);
        using var beat = new PeriodicTimer(Beat);
        for (var round = 0; round < Rounds; round++)
        {
            await beat.WaitForNextTickAsync();

            // Done, undone, and so on: each is another picture of its ticket.
            orders = await Task.WhenAll(orders.Select(TurnAsync));
        }

        foreach (var order in orders)
        {
            var isDone = order.Lines[0].Status == LineStatus.Ready;
            await Expect(grill.Tick(order)).ToHaveAttributeAsync("aria-pressed", isDone ? "true" : "false");
        }

        var pictures = await grill.EvaluateAsync<double[]>("pictures");
        pictures.Should().HaveCountGreaterThan(3);
        var most = pictures.Max(from => pictures.Count(at => at >= from && at < from + 1000));
        ((double)most).Should().BeLessThanOrEqualTo(MostPicturesASecond);
        device.Errors.Should().BeEmpty();
    }

    private async Task<Order> TurnAsync(Order order)
    {
        var to = order.Lines[0].Status == LineStatus.Ready ? LineStatus.Preparing : LineStatus.Ready;
        return (await house.Desk.StepAsync(house.Cook, new StepOrder(order.Id, to) { LineId = order.Lines[0].Id, Version = order.Version })).Value;
    }
}
