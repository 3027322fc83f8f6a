using TableOrder.Core.Ordering;
using TableOrder.Core.Seating;

namespace TableOrder.Web.Manager;

/// <summary>What a table needs.</summary>
public enum TableMood
{
    /// <summary>Nobody sits there.</summary>
    Free,

    /// <summary>A party sits there and waits for nothing.</summary>
    Seated,

    /// <summary>An order waits to be begun.</summary>
    Waiting,

    /// <summary>An order is being made.</summary>
    Cooking,

    /// <summary>Something waits to be carried.</summary>
    Ready,
}

/// <summary>A table's state, from its party and its open orders.</summary>
/// <param name="Mood">The most urgent of what its orders need.</param>
/// <param name="Since">The age of its oldest open order, Unix milliseconds; 0 where nothing is open.</param>
public readonly record struct FloorState(TableMood Mood, long Since)
{
    /// <summary>Seconds after which a wait is long.</summary>
    public int WarnAfter => 600;

    /// <summary>Seconds after which a wait is too long.</summary>
    public int LateAfter => 1200;

    /// <summary>The state of a table now.</summary>
    public static FloorState Of(TableView table, ILookup<Guid, Order> openBySeating)
    {
        if (table.Seating is not { } seating)
        {
            return new FloorState(TableMood.Free, 0);
        }

        var orders = openBySeating[seating.Id].ToList();
        var mood =
            orders.Exists(order => order.Status == OrderStatus.Ready) ? TableMood.Ready
            : orders.Exists(order => order.Status == OrderStatus.Placed) ? TableMood.Waiting
            : orders.Count > 0 ? TableMood.Cooking
            : TableMood.Seated;
        return new FloorState(mood, orders.Count == 0 ? 0 : orders.Min(order => order.PlacedAt).ToUnixTimeMilliseconds());
    }
}
