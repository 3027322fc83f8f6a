using TableOrder.Core.Access;
using TableOrder.Core.Feed;
using TableOrder.Core.Menu;
using TableOrder.Core.Ordering;
using TableOrder.Core.Seating;
using TableOrder.Core.Settings;
using TableOrder.Core.Storage;

namespace TableOrder.Core.Carts;

/// <summary>Takes edits of the cart that a seating's guests share, and sends it. Each is one transaction; edits of several people merge, see <see cref="CartRule"/>.</summary>
public sealed class CartDesk
{
    private readonly Writer writer;
    private readonly MenuReader menu;
    private readonly SettingsReader settings;
    private readonly OrderDesk orders;

    internal CartDesk(Writer writer, MenuReader menu, SettingsReader settings, OrderDesk orders) =>
        (this.writer, this.menu, this.settings, this.orders) = (writer, menu, settings, orders);

    /// <summary>Puts a dish into the cart, see <see cref="CartRule.Add"/>. Gives the cart after it.</summary>
    public async Task<Outcome<SharedCart>> AddAsync(Actor actor, AddToCart add, CancellationToken cancellation = default) =>
        Cart(await EditAsync(actor, add.SeatingId, (now, _, cart) => Whole(CartRule.Add(cart, now, add, actor.Id, RisingId.Next)), cancellation));

    /// <summary>More or fewer of a line, see <see cref="CartRule.Change"/>. Gives the cart after it.</summary>
    public async Task<Outcome<SharedCart>> ChangeAsync(Actor actor, ChangeCartLine change, CancellationToken cancellation = default) =>
        Cart(await EditAsync(actor, change.SeatingId, (_, _, cart) => Whole(CartRule.Change(cart, change, actor.Id)), cancellation));

    /// <summary>Fills the cart with what an earlier order of the same seating holds, see <see cref="CartRule.Again"/>. Refuses another party's order ("not_found").</summary>
    public Task<Outcome<FilledCart>> AgainAsync(Actor actor, OrderAgain again, CancellationToken cancellation = default) =>
        EditAsync(
            actor,
            again.SeatingId,
            (now, tx, cart) =>
                OrderSql.Find(tx.Session, again.OrderId) is { } order
                && order.SeatingId == SeatingSql.Find(tx.Session, actor.SeatingId ?? again.SeatingId ?? default)?.Id
                    ? CartRule.Again(cart, now, order, actor.Id, RisingId.Next)
                    : new Refusal(Refusal.NotFound),
            cancellation
        );

    /// <summary>
    /// Sends the cart, exactly once: whoever sends a cart that has been sent gets the order it became. The next cart is empty and has another id, in the same transaction.
    /// Refuses a cart that is not what the sender saw ("cart_changed"), and what <see cref="OrderDesk.PlaceAsync"/> refuses; the lines of a refusal stand in the order of those accepted.
    /// </summary>
    public async Task<Outcome<PlacedOrder>> SendAsync(Actor actor, SendCart send, CancellationToken cancellation = default)
    {
        if (Rights.Refuse(actor, Right.PlaceOrders) is { } refusal)
        {
            return refusal;
        }

        if (!CartReader.SeatingOf(actor, send.SeatingId).Succeeded(out var seating, out refusal))
        {
            return refusal;
        }

        var house = await settings.CurrentAsync();
        return await writer.RunAsync(tx => Send(tx, actor, seating, send, house), cancellation);
    }

    private Outcome<PlacedOrder> Send(Tx tx, Actor actor, Guid named, SendCart send, RestaurantSettings house)
    {
        if (SeatingSql.Find(tx.Session, named) is { } party && OrderBook.Known(tx, party, send.RequestId) is { } known)
        {
            return new PlacedOrder(known, Created: false);
        }

        if (!CartReader.Open(tx.Session, named).Succeeded(out var open, out var refusal))
        {
            return refusal;
        }

        var seating = open.Id;
        var cart = CartSql.Read(tx.Session, seating);
        if (cart.RequestId != send.RequestId || cart.Version != send.Version || cart.Lines.Count == 0)
        {
            return new Refusal(CartRule.Changed);
        }

        if (send.Lines.Any(accepted => !(accepted.Quantity <= cart.Line(accepted.LineId)?.Quantity)))
        {
            return new Refusal(CartRule.Changed);
        }

        var place = new PlaceOrder(cart.RequestId, [.. send.Lines.Select(accepted => Line(cart.Line(accepted.LineId)!, accepted))]);
        return orders
            .Place(tx, actor, place, seating, house)
            .Then<PlacedOrder>(placed =>
            {
                CartSql.Sent(tx, seating, placed.Order.Id, actor.Id);
                Topics.Raise(tx, SeatingSql.SharedTopic(seating));
                return placed;
            });
    }

    private static Outcome<FilledCart> Whole(Outcome<SharedCart> edited) => edited.Then<FilledCart>(cart => new FilledCart(cart, []));

    private static Outcome<SharedCart> Cart(Outcome<FilledCart> edited) => edited.Then<SharedCart>(filled => filled.Cart);

    private async Task<Outcome<FilledCart>> EditAsync(
        Actor actor,
        Guid? named,
        Func<MenuNow, Tx, SharedCart, Outcome<FilledCart>> edit,
        CancellationToken cancellation
    )
    {
        if (Rights.Refuse(actor, Right.UseCart) is { } refusal)
        {
            return refusal;
        }

        if (!CartReader.SeatingOf(actor, named).Succeeded(out var seating, out refusal))
        {
            return refusal;
        }

        var house = await settings.CurrentAsync();
        return await writer.RunAsync(
            tx => Edit(tx, seating, cart => edit(new MenuNow(menu.Current(tx), house.Local(tx.Now).DateTime), tx, cart)),
            cancellation
        );
    }

    /// <summary>Gives the cart as it stands then: with its version, and the names of those who joined in.</summary>
    private static Outcome<FilledCart> Edit(Tx tx, Guid named, Func<SharedCart, Outcome<FilledCart>> edit)
    {
        if (!CartReader.Open(tx.Session, named).Succeeded(out var open, out var refusal))
        {
            return refusal;
        }

        var seating = open.Id;
        CartSql.Begin(tx, seating);
        var before = CartSql.Read(tx.Session, seating);
        return edit(before)
            .Then<FilledCart>(after =>
            {
                CartSql.Write(tx, seating, before, after.Cart);
                Topics.Raise(tx, SeatingSql.SharedTopic(seating));
                if (before.Lines.Count == 0 != (after.Cart.Lines.Count == 0))
                {
                    // With its first dish a party occupies its table.
                    Topics.Raise(tx, SeatingDesk.TablesTopic);
                }

                return after with
                {
                    Cart = CartSql.Read(tx.Session, seating),
                };
            });
    }

    private static PlaceLine Line(CartLine line, AcceptedLine accepted) =>
        new(line.MenuItemId, accepted.Quantity, line.Options)
        {
            Note = line.Note,
            UnitPrice = accepted.UnitPrice,
            By = line.OrderedBy,
        };
}
