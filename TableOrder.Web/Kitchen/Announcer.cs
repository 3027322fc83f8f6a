using TableOrder.Core.Ordering;
using TableOrder.Core.Stations;

namespace TableOrder.Web.Kitchen;

/// <summary>
/// Tells the browser what is to be heard, and the desk which tickets the browser holds. It asks again every few seconds while a ticket is unconfirmed:
/// what nobody can see, on a hidden tab or a dead screen, is not received.
/// </summary>
/// <param name="browser">The screen.</param>
/// <param name="desk">Where receipts go.</param>
/// <param name="clock">The server's clock.</param>
public sealed class Announcer(KitchenBrowser browser, OrderDesk desk, TimeProvider clock)
{
    private static readonly TimeSpan AskAgain = TimeSpan.FromSeconds(3);

    /// <summary>So many tickets are asked after at once: a screen that opens over a thousand of them does not send a book.</summary>
    private const int MostAsked = 40;

    /// <summary>More at once is one noise.</summary>
    private const int MostSounds = 8;
    private readonly HashSet<KitchenSound> sounds = [];
    private readonly HashSet<HeldTicket> confirmed = [];
    private bool goesOn;
    private TaskCompletionSource news = New();

    /// <summary>Something happened that may be heard or is to be confirmed.</summary>
    public void Hear(KitchenSound? sound)
    {
        if (sound is { } heard && sounds.Count < MostSounds)
        {
            sounds.Add(heard);
        }

        news.TrySetResult();
    }

    /// <summary>Waits for news, or a while where something is unconfirmed, then tells and asks.</summary>
    public async Task NextAsync(Hands hands, Func<IEnumerable<HeldTicket>> unreceived, CancellationToken cancellation)
    {
        var waiting =
            goesOn ? TimeSpan.Zero
            : unreceived().Any() ? AskAgain
            : Timeout.InfiniteTimeSpan;
        await news
            .Task.WaitAsync(waiting, clock, cancellation)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);

        // A page that catches up or leaves speaks to no browser; what it has to say it says when it is seen.
        cancellation.ThrowIfCancellationRequested();
        news = New();
        var (told, asked) = (sounds.ToArray(), unreceived().Where(ticket => !confirmed.Contains(ticket)).Take(MostAsked).ToList());
        goesOn = false;
        sounds.Clear();
        if (asked.Count == 0)
        {
            confirmed.Clear();
        }

        if (told.Length == 0 && asked.Count == 0)
        {
            return;
        }

        var held = await browser.TellAsync(told, asked);
        if (held.Count > 0 && (await hands.TryAsync(actor => desk.ReceiveAsync(actor, held, CancellationToken.None))).Refusal is null)
        {
            // Their events are on the way; until they are here the next ones are asked after.
            confirmed.UnionWith(held);
            goesOn = true;
        }
        else
        {
            confirmed.Clear();
        }
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
