using TableOrder.Core.Menu;
using TableOrder.Core.Storage;

namespace TableOrder.Core.Ordering;

/// <summary>What orders take of counted dishes, and what a cancellation gives back.</summary>
internal static class Portions
{
    /// <summary>Takes what the lines need of counted dishes, or nothing: all are looked at before the first is taken.</summary>
    public static List<RefusedLine> Take(Tx tx, MenuSnapshot menu, IReadOnlyList<OrderLine> lines)
    {
        var (refused, left, taken) = (new List<RefusedLine>(), new Dictionary<Guid, int>(), new Dictionary<Guid, int>());
        for (var i = 0; i < lines.Count; i++)
        {
            var (dish, quantity) = (lines[i].MenuItemId, lines[i].Quantity);
            if (!menu.Counted.Contains(dish))
            {
                continue;
            }

            if (!left.TryGetValue(dish, out var portions))
            {
                portions = MenuSql.PortionsLeft(tx.Session, dish);
            }

            if (portions < quantity)
            {
                refused.Add(new RefusedLine(i, dish, PortionsLeft: portions));
                continue;
            }

            left[dish] = portions - quantity;
            taken[dish] = taken.GetValueOrDefault(dish) + quantity;
        }

        if (refused.Count > 0)
        {
            return refused;
        }

        foreach (var (dish, quantity) in taken)
        {
            MenuSql.TakePortions(tx, dish, quantity);
        }

        return refused;
    }

    /// <summary>Takes what a line needs of a counted dish, or as much as there is; gives how many that were.</summary>
    public static int TakeWhatIsLeft(Tx tx, OrderLine line)
    {
        // Of a dish that is not counted there are none here.
        var taken = Math.Min(MenuSql.PortionsLeft(tx.Session, line.MenuItemId), line.Quantity);
        if (taken > 0)
        {
            MenuSql.TakePortions(tx, line.MenuItemId, taken);
        }

        return taken;
    }

    /// <summary>Gives back what was cancelled before somebody had begun to make it; of a remake no more than it took.</summary>
    public static void Return(Tx tx, Order before, Order after)
    {
        foreach (var (old, line) in before.Lines.Zip(after.Lines))
        {
            if (line.CancelledQuantity > old.CancelledQuantity && old.Status is LineStatus.Held or LineStatus.Placed)
            {
                var most = after.Remake?.Portions ?? int.MaxValue;
                if (Math.Min(most, old.Quantity) - Math.Min(most, line.Quantity) is > 0 and var portions)
                {
                    MenuSql.ReturnPortions(tx, line.MenuItemId, portions);
                }
            }
        }
    }
}
