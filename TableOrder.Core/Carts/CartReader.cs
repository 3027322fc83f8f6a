using TableOrder.Core.Access;
using TableOrder.Core.Ordering;
using TableOrder.Core.Seating;
using TableOrder.Core.Storage;

namespace TableOrder.Core.Carts;

/// <summary>Answers what a seating's guests have chosen.</summary>
public sealed class CartReader
{
    private readonly ReadPool reads;

    internal CartReader(ReadPool reads) => this.reads = reads;

    /// <summary>The cart that a seating's guests share; staff say of which seating. Refuses "seating_closed" and, for another party's, "not_found".</summary>
    public async Task<Outcome<SharedCart>> GetAsync(Actor actor, Guid? seatingId = null)
    {
        if (Rights.Refuse(actor, Right.UseCart) is { } refusal)
        {
            return refusal;
        }

        return SeatingOf(actor, seatingId).Succeeded(out var seating, out refusal)
            ? await reads.SnapshotAsync<Outcome<SharedCart>>(session =>
                Open(session, seating).Then<SharedCart>(open => CartSql.Read(session, open.Id))
            )
            : refusal;
    }

    /// <summary>Whose cart an actor means: a guest their own, staff the one they name.</summary>
    internal static Outcome<Guid> SeatingOf(Actor actor, Guid? named) =>
        (actor.SeatingId ?? named) is not { } seating ? Refusal.Bad("seatingId", "Say for which seating.")
        : named is not null && named != seating ? new Refusal(Refusal.NotFound)
        : seating;

    /// <summary>The seating that has the cart of whoever names it, or why it has none.</summary>
    internal static Outcome<SeatingAtOrder> Open(Session session, Guid seating) =>
        SeatingSql.Find(session, seating) is not { } found ? new Refusal(Refusal.NotFound)
        : found.IsOpen ? found
        : new OrderRefusal(OrderRefusal.SeatingClosed);
}
