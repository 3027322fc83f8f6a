namespace TableOrder.Core.Stations;

/// <summary>How one of the kitchen's screens looks and sounds: on every device that shows it, and after a device was replaced.</summary>
/// <param name="Screen">A station's slug, <see cref="All"/> or <see cref="Expo"/>.</param>
public sealed record KitchenScreen(string Screen)
{
    /// <summary>The screen of all stations.</summary>
    public const string All = "all";

    /// <summary>The screen of the pass.</summary>
    public const string Expo = "expo";

    /// <summary>The most columns of tickets.</summary>
    public const int MostColumns = 8;

    /// <summary>Columns of tickets, 1 to 8; 0: as many as fit.</summary>
    public int Columns { get; init; }

    /// <summary>0 to 100.</summary>
    public int Volume { get; init; } = 70;

    /// <summary>Nothing sounds, whatever the volume.</summary>
    public bool Muted { get; init; }

    /// <summary>Which sounds are left out.</summary>
    public IReadOnlyList<KitchenSound> Silent { get; init; } = [];

    /// <summary>Tickets also tell, small, what other stations make of the order.</summary>
    public bool SeesOthers { get; init; }

    /// <summary>Tickets also tell, small, what waits to be fired.</summary>
    public bool SeesHeld { get; init; }

    /// <summary>Compares what is set; a list read again is not another one.</summary>
    public bool Equals(KitchenScreen? other) =>
        other is not null
        && (Screen, Columns, Volume, Muted, SeesOthers, SeesHeld)
            == (other.Screen, other.Columns, other.Volume, other.Muted, other.SeesOthers, other.SeesHeld)
        && Silent.SequenceEqual(other.Silent);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Screen, Columns, Volume, Muted, Silent.Count, SeesOthers, SeesHeld);
}

/// <summary>What a kitchen's screen can be heard to say.</summary>
public enum KitchenSound
{
    /// <summary>A ticket came.</summary>
    New,

    /// <summary>A ticket of a party's later round came.</summary>
    Added,

    /// <summary>Something is not wanted any more.</summary>
    Cancelled,

    /// <summary>Every station is done with an order: it can be served.</summary>
    Ready,
}
