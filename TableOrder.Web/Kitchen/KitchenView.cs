using TableOrder.Core.Feed;
using TableOrder.Core.Menu;
using TableOrder.Core.Ordering;
using TableOrder.Core.Stations;

namespace TableOrder.Web.Kitchen;

/// <summary>What one kitchen screen looks at: a single station, all of them with one card an order, or the pass.</summary>
/// <param name="station">The station's slug; null: all.</param>
/// <param name="stations">Every station, in the order of the tabs.</param>
public sealed class KitchenView(string? station, IReadOnlyList<Station> stations)
{
    /// <summary>The station's slug; null: all.</summary>
    public string? Slug { get; } = station;

    /// <summary>Every station, in the order of the tabs.</summary>
    public IReadOnlyList<Station> Stations { get; } = stations;

    /// <summary>It is the pass: whole orders, until all of them is served.</summary>
    public bool IsExpo { get; init; }

    /// <summary>How it looks and sounds.</summary>
    public KitchenScreen Screen { get; init; } = new(KitchenScreen.All);

    /// <summary>The one station looked at; null for all, and for a slug that nobody knows.</summary>
    public Station? Station => Find(Slug);

    /// <summary>Whether the address names a station that does not exist.</summary>
    public bool IsUnknown => Slug is not null && Station is null;

    /// <summary>Whether tickets look the same on another screen.</summary>
    public bool IsLike(KitchenView other) =>
        ReferenceEquals(Stations, other.Stations)
        && IsExpo == other.IsExpo
        && (Screen.SeesOthers, Screen.SeesHeld) == (other.Screen.SeesOthers, other.Screen.SeesHeld)
        && string.Equals(Slug, other.Slug, StringComparison.Ordinal);

    /// <summary>The name under which a screen's settings are kept.</summary>
    public static string ScreenOf(string? slug, bool isExpo) => isExpo ? KitchenScreen.Expo : slug ?? KitchenScreen.All;

    /// <summary>A station by its slug, or null.</summary>
    public Station? Find(string? slug) => Stations.FirstOrDefault(station => string.Equals(station.Slug, slug, StringComparison.Ordinal));

    /// <summary>Whether an event may bring an order onto this screen. An order of bottled drinks alone has no station: only the pass sees it.</summary>
    public bool Concerns(OrderEvent happened) =>
        IsExpo || (Slug is { } slug ? happened.ConcernsStation(slug) : happened.Stations.Trim(',').Length > 0);

    /// <summary>Whether an order stands on this screen.</summary>
    public bool Belongs(Order order) => IsExpo ? order.IsOpen : Shown(order).Any();

    /// <summary>The order's tickets that this screen shows.</summary>
    public IEnumerable<Ticket> Shown(Order order) =>
        order.Tickets.Where(ticket =>
            IsExpo || ((Slug is null || string.Equals(ticket.Station, Slug, StringComparison.Ordinal)) && order.Shows(ticket))
        );

    /// <summary>When the order's clock began here: the earliest fire of what is shown.</summary>
    public DateTimeOffset Since(Order order) => Shown(order).Min(ticket => ticket.FiredAt) ?? order.PlacedAt;

    /// <summary>Whether somebody looks after this screen's tickets so closely that it may say they are received: the pass does not cook.</summary>
    public bool Receives => !IsExpo;

    /// <summary>The tickets of an order that this screen holds and that nobody has confirmed yet.</summary>
    public IEnumerable<Ticket> Unreceived(Order order) => Receives ? Shown(order).Where(ticket => ticket.ReceivedAt is null) : [];

    /// <summary>Whether a human has yet to touch something of the order here.</summary>
    public bool IsUntouched(Order order) => !IsExpo && Shown(order).Any(ticket => ticket.TouchedAt is null);
}
