using TableOrder.Core;
using TableOrder.Core.Ordering;

namespace TableOrder.Web.Kitchen;

/// <summary>How many of each dish are still to be made on a screen, most first. Pure.</summary>
public static class AllDay
{
    /// <summary>Counts what is ordered or cooking on the tickets shown; what is ready or held is not to be made now.</summary>
    public static IReadOnlyList<AllDayDish> Count(IEnumerable<Order> orders, KitchenView view) =>
        [
            .. orders
                .SelectMany(order => view.Shown(order).SelectMany(ticket => order.LinesOf(ticket.Station)))
                .Where(line => line.Status is LineStatus.Placed or LineStatus.Preparing)
                .GroupBy(line => line.MenuItemId)
                .Select(dish => new AllDayDish(dish.Key, dish.First().Name, dish.Sum(line => line.Quantity)))
                .OrderByDescending(dish => dish.Quantity)
                .ThenBy(dish => dish.Name.ToString(), StringComparer.Ordinal),
        ];
}

/// <summary>A dish and how many of it are open.</summary>
/// <param name="MenuItemId">The dish.</param>
/// <param name="Name">Its name.</param>
/// <param name="Quantity">How many.</param>
public sealed record AllDayDish(Guid MenuItemId, LocalText Name, int Quantity);
