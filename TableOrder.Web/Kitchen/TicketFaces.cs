using System.Runtime.CompilerServices;
using TableOrder.Core.Ordering;

namespace TableOrder.Web.Kitchen;

/// <summary>
/// The faces of orders, shared by all screens that look alike: two hundred screens work out a change once, and hold its texts once. A face lives as long as its order's state is held by anybody.
/// </summary>
public static class TicketFaces
{
    private static readonly ConditionalWeakTable<Order, List<(KitchenView View, TicketFace Face)>> Known = [];

    /// <summary>The face of an order on a screen.</summary>
    public static TicketFace Of(Order order, KitchenView view)
    {
        var faces = Known.GetOrCreateValue(order);
        lock (faces)
        {
            foreach (var (other, known) in faces)
            {
                if (other.IsLike(view))
                {
                    return known;
                }
            }

            var face = new TicketFace(order, view);
            faces.Add((view, face));
            return face;
        }
    }
}
