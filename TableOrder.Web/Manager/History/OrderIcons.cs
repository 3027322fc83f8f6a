using TableOrder.Core.Ordering;

namespace TableOrder.Web.Manager.History;

/// <summary>Signs beside the words: nobody shall need colours.</summary>
internal static class OrderIcons
{
    /// <summary>An order's.</summary>
    public static string Icon(this OrderStatus status) =>
        status switch
        {
            OrderStatus.Placed => "⏳",
            OrderStatus.Preparing => "🔥",
            OrderStatus.Ready => "🛎️",
            OrderStatus.Served => "✓",
            _ => "✕",
        };

    /// <summary>A line's.</summary>
    public static string Icon(this LineStatus status) =>
        status switch
        {
            LineStatus.Held => "⏸",
            LineStatus.Placed => "⏳",
            LineStatus.Preparing => "🔥",
            LineStatus.Ready => "🛎️",
            LineStatus.Served => "✓",
            _ => "✕",
        };
}
