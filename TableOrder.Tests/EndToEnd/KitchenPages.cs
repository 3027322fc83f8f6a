using System.Diagnostics;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace TableOrder.Tests.EndToEnd;

/// <summary>Reads a kitchen's screen as a cook would who leafs through all of its pages.</summary>
internal static class KitchenPages
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>The tickets of all pages, by their numbers, with how many lines of each can be ticked. Reads again until it is as wished, or patience ends.</summary>
    public static async Task<IReadOnlyDictionary<string, int>> ReadAsync(IPage page, Func<IReadOnlyDictionary<string, int>, bool> wished)
    {
        var begun = Stopwatch.GetTimestamp();
        while (true)
        {
            var seen = await ReadAsync(page);
            if (wished(seen) || Stopwatch.GetElapsedTime(begun) > Patience)
            {
                return seen;
            }
        }
    }

    /// <summary>As it is now.</summary>
    public static async Task<IReadOnlyDictionary<string, int>> ReadAsync(IPage page)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var (back, next) = (page.Locator("[data-first-page]:not([disabled])"), page.Locator("[data-key=PageDown]:not([disabled])"));
        if (await back.CountAsync() > 0)
        {
            await TurnAsync(page, back);
        }

        while (true)
        {
            foreach (var ticket in (await page.EvaluateAsync(Tickets))!.Value.EnumerateArray())
            {
                // A long ticket goes on on a second card.
                var number = ticket.GetProperty("number").GetString()!;
                seen[number] = seen.GetValueOrDefault(number) + ticket.GetProperty("lines").GetInt32();
            }

            if (await next.CountAsync() == 0)
            {
                return seen;
            }

            await TurnAsync(page, next);
        }
    }

    private const string Tickets = """
        () => [...document.querySelectorAll('.ticket')].map(ticket =>
          ({ number: ticket.querySelector('.no').textContent, lines: ticket.querySelectorAll('[data-tap=line]').length }))
        """;

    private static async Task TurnAsync(IPage page, ILocator button)
    {
        var tickets = page.Locator(".tickets");
        var before = await tickets.GetAttributeAsync("data-page");
        await button.ClickAsync();
        await Expect(tickets).Not.ToHaveAttributeAsync("data-page", before!);
    }
}
