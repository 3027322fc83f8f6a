using TableOrder.Core.Ordering;
using TableOrder.Core.Seating;

namespace TableOrder.Web.Floor;

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

/// <summary>A table's or a party's state, from its open orders.</summary>
/// <param name="Mood">The most urgent of what its orders need.</param>
/// <param name="Since">The age of its oldest open order, Unix milliseconds; 0 where nothing is open.</param>
public readonly record struct FloorState(TableMood Mood, long Since)
{
    /// <summary>Seconds after which a wait is long.</summary>
    public int WarnAfter => 600;

    /// <summary>Seconds after which a wait is too long.</summary>
    public int LateAfter => 1200;

    /// <summary>The state of a table now: of all its parties, where it is a counter.</summary>
    public static FloorState Of(TableView table, ILookup<Guid, Order> openBySeating) =>
        table.Seatings.Count == 0 ? new FloorState(TableMood.Free, 0) : Of([.. table.Seatings.SelectMany(party => openBySeating[party.Id])]);

    /// <summary>The state of one party now.</summary>
    public static FloorState Of(SeatingView party, ILookup<Guid, Order> openBySeating) => Of([.. openBySeating[party.Id]]);

    private static FloorState Of(List<Order> orders)
    {
        var mood =
            orders.Exists(order => order.Status == OrderStatus.Ready) ? TableMood.Ready
            : orders.Exists(order => order.Status == OrderStatus.Placed) ? TableMood.Waiting
            : orders.Count > 0 ? TableMood.Cooking
            : TableMood.Seated;
        return new FloorState(mood, orders.Count == 0 ? 0 : orders.Min(order => order.PlacedAt).ToUnixTimeMilliseconds());
    }
}
