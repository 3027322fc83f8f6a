namespace TableOrder.Core.Ordering;

/// <summary>What money does to the orders that it pays for. Pure. An order is paid when its seating's whole bill is; it stays so when more is ordered, and until money is taken back.</summary>
internal static class PaidRule
{
    /// <summary>The bill is fully paid.</summary>
    public static OrderChange Paid(Order order, DateTimeOffset now) =>
        OrderChange.Of(order with { PaidAt = now }, OrderEventType.Paid, EventDetail.Empty with { Paid = true });

    /// <summary>Money went back: a refund, or a payment that was void. Where something is due again the order is not paid any more.</summary>
    public static OrderChange Refunded(Order order, bool isPaid, string? reason)
    {
        var isPaidNoMore = order.PaidAt is not null && !isPaid;
        return OrderChange.Of(
            isPaidNoMore ? order with { PaidAt = null } : order,
            OrderEventType.Refunded,
            EventDetail.Empty with
            {
                Reason = reason,
                Paid = isPaidNoMore ? false : null,
            }
        );
    }
}
