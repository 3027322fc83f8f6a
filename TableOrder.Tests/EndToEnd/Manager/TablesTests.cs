using System.Text.RegularExpressions;
using Microsoft.Playwright;
using TableOrder.Core.Seating;
using TableOrder.Tests.EndToEnd.Floor;
using TableOrder.Tests.EndToEnd.Guest;
using TableOrder.Tests.EndToEnd.Kitchen;
using TableOrder.Tests.Support;
using TableOrder.Web.Manager.Room;
using static Microsoft.Playwright.Assertions;

namespace TableOrder.Tests.EndToEnd.Manager;

/// <summary>The room's tables as managers add, place, print and take them away, while guests sit at them and another manager looks on.</summary>
public sealed partial class TablesTests(Browser browser, KitchenHouse house) : IClassFixture<Browser>, IClassFixture<KitchenHouse>, IAsyncLifetime
{
    private const string Plan = "/manager/tables?view=plan";

    /// <summary>How many cards and codes reach over their sheet's edge.</summary>
    private const string Cut = """
        () => [...document.querySelectorAll('.table-sign, .qr-code, .words > *')].filter(one => {
          const [inner, outer] = [one.getBoundingClientRect(), (one.matches('.table-sign') ? one.closest('.sheet') : one.closest('.table-sign')).getBoundingClientRect()];
          return inner.left < outer.left - 1 || inner.right > outer.right + 1 || inner.top < outer.top - 1 || inner.bottom > outer.bottom + 1;
        }).length
        """;

    public async Task InitializeAsync()
    {
        if (Browser.Missing is null)
        {
            await house.ClearAsync();
        }
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [SkippableFact]
    public async Task A_row_of_tables_is_added_and_another_manager_sees_it_at_once()
    {
        await using var desk = await browser.OpenAsync("en");
        await using var other = await browser.OpenAsync("en");
        var (page, floor) = (await desk.CookAtAsync(house, "/manager/tables"), await other.CookAtAsync(house, "/manager"));

        await page.Locator(".page-head [data-does=open-add]").ClickAsync();
        await page.FillAsync("[name=first]", "7");
        await page.FillAsync("[name=last]", "8");
        await page.Does("add").ClickAsync();
        await Expect(page.Locator(".room-sheet .notice")).ToContainTextAsync("7, 8");
        await page.FillAsync("[name=first]", "31");
        await page.FillAsync("[name=last]", "33");
        await page.Locator("[name=area]").SelectOptionAsync("-1");
        await page.FillAsync("[name=area-ko]", "정원");
        await page.FillAsync("[name=area-en]", "Garden");
        await page.Does("add").ClickAsync();

        await Expect(page.Locator("dialog")).ToHaveCountAsync(0);
        await Expect(page.Locator(".area[aria-label=Garden] .table-card")).ToHaveCountAsync(3);
        await Expect(floor.Tile("32")).ToBeVisibleAsync();
        desk.Errors.Concat(other.Errors).Should().BeEmpty();
    }

    [SkippableFact]
    public async Task A_table_that_is_dragged_stands_there_on_the_other_manager_s_floor_and_undo_takes_it_back()
    {
        await using var desk = await browser.OpenAsync("en");
        await using var other = await browser.OpenAsync("en");
        var (page, floor) = (await desk.CookAtAsync(house, Plan), await other.CookAtAsync(house, "/manager"));
        await Expect(Piece(page, "1")).Not.ToHaveAttributeAsync("data-cell", Anything());

        await DragAsync(page, "1", 4, 2);
        await Expect(Piece(page, "1")).ToHaveAttributeAsync("data-cell", "4,2");
        await DragAsync(page, "2", 4, 2);

        await Expect(Piece(page, "2")).ToHaveAttributeAsync("data-cell", "4,2");
        await Expect(Piece(page, "1")).Not.ToHaveAttributeAsync("data-cell", Anything());
        await Expect(floor.Locator(".placed .tile[data-table='2']")).ToBeVisibleAsync();
        await Expect(floor.Locator(".placed .tile[data-table='1']")).ToHaveCountAsync(0);
        await page.Does("undo").ClickAsync();
        await Expect(Piece(page, "1")).ToHaveAttributeAsync("data-cell", "4,2");
        await Expect(floor.Locator(".placed .tile[data-table='1']")).ToBeVisibleAsync();
        await page.Does("undo").ClickAsync();
        await Expect(floor.Locator(".placed")).ToHaveCountAsync(0);
        desk.Errors.Concat(other.Errors).Should().BeEmpty();
    }

    [SkippableFact]
    public async Task Arrow_keys_move_a_table_past_others_and_the_focus_stays_on_it()
    {
        await using var desk = await browser.OpenAsync("en");
        var page = await desk.CookAtAsync(house, Plan);
        await Piece(page, "3").FocusAsync();

        await page.Keyboard.PressAsync("Enter");
        await Expect(Piece(page, "3")).ToHaveAttributeAsync("data-cell", "0,0");
        await Piece(page, "4").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(Piece(page, "4")).ToHaveAttributeAsync("data-cell", "1,0");
        await Expect(Piece(page, "4")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("ArrowLeft");
        await page.Keyboard.PressAsync("ArrowUp");

        await Expect(page.Locator("main [role=status]").First).ToContainTextAsync("Table 4");
        await Expect(Piece(page, "4")).ToHaveAttributeAsync("data-cell", "0,1");
        await page.Keyboard.PressAsync("Delete");
        await Expect(Piece(page, "4")).Not.ToHaveAttributeAsync("data-cell", Anything());
        await Expect(Piece(page, "4")).ToBeFocusedAsync();
        await Piece(page, "3").PressAsync("Delete");
        await Expect(Piece(page, "3")).Not.ToHaveAttributeAsync("data-cell", Anything());
        desk.Errors.Should().BeEmpty();
    }

    [SkippableFact]
    public async Task A_new_code_ends_the_old_one_while_guests_who_sit_there_stay()
    {
        var guest = await house.SeatAsync();
        var (table, old) = (await house.TableOfAsync(guest), house.TablePath(guest));
        await using var phone = await browser.OpenPhoneAsync("en");
        await using var late = await browser.OpenPhoneAsync("en");
        await using var desk = await browser.OpenAsync("en");
        var menu = await phone.SitAtAsync(house, old, "/menu");
        var page = await desk.CookAtAsync(house, "/manager/tables");
        await Card(page, table).Locator("[data-does=code]").ClickAsync();
        var before = await page.Locator(".qr-code").GetAttributeAsync("data-link");
        before.Should().EndWith(old);

        await page.Does("ask-rotate").ClickAsync();
        await Expect(page.Locator("#rotate-what")).ToBeVisibleAsync();
        await page.Does("rotate").ClickAsync();

        await Expect(page.Locator(".qr-code")).Not.ToHaveAttributeAsync("data-link", before!);
        await (await late.GoAsync(new Uri(house.Address, old).AbsoluteUri)).ShouldSayWhyAsync("unknown_table");
        await menu.ReloadAsync();
        await menu.ShouldBeLiveAsync();
        menu.Url.Should().EndWith("/menu");
        var fresh = new Uri((await page.Locator(".qr-code").GetAttributeAsync("data-link"))!).AbsolutePath;
        var joined = await late.GoAsync(new Uri(house.Address, fresh).AbsoluteUri);
        joined.Url.Should().EndWith("/menu");
        phone.Errors.Concat(late.Errors).Concat(desk.Errors).Should().BeEmpty();
    }

    [SkippableFact]
    public async Task The_print_page_has_one_card_a_table_with_its_link_and_no_card_is_cut()
    {
        await using var desk = await browser.OpenAsync("en");
        var page = await desk.GoAsync(new Uri(house.Address, "/login").AbsoluteUri);
        await page.FillAsync("[name=name]", "manager");
        await page.FillAsync("[name=password]", HostedApp.ManagerPassword);
        await page.ClickAsync("form button");
        var tables = (await house.Get<SeatingReader>().TablesAsync(house.Manager)).Value;

        foreach (var size in PrintSheets.Sizes)
        {
            await page.GotoAsync(new Uri(house.Address, $"/manager/tables/print?size={size}").AbsoluteUri);
            var links = await page.Locator(".table-sign .qr-code").EvaluateAllAsync<string[]>("codes => codes.map(code => code.dataset.link)");
            links.Should().Equal(tables.Select(table => new Uri(house.Address, $"/t/{table.Token}").AbsoluteUri));
            await Expect(page.Locator(".sheet")).ToHaveCountAsync((tables.Count + size - 1) / size);

            await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
            (await page.EvaluateAsync<int>(Cut)).Should().Be(0, $"{size} on a sheet are whole");
            var paper = await page.PdfAsync(new PagePdfOptions { PreferCSSPageSize = true });
            PagesOf(paper).Should().Be((tables.Count + size - 1) / size);
            await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Screen });
        }

        await page.GotoAsync(new Uri(house.Address, $"/manager/tables/print?size=1&table={tables[2].Id}&table={tables[5].Id}").AbsoluteUri);
        await Expect(page.Locator(".table-sign h2")).ToHaveTextAsync([tables[2].Name, tables[5].Name]);
        var file = await page.APIRequest.GetAsync(new Uri(house.Address, QrFiles.Path(tables[2].Id)).AbsoluteUri);
        (await file.TextAsync()).Should().Be(QrFiles.Svg(new Uri(house.Address, $"/t/{tables[2].Token}").AbsoluteUri));
        desk.Errors.Should().BeEmpty();
    }

    [SkippableFact]
    public async Task A_table_cannot_be_taken_away_while_somebody_sits_there_and_leaves_every_list_when_nobody_does()
    {
        await house.HireAsync();
        var order = await house.OrderAsync(Dishes.Pancake);
        await using var phone = await browser.OpenPhoneAsync("en");
        await using var desk = await browser.OpenAsync("en");
        var (floor, page) = (await phone.WaitAtAsync(house, "/floor"), await desk.CookAtAsync(house, "/manager/tables"));
        await Card(page, order.TableName).Locator("[data-does=edit]").ClickAsync();

        await page.Does("ask-archive").ClickAsync();
        await page.Does("archive").ClickAsync();
        await Expect(page.Locator(".room-sheet [role=alert]")).ToContainTextAsync("Somebody sits at this table");
        await house.ClearAsync();
        await page.Does("archive").ClickAsync();

        await Expect(Card(page, order.TableName)).ToHaveCountAsync(0);
        await Expect(floor.Tile(order.TableName)).ToHaveCountAsync(0);
        var past = await phone.WaitAtAsync(house, $"/floor/{order.SeatingId}");
        await Expect(past.Locator("h1")).ToHaveTextAsync($"Table {order.TableName}");
        await page.Locator("[data-view=Archived]").ClickAsync();
        await page.Does("restore").ClickAsync();
        await Expect(floor.Tile(order.TableName)).ToBeVisibleAsync();
        phone.Errors.Concat(desk.Errors).Should().BeEmpty();
    }

    [SkippableFact]
    public async Task A_tile_of_the_manager_s_floor_leads_to_its_party_and_back()
    {
        var order = await house.OrderAsync(Dishes.Pancake);
        await using var desk = await browser.OpenAsync("en");
        var page = await desk.CookAtAsync(house, "/manager");

        await page.Tile(order.TableName).Locator("a").ClickAsync();
        await Expect(page.Locator(".bill-sum")).ToBeVisibleAsync();
        await page.Locator(".top a.round").ClickAsync();

        await Expect(page.Locator("#figure-orders .value")).ToBeVisibleAsync();
        page.Url.Should().EndWith("/manager");
        desk.Errors.Should().BeEmpty();
    }

    private static int PagesOf(byte[] pdf) => PdfPage().Count(System.Text.Encoding.Latin1.GetString(pdf));

    private static ILocator Card(IPage page, string table) => page.Locator($".table-card[data-table='{table}']");

    private static ILocator Piece(IPage page, string table) => page.Locator($"[data-piece][data-table='{table}']");

    /// <summary>As a hand does it: press, move, move, let go.</summary>
    private static async Task DragAsync(IPage page, string table, int column, int row)
    {
        await Piece(page, table).ScrollIntoViewIfNeededAsync();
        var (piece, grid) = (await Piece(page, table).BoundingBoxAsync(), await page.Locator("[data-board]").First.BoundingBoxAsync());
        var columns = float.Parse(
            (await page.Locator("[data-board]").First.GetAttributeAsync("data-columns"))!,
            System.Globalization.CultureInfo.InvariantCulture
        );
        var rows = float.Parse(
            (await page.Locator("[data-board]").First.GetAttributeAsync("data-rows"))!,
            System.Globalization.CultureInfo.InvariantCulture
        );
        await page.Mouse.MoveAsync(piece!.X + (piece.Width / 2), piece.Y + (piece.Height / 2));
        await page.Mouse.DownAsync();
        var (x, y) = (grid!.X + (grid.Width * (column + 0.5f) / columns), grid.Y + (grid.Height * (row + 0.5f) / rows));
        await page.Mouse.MoveAsync(x - 20, y - 10);
        await page.Mouse.MoveAsync(x, y);
        await Expect(page.Locator("[data-target]").First).ToBeVisibleAsync();
        await page.Mouse.UpAsync();
    }

    [GeneratedRegex("^.+$", RegexOptions.None, 1000)]
    private static partial Regex Anything();

    [GeneratedRegex(@"/Type\s*/Page\b", RegexOptions.None, 1000)]
    private static partial Regex PdfPage();
}
