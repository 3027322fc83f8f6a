using TableOrder.Core.Menu;
using TableOrder.Core.Ordering;
using TableOrder.Core.Settings;
using TableOrder.Web.Layout;

namespace TableOrder.Web.Manager;

/// <summary>A ticket that no kitchen screen holds yet, as the manager will be told of it. Two of the same words are the same.</summary>
/// <param name="OrderId">Which order.</param>
/// <param name="Slug">As which station sees it.</param>
/// <param name="Number">The order's number.</param>
/// <param name="Table">Its table.</param>
/// <param name="Station">The station in the manager's language, with its emoji.</param>
/// <param name="Since">When it was fired, on the restaurant's wall.</param>
/// <param name="AlarmAt">From then on it is an alarm, Unix milliseconds.</param>
public sealed record UnheldTicket(Guid OrderId, string Slug, int Number, string Table, string Station, string Since, long AlarmAt)
{
    /// <summary>All of them, those that wait longest first.</summary>
    public static IReadOnlyList<UnheldTicket> Of(IEnumerable<Order> orders, MenuSnapshot menu, RestaurantSettings house) =>
        [
            .. from order in orders
            from ticket in order.Tickets
            let at = ReceiveRule.AlarmAt(order, ticket)
            where at is not null
            orderby at, order.Number
            let station = menu.Station(ticket.Station)
            select new UnheldTicket(
                order.Id,
                ticket.Station,
                order.Number,
                order.TableName,
                station is null ? ticket.Station : $"{station.Emoji} {station.Name.Here()}",
                house.Local(ticket.FiredAt!.Value).OnTheWall(),
                at.Value.ToUnixTimeMilliseconds()
            ),
        ];
}
