using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using TableOrder.Core.Access;
using TableOrder.Core.Seating;
using TableOrder.Core.Service;
using TableOrder.Tests.EndToEnd.Kitchen;
using TableOrder.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace TableOrder.Tests.EndToEnd.Guest;

/// <summary>An app whose clock the test sets, and its tables.</summary>
internal sealed class JoiningHouse(TableOpening opening = TableOpening.Automatic) : IAsyncDisposable
{
    private static readonly Actor Floor = new(Role.Floor, Guid.CreateVersion7(), "floor", "phone");

    // It begins at the browsers' own time, or they would take its cookies for outdated ones.
    private readonly HostedApp app = new(new ManualTimeProvider { Now = TimeProvider.System.GetUtcNow() }, opening: opening);

    public Uri Address => app.Address;

    public ManualTimeProvider Clock => (ManualTimeProvider)app.Services.GetRequiredService<TimeProvider>();

    public string At(string path) => new Uri(Address, path).AbsoluteUri;

    /// <summary>What is printed on a table.</summary>
    public async Task<string> PrintedAsync(int table) => At($"/t/{(await TableAsync(table)).Token}");

    /// <summary>Who sits at a table, also where they have chosen nothing yet.</summary>
    public async Task<SeatingDetail> SeatingAsync(int table)
    {
        var opened = (await app.Services.GetRequiredService<SeatingDesk>().OpenAsync(Floor, (await TableAsync(table)).Id)).Value;
        return (await app.Services.GetRequiredService<SeatingReader>().GetAsync(Floor, opened)).Value;
    }

    /// <summary>A waiter opens the table.</summary>
    public Task OpenAsync(int table) => SeatingAsync(table);

    /// <summary>A waiter closes the table.</summary>
    public async Task CloseAsync(int table)
    {
        var closed = await app
            .Services.GetRequiredService<ClosingDesk>()
            .CloseAsync(
                Floor with
                {
                    Role = Role.Manager,
                },
                new CloseSeating((await SeatingAsync(table)).Id) { Force = true, WriteOffReason = "for a test" }
            );
        closed.Refusal.Should().BeNull();
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task<TableView> TableAsync(int table) =>
        (await app.Services.GetRequiredService<SeatingReader>().TablesAsync(Actor.System)).Value.Single(t =>
            string.Equals(t.Name, $"{table}", StringComparison.Ordinal)
        );
}

internal static class JoiningPages
{
    /// <summary>Opens the sheet with the code; gives the address that it shows.</summary>
    public static async Task<string> ShowCodeAsync(this IPage page)
    {
        await page.ShouldBeLiveAsync();

        // Where there is little room it stands among what the table may ask for.
        if (!await page.Locator(".guest-header .phone").IsVisibleAsync())
        {
            await page.Locator(".guest-header .bell").ClickAsync();
        }

        await page.Locator(".phone:visible, .calls .join:visible").ClickAsync();
        await Expect(page.Locator(".qr")).ToBeVisibleAsync();
        return (await page.Locator(".qr").GetAttributeAsync("data-join-link"))!;
    }

    /// <summary>It is the page that says why, with a heading and what to do.</summary>
    public static async Task ShouldSayWhyAsync(this IPage page, string code)
    {
        await Expect(page.Locator(".why")).ToHaveAttributeAsync("data-why", code);
        await Expect(page.Locator(".why h1")).ToBeVisibleAsync();
    }
}
