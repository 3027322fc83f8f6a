using TableOrder.Core.Ordering;
using TableOrder.Core.Settings;

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

    /// <summary>More at once is one noise.</summary>
    private const int MostSounds = 8;
    private readonly HashSet<KitchenSound> sounds = [];
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
    public async Task NextAsync(Hands hands, Func<IReadOnlyCollection<HeldTicket>> unreceived, CancellationToken cancellation)
    {
        var waiting = unreceived().Count == 0 ? Timeout.InfiniteTimeSpan : AskAgain;
        await news
            .Task.WaitAsync(waiting, clock, cancellation)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        cancellation.ThrowIfCancellationRequested();
        news = New();
        var (told, asked) = (sounds.ToArray(), unreceived());
        sounds.Clear();
        if (told.Length == 0 && asked.Count == 0)
        {
            return;
        }

        var held = await browser.TellAsync(told, asked);
        if (held.Count > 0)
        {
            await hands.TryAsync(actor => desk.ReceiveAsync(actor, held, CancellationToken.None));
        }
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
