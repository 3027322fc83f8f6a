using Microsoft.AspNetCore.Components;
using TableOrder.Core.Menu;
using TableOrder.Core.Ordering;
using TableOrder.Web.Layout;

namespace TableOrder.Web.Guest;

/// <summary>The cart's part of the page: kept in the browser after each change, sent exactly once.</summary>
public sealed partial class MenuPage
{
    private BrowserCart? browserCart;
    private Cart cart = Cart.Empty();
    private CartReview review = new([]);
    private bool isRead;
    private bool isSending;
    private Order? placed;
    private CartNotice? notice;
    private IReadOnlyList<string> concerned = [];

    [Inject]
    private ILogger<MenuPage> Log { get; set; } = null!;

    private async Task ReadCartAsync(Guid seating)
    {
        browserCart = new BrowserCart(Browser, seating);
        Change(await browserCart.ReadAsync() ?? cart);
        notice = cart.Unconfirmed ? new CartNotice(T["Unconfirmed"], IsBad: false) : null;
        isRead = true;
        read.SetResult();
    }

    private async Task AddAsync(CartLine line)
    {
        // A tap may be quicker than what the browser kept.
        await read.Task;
        var added = cart.Add(line);
        if (ReferenceEquals(added, cart))
        {
            (said, notice) = (T["CartFull"], new CartNotice(T["CartFull"], IsBad: true));
            return;
        }

        placed = null;
        ForgetNotice();
        await KeepAsync(added);
        said = T["Added", line.Name.Here(), line.Quantity, review.Total.Here(House!.Currency)];
    }

    private Task QuickAddAsync(MenuItem dish)
    {
        var now = view!.Menu.Item(dish.Id) ?? dish;
        var choice = new DishChoice(now, view.PortionsLeft(now.Id)) { Quantity = Math.Max(1, now.MinQuantity - cart.QuantityOf(now.Id)) };
        return IsGone(now) ? Task.CompletedTask : AddAsync(choice.ToLine());
    }

    private async Task SetQuantityAsync((string Key, int Quantity) wish)
    {
        ForgetNotice();
        await KeepAsync(cart.SetQuantity(wish.Key, wish.Quantity));
        said = T["CartNow", review.Count, review.Total.Here(House!.Currency)];
    }

    private async Task SendAsync()
    {
        // A second tap while the first is on its way.
        if (isSending || cart.Lines.Count == 0)
        {
            return;
        }

        if (!review.CanBeSent)
        {
            notice = new CartNotice(T["MendFirst"], IsBad: true);
            return;
        }

        (isSending, notice, concerned, placed) = (true, null, [], null);
        try
        {
            var (command, agreed) = (review.Command(cart.RequestId), review.Agreed(cart));

            // Kept before it leaves: whatever happens to the answer, the same content comes back with the same id.
            await KeepAsync(agreed with { Unconfirmed = true });
            await TakeAsync(Sending.Of(agreed, await Desk.PlaceAsync(Actor, command)));
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

    private async Task TakeAsync(Sending sent)
    {
        (placed, concerned) = (sent.Placed, sent.Concerned);
        if (sent.Refusal is { } refusal)
        {
            if (string.Equals(refusal.Code, OrderRefusal.SeatingClosed, StringComparison.Ordinal))
            {
                Leave("closed");
                return;
            }

            // What the refusal speaks of stands in the menu of now, perhaps before the topic's wake-up comes.
            Show((await Menus.GetAsync(Actor)).Value);
            notice = sent.Earlier is { } earlier
                ? new CartNotice(T["AlreadySent", earlier.Number], IsBad: true, LeadsToOrders: true)
                : new CartNotice(Common.Of(refusal), IsBad: true);
        }
        else
        {
            said = T["PlacedTitle", sent.Placed!.Number];
        }

        await KeepAsync(sent.Cart, keepsConcerned: true);
    }

    private async Task KeepAsync(Cart changed, bool keepsConcerned = false)
    {
        Change(changed);
        if (!keepsConcerned)
        {
            concerned = [];
        }

        await browserCart!.KeepAsync(cart);
    }

    /// <summary>The guest went on; only what nobody knows yet stays said.</summary>
    private void ForgetNotice() => notice = cart.Unconfirmed ? notice : null;

    private void Change(Cart changed)
    {
        cart = changed;
        review = cart.Against(view!);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "An order could not be sent; the guest may send it again")]
    private static partial void LogFault(ILogger logger, Exception fault);
}
