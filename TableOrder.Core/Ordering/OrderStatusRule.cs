namespace TableOrder.Core.Ordering;

/// <summary>How an order's status follows from its lines.</summary>
public static class OrderStatusRule
{
    /// <summary>Somebody still has to do something.</summary>
    public static bool IsOpen(this OrderStatus status) => status is OrderStatus.Placed or OrderStatus.Preparing or OrderStatus.Ready;

    /// <summary>The status of an order with these lines.</summary>
    public static OrderStatus Derive(IEnumerable<OrderLine> lines)
    {
        var standing = lines.Where(line => line.Status != LineStatus.Cancelled).ToList();
        if (standing.Count == 0)
        {
            return OrderStatus.Cancelled;
        }

        if (standing.TrueForAll(line => line.Status == LineStatus.Served))
        {
            return OrderStatus.Served;
        }

        if (standing.TrueForAll(line => line.Status is LineStatus.Ready or LineStatus.Served))
        {
            return OrderStatus.Ready;
        }

        return standing.Exists(line => line.Station is not null && line.Status is LineStatus.Preparing or LineStatus.Ready or LineStatus.Served)
            ? OrderStatus.Preparing
            : OrderStatus.Placed;
    }
}
