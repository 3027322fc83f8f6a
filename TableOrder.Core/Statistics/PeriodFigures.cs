namespace TableOrder.Core.Statistics;

/// <summary>What the manager sees of a business day, or of several in a row.</summary>
/// <param name="From">The first business day.</param>
/// <param name="To">The last business day.</param>
/// <param name="Sum">Orders by status, sales and money.</param>
/// <param name="HalfHours">The half hours in which something was ordered that is not cancelled, in order.</param>
/// <param name="TopItems">The dishes sold most often, at most ten.</param>
/// <param name="Stations">The stations that bumped a ticket, by their slugs.</param>
public sealed record PeriodFigures(
    DateOnly From,
    DateOnly To,
    DayFigures Sum,
    IReadOnlyList<HalfHourFigures> HalfHours,
    IReadOnlyList<ItemFigures> TopItems,
    IReadOnlyList<StationFigures> Stations
)
{
    /// <summary>The calls of these days.</summary>
    public CallFigures Calls { get; init; }
}

/// <summary>Calls of a business day, or of several.</summary>
/// <param name="Waiting">Nobody has answered them yet.</param>
/// <param name="Confirmed">Somebody came.</param>
/// <param name="Ended">The party left, or they became part of an equal one.</param>
/// <param name="AverageSeconds">How long those waited that were confirmed, on average; null where none was.</param>
public readonly record struct CallFigures(int Waiting, int Confirmed, int Ended, int? AverageSeconds);

/// <summary>Half an hour of placing.</summary>
/// <param name="Start">Its beginning: a moment, so the hour that a clock change repeats is two.</param>
/// <param name="Orders">Orders of which something is left.</param>
/// <param name="Sales">Uncancelled lines.</param>
public readonly record struct HalfHourFigures(DateTimeOffset Start, int Orders, Money Sales);

/// <summary>A dish that was sold.</summary>
/// <param name="MenuItemId">The dish.</param>
/// <param name="Name">As the menu has it now, in all languages; also of dishes that left the menu.</param>
/// <param name="Quantity">How many of it, cancelled ones taken back.</param>
/// <param name="Sales">What they came to, with options.</param>
public sealed record ItemFigures(Guid MenuItemId, LocalText Name, int Quantity, Money Sales);

/// <summary>How long a station takes.</summary>
/// <param name="Station">Its slug.</param>
/// <param name="MedianSeconds">Half of its tickets took no longer than this from the first fire to the bump; of two middle ones the shorter.</param>
public readonly record struct StationFigures(string Station, int MedianSeconds);
