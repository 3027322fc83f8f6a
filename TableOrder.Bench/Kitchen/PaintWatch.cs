using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace TableOrder.Bench.Kitchen;

/// <summary>Hears from a page when a ticket's change was painted.</summary>
internal sealed class PaintWatch
{
    /// <summary>
    /// Tells the tickets that have changed, when their elements had, and when they were painted: a frame's callback runs before its painting,
    /// what it posts after. Clocks that tick, and the colours of age, are no changes.
    /// </summary>
    private const string Script = """
        () => {
          const now = () => performance.timeOrigin + performance.now();
          new MutationObserver(records => {
            const at = now();
            const changed = new Set();
            for (const { attributeName, target, addedNodes } of records) {
              const element = target.nodeType === Node.ELEMENT_NODE ? target : target.parentElement;
              if (attributeName === 'data-age' || element?.closest('time')) continue;
              const ticket = element?.closest('.ticket[data-order]');
              if (ticket) changed.add(ticket.dataset.order);
              for (const node of addedNodes) if (node.matches?.('.ticket[data-order]')) changed.add(node.dataset.order);
            }
            if (changed.size === 0) return;
            requestAnimationFrame(() => {
              const { port1, port2 } = new MessageChannel();
              port1.onmessage = () => tellPainted([...changed], at, now());
              port2.postMessage(null);
            });
          }).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
        }
        """;

    private readonly ConcurrentDictionary<string, TaskCompletionSource<Painted>> awaited = new(StringComparer.Ordinal);
    private int unasked;

    /// <summary>How many changes were painted that nobody waited for.</summary>
    public int Unasked => Volatile.Read(ref unasked);

    /// <summary>Begins to listen to a page that has loaded.</summary>
    public async Task ListenAsync(IPage page)
    {
        await page.ExposeFunctionAsync<string[], double, double, bool>("tellPainted", Hear);
        await page.EvaluateAsync(Script);
    }

    /// <summary>The next change of an order's ticket. Asked for before the change is made.</summary>
    public Task<Painted> NextAsync(string order, TimeSpan patience)
    {
        var next = new TaskCompletionSource<Painted>(TaskCreationOptions.RunContinuationsAsynchronously);
        awaited[order] = next;
        return next.Task.WaitAsync(patience);
    }

    private bool Hear(string[] orders, double changed, double painted)
    {
        foreach (var order in orders)
        {
            if (awaited.TryRemove(order, out var waiting))
            {
                waiting.TrySetResult(new Painted(changed, painted));
            }
            else
            {
                Interlocked.Increment(ref unasked);
            }
        }

        return true;
    }
}

/// <summary>A ticket's change on a screen, in milliseconds since 1970 of the page's clock.</summary>
/// <param name="Changed">When its elements had changed.</param>
/// <param name="At">When they were painted.</param>
internal sealed record Painted(double Changed, double At);
