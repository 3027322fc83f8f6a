namespace TableOrder.Core.Ordering;

/// <summary>The names of events, as the log and the stream carry them.</summary>
public static class Signals
{
    private static readonly Dictionary<string, OrderEventType> ByName = Enum.GetValues<OrderEventType>().ToDictionary(Name, StringComparer.Ordinal);

    /// <summary>The event of a name; null where there is none of it.</summary>
    public static OrderEventType? Of(string name) => ByName.TryGetValue(name, out var happened) ? happened : null;

    /// <summary>The name of an event: "order_status_updated".</summary>
    public static string Name(OrderEventType happened) =>
        happened switch
        {
            OrderEventType.Placed => "order_placed",
            OrderEventType.Received => "order_received",
            OrderEventType.StatusUpdated => "order_status_updated",
            OrderEventType.Cancelled => "order_cancelled",
            OrderEventType.LinesUpdated => "order_lines_updated",
            OrderEventType.Paid => "order_paid",
            OrderEventType.Refunded => "order_refunded",
            OrderEventType.Moved => "order_moved",
            _ => throw new ArgumentOutOfRangeException(nameof(happened), happened, "Not an event"),
        };
}
