using System.Diagnostics;
using Microsoft.Playwright;

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
        await TurnAsync(page, "[data-first-page]:not([disabled])");
        do
        {
            foreach (var ticket in (await page.EvaluateAsync(Tickets))!.Value.EnumerateArray())
            {
                // A long ticket goes on on a second card.
                var number = ticket.GetProperty("number").GetString()!;
                seen[number] = seen.GetValueOrDefault(number) + ticket.GetProperty("lines").GetInt32();
            }
        } while (await TurnAsync(page, "[data-key=PageDown]:not([disabled])"));

        return seen;
    }

    private const string Tickets = """
        () => [...document.querySelectorAll('.ticket')].map(ticket =>
          ({ number: ticket.querySelector('.no').textContent, lines: ticket.querySelectorAll('[data-tap=line]').length }))
        """;

    /// <summary>Presses a button of the page bar, if it is there: a page that was there a moment ago may have emptied. False where it is not.</summary>
    private static async Task<bool> TurnAsync(IPage page, string button)
    {
        var before = await page.EvaluateAsync<string?>(
            "button => { const [page, there] = [document.querySelector('.tickets')?.dataset.page, document.querySelector(button)]; there?.click(); return there ? `${page}` : null; }",
            button
        );
        if (before is null)
        {
            return false;
        }

        await page.WaitForFunctionAsync(
            "([button, before]) => `${document.querySelector('.tickets')?.dataset.page}` !== before || !document.querySelector(button)",
            new[] { button, before }
        );
        return true;
    }
}
