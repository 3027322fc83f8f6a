namespace TableOrder.Core.Ordering;

/// <summary>What a party's move does to what it ordered. Pure: the ticket stays the same one, with everything that was done to it.</summary>
internal static class MoveRule
{
    /// <summary>The order at another table, or another party's, or both.</summary>
    public static OrderChange To(Order order, Guid seating, Guid table, string tableName) =>
        order.SeatingId == seating && order.TableId == table
            ? OrderChange.None(order)
            : OrderChange.Of(
                order with
                {
                    SeatingId = seating,
                    TableId = table,
                    TableName = tableName,
                },
                OrderEventType.Moved,
                EventDetail.Empty with
                {
                    FromTable = order.TableName,
                }
            );
}
