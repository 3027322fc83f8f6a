using Microsoft.AspNetCore.Components;
using TableOrder.Core;
using TableOrder.Core.Carts;
using TableOrder.Core.Menu;
using TableOrder.Core.Ordering;
using TableOrder.Web.Layout;

namespace TableOrder.Web.Guest;

/// <summary>The cart's part of the page: the table's, kept by the server. What anybody at the table does with it is seen here at once.</summary>
public sealed partial class MenuPage
{
    /// <summary>So long after it was placed an order is still news to whoever opens the page, perhaps because the answer never came.</summary>
    private static readonly TimeSpan StillNews = TimeSpan.FromMinutes(2);
    private CartReview review = new(SharedCart.Empty, []);
    private bool isLoaded;
    private Guid cartOf;
    private bool isReviewing;
    private bool isNaming;
    private bool isSending;
    private SentCart? placed;
    private CartNotice? notice;
    private IReadOnlyList<Guid> concerned = [];

    [Inject]
    private CartReader Carts { get; set; } = null!;

    [Inject]
    private CartDesk CartDesk { get; set; } = null!;

    [Inject]
    private ILogger<MenuPage> Log { get; set; } = null!;

    /// <summary>The guest who looks; null while the staff works here.</summary>
    private CartShare? Me => Staff is null ? new CartShare(Actor.Id, 0) { Nickname = Seat!.Nickname, Number = Seat.Number } : null;

    private async Task ReadCartAsync()
    {
        var before = review;
        if ((await Carts.GetAsync(Actor, Seat!.SeatingId)).Succeeded(out var now, out _))
        {
            Take(now);
            TellChanges(before);
        }
    }

    /// <summary>The cart as it is now; an older look never replaces a newer one.</summary>
    private void Take(SharedCart now)
    {
        // Another party's cart, since this one has become part of it, counts its versions by itself.
        var isSame = cartOf == Seat!.SeatingId;
        if (isLoaded && isSame && now.Version < review.Cart.Version)
        {
            return;
        }

        cartOf = Seat.SeatingId;
        var isNews = isLoaded
            ? isSame && now.Last is not null && now.Last.OrderId != review.Cart.Last?.OrderId
            : now.Lines.Count == 0 && now.Last?.At > Clock.GetUtcNow() - StillNews;
        (review, isLoaded) = (CartReview.Of(now, view!), true);
        if (isNews)
        {
            (placed, notice, concerned, isReviewing) = (now.Last, null, [], false);
            said = T["PlacedTitle", now.Last!.Number];
        }
    }

    /// <summary>Puts a dish into the cart; gives the reason where it could not.</summary>
    private async Task<string?> AddAsync(AddToCart add)
    {
        var added = await TryAsync(() => CartDesk.AddAsync(Acting, add with { SeatingId = Seat!.SeatingId }));
        if (!added.Succeeded(out var now, out var refusal))
        {
            return await RefusedAsync(refusal);
        }

        GoOn();
        Take(now);
        said = T["Added", view!.Menu.Item(add.MenuItemId)?.Name.Here() ?? "", add.Quantity, review.Total.Here(House!.Currency)];
        return null;
    }

    private async Task QuickAddAsync(MenuItem dish)
    {
        var now = view!.Menu.Item(dish.Id) ?? dish;
        var choice = new DishChoice(now, view.PortionsLeft(now.Id)) { Quantity = Math.Max(1, now.MinQuantity - review.Cart.QuantityOf(now.Id)) };
        if (!IsGone(now) && await AddAsync(choice.ToAdd()) is { } refused)
        {
            notice = new CartNotice(refused, IsBad: true);
        }
    }

    private async Task ChangeAsync(ChangeCartLine change)
    {
        GoOn();
        var changed = await TryAsync(() => CartDesk.ChangeAsync(Acting, change with { SeatingId = Seat!.SeatingId }));
        if (changed.Succeeded(out var now, out var refusal))
        {
            Take(now);
            said = T["CartNow", review.Count, review.Total.Here(House!.Currency)];
        }
        else
        {
            notice = new CartNotice(await RefusedAsync(refusal), IsBad: true);
        }
    }

    private async Task<string?> NameAsync(string name) =>
        (await TryAsync(() => SeatingDesk.NameAsync(Actor, name))).Refusal is { } refusal ? await RefusedAsync(refusal) : null;

    private void Review()
    {
        if (review.Lines.Count > 0)
        {
            (isReviewing, notice, concerned) = (true, null, []);
        }
    }

    /// <summary>Sends what the guest saw and accepted, once.</summary>
    private async Task SendAsync(CartReview seen)
    {
        // A second tap while the first is on its way.
        if (isSending)
        {
            return;
        }

        if (!seen.CanBeSent)
        {
            notice = new CartNotice(T["MendFirst"], IsBad: true);
            return;
        }

        (isSending, notice, concerned, placed) = (true, null, [], null);
        try
        {
            notice = await SendAsync(seen.ToSend with { SeatingId = Seat!.SeatingId });
        }
#pragma warning disable CA1031 // whatever went wrong, the guest is told the truth: nobody knows yet, and sending again is safe
        catch (Exception fault)
#pragma warning restore CA1031
        {
            LogFault(Log, fault);
            notice = new CartNotice(T["Unconfirmed"], IsBad: true);
        }
        finally
        {
            isSending = false;
        }
    }

    private async Task<CartNotice?> SendAsync(SendCart send)
    {
        var sent = await CartDesk.SendAsync(Acting, send);
        if (sent.Refusal is not { } refusal)
        {
            await ReadCartAsync();

            // A waiter goes on at the table's page; back leads to the floor, not to an empty cart.
            _ = Served is { } party ? TellAsync("location.replace", $"/floor/{party}") : Task.FromResult(true);
            return null;
        }

        concerned =
        [
            .. ((refusal as OrderRefusal)?.Lines ?? []).Where(line => line.Index < send.Lines.Count).Select(line => send.Lines[line.Index].LineId),
        ];
        return new CartNotice(await RefusedAsync(refusal), IsBad: true);
    }

    /// <summary>A refusal as a sentence; what it speaks of is read first, perhaps before the topic's wake-up comes.</summary>
    private async Task<string> RefusedAsync(Refusal refusal)
    {
        if (string.Equals(refusal.Code, OrderRefusal.SeatingClosed, StringComparison.Ordinal))
        {
            Leave(OrderRefusal.SeatingClosed);
        }
        else
        {
            Show((await Menus.GetAsync(Actor)).Value);
            await ReadCartAsync();
        }

        return Common.Of(refusal);
    }

    /// <summary>The guest went on: what was said about the cart before is no longer news.</summary>
    private void GoOn() => (placed, notice, concerned) = (null, null, []);

    /// <summary>What changed in the cart without the guest's doing, for those who hear the page.</summary>
    private void TellChanges(CartReview before)
    {
        var changed = review.Lines.Where(now =>
            before.Lines.FirstOrDefault(old => old.Line.Id == now.Line.Id) is not { } old
            || old.UnitPrice != now.UnitPrice
            || old.Trouble != now.Trouble
            || old.Line.Quantity != now.Line.Quantity
        );
        var names = string.Join(", ", changed.Select(line => line.Line.Name.Here()));
        if (names.Length > 0)
        {
            said = T["CartChanged", names, review.Total.Here(House!.Currency)];
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "An order could not be sent; the guest may send it again")]
    private static partial void LogFault(ILogger logger, Exception fault);
}
