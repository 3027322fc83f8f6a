namespace TableOrder.Core.Ordering;

/// <summary>Puts an order before all others, or back in its turn.</summary>
/// <param name="OrderId">Which order.</param>
/// <param name="First">Whether it goes first.</param>
public sealed record PrioritizeOrder(Guid OrderId, bool First);

/// <summary>The rule of priority. Pure.</summary>
public static class PriorityRule
{
    /// <summary>The order with or without its flag; refuses one that is over ("illegal_transition").</summary>
    public static Outcome<OrderChange> Decide(Order order, PrioritizeOrder prioritize, DateTimeOffset now)
    {
        if (prioritize.First == order.PrioritizedAt is not null)
        {
            return OrderChange.None(order);
        }

        return order.IsOpen
            ? OrderChange.Of(
                order with
                {
                    PrioritizedAt = prioritize.First ? now : null,
                },
                OrderEventType.LinesUpdated,
                EventDetail.Empty with
                {
                    Priority = prioritize.First,
                }
            )
            : new OrderRefusal(OrderRefusal.IllegalTransition) { Current = order };
    }
}
