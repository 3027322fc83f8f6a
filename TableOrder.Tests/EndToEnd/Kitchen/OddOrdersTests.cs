using System.Globalization;
using Microsoft.Playwright;
using TableOrder.Core.Menu;
using TableOrder.Core.Ordering;
using TableOrder.Core.Stations;
using TableOrder.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace TableOrder.Tests.EndToEnd.Kitchen;

/// <summary>Orders that no designer draws: longer than a column, with names like novels, from a station that is no more.</summary>
public sealed class OddOrdersTests(Browser browser) : IClassFixture<Browser>, IAsyncLifetime
{
    private const int Lines = 60;
    private const string Hot = "🌶️🌶️🌶️🙏🏽👨‍👩‍👧‍👦";

    /// <summary>What of the tickets does not lie within the room for them, or is wider than its ticket.</summary>
    private const string OutOfPlace = """
        () => {
          const room = document.querySelector('main').getBoundingClientRect();
          return [...document.querySelectorAll('.ticket, .ticket *:not(.visually-hidden, .visually-hidden *)')]
            .filter(part => {
              const [box, ticket] = [part.getBoundingClientRect(), part.closest('.ticket').getBoundingClientRect()];
              return box.width && (box.left < room.left || box.right > room.right || box.bottom > room.bottom && innerWidth >= 700 || box.right > ticket.right + 1);
            })
            .map(part => part.className || part.tagName);
        }
        """;

    /// <summary>Somebody set large letters in their browser.</summary>
    private const string TallerTexts = """
        document.addEventListener('DOMContentLoaded', () => {
          const style = document.createElement('style');
          style.textContent = '.ticket .line { min-height: 100px !important; }';
          document.head.append(style);
        });
        """;

    private readonly KitchenHouse house = new();

    public Task InitializeAsync() => house.InitializeAsync();

    public async Task DisposeAsync() => await house.DisposeAsync();

    [SkippableFact]
    public async Task An_order_of_sixty_lines_goes_on_on_further_cards_and_is_bumped_on_the_last()
    {
        await using var device = await browser.WallAsync();
        var before = await house.OrderAsync(Dishes.Rice);
        var order = await house.OrderAsync(await house.SeatAsync(), [.. Enumerable.Range(1, Lines).Select(i => house.Line(Dishes.Rice, i))]);
        var after = await house.OrderAsync(Dishes.Rice);
        var stew = await device.CookAtAsync(house, "/kitchen/stew");
        await stew.HasTicketAsync(before);
        await ShouldBeInPlaceAsync(stew);

        // Leafed through, the cards hold every line once, in the order of the order.
        var seen = await KitchenPages.ReadAsync(stew);
        seen.Should()
            .BeEquivalentTo(
                new Dictionary<string, int>(StringComparer.Ordinal)
                {
                    [before.Number()] = 1,
                    [order.Number()] = Lines,
                    [after.Number()] = 1,
                }
            );
        await stew.HasTicketAsync(order);
        var cards = stew.Ticket(order);
        await Expect(stew.Bump(order)).ToHaveCountAsync(1);
        await Expect(cards.Last.Locator("[data-tap=bump]")).ToBeVisibleAsync();
        await Expect(stew.Bump(order))
            .ToHaveAttributeAsync(
                "data-key",
                new System.Text.RegularExpressions.Regex("^[1-9]$", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1))
            );
        await ShouldBeInPlaceAsync(stew);

        await stew.Tick(order, Lines - 1).TouchAsync();
        await Expect(stew.Tick(order, Lines - 1)).ToHaveAttributeAsync("aria-pressed", "true");
        await stew.Bump(order).TouchAsync();

        await stew.ShouldHangAsync(before, after);
        (await house.NowAsync(order)).Lines.Should().OnlyContain(line => line.Status == LineStatus.Ready);
        device.Errors.Should().BeEmpty();
    }

    [SkippableFact]
    public async Task Where_texts_stand_taller_than_was_reckoned_a_page_holds_fewer_tickets_and_shows_all_of_each()
    {
        await using var device = await browser.WallAsync();
        await device.PrepareAsync(TallerTexts);
        await house.FillAsync(40, Dishes.Rice);

        var stew = await device.CookAtAsync(house, "/kitchen/stew");

        // Nothing changes any more, and nobody touches anything: the page mends itself.
        await Expect(stew.Locator("[data-open]")).ToHaveTextAsync("40");
        await ShouldBeInPlaceAsync(stew);
        (await stew.Locator(".ticket").CountAsync()).Should().BeGreaterThan(4);
        (await KitchenPages.ReadAsync(stew)).Should().HaveCount(40);
        device.Errors.Should().BeEmpty();
    }

    [SkippableFact]
    public async Task A_dish_with_a_name_of_five_hundred_characters_and_a_note_of_pictures_keep_to_their_ticket()
    {
        await using var device = await browser.WallAsync();
        var name = string.Concat(Enumerable.Repeat("Überlangesgericht", 15)) + string.Concat(Enumerable.Repeat(" long", 49));
        name.Should().HaveLength(500);
        await house.RewriteMenuAsync(
            string.Create(
                CultureInfo.InvariantCulture,
                $"UPDATE menu_items SET name = '{{\"en\": \"{name}\"}}' WHERE id = (SELECT id FROM menu_items WHERE name LIKE '%{Dishes.Pancake}%')"
            )
        );
        var grill = await device.CookAtAsync(house, "/kitchen/grill");
        var order = await house.OrderAsync(await house.SeatAsync(), [house.Line(Dishes.Pancake) with { Note = Hot }, house.Line(Dishes.Shrimp)]);

        await Expect(grill.Ticket(order).Locator(".note")).ToHaveTextAsync($"“{Hot}”");
        await Expect(grill.Ticket(order).Locator(".name").First).ToContainTextAsync("Überlangesgericht");
        foreach (var (width, height) in new[] { (1920, 1080), (1280, 800), (390, 844) })
        {
            await grill.SetViewportSizeAsync(width, height);
            await Expect(grill.Bump(order)).ToBeInViewportAsync();
            await ShouldBeInPlaceAsync(grill);
            (await grill.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth")).Should().BeLessThanOrEqualTo(0);
        }

        await grill.SetViewportSizeAsync(1920, 1080);
        foreach (var (key, panel) in new[] { ("a", "allday"), ("e", "soldout"), ("r", "recall") })
        {
            await grill.PanelAsync(key, panel);
            (
                await grill.EvaluateAsync<int>(
                    "(() => { const shown = document.querySelector('.panel .shown'); return shown.scrollWidth - shown.clientWidth; })()"
                )
            )
                .Should()
                .BeLessThanOrEqualTo(0, panel);
        }

        await grill.Bump(order).TouchAsync();
        await grill.HasNoTicketAsync(order);
        device.Errors.Should().BeEmpty();
    }

    [SkippableFact]
    public async Task A_station_that_is_taken_away_while_its_screen_is_open_says_so_and_leaves_its_tickets_to_the_others()
    {
        await using var device = await browser.WallAsync();
        var (grill, bar, _) = await device.CookEverywhereAsync(house, other: "bar");
        var all = await device.CookAtAsync(house, "/kitchen");
        await house.Get<KitchenScreenDesk>().SetAsync(house.Manager, new KitchenScreen("bar") { Columns = 3 });
        var order = await house.OrderAsync(Dishes.Sorbet);
        await bar.HasTicketAsync(order);
        var stations = house.Get<StationDesk>();
        (await stations.RemoveAsync(house.Manager, "bar")).Refusal!.Code.Should().Be(StationDesk.InUse);

        await house.RewriteMenuAsync("UPDATE menu_items SET station = 'grill' WHERE station = 'bar'");
        (await stations.RemoveAsync(house.Manager, "bar")).Refusal.Should().BeNull();

        await Expect(bar.Locator(".unknown h2")).ToHaveTextAsync("There is no such station");
        await Expect(bar.Locator(".unknown a[href^='/kitchen/']")).ToHaveCountAsync(3);
        await Expect(bar.Locator(".ticket")).ToHaveCountAsync(0);
        await bar.ShouldBeLiveAsync();
        await Expect(grill.Locator("header a[href='/kitchen/bar']")).ToHaveCountAsync(0);
        await Expect(all.Ticket(order)).ToContainTextAsync(Dishes.Sorbet);
        var mixed = await house.OrderAsync(Dishes.Sorbet);
        await grill.HasTicketAsync(mixed);

        await all.Bump(order).TouchAsync();
        await all.HasNoTicketAsync(order);
        (await house.NowAsync(order)).Ticket("bar").BumpedAt.Should().NotBeNull();
        await bar.Locator(".unknown a[href='/kitchen/grill']").ClickAsync();
        await bar.HasTicketAsync(mixed);
        device.Errors.Should().BeEmpty();
    }

    /// <summary>Where a browser's fonts are wider than was reckoned, the page is made again: that takes two pictures.</summary>
    private static async Task ShouldBeInPlaceAsync(IPage page)
    {
        try
        {
            await page.WaitForFunctionAsync($"() => ({OutOfPlace})().length === 0");
        }
        catch (TimeoutException)
        {
            (await page.EvaluateAsync<string[]>(OutOfPlace)).Should().BeEmpty();
        }
    }
}
