namespace TableOrder.Core.Settings;

/// <summary>A change of the settings; what is null stays.</summary>
/// <param name="Version">The settings' version that it was made from.</param>
public sealed record ChangeSettings(int Version)
{
    /// <summary>As on the sign outside, in at least one language, each at most 60 characters.</summary>
    public LocalText? Name { get; init; }

    /// <summary>One of <see cref="Currencies.Codes"/>; fixed once there is an order.</summary>
    public string? Currency { get; init; }

    /// <summary>IANA name.</summary>
    public string? TimeZone { get; init; }

    /// <summary>Local time, in whole minutes.</summary>
    public TimeOnly? BusinessDayStartsAt { get; init; }

    /// <summary>Two-letter codes, the house language first; at least one.</summary>
    public IReadOnlyList<string>? Languages { get; init; }

    /// <summary>Service on top, 0 to 3,000 basis points; parties who have come already keep theirs.</summary>
    public int? ServiceRate { get; init; }

    /// <summary>The tax that a new dish begins with, 0 to 5,000 basis points.</summary>
    public int? TaxRate { get; init; }

    /// <summary>A call should be answered within this time, 30 seconds to an hour.</summary>
    public TimeSpan? CallWithin { get; init; }

    /// <summary>The owner says that the restaurant is ready.</summary>
    public bool IsSetUp { get; init; }
}
