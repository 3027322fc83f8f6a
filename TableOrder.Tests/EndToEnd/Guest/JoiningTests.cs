using Microsoft.Playwright;
using TableOrder.Core.Seating;
using TableOrder.Tests.EndToEnd.Kitchen;
using TableOrder.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace TableOrder.Tests.EndToEnd.Guest;

/// <summary>A phone joins by what the tablet shows, nobody joins from afar, and a closed table ends it all at once.</summary>
public sealed class JoiningTests(Browser browser) : IClassFixture<Browser>
{
    [SkippableFact]
    public async Task A_phone_that_scans_what_the_tablet_shows_sits_at_the_same_table()
    {
        await using var tablet = await browser.OpenAsync();
        await using var phone = await browser.OpenPhoneAsync();
        await using var house = new JoiningHouse();
        var table = await tablet.GoAsync(await house.PrintedAsync(7));
        var link = await table.ShowCodeAsync();
        link.Should().StartWith(house.At("/t/"));
        var picture = (await table.Locator(".qr svg").BoundingBoxAsync())!;
        Math.Min(picture.Width, picture.Height).Should().BeGreaterThanOrEqualTo(240);

        var guest = await phone.GoAsync(link);

        await guest.ArriveAsync("/menu");
        await Expect(guest.Locator(".guest-header .table")).ToHaveTextAsync("7번 테이블");
        (await house.SeatingAsync(7)).Party.Should().Be(2);

        // A guest shows it to a friend.
        var shown = await guest.ShowCodeAsync();
        shown.Should().Be(link);
        await guest.Locator("dialog.sheet .close").ClickAsync();
        await Expect(guest.Locator(".qr")).ToHaveCountAsync(0);
        tablet.Errors.Concat(phone.Errors).Should().BeEmpty();
    }

    [SkippableFact]
    public async Task The_code_renews_itself_and_one_that_is_two_windows_old_is_refused()
    {
        await using var tablet = await browser.OpenAsync();
        await using var phone = await browser.OpenPhoneAsync();
        await using var house = new JoiningHouse();
        var table = await tablet.GoAsync(await house.PrintedAsync(7));
        var first = await table.ShowCodeAsync();

        house.Clock.Now += JoinCode.Window;
        await Expect(table.Locator(".qr")).Not.ToHaveAttributeAsync("data-join-link", first);
        house.Clock.Now += JoinCode.Window;
        var late = await phone.GoAsync(first);

        await late.ShouldSayWhyAsync("code_expired");
        (await house.SeatingAsync(7)).Party.Should().Be(1);
        var second = (await table.Locator(".qr").GetAttributeAsync("data-join-link"))!;
        await late.GotoAsync(second);
        await late.ArriveAsync("/menu");
    }

    [SkippableFact]
    public async Task A_closed_table_ends_every_page_at_once_and_its_tablet_welcomes_the_next_party()
    {
        await using var tablet = await browser.OpenAsync();
        await using var phone = await browser.OpenPhoneAsync();
        await using var house = new JoiningHouse();
        var menuOnTablet = await tablet.GoAsync(await house.PrintedAsync(7));
        var link = await menuOnTablet.ShowCodeAsync();
        var menuOnPhone = await phone.GoAsync(link);
        var ordersOnTablet = await tablet.GoAsync(house.At("/order"));
        var ordersOnPhone = await phone.GoAsync(house.At("/order"));
        foreach (var page in new[] { menuOnTablet, menuOnPhone, ordersOnTablet, ordersOnPhone })
        {
            await page.ShouldBeLiveAsync();
        }

        var first = (await house.SeatingAsync(7)).Id;
        await house.CloseAsync(7);

        foreach (var page in new[] { menuOnPhone, ordersOnPhone })
        {
            await page.ArriveAsync("/?why=seating_closed");
            await page.ShouldSayWhyAsync("seating_closed");
            (await page.ContentAsync()).Should().NotContain("/t/", "a phone is given nothing to come back with");
        }

        foreach (var page in new[] { menuOnTablet, ordersOnTablet })
        {
            await page.ArriveAsync("/?why=seating_closed");
            await Expect(page.Locator(".welcome .table")).ToHaveTextAsync("7번 테이블");
        }

        await menuOnTablet.Locator(".welcome .start").ClickAsync();
        await menuOnTablet.ArriveAsync("/menu");
        (await house.SeatingAsync(7)).Should().Match<SeatingDetail>(seating => seating.Id != first && seating.Party == 1);
        tablet.Errors.Concat(phone.Errors).Should().BeEmpty();
    }

    [SkippableFact]
    public async Task The_tablet_s_next_party_does_not_begin_with_the_letters_and_the_language_of_the_one_before()
    {
        await using var tablet = await browser.OpenAsync();
        await using var house = new JoiningHouse();
        var page = await tablet.GoAsync(await house.PrintedAsync(7));
        foreach (var choice in new[] { "/text/large", "/contrast/high", "/theme/dark", "/language/en" })
        {
            await page.GotoAsync(house.At($"{choice}?returnUrl=/menu"));
        }

        var root = page.Locator("html[data-text=large][data-contrast=high][data-theme=dark][lang=en]");
        await Expect(root).ToHaveCountAsync(1);
        await page.ShouldBeLiveAsync();
        await house.CloseAsync(7);

        await page.ArriveAsync("/");
        await Expect(page.Locator(".welcome .table")).ToHaveTextAsync("7번 테이블");
        await Expect(page.Locator("html:not([data-text], [data-contrast], [data-theme])[lang=ko]")).ToHaveCountAsync(1);

        // What the next party chooses before it begins is theirs.
        await page.Locator(".preferences [hreflang=en]").ClickAsync();
        await page.Locator(".welcome .start").ClickAsync();
        await page.ArriveAsync("/menu");
        await Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "en");
        tablet.Errors.Should().BeEmpty();
    }

    [SkippableFact]
    public async Task Yesterday_s_cookie_opens_nothing_and_is_told_so_warmly()
    {
        await using var phone = await browser.OpenPhoneAsync();
        await using var house = new JoiningHouse();
        var printed = await house.PrintedAsync(7);
        var page = await phone.GoAsync(printed);
        await page.ShouldBeLiveAsync();
        await page.GotoAsync("about:blank");
        await house.CloseAsync(7);
        house.Clock.Now += TimeSpan.FromDays(1);

        foreach (var path in new[] { "/menu", "/order", "/" })
        {
            await page.GotoAsync(house.At(path));
            await page.ShouldSayWhyAsync("seating_closed");
        }

        await page.Locator(".why .button").ClickAsync();
        await Expect(page.Locator(".ways")).ToBeVisibleAsync();
        await page.GotoAsync(printed);
        await page.ArriveAsync("/menu");
        await page.ShouldBeLiveAsync();
    }

    [SkippableFact]
    public async Task Where_staff_opens_the_tables_a_printed_code_seats_nobody_and_the_tablet_goes_on_by_itself()
    {
        await using var photo = await browser.OpenPhoneAsync();
        await using var tablet = await browser.OpenAsync();
        await using var house = new JoiningHouse(TableOpening.Staff);
        var printed = await house.PrintedAsync(7);
        var stranger = await photo.GoAsync(printed);
        await stranger.ShouldSayWhyAsync("table_closed");

        // Staff sets the tablet up once and signs out again.
        var page = await tablet.SignInAsync(house.Address, "manager", HostedApp.ManagerPassword, "/manager");
        await page.GotoAsync(printed);
        await Expect(page.Locator(".welcome")).ToHaveAttributeAsync("data-waits-for", new Uri(printed).AbsolutePath);
        await page.GotoAsync(house.At("/manager"));
        await page.Locator("form[action='/logout'] button").ClickAsync();
        await page.ArriveAsync("/");
        await Expect(page.Locator(".welcome .waits")).ToBeVisibleAsync();
        (await Browser.ViolationsAsync(page)).Should().BeEmpty();

        await house.OpenAsync(7);

        await page.ArriveAsync("/menu");
        await stranger.GotoAsync(printed);
        await stranger.ShouldSayWhyAsync("table_closed");
        await stranger.GotoAsync(await page.ShowCodeAsync());
        await stranger.ArriveAsync("/menu");

        await house.CloseAsync(7);

        await stranger.ShouldSayWhyAsync("seating_closed");
        await Expect(page.Locator(".welcome .waits")).ToBeVisibleAsync();
        tablet.Errors.Concat(photo.Errors).Should().BeEmpty();
    }
}
