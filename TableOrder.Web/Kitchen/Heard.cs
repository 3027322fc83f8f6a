using TableOrder.Core.Ordering;
using TableOrder.Core.Stations;

namespace TableOrder.Web.Kitchen;

/// <summary>What of a change is to be heard on a screen. Pure.</summary>
public static class Heard
{
    /// <summary>The sound of a change; null: it is seen, not heard.</summary>
    /// <param name="view">What the screen looks at.</param>
    /// <param name="before">The order as the screen had it; null: it did not.</param>
    /// <param name="now">The order as it has it now; null: it has left.</param>
    public static KitchenSound? Of(KitchenView view, Order? before, Order? now)
    {
        if (now is null)
        {
            return null;
        }

        if (view.IsExpo)
        {
            return Waits(now, view) && (before is null || !Waits(before, view)) ? KitchenSound.Ready : null;
        }

        if (before is null)
        {
            return view.Shown(now).Any(ticket => ticket.RecalledAt is not null) ? null
                : Standing(view, now) == 0 ? KitchenSound.Cancelled
                : now is { Round: > 1, Remake: null } ? KitchenSound.Added
                : KitchenSound.New;
        }

        return Cancelled(view, now) > Cancelled(view, before) ? KitchenSound.Cancelled
            : Standing(view, now) > Standing(view, before) && !IsRecall(before, now) ? KitchenSound.Added
            : now.PrioritizedAt is not null && before.PrioritizedAt is null ? KitchenSound.Added
            : null;
    }

    private static bool Waits(Order order, KitchenView view) => TicketFaces.Of(order, view).Bump == BumpKind.Serve;

    private static bool IsRecall(Order before, Order now) =>
        !now.Tickets.Select(ticket => ticket.RecalledAt).SequenceEqual(before.Tickets.Select(ticket => ticket.RecalledAt));

    /// <summary>Lines that were fired and are wanted.</summary>
    private static int Standing(KitchenView view, Order order) =>
        Lines(view, order).Count(line => line.Status is not (LineStatus.Held or LineStatus.Cancelled));

    private static int Cancelled(KitchenView view, Order order) => Lines(view, order).Sum(line => line.CancelledQuantity);

    private static IEnumerable<OrderLine> Lines(KitchenView view, Order order) =>
        order.Lines.Where(line =>
            line.Station is not null && (view.Slug is not { } slug || string.Equals(line.Station, slug, StringComparison.Ordinal))
        );
}
