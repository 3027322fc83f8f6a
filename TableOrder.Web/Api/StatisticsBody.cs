using TableOrder.Core.Statistics;
using TableOrder.Web.Layout;

namespace TableOrder.Web.Api;

/// <summary>Kept figures of a business day, or of several in a row.</summary>
/// <param name="Orders">How many orders are in each status, by the day of placing.</param>
/// <param name="Sales">Uncancelled lines before discounts and service, by the day of placing, in minor units.</param>
/// <param name="Payments">Money taken, by the day it moved.</param>
/// <param name="Refunds">Money given back, by the day it moved.</param>
/// <param name="Calls">Guests' calls, by the day they came.</param>
/// <param name="HalfHours">The half hours of placing in which something was ordered that is not cancelled.</param>
/// <param name="TopItems">The ten dishes sold most often.</param>
/// <param name="Stations">How long each station takes.</param>
internal sealed record StatisticsBody(
    OrderCountsBody Orders,
    long Sales,
    long Payments,
    long Refunds,
    CallCountsBody Calls,
    IReadOnlyList<HalfHourBody> HalfHours,
    IReadOnlyList<TopItemBody> TopItems,
    IReadOnlyList<StationTimeBody> Stations
)
{
    public static StatisticsBody Of(PeriodFigures figures) =>
        new(
            new OrderCountsBody(figures.Sum.Placed, figures.Sum.Preparing, figures.Sum.Ready, figures.Sum.Served, figures.Sum.Cancelled),
            figures.Sum.Sales.Minor,
            figures.Sum.Payments.Minor,
            figures.Sum.Refunds.Minor,
            new CallCountsBody(figures.Calls.Waiting, figures.Calls.Confirmed, figures.Calls.AverageSeconds),
            [.. figures.HalfHours.Select(half => new HalfHourBody(half.Start.UtcDateTime, half.Orders, half.Sales.Minor))],
            [.. figures.TopItems.Select(item => new TopItemBody(item.MenuItemId, item.Name.Here(), item.Quantity, item.Sales.Minor))],
            [.. figures.Stations.Select(station => new StationTimeBody(station.Station, station.MedianSeconds))]
        );
}

/// <summary>Orders by status.</summary>
/// <param name="Placed">Nobody has begun.</param>
/// <param name="Preparing">Being made.</param>
/// <param name="Ready">Waiting to be carried.</param>
/// <param name="Served">On the table.</param>
/// <param name="Cancelled">Nothing is left of them.</param>
internal sealed record OrderCountsBody(int Placed, int Preparing, int Ready, int Served, int Cancelled);

/// <summary>Guests' calls by state.</summary>
/// <param name="Waiting">Nobody has come.</param>
/// <param name="Confirmed">Somebody is on the way or has been there.</param>
/// <param name="AverageSeconds">How long those waited for the answer, on average; null where there were none.</param>
internal sealed record CallCountsBody(int Waiting, int Confirmed, int? AverageSeconds);

/// <summary>Half an hour of placing.</summary>
/// <param name="Start">Its beginning.</param>
/// <param name="Orders">Orders of which something is left.</param>
/// <param name="Sales">Uncancelled lines, in minor units.</param>
internal sealed record HalfHourBody(DateTime Start, int Orders, long Sales);

/// <summary>A dish that was sold.</summary>
/// <param name="MenuItemId">The dish.</param>
/// <param name="Name">In the caller's language.</param>
/// <param name="Quantity">How many of it.</param>
/// <param name="Sales">What they came to with options, in minor units.</param>
internal sealed record TopItemBody(Guid MenuItemId, string Name, int Quantity, long Sales);

/// <summary>How long a station takes.</summary>
/// <param name="Station">The station's slug.</param>
/// <param name="MedianSeconds">Half of its tickets took no longer than this from the first fire to the bump.</param>
internal sealed record StationTimeBody(string Station, int MedianSeconds);
