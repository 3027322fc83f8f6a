using TableOrder.Core;
using TableOrder.Core.Ordering;

namespace TableOrder.Web.Kitchen;

/// <summary>
/// How many of each dish are still to be made on a screen. What is ordered or cooking counts; what is ready or held is not to be made now.
/// The counts are kept, not computed: a change costs the lines of its own order, however many orders there are.
/// </summary>
/// <param name="view">What the screen looks at.</param>
public sealed class AllDay(KitchenView view)
{
    private readonly Dictionary<Guid, Order> counted = [];
    private readonly Dictionary<Guid, AllDayDish> dishes = [];

    /// <summary>The dishes, most first.</summary>
    public IReadOnlyList<AllDayDish> Dishes =>
        [.. dishes.Values.OrderByDescending(dish => dish.Quantity).ThenBy(dish => dish.Name.ToString(), StringComparer.Ordinal)];

    /// <summary>Counts all orders that there are now. What is counted already in the same state is passed over.</summary>
    public void TakeAll(IReadOnlyDictionary<Guid, Order> orders)
    {
        foreach (var (id, order) in orders)
        {
            Take(id, order);
        }

        if (counted.Count > orders.Count)
        {
            foreach (var gone in counted.Keys.Where(id => !orders.ContainsKey(id)).ToList())
            {
                Take(gone, now: null);
            }
        }
    }

    /// <summary>Counts an order as it stands now instead of as it stood before; null: it has left. True where a count has changed.</summary>
    public bool Take(Guid id, Order? now)
    {
        var known = counted.GetValueOrDefault(id);
        if (ReferenceEquals(known, now))
        {
            return false;
        }

        var (before, after) = (Share(known), Share(now));
        if (now is null)
        {
            counted.Remove(id);
        }
        else
        {
            counted[id] = now;
        }

        if (before.Select(Figure).SequenceEqual(after.Select(Figure)))
        {
            return false;
        }

        foreach (var dish in before)
        {
            Add(dish, -dish.Quantity);
        }

        foreach (var dish in after)
        {
            Add(dish, dish.Quantity);
        }

        return true;
    }

    private static (Guid Dish, int Quantity) Figure(AllDayDish dish) => (dish.MenuItemId, dish.Quantity);

    private List<AllDayDish> Share(Order? order) =>
        order is null
            ? []
            :
            [
                .. view.Shown(order)
                    .SelectMany(ticket => order.LinesOf(ticket.Station))
                    .Where(line => line.Status is LineStatus.Placed or LineStatus.Preparing)
                    .GroupBy(line => line.MenuItemId)
                    .Select(dish => new AllDayDish(dish.Key, dish.First().Name, dish.Sum(line => line.Quantity))),
            ];

    private void Add(AllDayDish dish, int quantity)
    {
        var sum = quantity + (dishes.TryGetValue(dish.MenuItemId, out var counted) ? counted.Quantity : 0);
        if (sum == 0)
        {
            dishes.Remove(dish.MenuItemId);
        }
        else
        {
            dishes[dish.MenuItemId] = dish with { Quantity = sum };
        }
    }
}

/// <summary>A dish and how many of it are open.</summary>
/// <param name="MenuItemId">The dish.</param>
/// <param name="Name">Its name.</param>
/// <param name="Quantity">How many.</param>
public sealed record AllDayDish(Guid MenuItemId, LocalText Name, int Quantity);
