using TableOrder.Core;
using TableOrder.Core.Ordering;

namespace TableOrder.Web.Guest;

/// <summary>What became of a cart that was sent.</summary>
/// <param name="Cart">The cart to go on with.</param>
/// <param name="Placed">The order it became; null where it was refused.</param>
/// <param name="Refusal">Why it was refused; null where it was not.</param>
/// <param name="Concerned">The keys of the lines that the refusal is about.</param>
public sealed record Sending(Cart Cart, Order? Placed, Refusal? Refusal, IReadOnlyList<string> Concerned)
{
    /// <summary>The order that this cart had already become, where the refusal says so.</summary>
    public Order? Earlier => (Refusal as OrderRefusal)?.Current;

    /// <summary>
    /// Decides with which cart, and above all with which id, the guest goes on. Placed: a new cart. Its id already an order of other content: the same lines
    /// with a new id. Busy: nothing was looked up, so all stays. Any other refusal: certainly no order, the same id.
    /// </summary>
    public static Sending Of(Cart cart, Outcome<PlacedOrder> answer)
    {
        if (answer.Succeeded(out var placed, out var refusal))
        {
            return new Sending(Cart.Empty(), placed.Order, null, []);
        }

        var next = refusal.Code switch
        {
            Refusal.Busy => cart,
            OrderRefusal.KeyReused => cart with { RequestId = Guid.CreateVersion7(), Unconfirmed = false },
            _ => cart with { Unconfirmed = false },
        };
        var concerned = (refusal as OrderRefusal)?.Lines.Where(line => line.Index < cart.Lines.Count).Select(line => cart.Lines[line.Index].Key);
        return new Sending(next, null, refusal, [.. concerned ?? []]);
    }
}
