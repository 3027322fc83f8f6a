using TableOrder.Core.Ordering;
using Place = (System.DateTimeOffset Since, System.DateOnly Day, int Number);

namespace TableOrder.Web.Kitchen;

/// <summary>The tickets' line, oldest first. An order's place is worked out once for each of its states, however often the line is asked.</summary>
/// <param name="view">What the screen looks at.</param>
public sealed class TicketLine(KitchenView view)
{
    private readonly Dictionary<Guid, (Order Order, Place Place)> known = [];

    /// <summary>Puts orders in line.</summary>
    public IReadOnlyList<Order> Of(IReadOnlyDictionary<Guid, Order> orders)
    {
        IReadOnlyList<Order> line = [.. orders.Values.OrderBy(Find)];
        if (known.Count > orders.Count)
        {
            foreach (var gone in known.Keys.Where(id => !orders.ContainsKey(id)).ToList())
            {
                known.Remove(gone);
            }
        }

        return line;
    }

    /// <summary>
    /// Whether the line stays as it was last asked for with this order as it is now; null: it does not stand there any more.
    /// It looks at that order alone and never sorts: so a change costs the same however many tickets there are.
    /// </summary>
    public bool Keeps(Guid id, Order? now)
    {
        if (now is null)
        {
            return !known.ContainsKey(id);
        }

        var place = PlaceOf(now);
        if (!known.TryGetValue(id, out var before) || before.Place != place)
        {
            return false;
        }

        known[id] = (now, place);
        return true;
    }

    private Place Find(Order order)
    {
        if (!known.TryGetValue(order.Id, out var before) || !ReferenceEquals(before.Order, order))
        {
            known[order.Id] = before = (order, PlaceOf(order));
        }

        return before.Place;
    }

    /// <summary>The number decides between orders of one moment, so that no place is ever swapped by chance.</summary>
    private Place PlaceOf(Order order) => (view.Since(order), order.BusinessDay, order.Number);
}
