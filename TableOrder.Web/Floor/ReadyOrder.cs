using TableOrder.Core.Ordering;

namespace TableOrder.Web.Floor;

/// <summary>What of an order waits to be carried.</summary>
/// <param name="Order">The order, as it is painted.</param>
/// <param name="Lines">Its lines that are ready.</param>
/// <param name="Since">Since when the first of them is, Unix milliseconds.</param>
public sealed record ReadyOrder(Order Order, IReadOnlyList<OrderLine> Lines, long Since)
{
    /// <summary>Whether nothing else of it is still to come from the kitchen.</summary>
    public bool IsWhole => Order.Status == OrderStatus.Ready && Order.Lines.All(line => line.Status != LineStatus.Held);

    /// <summary>All of them, those that wait longest first.</summary>
    public static IReadOnlyList<ReadyOrder> Of(IEnumerable<Order> orders) =>
        [
            .. orders
                .Select(order => (Order: order, Lines: order.Lines.Where(line => line.Status == LineStatus.Ready).ToList()))
                .Where(one => one.Lines.Count > 0)
                .Select(one => new ReadyOrder(
                    one.Order,
                    one.Lines,
                    one.Lines.Min(line => line.ReadyAt ?? one.Order.FiredAt(line)).ToUnixTimeMilliseconds()
                ))
                .OrderBy(ready => ready.Since),
        ];
}
