namespace TableOrder.Core.Settings;

/// <summary>What the whole restaurant agrees on. Seeded from the configuration into an empty database; from then on the database rules.</summary>
/// <param name="Name">As on the sign outside, in every language.</param>
/// <param name="Currency">ISO 4217; fixed by the first order.</param>
/// <param name="TimeZone">IANA name, such as Asia/Seoul.</param>
/// <param name="BusinessDayStartsAt">Orders before this local time belong to the day before.</param>
/// <param name="Languages">Two-letter codes; the first is the house language.</param>
public sealed record RestaurantSettings(
    LocalText Name,
    string Currency,
    string TimeZone,
    TimeOnly BusinessDayStartsAt,
    IReadOnlyList<string> Languages
)
{
    /// <summary>Service on top of what was ordered, in basis points; a seating copies it when it begins.</summary>
    public int ServiceRate { get; init; }

    /// <summary>Korea's value-added tax, in basis points.</summary>
    internal const int UsualTaxRate = 1000;
    internal const int UsualCallWithinSeconds = 180;

    /// <summary>The tax that a new dish begins with, in basis points: 1000 is 10 %.</summary>
    public int TaxRate { get; init; } = UsualTaxRate;

    /// <summary>A call answered within this time is answered in time.</summary>
    public TimeSpan CallWithin { get; init; } = TimeSpan.FromSeconds(UsualCallWithinSeconds);

    /// <summary>Rises with each change of the settings.</summary>
    public int Version { get; init; } = 1;

    /// <summary>The owner has not finished the first set-up yet.</summary>
    public bool IsBeingSetUp { get; init; }

    private readonly TimeZoneInfo zone = TimeZoneInfo.FindSystemTimeZoneById(TimeZone);

    /// <summary>The business day a moment belongs to. It never goes back: where the day begins in an hour that the clock repeats, it begins in the first of the two.</summary>
    public DateOnly BusinessDay(DateTimeOffset moment)
    {
        var local = Local(moment).DateTime;
        var day = DateOnly.FromDateTime(local);
        var begins = day.ToDateTime(BusinessDayStartsAt);
        var hasBegun =
            local >= begins || (zone.IsAmbiguousTime(begins) && moment >= new DateTimeOffset(begins, zone.GetAmbiguousTimeOffsets(begins).Max()));
        return hasBegun ? day : day.AddDays(-1);
    }

    /// <summary>The start of the local half hour a moment lies in, as UTC: local hours are repeated and skipped when the clock changes, moments are not.</summary>
    public DateTimeOffset HalfHour(DateTimeOffset moment)
    {
        var local = Local(moment);
        return local.AddTicks(-(local.TimeOfDay.Ticks % TimeSpan.FromMinutes(30).Ticks)).ToUniversalTime();
    }

    /// <summary>When the restaurant's clock comes to show a time: the first of two where it repeats the hour, the moment of its leap where it skips the time.</summary>
    public DateTimeOffset Moment(DateTime local)
    {
        var shown = local;
        while (zone.IsInvalidTime(shown))
        {
            shown = shown.AddMinutes(-1);
        }

        var offset = zone.IsAmbiguousTime(shown) ? zone.GetAmbiguousTimeOffsets(shown).Max() : zone.GetUtcOffset(shown);
        return new DateTimeOffset(shown, offset).AddMinutes(shown == local ? 0 : 1);
    }

    /// <summary>When a business day begins.</summary>
    public DateTimeOffset Begins(DateOnly day) => Moment(day.ToDateTime(BusinessDayStartsAt));

    /// <summary>The wall clock in the restaurant.</summary>
    public DateTimeOffset Local(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, zone);
}
