using TableOrder.Core.Feed;
using TableOrder.Core.Menu;
using TableOrder.Core.Ordering;

namespace TableOrder.Web.Kitchen;

/// <summary>What one kitchen screen looks at: a single station, or all of them with one card an order.</summary>
/// <param name="station">The station's slug; null: all.</param>
/// <param name="stations">Every station, in the order of the tabs.</param>
public sealed class KitchenView(string? station, IReadOnlyList<Station> stations)
{
    /// <summary>The station's slug; null: all.</summary>
    public string? Slug { get; } = station;

    /// <summary>Every station, in the order of the tabs.</summary>
    public IReadOnlyList<Station> Stations { get; } = stations;

    /// <summary>The one station looked at; null for all, and for a slug that nobody knows.</summary>
    public Station? Station => Find(Slug);

    /// <summary>Whether the address names a station that does not exist.</summary>
    public bool IsUnknown => Slug is not null && Station is null;

    /// <summary>A station by its slug, or null.</summary>
    public Station? Find(string? slug) => Stations.FirstOrDefault(station => string.Equals(station.Slug, slug, StringComparison.Ordinal));

    /// <summary>Whether an event may bring an order onto this screen. An order of bottled drinks alone has no station and never does.</summary>
    public bool Concerns(OrderEvent happened) => Slug is { } slug ? happened.ConcernsStation(slug) : happened.Stations.Trim(',').Length > 0;

    /// <summary>Whether an order stands on this screen.</summary>
    public bool Belongs(Order order) => Shown(order).Any();

    /// <summary>The order's tickets that this screen shows.</summary>
    public IEnumerable<Ticket> Shown(Order order) =>
        order.Tickets.Where(ticket => (Slug is null || string.Equals(ticket.Station, Slug, StringComparison.Ordinal)) && order.Shows(ticket));

    /// <summary>When the order's clock began here: the earliest fire of what is shown.</summary>
    public DateTimeOffset Since(Order order) => Shown(order).Min(ticket => ticket.FiredAt) ?? order.PlacedAt;
}
